"""After handing in: the office's review, the way back, and the correction as a new version."""

from django.core.files.base import ContentFile
from django.db import transaction

from finsam.bilagor import spara_bilaga
from finsam.models import Anvandare
from finsam.signering import signera
from uppfoljning.actions.antal import spara_antal
from uppfoljning.actions.rapporter import Fellage, byt_status, las
from uppfoljning.choices import Rapportstatus
from uppfoljning.forms.antal import lagrade_antal
from uppfoljning.fragor import FRAGOR, TEXTFALT
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Malutfall, Rapportbilaga
from uppfoljning.models.kvartalsrapport import LAMNADE


@transaction.atomic
def granska(rapport: Kvartalsrapport, user: Anvandare, ord_: str = "") -> None:
    """Marks the report reviewed. Raises Fellage unless it is handed in."""
    byt_status(las(rapport.pk, [Rapportstatus.INLAMNAD]), Rapportstatus.GRANSKAD, user, ord_)


@transaction.atomic
def skicka_ater(rapport: Kvartalsrapport, user: Anvandare, ord_: str) -> None:
    """Sends the report back to be completed. Raises Fellage unless it is handed in, or no word."""
    if not ord_.strip():
        raise Fellage("Skriv vad som behöver kompletteras.")
    byt_status(las(rapport.pk, [Rapportstatus.INLAMNAD]), Rapportstatus.ATER, user, ord_.strip())


@transaction.atomic
def ratta(rapport: Kvartalsrapport, user: Anvandare, skal: str) -> Kvartalsrapport:
    """A new version to correct, with everything copied; the old one stays as it is.

    Raises Fellage without a reason, for a report that is not handed in, and for one that has a
    newer version.
    """
    if not skal.strip():
        raise Fellage("Skriv varför rapporten behöver rättas.")
    gammal = las(rapport.pk, LAMNADE)
    if Kvartalsrapport.objects.filter(ersatter=gammal).exists():
        raise Fellage("Rapporten har redan en nyare version.")
    kopierade = (*(fraga.falt for fraga in FRAGOR), *TEXTFALT, "insats", "period", "forfaller")
    ny = Kvartalsrapport(**{falt: getattr(gammal, falt) for falt in kopierade})
    ny.version, ny.ersatter, ny.rattelseskal = gammal.version + 1, gammal, skal.strip()
    byt_status(ny, Rapportstatus.UTKAST, user, skal.strip())
    _kopiera(gammal, ny, user)
    return ny


def _kopiera(gammal: Kvartalsrapport, ny: Kvartalsrapport, user: Anvandare) -> None:
    for utfall in gammal.malutfall.all():
        kopia = Malutfall(rapport=ny, mal=utfall.mal, status=utfall.status, utfall=utfall.utfall)
        signera(kopia, user)
        kopia.save()
    spara_antal(ny, lagrade_antal(gammal), user)
    for rad in Deltagarantal.objects.filter(rapport=gammal, manad__gt=0):
        rad.pk, rad._state.adding, rad.rapport = None, True, ny
        signera(rad, user)
        rad.save()
    for bilaga in gammal.bilagor.all():
        # A file of its own: the draft's attachment may be removed, the old report's stays.
        with bilaga.fil.open("rb") as fil:
            kopierad = ContentFile(fil.read(), name=bilaga.filnamn)
        spara_bilaga(ny, Rapportbilaga, kopierad, bilaga.uppladdad_av)

"""The steps of an application, each taken by somebody."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from insatser.calculations.ansokan import Belopp
from insatser.choices import Ansokningsstatus, Finansiering
from insatser.models import Ansokan, Ansokningshandelse, Ansokningspost

UTKAST, INKOMMEN, KOMPLETTERING, BEREDS, BESLUTAD = Ansokningsstatus
# From each state to the next ones; a decision (insatser/actions/beslut.py) is the only way on.
STEG: dict[str, tuple[Ansokningsstatus, ...]] = {
    UTKAST: (INKOMMEN,),
    INKOMMEN: (BEREDS, KOMPLETTERING),
    KOMPLETTERING: (INKOMMEN,),
    BEREDS: (KOMPLETTERING,),
    BESLUTAD: (),
}
LAST = "Ansökan är beslutad och kan inte ändras."


@transaction.atomic
def ta_steg(ansokan: Ansokan, till: str, ord_: str, anvandare: Anvandare, idag: date) -> None:
    """Takes the application to the state `till` and says who did it, with which words.

    Raises ValidationError with Swedish sentences when the step is not open from where the
    application stands, when it goes back without words, or comes in unfinished.
    """
    last = Ansokan.objects.select_for_update().get(pk=ansokan.pk)
    if till not in STEG[last.status]:
        fran, mal = last.get_status_display(), Ansokningsstatus(till).label
        raise ValidationError(f"Ansökan är {fran.lower()} och kan inte bli {mal.lower()}.")
    if till == KOMPLETTERING and not ord_.strip():
        raise ValidationError("Skriv vad som behöver kompletteras.")
    if till == INKOMMEN:
        _kontrollera_hel(last)
        last.inkom = last.inkom or idag
    byt_status(last, till, ord_, anvandare)
    ansokan.refresh_from_db()


def byt_status(ansokan: Ansokan, till: str, ord_: str, anvandare: Anvandare) -> None:
    """Stores the state and the step to it, whether or not that step is open; one transaction."""
    anteckna_steg(ansokan, till, ord_, anvandare)
    ansokan.status = till
    ansokan.save()


def anteckna_steg(ansokan: Ansokan, till: str, ord_: str, anvandare: Anvandare) -> None:
    """Who took the application to the state, and with which words; the row itself is left."""
    Ansokningshandelse.objects.create(
        ansokan=ansokan, fran=ansokan.status, till=till, ord=ord_.strip(), av=anvandare
    )


class RedanBeslutad(ValidationError):
    """The application was decided on meanwhile."""


def las_oppen(ansokan: Ansokan) -> None:
    """Locks the application until the transaction ends. Raises RedanBeslutad when it is decided."""
    if Ansokan.objects.select_for_update().get(pk=ansokan.pk).status == BESLUTAD:
        raise RedanBeslutad(LAST)


@transaction.atomic
def spara_belopp(ansokan: Ansokan, nya: Iterable[Belopp]) -> None:
    """What the application asks for becomes just these amounts; unchanged rows are not written.

    Raises RedanBeslutad.
    """
    las_oppen(ansokan)
    kvar = {(p.verksamhetsar, p.kostnadsslag, p.finansiering): p for p in ansokan.poster.all()}
    for ny in nya:
        nyckel = ny.ar, ny.kostnadsslag, ny.finansiering
        post = kvar.pop(nyckel, None) or Ansokningspost(
            ansokan=ansokan,
            verksamhetsar=ny.ar,
            kostnadsslag=ny.kostnadsslag,
            finansiering=ny.finansiering,
        )
        if post.pk is None or post.belopp != ny.belopp:
            post.belopp = ny.belopp
            post.full_clean()
            post.save()
    for post in kvar.values():
        post.delete()


def brister(ansokan: Ansokan) -> list[str]:
    """What an application lacks before it can come in, in Swedish."""
    ut = []
    if not ansokan.syfte.strip():
        ut.append("Skriv insatsens syfte.")
    poster = list(ansokan.poster.all())
    if not any(p.finansiering == Finansiering.SOF and p.belopp for p in poster):
        ut.append("Ange vilka medel som söks från förbundet.")
    utanfor = sorted(
        {p.verksamhetsar for p in poster if p.belopp}
        - set(range(ansokan.start.year, ansokan.slut.year + 1))
    )
    if utanfor:
        aren = ", ".join(str(ar) for ar in utanfor)
        ut.append(f"Belopp finns för {aren}, som ligger utanför perioden.")
    return ut


def _kontrollera_hel(ansokan: Ansokan) -> None:
    if fel := brister(ansokan):
        raise ValidationError(fel)

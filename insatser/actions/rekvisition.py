"""A claim's way from draft to attested: each step one transaction, with its rules and its trace."""

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from finsam import typografi
from finsam.models import Anvandare
from finsam.money import NOLL, kronor
from finsam.periods import las_period
from finsam.signering import signera
from insatser.calculations.medel import ej_nyttjat
from insatser.choices import Rekvisitionsstatus
from insatser.models import Insats, Rekvisition, Rekvisitionshandelse, Rekvisitionspost
from insatser.rekvisitionshinder import Hinder, hinder
from insatser.selectors.medel import VANTANDE, rekvisitionssumma
from insatser.selectors.rekvisition import lagesbild

ANDRINGSBARA = (Rekvisitionsstatus.UTKAST, Rekvisitionsstatus.ATER)
FEL_LAGE = "Rekvisitionen är {status} och kan inte {vad}."


def medelshinder(rekvisition: Rekvisition) -> list[Hinder]:
    """What the grant has against the claim: its period, and the ceiling of its year."""
    return [
        *_periodhinder(rekvisition),
        *_takhinder(rekvisition),
        *_ej_nyttjat(rekvisition),
    ]


def provning(rekvisition: Rekvisition) -> list[Hinder]:
    """Everything that stands in the way of handing the claim in, or should be known."""
    period = las_period(rekvisition.period)
    return [*medelshinder(rekvisition), *hinder(rekvisition.insats, period)]


def andringshinder(rekvisition: Rekvisition) -> str:
    """Why the amounts may not be changed, in a sentence; empty where they may."""
    return _fel_lage(rekvisition, ANDRINGSBARA, "ändras")


def overskrider_tillatet(rekvisition: Rekvisition, over: Decimal) -> bool:
    """Whether `over` kr above the grant is more than what has been allowed."""
    return over > kronor(rekvisition.overskrids_belopp)


@transaction.atomic
def spara_belopp(
    rekvisition: Rekvisition,
    belopp: Mapping[str, Decimal | None],
    kommentar: str,
    user: Anvandare,
) -> None:
    """Amounts in kr per kind of cost; an empty one removes its row. Raises ValidationError.

    A leave to go beyond the grant was given for an amount: with a larger one it lapses.
    """
    rekvisition = _last(rekvisition, ANDRINGSBARA, "ändras")
    fore = rekvisitionssumma(rekvisition)
    befintliga = {post.kostnadsslag: post for post in rekvisition.poster.all()}
    for slag, ett in belopp.items():
        post = befintliga.get(slag)
        if not ett:
            if post:
                _spara_post(post, user, bort=True)
        elif post is None or post.belopp != ett:
            post = post or Rekvisitionspost(rekvisition=rekvisition, kostnadsslag=slag)
            post.belopp = ett
            _spara_post(post, user)
    rekvisition.kommentar = kommentar
    if rekvisitionssumma(rekvisition) > fore:
        rekvisition.overskrids_av = rekvisition.overskrids_belopp = None
        rekvisition.overskrids_namn = rekvisition.overskrids_skal = ""
    _spara(rekvisition, user)


@transaction.atomic
def lamna_in(rekvisition: Rekvisition, user: Anvandare) -> None:
    """Hands the claim in for attest. Raises ValidationError with every hindrance that stops it."""
    rekvisition = _last(rekvisition, ANDRINGSBARA, "lämnas in")
    stopp = [ett.text for ett in provning(rekvisition) if ett.stoppar]
    if not rekvisition.poster.exists():
        stopp.insert(0, "Fyll i minst ett belopp.")
    if stopp:
        raise ValidationError(stopp)
    _signera(rekvisition, "inlamnad", user)
    _ta_bort_attest(rekvisition)
    _steg(rekvisition, Rekvisitionsstatus.INLAMNAD, user)


@transaction.atomic
def skicka_ater(rekvisition: Rekvisition, user: Anvandare, ord: str) -> None:
    """Sends a claim back to the one who handed it in, with what has to be mended."""
    rekvisition = _last(rekvisition, VANTANDE, "skickas åter")
    if not ord.strip():
        raise ValidationError("Skriv vad som behöver kompletteras.")
    _ta_bort_attest(rekvisition)
    _steg(rekvisition, Rekvisitionsstatus.ATER, user, ord)


@transaction.atomic
def attestera(rekvisition: Rekvisition, user: Anvandare) -> None:
    """The first attest or the second; two persons, neither the one who handed in.

    The grant may have shrunk since the claim was handed in, so it is weighed again.
    """
    rekvisition = _last(rekvisition, VANTANDE, "attesteras")
    if stopp := [ett.text for ett in medelshinder(rekvisition) if ett.stoppar]:
        raise ValidationError(stopp)
    if rekvisition.status == Rekvisitionsstatus.INLAMNAD:
        _signera(rekvisition, "attest1", user)
        _steg(rekvisition, Rekvisitionsstatus.GRANSKAD, user)
    else:
        _signera(rekvisition, "attest2", user)
        _steg(rekvisition, Rekvisitionsstatus.ATTESTERAD, user)


@transaction.atomic
def tillat_overskridande(rekvisition: Rekvisition, user: Anvandare, skal: str) -> None:
    """Lets a claim above the grant through, as far above as it goes now; by name, with a reason."""
    rekvisition = _last(rekvisition, (*ANDRINGSBARA, *VANTANDE), "få överskrida beviljade medel")
    if not skal.strip():
        raise ValidationError("Ange skälet till att beviljade medel får överskridas.")
    over = lagesbild(rekvisition).overskridande
    if not over:
        raise ValidationError("Rekvisitionen ryms inom beviljade medel.")
    rekvisition.overskrids_av, rekvisition.overskrids_namn = user, str(user)
    rekvisition.overskrids_belopp, rekvisition.overskrids_skal = over, skal.strip()
    ord = f"Överskridande med {typografi.med_enhet(over, 'kr')} tillåts: {skal.strip()}"
    _steg(rekvisition, rekvisition.status, user, ord)


@transaction.atomic
def ta_bort_utkast(rekvisition: Rekvisition, user: Anvandare) -> None:
    """Removes a draft that was never handed in, with its amounts and files."""
    rekvisition = _last(rekvisition, (Rekvisitionsstatus.UTKAST,), "tas bort")
    signera(rekvisition, user)
    rekvisition.delete()


def _periodhinder(rekvisition: Rekvisition) -> list[Hinder]:
    insats, period = rekvisition.insats, las_period(rekvisition.period)
    if period.slut >= insats.start and period.start <= insats.slut:
        return []
    beviljad = f"{typografi.datum(insats.start)}–{typografi.datum(insats.slut)}"
    text = f"Insatsen är beviljad {beviljad}; rekvisitionen avser {period}."
    return [Hinder(text, stoppar=True)]


def _takhinder(rekvisition: Rekvisition) -> list[Hinder]:
    over, tillatet = lagesbild(rekvisition).overskridande, kronor(rekvisition.overskrids_belopp)
    if not over:
        return []
    text = f"Rekvisitionen överstiger beviljade medel med {typografi.med_enhet(over, 'kr')}"
    if NOLL < tillatet < over:
        text = f"{text}; högst {typografi.med_enhet(tillatet, 'kr')} är tillåtet"
    return [Hinder(f"{text}.", stoppar=overskrider_tillatet(rekvisition, over))]


def _ej_nyttjat(rekvisition: Rekvisition) -> list[Hinder]:
    bild = lagesbild(rekvisition)
    text = ej_nyttjat(bild.kvar_efter, bild.period, rekvisition.insats.slut)
    return [Hinder(text, stoppar=False)] if text else []


def _fel_lage(rekvisition: Rekvisition, lagen: tuple[str, ...], vad: str) -> str:
    if rekvisition.status in lagen:
        return ""
    return FEL_LAGE.format(status=rekvisition.get_status_display().lower(), vad=vad)


def _last(rekvisition: Rekvisition, lagen: tuple[str, ...], vad: str) -> Rekvisition:
    """The row as it is now, locked with its insats: two claims must not share what is left."""
    Insats.objects.select_for_update().get(pk=rekvisition.insats_id)
    rad: Rekvisition = Rekvisition.objects.select_for_update().get(pk=rekvisition.pk)
    if fel := _fel_lage(rad, lagen, vad):
        raise ValidationError(fel)
    return rad


def _signera(rekvisition: Rekvisition, falt: str, user: Anvandare) -> None:
    """Who did it and when: `falt` is inlamnad, attest1 or attest2."""
    setattr(rekvisition, f"{falt}_at", timezone.now())
    setattr(rekvisition, f"{falt}_av", user)
    setattr(rekvisition, f"{falt}_namn", str(user))


def _ta_bort_attest(rekvisition: Rekvisition) -> None:
    rekvisition.attest1_at = rekvisition.attest1_av = None
    rekvisition.attest2_at = rekvisition.attest2_av = None
    rekvisition.attest1_namn = rekvisition.attest2_namn = ""


def _steg(rekvisition: Rekvisition, till: str, user: Anvandare, ord: str = "") -> None:
    fran, rekvisition.status = rekvisition.status, till
    _spara(rekvisition, user)
    Rekvisitionshandelse.objects.create(
        rekvisition=rekvisition, fran=fran, till=till, ord=ord.strip(), av=user
    )


def _spara(rekvisition: Rekvisition, user: Anvandare) -> None:
    rekvisition.validate_constraints()
    signera(rekvisition, user)
    rekvisition.save()


def _spara_post(post: Rekvisitionspost, user: Anvandare, bort: bool = False) -> None:
    signera(post, user)
    if bort:
        post.delete()
    else:
        post.full_clean()
        post.save()

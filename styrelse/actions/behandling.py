"""What a meeting does with an item: its decision, the minutes' words, motions, and who stood aside.

A decision that has been carried out does not change: what came of it stands in another room.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.arendeslut import folj_beslutet
from styrelse.actions.sittning import krav_inte_undertecknade, krav_olasta, last_sittning
from styrelse.models import Beslut, Delarende, Jav, Narvaro, Person, Punkt, Rost, Yttrande

VERKSTALLT = "Beslutet är verkställt och ändras inte."
UTGAR = "Punkten utgår ur dagordningen."
FEL_DEL = "Delen hör till ett annat ärende."
SKRIV_BESLUTET = "Skriv vad mötet beslutade."
DELTAR_INTE = "{namn} är inte antecknad som närvarande."
JAVIG_HAR_ROSTAT = "{namn} har röstat i ärendet. Ta bort rösten först."
HAR_VOTERING = "Ta bort voteringen först."


@dataclass(frozen=True)
class Beslutsord:
    """A decision as it was taken: `utfall` a Beslutstyp, "" for none yet; `forslag` beside it."""

    utfall: str
    text: str
    forslag: str = ""
    motivering: str = ""
    omedelbart: bool = False


@transaction.atomic
def spara_beslut(
    punkt: Punkt, delarende: Delarende | None, ord_: Beslutsord, user: Anvandare
) -> Beslut | None:
    """Stores what was decided on the item, or on the part of it; no outcome takes it away.

    The proposal is kept as it stood when the decision was first entered. Raises ValidationError
    for an approved meeting and for a decision that is carried out.
    """
    last = last_sittning(punkt.mote_id)
    krav_inte_undertecknade([punkt.pk])
    if punkt.utgar:
        raise ValidationError(UTGAR)
    if delarende is not None and delarende.arende_id != punkt.arende_id:
        raise ValidationError(FEL_DEL)
    rad = Beslut.objects.filter(punkt=punkt, delarende=delarende).first()
    if rad is not None and rad.verkstallt:
        raise ValidationError(VERKSTALLT)
    if not ord_.utfall:
        if rad is not None:
            _ta_bort_beslut(rad, user)
            folj_beslutet(punkt, last, user)
        return None
    if not ord_.text.strip():
        raise ValidationError(SKRIV_BESLUTET)
    rad = rad or Beslut(punkt=punkt, delarende=delarende, forslag=ord_.forslag)
    for falt in ("utfall", "text", "motivering", "omedelbart"):
        setattr(rad, falt, getattr(ord_, falt))
    rad.registrerat_av = user
    rad.full_clean(exclude=["registrerat_av"])
    signera(rad, user).save()
    folj_beslutet(punkt, last, user)
    return rad


def _ta_bort_beslut(rad: Beslut, user: Anvandare) -> None:
    if rad.atgarder.exists():
        raise ValidationError("Beslutet har åtgärder. Ta bort dem först.")
    signera(rad, user).delete()


@transaction.atomic
def spara_protokollstext(
    punkt: Punkt, text: str, user: Anvandare, propositionsordning: str | None = None
) -> None:
    """What the minutes say besides the decision, and where given how the proposals were put.

    Raises ValidationError for a § whose decision is carried out.
    """
    last_sittning(punkt.mote_id)
    krav_olasta([punkt.pk])
    rad = Punkt.objects.select_for_update(of=("self",)).get(pk=punkt.pk)
    rad.protokollstext = text
    if propositionsordning is not None:
        rad.propositionsordning = propositionsordning
    signera(rad, user).save()


@transaction.atomic
def yttra(punkt: Punkt, person: Person, slag: str, text: str, user: Anvandare) -> Yttrande:
    """A motion, reservation or statement (Yttrandeslag) by somebody present."""
    last_sittning(punkt.mote_id)
    krav_olasta([punkt.pk])
    _krav_narvaro(punkt, person)
    rad = Yttrande(punkt=punkt, person=person, slag=slag, text=text.strip())
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def ta_bort_yttrande(yttrande: Yttrande, user: Anvandare) -> None:
    last_sittning(yttrande.punkt.mote_id)
    krav_olasta([yttrande.punkt_id])
    signera(yttrande, user).delete()


@transaction.atomic
def anmal_jav(punkt: Punkt, person: Person, skal: str, user: Anvandare) -> Jav:
    """Somebody present stands aside at the item. Raises ValidationError when they have voted."""
    last_sittning(punkt.mote_id)
    krav_olasta([punkt.pk])
    _krav_narvaro(punkt, person)
    if Rost.objects.filter(votering__punkt=punkt, person=person).exists():
        raise ValidationError(JAVIG_HAR_ROSTAT.format(namn=person))
    rad = Jav(punkt=punkt, person=person, skal=skal.strip())
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def ta_bort_jav(jav: Jav, user: Anvandare) -> None:
    """Raises ValidationError when there was a vote without them: it was taken as it stands."""
    last_sittning(jav.punkt.mote_id)
    krav_olasta([jav.punkt_id])
    if jav.punkt.voteringar.exists():
        raise ValidationError(HAR_VOTERING)
    signera(jav, user).delete()


def _krav_narvaro(punkt: Punkt, person: Person) -> None:
    if not Narvaro.objects.filter(mote=punkt.mote_id, person=person).exists():
        raise ValidationError(DELTAR_INTE.format(namn=person))

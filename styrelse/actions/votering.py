"""A vote: what a yes and a no stand for, and one vote each of those who serve at the item."""

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.behandling import VERKSTALLT
from styrelse.actions.sittning import krav_inte_undertecknade, last_sittning
from styrelse.choices import Rostval
from styrelse.models import Delarende, Person, Punkt, Rost, Votering
from styrelse.selectors.sammantrade import tjanstgorande

JAVIG = "{namn} har anmält jäv i ärendet."
TJANSTGOR_INTE = "{namn} tjänstgör inte vid punkten."


@transaction.atomic
def begar(
    punkt: Punkt, delarende: Delarende | None, ja: str, nej: str, user: Anvandare
) -> Votering:
    """Opens a vote on the item. Raises ValidationError when its decision is carried out."""
    last_sittning(punkt.mote_id)
    _krav_oavgjort(punkt)
    rad = Votering(punkt=punkt, delarende=delarende, ja=ja.strip(), nej=nej.strip())
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def rosta(votering: Votering, person: Person, val: str, user: Anvandare) -> Rost | None:
    """Somebody's vote (Rostval), in the place of what they had; an empty one takes it back.

    Raises ValidationError for who is disqualified or does not serve at the item.
    """
    mote = last_sittning(votering.punkt.mote_id)
    _krav_oavgjort(votering.punkt)
    rad = votering.roster.filter(person=person).first()
    if not val:
        if rad is not None:
            signera(rad, user).delete()
        return None
    if votering.punkt.jav.filter(person=person).exists():
        raise ValidationError(JAVIG.format(namn=person))
    if person.pk not in tjanstgorande(mote)[votering.punkt_id].personer:
        raise ValidationError(TJANSTGOR_INTE.format(namn=person))
    rad = rad or Rost(votering=votering, person=person)
    rad.val = Rostval(val)
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def alla_ja(votering: Votering, user: Anvandare) -> None:
    """A yes of each who serves at the item and has not voted. Raises ValidationError."""
    mote = last_sittning(votering.punkt.mote_id)
    rostat = votering.roster.values("person")
    tjanstgor = tjanstgorande(mote)[votering.punkt_id].personer
    for person in Person.objects.filter(pk__in=tjanstgor).exclude(pk__in=rostat):
        rosta(votering, person, Rostval.JA, user)


@transaction.atomic
def ta_bort(votering: Votering, user: Anvandare) -> None:
    """Takes the vote away with all that were given. Raises ValidationError."""
    last_sittning(votering.punkt.mote_id)
    _krav_oavgjort(votering.punkt)
    for rost in votering.roster.all():
        signera(rost, user).delete()
    signera(votering, user).delete()


def _krav_oavgjort(punkt: Punkt) -> None:
    krav_inte_undertecknade([punkt.pk])
    if punkt.beslut.filter(verkstallt_at__isnull=False).exists():
        raise ValidationError(VERKSTALLT)

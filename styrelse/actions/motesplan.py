"""Making a year's meetings: with their fixed items, and the yearly matters on the right ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from finsam.models import Anvandare, Forbund
from finsam.signering import signera
from styrelse.actions.dagordning import fran_mall, lagg_till_arende
from styrelse.amnen import arligt_amne
from styrelse.calculations.arsmall import fyll_i
from styrelse.calculations.motesplan import Planmote, placera
from styrelse.choices import ORGANNAMN, Motesstatus
from styrelse.models import Arende, Arsarende, Mote
from styrelse.selectors.moten import arliga, planmoten


@dataclass(frozen=True)
class Skapat:
    """How many meetings and matters were made."""

    moten: int
    arenden: int


@transaction.atomic
def skapa_plan(ar: int, moten: Sequence[Planmote], user: Anvandare | None) -> Skapat:
    """The meetings, their fixed items, and the year's matters on the meetings that take them up.

    A matter that the year has already, or that no planned meeting can decide, is left as it is.
    Raises ValidationError for a meeting that may not be, and then makes nothing.
    """
    # Two who make the same plan at once: the second waits, and is told that it is made.
    Forbund.objects.select_for_update().first()
    for plan in moten:
        mote = Mote(
            organ=plan.organ, datum=plan.datum, start=plan.start, slut=plan.slut, plats=plan.plats
        )
        mote.full_clean()
        signera(mote, user).save()
        fran_mall(mote, user)
    return Skapat(len(moten), placera_arliga(ar, user))


def placera_arliga(ar: int, user: Anvandare | None) -> int:
    """Puts the year's matters that are not made on their meetings; how many were made."""
    arsarenden = {a.kod: a for a in Arsarende.objects.all()}
    finns = set(Arende.objects.filter(verksamhetsar=ar).values_list("arsarende__kod", flat=True))
    planerade = Mote.objects.filter(datum__year=ar, status=Motesstatus.PLANERAT).in_bulk()
    antal = 0
    for placering in placera(planmoten(ar), arliga(), ar, ORGANNAMN):
        mote = planerade.get(placering.mote.nyckel) if placering.mote else None
        if mote is None or placering.arende.kod in finns:
            continue
        arende = _arende(arsarenden[placering.arende.kod], ar, user)
        beredning = planerade.get(placering.beredning.nyckel) if placering.beredning else None
        for ett in filter(None, (beredning, mote)):
            lagg_till_arende(ett, arende, user)
        antal += 1
    return antal


def _arende(mall: Arsarende, ar: int, user: Anvandare | None) -> Arende:
    slag, nyckel = arligt_amne(mall.amnesslag, fyll_i(mall.nyckel, ar))
    arende = Arende(
        rubrik=fyll_i(mall.rubrik, ar),
        till_beslut=mall.till_beslut,
        till_information=not mall.till_beslut,
        forslag=fyll_i(mall.forslag, ar),
        amnesslag=slag,
        amnesnyckel=nyckel,
        arsarende=mall,
        verksamhetsar=ar,
        skapat_av=user,
    )
    signera(arende, user).save()
    return arende

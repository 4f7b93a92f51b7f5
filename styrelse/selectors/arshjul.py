"""The year's meetings and yearly matters as the start page needs them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finsam.models import Forbund
from styrelse.calculations.motesplan import Placering, placera
from styrelse.choices import HALLNA, ORGANNAMN, Beslutstyp, Motesstatus, Organ
from styrelse.models import Arende, Arsarende, Beslut, Mote
from styrelse.selectors.moten import arliga, planmoten


@dataclass(frozen=True)
class Motesrad:
    """A meeting of the year that keeps minutes."""

    pk: int
    namn: str
    datum: date
    status: str


@dataclass(frozen=True)
class Arsrad:
    """A yearly matter of the year: where it lands, and its row when there is one."""

    placering: Placering
    mall: Arsarende
    arende: Arende | None
    klart: bool


def arets_moten(ar: int) -> list[Motesrad]:
    """Meetings of board and committee in order, those called off left out. 1 query."""
    moten = Mote.objects.filter(datum__year=ar, organ__in=[o for o in Organ if o.beslutar])
    return [
        Motesrad(m.pk, ORGANNAMN[m.organ], m.datum, m.status)
        for m in moten.exclude(status=Motesstatus.INSTALLT).order_by("datum", "start")
    ]


def arets_arliga(ar: int) -> list[Arsrad]:
    """Every yearly matter with the meeting that takes it up. 5 queries.

    It is done when a held meeting of its organ has adopted it, when it was closed and nobody
    rejected it, and one that is told for information when its meeting has been held.
    """
    mallar = {a.kod: a for a in Arsarende.objects.all()}
    arenden = {a.arsarende_id: a for a in Arende.objects.filter(verksamhetsar=ar)}
    placeringar = placera(planmoten(ar), arliga(), ar, ORGANNAMN)
    antagna = _beslutade(ar, [typ for typ in Beslutstyp if typ.avgor and not typ.avslar])
    avslagna = _beslutade(ar, [typ for typ in Beslutstyp if typ.avslar])
    hallna = _hallna(ar)
    ut = []
    for placering in placeringar:
        mall = mallar[placering.arende.kod]
        arende = arenden.get(mall.pk)
        vad = (arende.pk, mall.organ) if arende else None
        klart = vad in antagna or bool(arende and arende.avslutat and vad not in avslagna)
        if not mall.till_beslut and placering.mote and placering.mote.nyckel in hallna:
            klart = True
        ut.append(Arsrad(placering, mall, arende, klart))
    return ut


def _beslutade(ar: int, utfall: Iterable[Beslutstyp]) -> set[tuple[int, str]]:
    """(matter, organ) of what the year's held meetings have decided so."""
    beslut = Beslut.objects.filter(
        punkt__arende__verksamhetsar=ar, punkt__mote__status__in=HALLNA, utfall__in=list(utfall)
    )
    return set(beslut.values_list("punkt__arende", "punkt__mote__organ"))


def _hallna(ar: int) -> set[int]:
    return set(Mote.objects.filter(datum__year=ar, status__in=HALLNA).values_list("pk", flat=True))


def kallelsedagar() -> int:
    """How many days before a meeting its notice is sent. 1 query."""
    forbund = Forbund.objects.first() or Forbund()
    return forbund.kallelsedagar


def har_moten(ar: int) -> bool:
    """Whether the year has any meeting that is not called off. 1 query."""
    return Mote.objects.filter(datum__year=ar).exclude(status=Motesstatus.INSTALLT).exists()

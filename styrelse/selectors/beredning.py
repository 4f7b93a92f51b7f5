"""What the committee has proposed to the board, and which matters wait for a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from styrelse.choices import OPPNA, Beslutstyp, Organ, Punktslag
from styrelse.models import Arende, Beslut, Mote, Punkt


def au_forslag(arenden: Iterable[int], senast: date) -> dict[int, tuple[str, ...]]:
    """By matter, the clauses that the committee last decided on it, up to that day. One query.

    A committee's decision on a matter is its proposal to the board; one that sent the matter back
    or put it off proposes nothing.
    """
    beslut = Beslut.objects.filter(
        punkt__arende__in=list(arenden),
        punkt__mote__organ=Organ.AU,
        punkt__mote__datum__lte=senast,
        delarende__isnull=True,
        utfall__in=[typ for typ in Beslutstyp if typ.avgor],
    )
    ordnade = beslut.order_by("punkt__mote__datum", "punkt__mote__start")
    # The latest wins.
    return {b.punkt.arende_id: b.att_satser for b in ordnade.select_related("punkt")}  # type: ignore[misc]


@dataclass(frozen=True)
class Kandidat:
    """A matter that can be put on the agenda; `au` is what the committee has proposed."""

    arende: Arende
    arligt: bool
    au: tuple[str, ...]


def vantande_arenden() -> QuerySet[Arende]:
    """Matters that are not closed; those that only carry minutes are no matters of their own."""
    barare = Punkt.objects.filter(arende=OuterRef("pk"), slag=Punktslag.FOREGAENDE_PROTOKOLL)
    return Arende.objects.filter(~Exists(barare), avslutat=None)


def kandidater(mote: Mote) -> list[Kandidat]:
    """Matters for the meeting: yearly ones of its year, those the committee has had, the rest.

    Without those that stand on this agenda, or on another coming one of the same organ. Two
    queries.
    """
    star = Punkt.objects.filter(
        arende=OuterRef("pk"), mote__organ=mote.organ, mote__status__in=OPPNA, utgar=False
    )
    har = Punkt.objects.filter(arende=OuterRef("pk"), mote=mote)
    arenden = list(vantande_arenden().filter(~Exists(star), ~Exists(har)))
    au = au_forslag([a.pk for a in arenden], mote.datum) if mote.organ == Organ.FS else {}
    rader = [
        Kandidat(
            arende,
            arende.arsarende_id is not None and arende.verksamhetsar == mote.datum.year,
            au.get(arende.pk, ()),
        )
        for arende in arenden
    ]
    return sorted(rader, key=lambda k: (not k.arligt, not k.au, -k.arende.pk))


def nasta_styrelsemote(mote: Mote) -> Mote | None:
    """The board's next planned meeting from the committee's: where its matters go on to."""
    senare = Mote.objects.filter(organ=Organ.FS, datum__gte=mote.datum, status__in=OPPNA)
    return senare.order_by("datum", "start").first()

"""What the committee has proposed to the board, and which matters wait for a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from styrelse.calculations.auforslag import Auforslag, till_styrelsen
from styrelse.choices import HALLNA, OPPNA, Beslutstyp, Organ, Punktslag
from styrelse.models import Arende, Beslut, Mote, Punkt

# By matter and part; None for the matter as a whole.
Auforslagen = dict[tuple[int, int | None], Auforslag]


def au_forslag(arenden: Iterable[int], senast: date) -> Auforslagen:
    """What the committee last proposed to the board of matters and of their parts. One query.

    What its latest held meeting with the matter decided, up to that day, is its proposal to the
    board. A decision that is no yes (sent back, put off, rejected) proposes nothing.
    """
    beslut = Beslut.objects.filter(
        punkt__arende__in=list(arenden),
        punkt__mote__organ=Organ.AU,
        punkt__mote__status__in=HALLNA,
        punkt__mote__datum__lte=senast,
    )
    ordnade = beslut.order_by("punkt__mote__datum", "punkt__mote__start").select_related("punkt")
    # The latest wins.
    sist = {b.punkt.arende_id: b.punkt_id for b in ordnade}
    return {
        (b.punkt.arende_id, b.delarende_id): Auforslag(  # type: ignore[misc]  # it has one
            till_styrelsen(b.att_satser), andrat=b.utfall == Beslutstyp.ANDRAT
        )
        for b in ordnade
        if b.punkt_id == sist[b.punkt.arende_id] and Beslutstyp(b.utfall).antar
    }


def satserna(forslagen: Auforslagen, arende: Arende) -> tuple[str, ...]:
    """The committee's clauses on the matter: on the whole of it, else those on its parts."""
    hela = forslagen.get((arende.pk, None))
    delar = sorted((del_, ett) for (pk, del_), ett in forslagen.items() if pk == arende.pk and del_)
    return hela.satser if hela else tuple(sats for _, ett in delar for sats in ett.satser)


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
            satserna(au, arende),
        )
        for arende in arenden
    ]
    return sorted(rader, key=lambda k: (not k.arligt, not k.au, -k.arende.pk))


def nasta_styrelsemote(mote: Mote) -> Mote | None:
    """The board's next planned meeting from the committee's: where its matters go on to."""
    senare = Mote.objects.filter(organ=Organ.FS, datum__gte=mote.datum, status__in=OPPNA)
    return senare.order_by("datum", "start").first()

"""Reading meetings and yearly matters for a plan."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, DateField, F, QuerySet, Value, When

from styrelse.calculations.motesplan import Arligt, Planmote
from styrelse.choices import OPPNA, Motesstatus, Organ
from styrelse.models import Arsarende, Mote

SAMRAD = "samrad {ar+1}"


def planmoten(ar: int, organ: Iterable[str] | None = None) -> tuple[Planmote, ...]:
    """The year's meetings in order, those called off left out; of those organs only. 1 query."""
    moten = Mote.objects.filter(datum__year=ar).exclude(status=Motesstatus.INSTALLT)
    if organ is not None:
        moten = moten.filter(organ__in=organ)
    return tuple(
        Planmote(m.organ, m.datum, m.start, m.slut, m.plats, m.pk)
        for m in moten.order_by("datum", "start", "pk")
    )


def motesar(organ: Iterable[str]) -> list[int]:
    """The years in which one of the organs has a meeting that is not called off. 1 query."""
    moten = Mote.objects.filter(organ__in=organ).exclude(status=Motesstatus.INSTALLT)
    return sorted(set(moten.values_list("datum__year", flat=True)))


def arliga() -> tuple[Arligt, ...]:
    """The matters that come every year, in order of their last day. 1 query."""
    alla = list(Arsarende.objects.all())
    samrad = [a.pk for a in alla if a.organ == Organ.SAMRAD and not a.amnesslag]
    return tuple(
        Arligt(
            kod=a.kod,
            rubrik=a.rubrik,
            organ=a.organ,
            tidigast_manad=a.tidigast_manad,
            senast_manad=a.senast_manad,
            senast_dag=a.senast_dag,
            via_au=a.via_au,
            efter_samrad=a.efter_samrad,
            # The year's last consultation is the one that the next year's budget waits for.
            amne=SAMRAD if a.pk in samrad[-1:] else f"{a.amnesslag} {a.nyckel}".strip(),
        )
        for a in alla
    )


def nasta_moten(idag: date) -> list[Mote]:
    """The first meeting to come of the board and of the committee, the soonest first. 1 query."""
    kommande = Mote.objects.filter(
        datum__gte=idag, status__in=OPPNA, organ__in=[o for o in Organ if o.beslutar]
    )
    forst: dict[str, Mote] = {}
    for mote in kommande.order_by("datum", "start", "pk"):
        forst.setdefault(mote.organ, mote)
    return list(forst.values())


def motena(idag: date) -> QuerySet[Mote]:
    """Every meeting: those to come, the soonest first, then those that were, the latest first."""
    return Mote.objects.select_related("medlem").order_by(
        Case(When(datum__gte=idag, then=Value(0)), default=Value(1)),
        Case(When(datum__gte=idag, then=F("datum")), output_field=DateField()),
        "-datum",
        "start",
    )

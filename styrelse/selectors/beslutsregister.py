"""The decision register and what is to be done: rows for their lists, and what is open."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Value, When

from styrelse.choices import HALLNA, Organ
from styrelse.models import Atgard, Beslut, Mote, Protokoll, Punkt


def besluten() -> QuerySet[Beslut]:
    """Every decision of meetings that have been held, each with what its row in a list shows.

    `oppna` counts what is still to be done because of it, `ar_forslag` says that the board has the
    last word.
    """
    return (
        Beslut.objects.filter(punkt__mote__status__in=HALLNA)
        .select_related("punkt__mote", "punkt__arende", "punkt__paragraf", "delarende")
        .annotate(
            oppna=Count("atgarder", filter=Q(atgarder__klar__isnull=True)),
            har_protokoll=Exists(Protokoll.objects.filter(mote=OuterRef("punkt__mote"))),
            ar_forslag=_ar_forslag("punkt__"),
        )
    )


def _ar_forslag(punkt: str) -> Q:
    """Whether an item is the committee's, of a matter that the board takes up that day or later."""
    i_styrelsen = Punkt.objects.filter(
        arende=OuterRef(f"{punkt}arende"),
        mote__organ=Organ.FS,
        mote__datum__gte=OuterRef(f"{punkt}mote__datum"),
    )
    return Q(Exists(i_styrelsen), **{f"{punkt}mote__organ": Organ.AU})


def ar_forslag_till_styrelsen(punkt: Punkt) -> bool:
    """Whether what the item decided is what the committee proposes to the board. One query."""
    return Punkt.objects.filter(_ar_forslag(""), pk=punkt.pk).exists()


def paragraferna(mote: Mote) -> list[Punkt]:
    """The meeting's items with a § once it has been held, in order, with what each decided."""
    if mote.status not in HALLNA:
        return []
    rader = mote.punkter.filter(paragraf__isnull=False).select_related("paragraf", "arende")
    return list(rader.prefetch_related("beslut").order_by("paragraf__nummer"))


def atgarderna(idag: date) -> QuerySet[Atgard]:
    """What is to be done because of decisions of held meetings.

    `lage` is "klar", "sen" or "oppen"; `har_protokoll` whether the minutes are approved.
    """
    lage = Case(
        When(klar__isnull=False, then=Value("klar")),
        When(senast__lt=idag, then=Value("sen")),
        default=Value("oppen"),
        output_field=CharField(),
    )
    return (
        Atgard.objects.filter(beslut__punkt__mote__status__in=HALLNA)
        .select_related(
            "beslut__punkt__mote",
            "beslut__punkt__arende",
            "beslut__punkt__paragraf",
            "klar_genom__paragraf",
            "klar_genom__arende",
        )
        .annotate(
            lage=lage,
            har_protokoll=Exists(Protokoll.objects.filter(mote=OuterRef("beslut__punkt__mote"))),
        )
    )


def oppna_atgarder(idag: date, organ: str = "") -> QuerySet[Atgard]:
    """What is still to be done, the most urgent first; by one organ's decisions if given."""
    rader = atgarderna(idag).filter(klar__isnull=True)
    if organ:
        rader = rader.filter(beslut__punkt__mote__organ=organ)
    return rader.order_by(_sist("senast"), "senast", "pk")


def senare_punkter(beslut: Beslut) -> QuerySet[Punkt]:
    """The §§ that can have ended what the decision asked for: of that day's meetings and later."""
    return (
        Punkt.objects.filter(paragraf__isnull=False, mote__datum__gte=beslut.punkt.mote.datum)
        .select_related("paragraf", "arende", "mote")
        .order_by("-mote__datum", "paragraf__nummer")
    )


def _sist(falt: str) -> Any:
    """Rows without a day after those with one, on every database."""
    return Case(When(**{f"{falt}__isnull": True}, then=Value(1)), default=Value(0))

"""What the page of a matter shows, and what one starts a new matter from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from styrelse import amnen
from styrelse.actions.arende import justerade_dagar, skal_att_inte_andra
from styrelse.amnen import Amne
from styrelse.calculations.arsmall import fyll_i
from styrelse.calculations.siffror import Siffra
from styrelse.choices import OPPNA
from styrelse.models import (
    Arende,
    Arendebilaga,
    Arsarende,
    Beslut,
    Kansliroll,
    Mote,
    Paketbilaga,
    Punkt,
)
from styrelse.selectors.handlingar import gallande_bilagor, siffror

PA_GANG, PA_DAGORDNING, AVSLUTAT = "pa_gang", "pa_dagordning", "avslutat"
LAGEN = (
    (PA_GANG, "På gång"),
    (PA_DAGORDNING, "På dagordning"),
    (AVSLUTAT, "Avslutat"),
)
FARGER = {PA_DAGORDNING: "info", AVSLUTAT: "ok"}


def med_lage(arenden: "QuerySet[Arende]") -> "QuerySet[Arende]":
    """The matters with `lage` (a key of LAGEN) and `mote_datum`, the day of the next meeting."""
    kommande = Punkt.objects.filter(
        arende=OuterRef("pk"), mote__status__in=OPPNA, utgar=False
    ).order_by("mote__datum")
    return arenden.annotate(
        mote_datum=Subquery(kommande.values("mote__datum")[:1]),
        lage=Case(
            When(Q(avslutat__isnull=False), then=Value(AVSLUTAT)),
            When(Exists(kommande), then=Value(PA_DAGORDNING)),
            default=Value(PA_GANG),
            output_field=CharField(),
        ),
    )


@dataclass(frozen=True)
class Motesrad:
    """A meeting that the matter stands or stood on, and what became of it there."""

    punkt: Punkt
    mote: Mote
    beslut: tuple[Beslut, ...]
    paragraf: str


def motesrader(arende: Arende) -> list[Motesrad]:
    """Newest meeting first. Two queries."""
    punkter = (
        arende.punkter.select_related("mote", "paragraf")
        .prefetch_related("beslut__delarende")
        .order_by("-mote__datum", "-mote__start")
    )
    return [
        Motesrad(
            p, p.mote, tuple(p.beslut.all()), p.paragraf.fullt if hasattr(p, "paragraf") else ""
        )
        for p in punkter
    ]


@dataclass(frozen=True)
class Bilagebild:
    """An annex on the matter's page; `hinder` is why it may not be changed, or nothing."""

    bilaga: Arendebilaga
    hinder: str


def bilagebilder(arende: Arende) -> tuple[list[Bilagebild], list[Arendebilaga]]:
    """The annexes that hold, in order, and those that have been replaced. Three queries."""
    rader = Paketbilaga.objects.filter(bilaga__arende=arende)
    skickade, dagar = set(rader.values_list("bilaga", flat=True)), justerade_dagar(arende)
    alla = arende.bilagor.defer("innehall").select_related("bifogad_av", "ersatt_av", "arende")
    bilder = [
        Bilagebild(b, skal_att_inte_andra(b, b.pk in skickade, dagar))
        for b in alla
        if b.ersatt_av_id is None
    ]
    return bilder, [b for b in alla if b.ersatt_av_id]


def arendets_siffror(arende: Arende) -> dict[str, Siffra]:
    """The figures that the matter's words may name, by name. One query."""
    return siffror(gallande_bilagor([arende]).get(arende.pk, []))


def forbundschefen(dag: date) -> str:
    """Who signs the office's writings that day: "Anna Ek, förbundschef"; empty for nobody."""
    roller = Kansliroll.objects.under(dag, dag).filter(befattning__icontains="förbundschef")
    roll = roller.select_related("person").order_by("-fran").first()
    return f"{roll.person}, {roll.befattning[0].lower()}{roll.befattning[1:]}" if roll else ""


@dataclass(frozen=True)
class Kandidat:
    """A subject that a matter could be made of; `arende` is the latest that it was made of.

    While that one is open there is no other; one that is ended may be followed by a new.
    """

    amne: Amne
    arende: Arende | None


@dataclass(frozen=True)
class Kandidatgrupp:
    kod: str
    namn: str
    nya: tuple[Kandidat, ...]


def kandidatgrupper(idag: date) -> list[Kandidatgrupp]:
    """Every kind with what a matter could be made of now, kinds without any left out."""
    rader = Arende.objects.exclude(amnesslag="")
    # An open one comes last and holds; of the ended ones the latest.
    i_ordning = sorted(rader, key=lambda a: (a.avslutat is None, a.avslutat or idag, a.pk))
    upptagna = {(a.amnesslag, a.amnesnyckel): a for a in i_ordning}
    grupper = []
    for slag in amnen.amnesslagen().values():
        amnena = slag.kandidater(idag)
        nya = tuple(Kandidat(a, upptagna.get((slag.kod, a.nyckel))) for a in amnena)
        if nya:
            grupper.append(Kandidatgrupp(slag.kod, slag.namn, nya))
    return grupper


def arenden_om(slag: str, nyckel: str) -> list[Arende]:
    """The matters made of the subject, open ones first, then the latest. No subject: none."""
    if not slag:
        return []
    rader = Arende.objects.filter(amnesslag=slag, amnesnyckel=nyckel)
    return list(rader.order_by(F("avslutat").desc(nulls_first=True), "-pk"))


def arliga(aren: Iterable[int]) -> list[tuple[int, Arsarende, str]]:
    """The yearly matters that the years do not have yet, by year and heading. Two queries."""
    finns = set(
        Arende.objects.filter(arsarende__isnull=False).values_list("verksamhetsar", "arsarende")
    )
    alla = list(Arsarende.objects.all())
    return [
        (ar, ett, fyll_i(ett.rubrik, ar))
        for ar in aren
        for ett in alla
        if (ar, ett.pk) not in finns
    ]


def dokumentval(idag: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Documents that could be attached now, as grouped choices: "delarsrapport 2021-H1"."""
    grupper: list[Any] = []
    for slag in amnen.amnesslagen().values():
        amnena = slag.kandidater(idag) if slag.bygg else []
        if amnena:
            grupper.append((slag.namn, [(f"{slag.kod} {a.nyckel}", a.namn) for a in amnena]))
    return grupper

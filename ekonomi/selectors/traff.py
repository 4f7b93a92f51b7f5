"""A year's forecasts side by side, and how right they were when the year was over."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import QuerySet

from ekonomi.calculations.prognos import Traff, dagar_kvar
from ekonomi.choices import Prognosstatus
from ekonomi.models import Prognos, Prognospost
from ekonomi.selectors.budget import arets_mall
from ekonomi.selectors.budgetuppfoljning import bokforda_manader
from ekonomi.selectors.uppstallning import underlag
from ekonomi.uppstallning import Berakning, Budgetrad, Radresultat, Underlag, Uppstallningsmall
from ekonomi.uppstallning.berakna import BUDGET, PROGNOS, UTFALL
from finsam.money import kronor
from finsam.periods import Period

# How many years back the hit rate is shown.
FLEST_AR = 5


@dataclass(frozen=True)
class Versionsrad:
    """A line of the driftredovisning: budget, each version's forecast, and the year's outcome."""

    etikett: str
    slag: str
    niva: int
    budget: Decimal | None
    prognoser: tuple[Decimal | None, ...]
    utfall: Decimal | None

    @property
    def traffar(self) -> tuple[Traff | None, ...]:
        """Each version against the outcome; None where one of them is nothing."""
        return tuple(
            None if prognos is None or self.utfall is None else Traff(prognos, self.utfall)
            for prognos in self.prognoser
        )


@dataclass(frozen=True)
class Versionsjamforelse:
    """The versions of a year by line. `klart`: it is booked to its end, and may be seen."""

    ar: int
    versioner: tuple[Prognos, ...]
    rader: tuple[Versionsrad, ...]
    klart: bool

    @property
    def dagar(self) -> tuple[tuple[Prognos, int], ...]:
        """Each version with the days that were left of the year."""
        return tuple((ett, dagar_kvar(ett.upprattad, self.ar)) for ett in self.versioner)


def versionsjamforelse(
    ar: int, synliga: QuerySet[Prognos], synliga_ar: Collection[int]
) -> Versionsjamforelse | None:
    """The year's versions that the reader may see; None without a layout. 16 queries.

    `synliga_ar` are the years whose ledger the reader may see.
    """
    versioner = tuple(synliga.filter(verksamhetsar=ar).order_by("version"))
    jamforelser = _jamfor([ar], {ar: versioner}, _klara(synliga_ar))
    return jamforelser[0] if jamforelser else None


def prognostraff(synliga_ar: Collection[int]) -> tuple[Versionsjamforelse, ...]:
    """The latest years that are booked to their end and had a forecast, the last one first."""
    klara = _klara(synliga_ar)
    lagda: dict[int, list[Prognos]] = defaultdict(list)
    for prognos in Prognos.objects.filter(status=Prognosstatus.LAGD).order_by("version"):
        if prognos.verksamhetsar in klara:
            lagda[prognos.verksamhetsar].append(prognos)
    aren = sorted(lagda, reverse=True)[:FLEST_AR]
    return tuple(_jamfor(aren, lagda, klara)) if aren else ()


def _klara(synliga_ar: Collection[int]) -> frozenset[int]:
    """Of the years those that are booked to their end."""
    bokforda = bokforda_manader()
    return frozenset(ar for ar in synliga_ar if bokforda.get(ar) == 12)


def _jamfor(
    aren: Sequence[int], versioner: Mapping[int, Sequence[Prognos]], klara: Collection[int]
) -> list[Versionsjamforelse]:
    grund = underlag(Period(aren[0]), aren)
    rader = _rader(ett.pk for ar in aren for ett in versioner[ar])
    ut = []
    for ar in aren:
        if mall := arets_mall(ar):
            klart = ar in klara
            per_version = [rader.get(ett.pk, ()) for ett in versioner[ar]]
            jamforda = _arets(mall, grund, ar, per_version, klart)
            ut.append(Versionsjamforelse(ar, tuple(versioner[ar]), tuple(jamforda), klart))
    return ut


def _arets(
    mall: Uppstallningsmall,
    grund: Underlag,
    ar: int,
    per_version: Sequence[tuple[Budgetrad, ...]],
    klart: bool,
) -> Iterable[Versionsrad]:
    period = Period(ar)
    egen = Berakning(mall, grund, period)
    prognoser = [
        Berakning(mall, replace(grund, prognos={ar: rader}), period) for rader in per_version
    ]
    for tabell in mall.tabeller_av("driftredovisning"):
        for rad in egen.tabell(tabell.id).rader:
            if _ar_block(rad):
                yield Versionsrad(
                    etikett=rad.etikett,
                    slag=rad.slag,
                    niva=rad.niva,
                    budget=egen.varde(rad.id, BUDGET, period),
                    prognoser=tuple(ett.varde(rad.id, PROGNOS, period) for ett in prognoser),
                    utfall=egen.varde(rad.id, UTFALL, period) if klart else None,
                )


def _ar_block(rad: Radresultat) -> bool:
    """A line or sum of its own: the insatser stand in their sums."""
    return bool(rad.id) and rad.radmall == rad.id


def _rader(versioner: Iterable[int]) -> dict[int, tuple[Budgetrad, ...]]:
    """The posts of each version; 1 query."""
    ut: dict[int, list[Budgetrad]] = defaultdict(list)
    poster = Prognospost.objects.filter(prognos__in=list(versioner)).order_by("pk")
    falt = ("prognos_id", "konto__nummer", "belopp", "kostnadsblock__kod", "insats__nr")
    for version, konto, belopp, block, insats in poster.values_list(*falt):
        ut[version].append(Budgetrad(konto, kronor(belopp), block, insats))
    return {version: tuple(rader) for version, rader in ut.items()}

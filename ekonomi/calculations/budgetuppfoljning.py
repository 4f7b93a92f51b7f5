"""The follow-up of a budget at a month's end: each line to date, as forecast and for the year.

Amounts are kr with the sign of print: income positive, costs negative. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.jamforelse import diff_mot_budget, utfall_mot_budget
from ekonomi.uppstallning import Berakning, Radresultat
from ekonomi.uppstallning.berakna import BUDGET, PROGNOS, UTFALL
from ekonomi.uppstallning.mall import Konton, Kvot, MotBudget, Personaltal
from finsam.money import andel
from finsam.periods import Period
from finsam.typografi import kr, tkr
from insatser.calculations.forbrukningsrad import Kvotgranser, kvotvarning

UTAN_BUDGET = "{x}\u00a0kr är bokfört utan budget."
PROGNOS_UTAN_KOMMENTAR = (
    "Prognosen {x}\u00a0tkr avviker från årets budget {y}\u00a0tkr och saknar kommentar."
)
SUMMOR = ("sum", "total")


@dataclass(frozen=True)
class Postkommentar:
    """Why a post of the forecast leaves the budget; `projekt` is the insats's code."""

    konto: str
    block: str | None
    projekt: str | None
    text: str


@dataclass(frozen=True)
class Uppfoljningsrad:
    """A line. `hittills` is the budget to date, `arsbudget` the year's; None is "nothing"."""

    id: str
    etikett: str
    slag: str = "line"
    niva: int = 1
    hittills: Decimal | None = None
    utfall: Decimal | None = None
    prognos: Decimal | None = None
    arsbudget: Decimal | None = None
    kommentarer: tuple[str, ...] = ()

    @property
    def diff(self) -> Decimal | None:
        """Outcome less budget to date; positive is better than budget (F16)."""
        if self.utfall is None or self.hittills is None:
            return None
        return diff_mot_budget(self.utfall, self.hittills)

    @property
    def kvot(self) -> Decimal | None:
        """Outcome as a share of the budget to date: förbrukningskvot (F13)."""
        if self.utfall is None or self.hittills is None:
            return None
        return andel(self.utfall, self.hittills)

    @property
    def mot_arsbudget(self) -> Decimal | None:
        """Outcome as a share of the year's budget: utfall mot budget (F17)."""
        if self.utfall is None or self.arsbudget is None:
            return None
        return utfall_mot_budget(self.utfall, self.arsbudget)

    @property
    def prognosdiff(self) -> Decimal | None:
        """Forecast less the year's budget; positive is better than budget."""
        if self.prognos is None or self.arsbudget is None:
            return None
        return diff_mot_budget(self.prognos, self.arsbudget)

    def varningar(self, granser: Kvotgranser) -> tuple[str, ...]:
        """What calls for attention in the line, in words; sums and headings say nothing."""
        if self.slag != "line":
            return ()
        # The förbrukningskvot says how much of the money is used: income is not used (F13).
        kvot = kvotvarning(self.kvot, granser) if self._kostnad else ""
        alla = (kvot, self._utan_budget(), self._okommenterad(granser))
        return tuple(text for text in alla if text)

    @property
    def _kostnad(self) -> bool:
        return (self.hittills or 0) < 0

    def _utan_budget(self) -> str:
        if not self.utfall or self.hittills:
            return ""
        return UTAN_BUDGET.format(x=kr(abs(self.utfall)))

    def _okommenterad(self, granser: Kvotgranser) -> str:
        if not self.prognosdiff or self.kommentarer:
            return ""
        if self.arsbudget and granser.inom((self.prognos or 0) / self.arsbudget):
            return ""
        return PROGNOS_UTAN_KOMMENTAR.format(x=tkr(self.prognos), y=tkr(self.arsbudget))


@dataclass(frozen=True)
class Uppfoljningstabell:
    """A table of the layout, followed up. `enhet` is what its amounts are shown in."""

    id: str
    titel: str
    enhet: str
    rader: tuple[Uppfoljningsrad, ...]
    etikettrubrik: str = ""


@dataclass(frozen=True)
class Fynd:
    """A line that calls for attention, with the sentences that say why."""

    tabell: Uppfoljningstabell
    rad: Uppfoljningsrad
    texter: tuple[str, ...]


@dataclass(frozen=True)
class Budgetuppfoljning:
    """The year so far: the lines of the driftredovisning, and the sums of the resultaträkning."""

    period: Period
    granser: Kvotgranser
    drift: tuple[Uppfoljningstabell, ...]
    resultat: tuple[Uppfoljningstabell, ...]

    @property
    def fynd(self) -> tuple[Fynd, ...]:
        """What calls for attention, the largest difference in kr first."""
        alla = (
            Fynd(tabell, rad, texter)
            for tabell in self.drift
            for rad in tabell.rader
            if (texter := rad.varningar(self.granser))
        )
        return tuple(sorted(alla, key=lambda fynd: -abs(_vikt(fynd.rad))))

    @property
    def kommenterade(self) -> tuple[Uppfoljningsrad, ...]:
        """The lines that the forecast comments on, in the order of the tables."""
        return tuple(rad for tabell in self.drift for rad in tabell.rader if rad.kommentarer)

    @property
    def slutrad(self) -> Uppfoljningsrad | None:
        """The result: the last line of the resultaträkning, else of the driftredovisning."""
        rader = [rad for tabell in (*self.drift, *self.resultat) for rad in tabell.rader]
        summor = [rad for rad in rader if rad.slag in SUMMOR]
        return summor[-1] if summor else None


def budgetuppfoljning(
    berakning: Berakning, granser: Kvotgranser, kommentarer: Iterable[Postkommentar] = ()
) -> Budgetuppfoljning:
    """The follow-up of the period of `berakning`, which begins with the year."""
    per_rad = _kommentarer(berakning, kommentarer)
    return Budgetuppfoljning(
        berakning.period,
        granser,
        drift=tuple(_tabeller(berakning, "driftredovisning", per_rad)),
        resultat=tuple(_tabeller(berakning, "resultatrakning", {}, SUMMOR)),
    )


def _tabeller(
    berakning: Berakning,
    slag: str,
    kommentarer: Mapping[str, tuple[str, ...]],
    bara: tuple[str, ...] = (),
) -> Iterator[Uppfoljningstabell]:
    for mall in berakning.mall.tabeller_av(slag):
        tabell = berakning.tabell(mall.id)
        rader = tuple(
            _rad(berakning, rad, kommentarer)
            for rad in tabell.rader
            if (not bara or rad.slag in bara) and _har_pengar(berakning, rad)
        )
        yield Uppfoljningstabell(tabell.id, tabell.titel, tabell.enhet, rader, tabell.etikettrubrik)


def _har_pengar(berakning: Berakning, rad: Radresultat) -> bool:
    """A heading or an amount: shares and counts of staff have no budget to follow."""
    if not rad.id:
        return True
    return not isinstance(berakning.rader[rad.id][1].innehall, Kvot | MotBudget | Personaltal)


def _rad(
    berakning: Berakning, rad: Radresultat, kommentarer: Mapping[str, tuple[str, ...]]
) -> Uppfoljningsrad:
    if not rad.id:
        return Uppfoljningsrad("", rad.etikett, rad.slag, rad.niva)
    period = berakning.period
    return Uppfoljningsrad(
        id=rad.id,
        etikett=rad.etikett,
        slag=rad.slag,
        niva=rad.niva,
        hittills=berakning.varde(rad.id, BUDGET, period),
        utfall=berakning.varde(rad.id, UTFALL, period),
        prognos=berakning.varde(rad.id, PROGNOS, period),
        arsbudget=berakning.varde(rad.id, BUDGET, Period(period.ar)),
        kommentarer=kommentarer.get(rad.id, ()),
    )


def _kommentarer(
    berakning: Berakning, kommentarer: Iterable[Postkommentar]
) -> dict[str, tuple[str, ...]]:
    """The comments by the line of the driftredovisning that gathers their posts."""
    urval = [
        (id_, rad.innehall.urval)
        for id_, (tabell, rad) in berakning.rader.items()
        if tabell.slag == "driftredovisning" and isinstance(rad.innehall, Konton)
    ]
    ut: dict[str, tuple[str, ...]] = {}
    for ett in kommentarer:
        for id_, val in urval:
            if val.har_konto(int(ett.konto)) and val.har_objekt(ett.block, ett.projekt):
                ut[id_] = tuple(dict.fromkeys((*ut.get(id_, ()), ett.text)))
    return ut


def _vikt(rad: Uppfoljningsrad) -> Decimal:
    """How much money a line is about: what has gone wrong so far, else by the year's end."""
    return rad.diff or rad.utfall or rad.prognosdiff or Decimal(0)

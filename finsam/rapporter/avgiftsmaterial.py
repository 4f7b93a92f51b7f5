"""What the document on member fees is made from, and the reads behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ekonomi.calculations.avgifter import Avgifter, AvgiftFel
from ekonomi.calculations.avgiftsavstamning import Avstamningsrad
from ekonomi.calculations.betalplan import Rat
from ekonomi.calculations.nns import serviceavgift
from ekonomi.models import Avgiftsrat, Rakenskapsar, Tilldelning
from ekonomi.selectors.avgifter import avgifter_av, folkmangdens_kalla
from ekonomi.selectors.avgiftsavstamning import avgiftsavstamning
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import Berakning, UppstallningFel
from ekonomi.uppstallning.roller import rollrad, rollvarde
from finsam.periods import Period
from finsam.rapporter.disposition import Grundmaterial
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial

AVGIFTSROLL = "medlemsavgifter"


@dataclass(frozen=True)
class Avgiftsversion:
    """A year's allocation shared, and what the shares rest on.

    `adress` is its page; `nns` the fee to NNS in kr, None where it is not entered.
    """

    ar: int
    version: int
    faststalld: bool
    avgifter: Avgifter
    folkmangd_datum: date | None
    kalla: str
    adress: str
    nns_promille: Decimal | None = None
    nns_fast: Decimal | None = None

    @property
    def nns(self) -> Decimal | None:
        return serviceavgift(Decimal(self.avgifter.total), self.nns_promille, self.nns_fast)


@dataclass(frozen=True)
class Bokslutsnot:
    """What the year's accounts say of the fees, kr: the line, and the rows of its note."""

    nummer: str
    summa: Decimal
    rader: tuple[Decimal, ...]


@dataclass(frozen=True, kw_only=True)
class Avgiftsmaterial(Grundmaterial):
    """The year's fees and last year's, when they are paid, and what the ledger says of them."""

    aret: Avgiftsversion
    fjolaret: Avgiftsversion | None = None
    rater: tuple[Rat, ...] = ()
    # None without a ledger for the year.
    avstamning: tuple[Avstamningsrad, ...] | None = None
    bokslut: Bokslutsnot | None = None
    # The board is to lay the fees down, which are preliminary until then.
    foreslas: bool = False


def avgiftsmaterial(slag: str, period: Period, foreslas: bool = False) -> Avgiftsmaterial:
    """All that the year's document is made from. Raises UnderlagSaknas in Swedish.

    Of the version that holds, or with `foreslas` of the latest, which the board is to lay down.
    """
    versioner = Tilldelning.objects.filter(verksamhetsar=period.ar)
    senaste = versioner.order_by("version").last() if foreslas else None
    tilldelning = senaste or Tilldelning.objects.for_ar(period.ar)
    if tilldelning is None:
        raise UnderlagSaknas(f"Ingen tilldelning är registrerad för {period.ar}.")
    try:
        aret = _version(tilldelning)
    except AvgiftFel as fel:
        raise UnderlagSaknas(str(fel)) from fel
    ratfalt = ("part", "manad", "dag", "andel")
    return Avgiftsmaterial(
        period=period,
        register=registerunderlag(period),
        texter=textmaterial(slag, period),
        aret=aret,
        fjolaret=_fjolaret(period.ar - 1),
        rater=tuple(Rat(*rad) for rad in Avgiftsrat.objects.values_list(*ratfalt)),
        avstamning=avgiftsavstamning(aret.avgifter, period.ar),
        bokslut=_bokslut(period),
        foreslas=foreslas,
    )


def _version(tilldelning: Tilldelning) -> Avgiftsversion:
    return Avgiftsversion(
        ar=tilldelning.verksamhetsar,
        version=tilldelning.version,
        faststalld=tilldelning.last,
        avgifter=avgifter_av(tilldelning),
        folkmangd_datum=tilldelning.folkmangd_datum,
        kalla=folkmangdens_kalla(tilldelning.folkmangd_datum),
        adress=tilldelning.versionsadress,
        nns_promille=tilldelning.nns_promille,
        nns_fast=tilldelning.nns_fast,
    )


def _fjolaret(ar: int) -> Avgiftsversion | None:
    tilldelning = Tilldelning.objects.for_ar(ar)
    try:
        return _version(tilldelning) if tilldelning else None
    except AvgiftFel:
        return None


def _bokslut(period: Period) -> Bokslutsnot | None:
    if not Rakenskapsar.objects.filter(verksamhetsar=period.ar).exists():
        return None
    try:
        ekonomi = berakning(period)
    except (UppstallningSaknas, UppstallningFel):
        return None
    summa = rollvarde(ekonomi, AVGIFTSROLL, period)
    if summa is None:
        return None
    nummer, rader = _noten(ekonomi, period)
    return Bokslutsnot(nummer, summa, rader)


def _noten(ekonomi: Berakning, period: Period) -> tuple[str, tuple[Decimal, ...]]:
    """The number of the note on fees and its rows; empty where the line has no note."""
    rad = rollrad(ekonomi.mall, AVGIFTSROLL)
    nummer = ekonomi.rader[rad][1].not_ if rad else ""
    rader = [
        ekonomi.varde(ett.id, "utfall", period)
        for tabell in ekonomi.mall.tabeller_av("not")
        for ett in tabell.rader
        if nummer and tabell.not_ == nummer and ett.slag == "line"
    ]
    return nummer, tuple(tal for tal in rader if tal is not None)

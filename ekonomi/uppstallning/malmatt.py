"""Each measure of a financial goal, answered by the filled-in layout. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.finansiella_mal import HOGST, MINST, Bedomning, Matning, bedom, decimaler
from ekonomi.calculations.trappan import trappans_tak
from ekonomi.uppstallning.berakna import BUDGET, PROGNOS, UTFALL, Berakning
from ekonomi.uppstallning.mall import Konton, MotBudget, Uppstallningsmall
from ekonomi.uppstallning.roller import rollrad, rollvarde
from finsam.money import andel
from finsam.periods import Period
from finsam.typografi import FORMAT, HARDBLANK, INGET

FOTNOT = re.compile(r"\s*(\d+\)|\*+)$")
# Units in which a row of amounts is kept whatever its table shows it in.
PENGAR = ("kr", "tkr", "mkr")
SIDOR = {MINST: "minst", HOGST: "högst"}


@dataclass(frozen=True)
class Malunderlag:
    """A goal as the board set it; `matt` and `jamforelse` are the choices' values."""

    pk: int
    text: str
    matt: str
    jamforelse: str
    rad: str = ""
    namnare: str = ""
    malvarde: Decimal | None = None


@dataclass(frozen=True)
class Malunderlagen:
    """A year's goals, and what the accounts do not tell: the allocation in kr and the tolerance.

    `nara` is how many per cent of a limit that counts as nearly reaching it.
    """

    mal: tuple[Malunderlag, ...] = ()
    tilldelning: Decimal | None = None
    nara: int = 90


@dataclass(frozen=True)
class Valrad:
    """A row that a goal can be measured by."""

    id: str
    etikett: str
    enhet: str


@dataclass(frozen=True)
class Valgrupp:
    """The rows of one table, in its order."""

    rubrik: str
    rader: tuple[Valrad, ...]


def valgrupper(mall: Uppstallningsmall) -> tuple[Valgrupp, ...]:
    """Every row of its own, table by table; one that is spread per account or insats is none."""
    grupper = []
    for tabell in mall.tabeller:
        rader = tuple(
            Valrad(rad.id, _etikett(mall, rad.id), rad.enhet or tabell.enhet)
            for rad in tabell.rader
            if rad.id and not (isinstance(rad.innehall, Konton) and rad.innehall.per)
        )
        if rader:
            grupper.append(Valgrupp(tabell.titel, rader))
    return tuple(grupper)


@dataclass(frozen=True)
class Malrad:
    """A goal with what was measured and the word for it; `matt` says in words what is measured.

    `rad` is the row of the layout whose figure the outcome is; empty for a share of two.
    """

    mal: Malunderlag
    matt: str
    matning: Matning
    bedomning: Bedomning
    rad: str = ""

    @property
    def decimaler(self) -> int:
        """With how many decimals its figures are shown."""
        m = self.matning
        return max(
            decimaler(tal, grans, m.enhet, self.mal.jamforelse)
            for tal, grans in ((m.utfall, m.grans), (m.prognos, m.arsgrans))
        )

    @property
    def enhet(self) -> str:
        """What its figures are shown in: tkr, procent or antal."""
        return "tkr" if self.matning.enhet == "kr" else self.matning.enhet

    @property
    def utfall_text(self) -> str:
        return self._skrivet(self.matning.utfall)

    @property
    def prognos_text(self) -> str:
        return self._skrivet(self.matning.prognos)

    @property
    def grans_text(self) -> str:
        """ "minst 90 %", "högst 3 432 tkr"."""
        return self._grans(self.matning.grans)

    @property
    def arsgrans_text(self) -> str:
        return self._grans(self.matning.arsgrans)

    def _grans(self, tal: Decimal | None) -> str:
        if tal is None:
            return INGET
        return f"{SIDOR[self.mal.jamforelse]}{HARDBLANK}{self._skrivet(tal)}"

    def _skrivet(self, tal: Decimal | None) -> str:
        skrivet = FORMAT[self.enhet](tal, self.decimaler)
        return f"{skrivet}{HARDBLANK}tkr" if self.enhet == "tkr" and tal is not None else skrivet


def malrader(berakning: Berakning, underlagen: Malunderlagen) -> tuple[Malrad, ...]:
    """The year's goals as they stand at the end of the layout's period."""
    helar = not berakning.period.slag
    rader = []
    for mal in underlagen.mal:
        matning = MATT[mal.matt](berakning, mal, underlagen)
        bedomning = bedom(matning, mal.jamforelse, underlagen.nara, helar)
        rad = _matrad(mal, berakning)
        rader.append(Malrad(mal, matt_i_ord(mal, berakning), matning, bedomning, rad))
    return tuple(rader)


ROLLER = {"resultat_budget": "arets_resultat", "kapital_tak": "eget_kapital"}


def _matrad(mal: Malunderlag, berakning: Berakning) -> str:
    if mal.matt in ROLLER:
        return rollrad(berakning.mall, ROLLER[mal.matt]) or ""
    return mal.rad if mal.matt != "andel" and mal.rad in berakning.mall.rader else ""


def matt_i_ord(mal: Malunderlag, berakning: Berakning) -> str:
    """What the goal is measured by: "Kassalikviditet", "Resultatet mot budget"."""
    if mal.matt in FASTA:
        return FASTA[mal.matt]
    rad, namnare = (_etikett(berakning.mall, id_) for id_ in (mal.rad, mal.namnare))
    if mal.matt == "rad_budget":
        return f"{rad} som andel av budget"
    return f"{rad} som andel av {_inuti(namnare)}" if mal.namnare else rad


FASTA = {"resultat_budget": "Resultatet mot budget", "kapital_tak": "Eget kapital mot trappans tak"}


def _etikett(mall: Uppstallningsmall, id_: str) -> str:
    """The row's label; its id where the layout has no such row (any more)."""
    if id_ not in mall.rader:
        return id_
    rad = mall.rader[id_][1]
    if isinstance(rad.innehall, MotBudget):
        # "Utfall mot budget" says nothing without the row it is of.
        return f"{_etikett(mall, rad.innehall.rad)}, {_inuti(rad.etikett)}"
    # The mark of a footnote belongs to the table: "Soliditet 1)".
    return FOTNOT.sub("", rad.etikett)


def _inuti(etikett: str) -> str:
    """A label within a phrase."""
    return etikett[:1].lower() + etikett[1:]


def _resultat_budget(berakning: Berakning, _: Malunderlag, __: Malunderlagen) -> Matning:
    """The year's result against the one budgeted, for as much of the year as has gone."""
    period, aret = berakning.period, Period(berakning.period.ar)
    return Matning(
        utfall=rollvarde(berakning, "arets_resultat", period),
        grans=rollvarde(berakning, "arets_resultat", period, BUDGET),
        enhet="kr",
        prognos=rollvarde(berakning, "arets_resultat", aret, PROGNOS),
        arsgrans=rollvarde(berakning, "arets_resultat", aret, BUDGET),
    )


def _kapital_tak(berakning: Berakning, _: Malunderlag, underlagen: Malunderlagen) -> Matning:
    """Equity against the cap that the year's allocation gives (F28)."""
    period, aret = berakning.period, Period(berakning.period.ar)
    bidrag = underlagen.tilldelning
    tak = None if bidrag is None else trappans_tak(bidrag, period.ar)
    ingaende = rollvarde(berakning, "eget_kapital", aret, matt="ingaende")
    resultat = rollvarde(berakning, "arets_resultat", aret, PROGNOS)
    prognos = None if ingaende is None or resultat is None else ingaende + resultat
    return Matning(rollvarde(berakning, "eget_kapital", period), tak, "kr", prognos, tak)


def _rad(berakning: Berakning, mal: Malunderlag, _: Malunderlagen) -> Matning:
    """A row of the layout."""
    if mal.rad not in berakning.mall.rader:
        return Matning(None, mal.malvarde, "antal")
    enhet = berakning.enhet(mal.rad)
    return Matning(
        berakning.varde(mal.rad, UTFALL, berakning.period),
        mal.malvarde,
        "kr" if enhet in PENGAR else enhet,
        berakning.varde(mal.rad, PROGNOS, Period(berakning.period.ar)),
        mal.malvarde,
    )


def _rad_budget(berakning: Berakning, mal: Malunderlag, _: Malunderlagen) -> Matning:
    """A row as a share of its budget for the same time (F13, F17)."""
    if mal.rad not in berakning.mall.rader:
        return Matning(None, mal.malvarde, "procent")
    aret = Period(berakning.period.ar)
    prognos, budget = (berakning.varde(mal.rad, slag, aret) for slag in (PROGNOS, BUDGET))
    return Matning(
        berakning.varde(mal.rad, "kvot", berakning.period),
        mal.malvarde,
        "procent",
        _kvot(prognos, budget),
        mal.malvarde,
    )


def _andel(berakning: Berakning, mal: Malunderlag, _: Malunderlagen) -> Matning:
    """A row as a share of another."""
    if not {mal.rad, mal.namnare} <= berakning.mall.rader.keys():
        return Matning(None, mal.malvarde, "procent")
    aret = Period(berakning.period.ar)
    utfall, prognos = (
        _kvot(berakning.varde(mal.rad, slag, p), berakning.varde(mal.namnare, slag, p))
        for slag, p in ((UTFALL, berakning.period), (PROGNOS, aret))
    )
    return Matning(utfall, mal.malvarde, "procent", prognos, mal.malvarde)


def _kvot(taljare: Decimal | None, namnare: Decimal | None) -> Decimal | None:
    return None if taljare is None or namnare is None else andel(taljare, namnare)


MATT: Mapping[str, Callable[[Berakning, Malunderlag, Malunderlagen], Matning]] = {
    "resultat_budget": _resultat_budget,
    "kapital_tak": _kapital_tak,
    "rad": _rad,
    "rad_budget": _rad_budget,
    "andel": _andel,
}

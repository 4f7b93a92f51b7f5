"""Internal control worked out: risk, what is due when, and how far each control has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finsam.periods import Period, delperioder
from finsam.statusord import Statusord
from uppfoljning.calculations.forvantade import forfaller

# The kind of period that each frequency falls on; see finsam.periods.
PERIODSLAG = {"ar": "", "halvar": "H", "tertial": "T", "kvartal": "K"}
STEG = (1, 2, 3, 4)
MEDEL_FRAN, HOG_FRAN = 4, 9


class Riskniva(Statusord):
    """How high a risk is: likelihood times consequence 1-3 låg, 4-8 medel, 9-16 hög."""

    LAG = ("ok", "låg")
    MEDEL = ("varning", "medel")
    HOG = ("fel", "hög")


@dataclass(frozen=True)
class Riskvarde:
    """Likelihood and consequence, each 1-4, of something going wrong."""

    sannolikhet: int
    konsekvens: int

    @property
    def produkt(self) -> int:
        return self.sannolikhet * self.konsekvens

    @property
    def niva(self) -> Riskniva:
        if self.produkt >= HOG_FRAN:
            return Riskniva.HOG
        return Riskniva.MEDEL if self.produkt >= MEDEL_FRAN else Riskniva.LAG

    @property
    def ord(self) -> str:
        """ "3 × 4 = 12, hög"."""
        return f"{self.sannolikhet} × {self.konsekvens} = {self.produkt}, {self.niva.text}"


def kontrollperioder(frekvens: str, ar: int) -> tuple[Period, ...]:
    """The periods of the year that a control of the frequency is done for, in order."""
    return delperioder(Period(ar), PERIODSLAG[frekvens])


class Kontrollage(Statusord):
    """How far the control of one period has come."""

    GJORD = ("ok", "Gjord")
    FORSENAD = ("fel", "Försenad")
    ATT_GORA = ("varning", "Att göra")
    KOMMANDE = ("", "Kommande")


class Atgardslage(Statusord):
    """How far the action on a deviation has come."""

    KLAR = ("ok", "Åtgärdad")
    FORSENAD = ("fel", "Försenad")
    PAGAR = ("info", "Pågår")


@dataclass(frozen=True)
class Stickprovsunderlag:
    """A draw and what came of it; `felaktiga` names the rows found wrong."""

    pk: int
    period: Period
    population: str
    fro: int
    antal: int
    ram: int
    ramsumma: str
    ratt: int = 0
    fel: int = 0
    felaktiga: tuple[str, ...] = ()
    adress: str = ""

    @property
    def granskade(self) -> int:
        return self.ratt + self.fel

    @property
    def klart(self) -> bool:
        return self.granskade == self.antal


@dataclass(frozen=True)
class Utforande:
    """A control done: its result in words and colour, and the action on what was found."""

    pk: int
    period: Period
    utford: date
    resultat: str
    resultatord: str
    farg: str
    iakttagelse: str = ""
    fynd: int | None = None
    atgard: str = ""
    atgard_ansvarig: str = ""
    atgard_senast: date | None = None
    atgardad: date | None = None

    def atgardslage(self, idag: date) -> Atgardslage | None:
        """How the action stands; None where there is none to take."""
        if not self.atgard:
            return None
        if self.atgardad:
            return Atgardslage.KLAR
        sen = self.atgard_senast is not None and self.atgard_senast < idag
        return Atgardslage.FORSENAD if sen else Atgardslage.PAGAR


@dataclass(frozen=True)
class Tillfalle:
    """One period of a control: the last day for it, and what was done."""

    period: Period
    senast: date
    lage: Kontrollage
    utforande: Utforande | None = None
    stickprov: tuple[Stickprovsunderlag, ...] = ()


@dataclass(frozen=True)
class Moment:
    """A control of the plan and all that has been done by it; `omrade` is the stored value."""

    pk: int
    nr: int
    ar: int
    omrade: str
    omradesord: str
    risk: str
    fore: Riskvarde
    efter: Riskvarde | None
    kontroll: str
    metod: str
    frekvens: str
    frekvensord: str
    ansvarig: str
    systemkontroll: str = ""
    adress: str = ""
    utforda: tuple[Utforande, ...] = ()
    stickprov: tuple[Stickprovsunderlag, ...] = ()

    def tillfallen(self, idag: date) -> tuple[Tillfalle, ...]:
        """Every period of the year that the control is done for, in order."""
        gjorda = {utforande.period: utforande for utforande in self.utforda}
        return tuple(
            Tillfalle(
                period=period,
                senast=forfaller(period),
                lage=kontrollage(period, period in gjorda, idag),
                utforande=gjorda.get(period),
                stickprov=tuple(s for s in self.stickprov if s.period == period),
            )
            for period in kontrollperioder(self.frekvens, self.ar)
        )

    def oppna_atgarder(self) -> tuple[Utforande, ...]:
        """What was found and is not yet put right, the earliest day first."""
        oppna = (u for u in self.utforda if u.atgard and not u.atgardad)
        return tuple(sorted(oppna, key=lambda u: (u.atgard_senast or date.max, u.period)))


def kontrollage(period: Period, gjord: bool, idag: date) -> Kontrollage:
    """How the control of a period stands on a day."""
    if gjord:
        return Kontrollage.GJORD
    if forfaller(period) < idag:
        return Kontrollage.FORSENAD
    return Kontrollage.ATT_GORA if period.slut < idag else Kontrollage.KOMMANDE


@dataclass(frozen=True)
class Plan:
    """A year's plan. `beslutad` and `paragraf` are empty while it is a draft.

    `dag` is the day it was read: what ends later has not fallen due.
    """

    ar: int
    beslutad: date | None
    paragraf: str
    last: bool
    moment: tuple[Moment, ...] = ()
    dag: date = date.max

    def forfallna(self, moment: Moment, inom: Period) -> tuple[Period, ...]:
        """The periods of the moment that end in `inom` and have ended, in order."""
        alla = kontrollperioder(moment.frekvens, moment.ar)
        return tuple(ett for ett in alla if ett.slut in inom and ett.slut <= self.dag)

    def gjorda(self, inom: Period) -> tuple[tuple[Moment, Utforande], ...]:
        """What was done for those periods, each with its moment."""
        return tuple(
            (moment, utforande)
            for moment in self.moment
            for utforande in moment.utforda
            if utforande.period in self.forfallna(moment, inom)
        )

    def per_omrade(self) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
        """The moments under the name of each area that has any, in the order they come."""
        namn = dict.fromkeys(moment.omradesord for moment in self.moment)
        return tuple((ett, tuple(m for m in self.moment if m.omradesord == ett)) for ett in namn)


@dataclass(frozen=True)
class Matrisruta:
    """One square of the risk matrix and the moments in it."""

    risk: Riskvarde
    moment: tuple[Moment, ...] = ()


def riskmatris(moment: Iterable[Moment]) -> tuple[tuple[int, tuple[Matrisruta, ...]], ...]:
    """The matrix before actions: a row per consequence, 4 first, and a square per likelihood."""
    alla = tuple(moment)
    return tuple(
        (
            konsekvens,
            tuple(
                Matrisruta(
                    ruta := Riskvarde(sannolikhet, konsekvens),
                    tuple(m for m in alla if m.fore == ruta),
                )
                for sannolikhet in STEG
            ),
        )
        for konsekvens in reversed(STEG)
    )

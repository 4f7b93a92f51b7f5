"""How much the board may still decide, this year and the years ahead (F11). kr, costs positive.

A year's space is what it opens with plus its result; the next year opens with it. The current
year stands twice, as budget and as forecast, and one of the two feeds the next year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from ekonomi.calculations.flytta import flytta_manader, flyttat_per_ar
from finsam.money import NOLL, summa
from finsam.typografi import uppraknat

FORTROENDEVALDA = "fortroendevalda"
FORVALTNING = "forvaltning"


@dataclass(frozen=True)
class Utrymmesrad:
    """A line of a year, in kr: an income as it is, a cost positive.

    `nyckel` is the line's name through the years, `adress` where its amount comes from, and
    `plats` its place among all lines of its kind.
    """

    nyckel: str
    namn: str
    agare: str
    belopp: Decimal
    adress: str = ""
    plats: int = 0


@dataclass(frozen=True)
class Arsplan:
    """A column: a year's income and costs as outcome ("utfall"), "budget" or "prognos".

    `foder`: its result feeds next year. `sokta` are pending applications, outside the result.
    `intaktsrader` add to `intakter`, the allocation first. `adresser` leads from
    "fortroendevalda" and "forvaltning" to where the figure comes from. `bokslut` is the result
    as the statements give it, with its sign, and `planerade_insatser` what they have on insatser,
    None when there is nothing to hold the column against: then it is the budget of the year
    `budget_fran` written on. `forslag`: the budget was not decided on that day.
    """

    ar: int
    slag: str
    intakter: Decimal
    fortroendevalda: Decimal
    forvaltning: Decimal
    insatser: tuple[Utrymmesrad, ...] = ()
    ovriga: tuple[Utrymmesrad, ...] = ()
    sokta: tuple[Utrymmesrad, ...] = ()
    foder: bool = True
    intaktsrader: tuple[Utrymmesrad, ...] = ()
    adresser: Mapping[str, str] = field(default_factory=dict)
    bokslut: Decimal | None = None
    planerade_insatser: Decimal | None = None
    budget_fran: int | None = None
    forslag: bool = False

    @property
    def bidrag(self) -> Decimal:
        """The members' contributions: the first line of income, all of it without lines."""
        return self.intaktsrader[0].belopp if self.intaktsrader else self.intakter

    @cached_property
    def insatssumma(self) -> Decimal:
        return summa(rad.belopp for rad in self.insatser)

    @cached_property
    def ovrigsumma(self) -> Decimal:
        return summa(rad.belopp for rad in self.ovriga)

    @property
    def samverkan(self) -> Decimal:
        """All samverkansinsatser: those of the members and the association's own."""
        return self.insatssumma + self.ovrigsumma

    @cached_property
    def resultat(self) -> Decimal:
        """Income less the four blocks of costs; a deficit is negative."""
        return self.intakter - self.fortroendevalda - self.forvaltning - self.samverkan


@dataclass(frozen=True)
class Arsutrymme:
    """A column filled in; `ingaende_efter` is what it opens with after the applications before."""

    plan: Arsplan
    ingaende: Decimal
    ingaende_efter: Decimal

    @property
    def totalt(self) -> Decimal:
        """What there is to decide on when the year begins: the opening and the income."""
        return self.ingaende + self.plan.intakter

    @property
    def samverkan(self) -> Decimal:
        return self.plan.samverkan

    @property
    def resultat(self) -> Decimal:
        return self.plan.resultat

    @property
    def utrymme(self) -> Decimal:
        """What is left when the year ends, before pending applications."""
        return self.ingaende + self.resultat

    @cached_property
    def sokt(self) -> Decimal:
        return summa(rad.belopp for rad in self.plan.sokta)

    @property
    def efter(self) -> Decimal:
        """What would be left were every application here and in earlier years granted."""
        return self.ingaende_efter + self.resultat - self.sokt


def rulla(ingaende: Decimal, planer: Sequence[Arsplan]) -> tuple[Arsutrymme, ...]:
    """The columns in order, each year opening with what the one before left (F11).

    Raises ValueError unless the years follow one upon the other and just one column of each
    feeds the next.
    """
    fore = efter = ingaende
    ut: list[Arsutrymme] = []
    for ar, kolumner in groupby(planer, key=lambda plan: plan.ar):
        if ut and ar != ut[-1].plan.ar + 1:
            raise ValueError(f"{ar} följer inte på {ut[-1].plan.ar}.")
        aret = [Arsutrymme(plan, fore, efter) for plan in kolumner]
        matande = [utrymme for utrymme in aret if utrymme.plan.foder]
        if len(matande) != 1:
            raise ValueError(f"{len(matande)} kolumner för {ar} matar nästa år; det ska vara en.")
        fore, efter = matande[0].utrymme, matande[0].efter
        ut += aret
    return tuple(ut)


def negativt_efter(
    utrymmen: Sequence[Arsutrymme], per_ar: Mapping[int, Decimal]
) -> dict[int, Decimal]:
    """The years whose space is below 0 once these kr by year are granted too, with what it is.

    Other applications that wait are not counted: nothing is granted to them yet.
    """
    kvar = {
        u.plan.ar: u.utrymme - summa(kr for ar, kr in per_ar.items() if ar <= u.plan.ar)
        for u in utrymmen
        if u.plan.foder
    }
    return {ar: belopp for ar, belopp in kvar.items() if belopp < 0}


@dataclass(frozen=True)
class Sokt:
    """A pending application; `per_ar` is the association's money that it asks for, kr."""

    nyckel: str
    namn: str
    agare: str
    start: date
    slut: date
    per_ar: Mapping[int, Decimal]
    adress: str = ""

    @property
    def summa(self) -> Decimal:
        return summa(self.per_ar.values())

    def flyttad(self, manader: int) -> "Sokt":
        """The same money `manader` months later (earlier when negative); see flyttat_per_ar."""
        return replace(
            self,
            start=flytta_manader(self.start, manader),
            slut=flytta_manader(self.slut, manader),
            per_ar=flyttat_per_ar(self.per_ar, self.start, self.slut, manader),
        )

    def rad(self, ar: int) -> Utrymmesrad | None:
        """Its line in a year; None for a year without money."""
        belopp = self.per_ar.get(ar, NOLL)
        rad = Utrymmesrad(self.nyckel, self.namn, self.agare, belopp, self.adress)
        return rad if belopp else None


@dataclass(frozen=True)
class Utrymmesunderlag:
    """Everything the decision space of `ar` and the years ahead is made of, as it stood `per`.

    `ingaende` is what `ar` opens with: the equity without the reserve fund at the end of
    `bokslutsar` (`bokslut`, F6), and the results of the years between (`mellan`). Each plan
    holds every application in `sokta` that has money in its year. `adresser` leads from
    "ingaende" and "resultat" to the accounts, and from "rum" to the decision room.
    """

    ar: int
    per: date
    ingaende: Decimal
    reservfond: Decimal
    planer: tuple[Arsplan, ...]
    sokta: tuple[Sokt, ...] = ()
    bokslutsar: int = 0
    bokslut: Decimal = NOLL
    bokslutsresultat: Decimal | None = None
    mellan: tuple[Arsplan, ...] = ()
    adresser: Mapping[str, str] = field(default_factory=dict)

    @property
    def aren(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(plan.ar for plan in self.planer))

    @property
    def utrymmen(self) -> tuple[Arsutrymme, ...]:
        return rulla(self.ingaende, self.planer)

    @property
    def forslag(self) -> str:
        """Which of the budgets are mere proposals, in a sentence; empty when all are decided."""
        aren = [str(plan.ar) for plan in self.planer if plan.forslag and not plan.budget_fran]
        if not aren:
            return ""
        return f"Budgeten för {uppraknat(aren)} är ett förslag som styrelsen inte har beslutat om."

    @property
    def utanfor(self) -> Decimal:
        """What the applications ask for in years that are not shown, kr."""
        return summa(
            belopp for sokt in self.sokta for ar, belopp in sokt.per_ar.items()
            if ar not in self.aren
        )  # fmt: skip


def med_sokta(planer: Sequence[Arsplan], sokta: Sequence[Sokt]) -> tuple[Arsplan, ...]:
    """The plans with just these applications, each on a line of the years it has money in."""
    return tuple(
        replace(plan, sokta=tuple(filter(None, (sokt.rad(plan.ar) for sokt in sokta))))
        for plan in planer
    )


@dataclass(frozen=True)
class Val:
    """A play with the room.

    `valda` are the ticked applications and `flyttade` the months each is moved. `intakter` is a
    year's whole income instead, and `andrade` the amount instead, kr, of "fortroendevalda",
    "forvaltning" or a line's nyckel in a year. Both change the column that feeds.
    """

    valda: frozenset[str] = frozenset()
    flyttade: Mapping[str, int] = field(default_factory=dict)
    intakter: Mapping[int, Decimal] = field(default_factory=dict)
    andrade: Mapping[tuple[int, str], Decimal] = field(default_factory=dict)


def med_val(underlag: Utrymmesunderlag, val: Val) -> Utrymmesunderlag:
    """The same with what is chosen: only ticked applications are asked for, where they stand now.

    What `val` names and the underlag does not have is passed over. The years between the last
    accounts and `ar` are never changed.
    """
    sokta = tuple(
        sokt.flyttad(manader) if (manader := val.flyttade.get(sokt.nyckel)) else sokt
        for sokt in underlag.sokta
        if sokt.nyckel in val.valda
    )
    planer = [_andrad(plan, val) if plan.foder else plan for plan in underlag.planer]
    return replace(underlag, sokta=sokta, planer=med_sokta(planer, sokta))


def _andrad(plan: Arsplan, val: Val) -> Arsplan:
    if plan.ar not in val.intakter and all(ar != plan.ar for ar, _ in val.andrade):
        return plan

    def nytt(nyckel: str, belopp: Decimal) -> Decimal:
        return val.andrade.get((plan.ar, nyckel), belopp)

    def rader(gamla: tuple[Utrymmesrad, ...]) -> tuple[Utrymmesrad, ...]:
        return tuple(replace(rad, belopp=nytt(rad.nyckel, rad.belopp)) for rad in gamla)

    intakter = val.intakter.get(plan.ar, plan.intakter)
    return replace(
        plan,
        intakter=intakter,
        intaktsrader=_med_skillnad(plan.intaktsrader, intakter - plan.intakter),
        fortroendevalda=nytt(FORTROENDEVALDA, plan.fortroendevalda),
        forvaltning=nytt(FORVALTNING, plan.forvaltning),
        insatser=rader(plan.insatser),
        ovriga=rader(plan.ovriga),
    )


def _med_skillnad(rader: tuple[Utrymmesrad, ...], skillnad: Decimal) -> tuple[Utrymmesrad, ...]:
    """The first line, that of the allocation, takes the difference, so that they still add up."""
    if not rader:
        return ()
    forsta = rader[0]
    return (replace(forsta, belopp=forsta.belopp + skillnad), *rader[1:])

"""What lies behind a figure: rows that add to it, each with the page that goes on downwards.

A figure of accounts has a row per account (and per block or projekt where the line picks some),
with the konteringar behind it. A sum has the rows it sums, a share its numerator and denominator,
a budget or forecast its posts. Pure; addresses come from `Adresser`.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from ekonomi.uppstallning import Berakning
from ekonomi.uppstallning.berakna import ARSKVOT, BUDGET, PLANER, manader_for
from ekonomi.uppstallning.mall import Konton, Kvot, MotBudget, Radmall, Summa, Urval
from ekonomi.uppstallning.saldon import budgeterat, projektkod
from ekonomi.uppstallning.underlag import Budgetrad
from finsam.money import NOLL, summa
from finsam.periods import Period
from finsam.typografi import HARDBLANK, kr
from insatser.calculations.forbrukning import Insatsunderlag

PENGAR = ("kr", "tkr", "mkr")
UTAN = "-"
POST = {"budget": "Budgetpost", "prognos": "Prognospost"}


@dataclass(frozen=True)
class Fraga:
    """Which figure: the row, utfall, budget, prognos, diff or kvot, and the period.

    `matt` as a sum asks for it.
    """

    rad: str
    slag: str
    period: Period
    matt: str = ""


@dataclass(frozen=True)
class Kontourval:
    """The konteringar of one account: block and projekt a code, "-" for none, "" for any."""

    konto: str
    fran: date
    tom: date
    block: str = ""
    projekt: str = ""


class Adresser(Protocol):
    """Where the next page downwards stands."""

    def figur(self, fraga: Fraga) -> str: ...
    def konteringar(self, urval: Kontourval) -> str: ...
    def plan(self, slag: str, ar: int) -> str: ...


@dataclass(frozen=True)
class Underlagsrad:
    """A part of the figure, in base unit with the figure's sign; `adress` leads on downwards."""

    etikett: str
    tal: Decimal | None
    enhet: str
    adress: str
    forklaring: str = ""


@dataclass(frozen=True)
class Figurunderlag:
    """A figure and its parts.

    `summeras`: the parts add to the figure; else the figure is the first divided by the second
    (a share) or the first less the second (a difference).
    """

    etikett: str
    tal: Decimal | None
    enhet: str
    rader: tuple[Underlagsrad, ...]
    hur: str
    summeras: bool = True

    @property
    def exakt(self) -> bool:
        """Whether the exact amount says more than what is printed."""
        if self.tal is None or self.enhet not in PENGAR:
            return False
        return self.enhet != "kr" or self.tal != self.tal.to_integral_value()

    @property
    def delsumma(self) -> Decimal | None:
        """What the parts add to, exactly; None when they are all nothing."""
        kanda = [rad.tal for rad in self.rader if rad.tal is not None]
        return summa(kanda) if kanda else None


def figurunderlag(berakning: Berakning, fraga: Fraga, adresser: Adresser) -> Figurunderlag:
    """The parts of a figure. Raises KeyError when the layout has no such row."""
    _, rad = berakning.rader[fraga.rad]
    tal = berakning.varde(fraga.rad, fraga.slag, fraga.period, fraga.matt)
    enhet = "procent" if fraga.slag in ("kvot", ARSKVOT) else berakning.enhet(fraga.rad)
    if tidigare := berakning.tidigare(fraga.rad, fraga.slag, fraga.period, fraga.matt):
        hur = f"Uppgiften är från tiden före bokföringen här. Källa: {tidigare.kalla}"
        return Figurunderlag(rad.etikett, tal, enhet, (), hur, summeras=False)
    bygg = _Byggare(berakning, fraga, adresser)
    if fraga.slag in ("diff", "kvot", ARSKVOT):
        rader, hur = bygg.mot_budget(hela_aret=fraga.slag == ARSKVOT), HUR[fraga.slag]
        return Figurunderlag(rad.etikett, tal, enhet, rader, hur, summeras=False)
    match rad.innehall:
        case Konton() as innehall if fraga.slag in PLANER:
            rader, hur = bygg.planposter(innehall), HUR[fraga.slag]
        case Konton() as innehall:
            rader, hur = bygg.konton(innehall), "Kontona på raden, med sina konteringar."
        case Summa():
            rader, hur = bygg.termer(rad), "Raderna som summeras."
        case Kvot() as innehall:
            rader = bygg.figurer((innehall.taljare, innehall.namnare), fraga.slag)
            return Figurunderlag(rad.etikett, tal, enhet, rader, HUR["kvotrad"], False)
        case MotBudget() as innehall:
            rader = bygg.mot_budget(innehall.rad, hela_aret=True)
            return Figurunderlag(rad.etikett, tal, enhet, rader, HUR[ARSKVOT], False)
        case _:
            rader, hur = (), "Uppgiften är lämnad för året."
    return Figurunderlag(rad.etikett, tal, enhet, rader, hur, summeras=bool(rader))


HUR = {
    "budget": "Budgetposterna på radens konton.",
    "prognos": "Prognosens poster på radens konton, för hela året.",
    "diff": "Utfallet minus budgeten.",
    "kvot": "Utfallet delat med budgeten.",
    ARSKVOT: "Utfallet delat med budgeten för hela året.",
    "kvotrad": "Den första raden delad med den andra.",
}


@dataclass(frozen=True)
class _Byggare:
    berakning: Berakning
    fraga: Fraga
    adresser: Adresser

    def figurer(self, rader: tuple[str, ...], slag: str) -> tuple[Underlagsrad, ...]:
        return tuple(self._figur(rad, slag) for rad in rader)

    def mot_budget(self, rad: str = "", hela_aret: bool = False) -> tuple[Underlagsrad, ...]:
        """Outcome and budget of the row, or of the figure's own; the year's budget for F17."""
        id_, period = rad or self.fraga.rad, self.fraga.period
        budget = Period(period.ar) if hela_aret else period
        return (
            self._figur(id_, "utfall", forklaring=f"utfall {period.namn}"),
            self._figur(id_, BUDGET, forklaring=f"budget {budget.namn}", period=budget),
        )

    def termer(self, rad: Radmall) -> tuple[Underlagsrad, ...]:
        innehall = rad.innehall
        assert isinstance(innehall, Summa)
        matt = innehall.matt or self.fraga.matt
        return tuple(
            self._figur(term.rad, self.fraga.slag, matt, term.tecken) for term in innehall.termer
        )

    def _figur(
        self,
        id_: str,
        slag: str,
        matt: str = "",
        tecken: int = 1,
        forklaring: str = "",
        period: Period | None = None,
    ) -> Underlagsrad:
        fraga = Fraga(id_, slag, period or self.fraga.period, matt)
        tabell, rad = self.berakning.rader[id_]
        tal = self.berakning.varde(id_, slag, fraga.period, matt)
        etikett = rad.etikett if tecken > 0 else f"Avgår {rad.etikett}"
        return Underlagsrad(
            etikett,
            None if tal is None else tecken * tal,
            self.berakning.enhet(id_),
            self.adresser.figur(fraga),
            forklaring or tabell.titel,
        )

    def konton(self, innehall: Konton) -> tuple[Underlagsrad, ...]:
        """A row per account, and its opening balance by itself where that is part of the figure."""
        tabell, _ = self.berakning.rader[self.fraga.rad]
        forsta, sista = manader_for(self.fraga.matt or tabell.matt, self.fraga.period)
        namn = {konto.nummer: konto.namn for konto in self.berakning.underlag.konton}
        rader = []
        for (konto, block, projekt), (ingaende, rorelse) in self._saldon(innehall, forsta, sista):
            etikett = " ".join(filter(None, (konto, namn.get(konto), self._objekt(block, projekt))))
            if ingaende:
                forklaring = "Ingående balans"
                rader.append(
                    Underlagsrad(etikett, innehall.tecken * ingaende, "kr", "", forklaring)
                )
            if rorelse or not ingaende:
                urval = Kontourval(
                    konto, *_dagar(self.fraga.period.ar, forsta, sista), block, projekt
                )
                adress = self.adresser.konteringar(urval)
                rader.append(
                    Underlagsrad(etikett, innehall.tecken * rorelse, "kr", adress, "Konteringar")
                )
        return tuple(rader)

    def _saldon(
        self, innehall: Konton, forsta: int, sista: int
    ) -> Iterator[tuple[tuple[str, str, str], tuple[Decimal, Decimal]]]:
        """(account, block, projekt) → opening balance and movement, ledger sign."""
        urval = innehall.urval
        resultatkonton = {k.nummer for k in self.berakning.underlag.konton if k.resultatkonto}
        summor: dict[tuple[str, str, str], list[Decimal]] = defaultdict(lambda: [NOLL, NOLL])
        for rad in self.berakning.underlag.saldon.get(self.fraga.period.ar, ()):
            med = urval.har_konto(int(rad.konto)) and urval.har_objekt(rad.block, rad.projekt)
            med = med or (urval.obokfort_resultat and rad.konto in resultatkonton)
            if med and forsta <= rad.manad <= sista:
                nyckel = (rad.konto, *_delning(urval, rad.block, rad.projekt))
                summor[nyckel][rad.manad > 0] += rad.belopp
        for nyckel in sorted(summor):
            ingaende, rorelse = summor[nyckel]
            if ingaende or rorelse:
                yield nyckel, (ingaende, rorelse)

    def planposter(self, innehall: Konton) -> tuple[Underlagsrad, ...]:
        """A row per account, block and insats: the budget of the period, the year's forecast."""
        insatser = {i.nr: i for i in self.berakning.underlag.insatser}
        adress = self.adresser.plan(self.fraga.slag, self.fraga.period.ar)
        rader = []
        for post in self._planen:
            insats = insatser.get(post.insats) if post.insats is not None else None
            projekt = projektkod(insats) if insats else None
            urval = innehall.urval
            if urval.har_konto(int(post.konto)) and urval.har_objekt(post.block, projekt):
                tal = post.belopp
                if self.fraga.slag == BUDGET:
                    tal = budgeterat(post, insats, self.fraga.period)
                rader.append(
                    Underlagsrad(
                        self._post(post, insats),
                        -innehall.tecken * tal,
                        "kr",
                        adress,
                        POST[self.fraga.slag] if tal == post.belopp else _av_helaret(post),
                    )
                )
        return tuple(rader)

    @property
    def _planen(self) -> tuple[Budgetrad, ...]:
        underlag = self.berakning.underlag
        planer = underlag.budget if self.fraga.slag == BUDGET else underlag.prognos
        return planer.get(self.fraga.period.ar, ())

    def _post(self, post: Budgetrad, insats: Insatsunderlag | None) -> str:
        namn = {konto.nummer: konto.namn for konto in self.berakning.underlag.konton}
        objekt = insats.kortnamn if insats else post.block and f"block {post.block}"
        vad = f"{post.konto} {namn.get(post.konto, '')}".strip()
        return ", ".join(filter(None, (vad, objekt)))

    def _objekt(self, block: str, projekt: str) -> str:
        delar = (("block", block), ("projekt", projekt))
        return ", ".join(
            f"utan {ord_}" if kod == UTAN else f"{ord_} {kod}" for ord_, kod in delar if kod
        )


def _av_helaret(post: Budgetrad) -> str:
    """Of what a part of a year's budget is a part."""
    return f"Budgetpost, hela året {kr(post.belopp)}{HARDBLANK}kr"


def _dagar(ar: int, forsta: int, sista: int) -> tuple[date, date]:
    """First and last day of the months; month 0, the opening balance, has no day of its own."""
    sista = max(sista, 1)
    return date(ar, max(forsta, 1), 1), date(ar, sista, calendar.monthrange(ar, sista)[1])


def _delning(urval: Urval, block: str | None, projekt: str | None) -> tuple[str, str]:
    """Block and projekt of a row's part, where the line picks among them; else "" for any."""
    valjer_block = bool(urval.block or urval.utan_block)
    valjer_projekt = bool(urval.projekt) or urval.insatser is not None
    return (
        (block or UTAN) if valjer_block else "",
        (projekt or UTAN) if valjer_projekt else "",
    )

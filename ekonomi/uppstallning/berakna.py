"""The engine: layout + underlag + period → tables of exact figures with their origin.

Everything is kept in kr, unrounded. A figure of accounts is tecken × ledger over the months that
the measure asks for:

    rorelse, forandring   the period's months            (closing − opening of a balance)
    utgaende              opening balance to period end
    ingaende              opening balance to the day before the period

Other rows build on shown figures. Nothing is None: a year without ledger, budget or forecast, a
share of nothing; a row without bookings in a year that has a ledger is 0. A forecast is of the
whole year, whichever part of it is asked for. A year without a ledger shows what is kept of it
from before (`Underlag.tidigare`).
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from ekonomi.calculations.jamforelse import diff_mot_budget, utfall_mot_budget
from ekonomi.calculations.nyckeltal import personalomsattning
from ekonomi.uppstallning.mall import (
    Kolumnmall,
    Konton,
    Kvot,
    MotBudget,
    Personaltal,
    Radmall,
    Rubrik,
    Summa,
    Tabellmall,
    Uppstallningsmall,
)
from ekonomi.uppstallning.resultat import (
    Cellresultat,
    Kolumnresultat,
    Proveniens,
    Radresultat,
    Tabellresultat,
)
from ekonomi.uppstallning.saldon import (
    BUDGETMANAD,
    Belopp,
    Postregister,
    budgetregister,
    saldoregister,
)
from ekonomi.uppstallning.underlag import Budgetrad, Tidigaretal, Underlag
from ekonomi.uppstallning.utvidga import Utvidgad, utvidgad
from finsam.money import andel, summa
from finsam.periods import Period

UTFALL, BUDGET, PROGNOS = "utfall", "budget", "prognos"
# Outcome of the period as a share of the whole year's budget.
ARSKVOT = "arskvot"
# What is planned: it has movements of the result, no balances.
PLANER = (BUDGET, PROGNOS)


class Berakning:
    """One layout filled with one period's underlag; figures are worked out once, when asked for."""

    def __init__(self, mall: Uppstallningsmall, underlag: Underlag, period: Period) -> None:
        self.mall = mall.for_ar(period.ar)
        self.underlag = underlag
        self.period = period
        self._saldon: dict[int, Postregister] = {}
        self._planer: dict[tuple[str, Period], Postregister] = {}
        self._beloppen: dict[tuple[str, str, Period, str], Belopp | None] = {}
        self._varden: dict[tuple[str, str, Period, str], Decimal | None] = {}

    @cached_property
    def tabeller(self) -> tuple[Tabellresultat, ...]:
        """Every table, in the layout's order."""
        return tuple(self.tabell(tabell.id) for tabell in self.mall.tabeller)

    def tabell(self, id_: str) -> Tabellresultat:
        """One table. Raises KeyError for an unknown id."""
        tabell = self.mall.tabell(id_)
        rader = (
            self._rad(tabell, rad, radmall) for rad, radmall in self._utvidgad.tabellrader[id_]
        )
        return Tabellresultat(
            id=tabell.id,
            slag=tabell.slag,
            titel=_i_ord(tabell.titel, self.period),
            enhet=tabell.enhet,
            etikettrubrik=tabell.etikettrubrik,
            not_=tabell.not_,
            kolumner=tuple(self._kolumn(kolumn) for kolumn in tabell.kolumner),
            rader=tuple(rad for rad in rader if rad),
            anmarkningar=tabell.anmarkningar,
        )

    def kolumnperiod(self, kolumn: Kolumnmall) -> Period:
        """The period that a column shows."""
        ar = self.period.ar + kolumn.ar
        return Period(ar) if kolumn.helar else self.period.for_ar(kolumn.ar)

    def varde(self, id_: str, slag: str, period: Period, matt: str = "") -> Decimal | None:
        """The row's exact figure; `slag` utfall, budget, prognos, diff, kvot or arskvot (F17).

        Raises KeyError.
        """
        if slag in (UTFALL, *PLANER):
            nyckel = (id_, slag, period, matt)
            if nyckel not in self._varden:
                self._varden[nyckel] = self._grundvarde(*nyckel)
            return self._varden[nyckel]
        if isinstance(self._utvidgad.rader[id_][1].innehall, Kvot | MotBudget | Personaltal):
            return None
        if slag == ARSKVOT:
            return self._mot_budget(id_, period)
        utfall = self.varde(id_, UTFALL, period, matt)
        budget = self.varde(id_, BUDGET, period, matt)
        if utfall is None or budget is None:
            return None
        jamfor = diff_mot_budget if slag == "diff" else utfall_mot_budget
        return jamfor(utfall, budget)

    def enhet(self, id_: str) -> str:
        """What the row's figures are shown in: kr, tkr, mkr, procent or antal. Raises KeyError."""
        tabell, rad = self.rader[id_]
        return rad.enhet or tabell.enhet

    @property
    def rader(self) -> Mapping[str, tuple[Tabellmall, Radmall]]:
        """Every id that has figures, rows per konto and insats included, with table and row."""
        return self._utvidgad.rader

    @cached_property
    def _utvidgad(self) -> Utvidgad:
        return utvidgad(self.mall, self.underlag)

    @cached_property
    def _resultatkonton(self) -> frozenset[str]:
        return frozenset(k.nummer for k in self.underlag.konton if k.resultatkonto)

    def tidigare(self, id_: str, slag: str, period: Period, matt: str = "") -> Tidigaretal | None:
        """What the row showed before the ledgers: only outcome, only of a year without one."""
        if slag != UTFALL or matt or period.ar in self.underlag.saldon:
            return None
        return self.underlag.tidigare.get(period, {}).get(id_)

    def _grundvarde(self, id_: str, slag: str, period: Period, matt: str) -> Decimal | None:
        if tidigare := self.tidigare(id_, slag, period, matt):
            return tidigare.varde
        tabell, rad = self._utvidgad.rader[id_]
        innehall = rad.innehall
        if isinstance(innehall, Konton):
            belopp = self._belopp(id_, innehall, slag, period, matt or tabell.matt)
            return belopp.tal if belopp else None
        if isinstance(innehall, Summa):
            return self._summa(innehall, slag, period, matt)
        if isinstance(innehall, Kvot):
            taljare = self.varde(innehall.taljare, slag, period)
            namnare = self.varde(innehall.namnare, slag, period)
            return None if taljare is None or namnare is None else andel(taljare, namnare)
        if slag in PLANER:
            return None
        if isinstance(innehall, MotBudget):
            return self._mot_budget(innehall.rad, period)
        if isinstance(innehall, Personaltal):
            return self._personaltal(innehall.slag, period)
        return None

    def _belopp(
        self, rad_id: str, innehall: Konton, slag: str, period: Period, matt: str
    ) -> Belopp | None:
        nyckel = (rad_id, slag, period, matt)
        if nyckel not in self._beloppen:
            register = self._register(slag, period)
            manader = BUDGETMANAD if slag in PLANER else manader_for(matt, period)
            if register is None or (slag in PLANER and matt != "rorelse"):
                self._beloppen[nyckel] = None
            else:
                belopp = register.belopp(innehall.urval, manader, innehall.tecken)
                self._beloppen[nyckel] = belopp
        return self._beloppen[nyckel]

    def _summa(self, innehall: Summa, slag: str, period: Period, matt: str) -> Decimal | None:
        tal = [
            (term.tecken, self.varde(term.rad, slag, period, innehall.matt or matt))
            for term in innehall.termer
        ]
        kanda = [tecken * belopp for tecken, belopp in tal if belopp is not None]
        # A sum over no rows at all (no insats of the kind) is nothing spent, not nothing known.
        if not kanda and (tal or self._register(slag, period) is None):
            return None
        return summa(kanda)

    def _mot_budget(self, rad: str, period: Period) -> Decimal | None:
        """The outcome so far as a share of the whole year's budget (F17)."""
        utfall = self.varde(rad, UTFALL, period)
        budget = self.varde(rad, BUDGET, Period(period.ar))
        return None if utfall is None or budget is None else andel(utfall, budget)

    def _personaltal(self, slag: str, period: Period) -> Decimal | None:
        i_ar = self.underlag.personal.get(period.ar)
        fore = self.underlag.personal.get(period.ar - 1)
        if slag == "heltidstjanster":
            return i_ar.heltidstjanster if i_ar else None
        if not i_ar or not fore:
            return None
        return personalomsattning(
            i_ar.slutat, i_ar.bytt_tjanst, i_ar.heltidstjanster, fore.heltidstjanster
        )

    def _register(self, slag: str, period: Period) -> Postregister | None:
        if slag == BUDGET:
            return self._planregister(slag, self.underlag.budget, period)
        if slag == PROGNOS:
            return self._planregister(slag, self.underlag.prognos, Period(period.ar))
        return self._saldoregister(period.ar)

    def _saldoregister(self, ar: int) -> Postregister | None:
        if ar not in self.underlag.saldon:
            return None
        if ar not in self._saldon:
            self._saldon[ar] = saldoregister(self.underlag.saldon[ar], self._resultatkonton)
        return self._saldon[ar]

    def _planregister(
        self, slag: str, planer: Mapping[int, tuple[Budgetrad, ...]], period: Period
    ) -> Postregister | None:
        if period.ar not in planer:
            return None
        if (slag, period) not in self._planer:
            rader = planer[period.ar]
            self._planer[slag, period] = budgetregister(rader, self.underlag, period)
        return self._planer[slag, period]

    def _kolumn(self, kolumn: Kolumnmall) -> Kolumnresultat:
        period = self.kolumnperiod(kolumn)
        return Kolumnresultat(_i_ord(kolumn.rubrik, period), kolumn.slag, period)

    def _rad(self, tabell: Tabellmall, rad: Radmall, radmall: str) -> Radresultat | None:
        """The row filled in; None when it is empty in every column and is to be hidden then."""
        if isinstance(rad.innehall, Rubrik):
            celler = tuple(Cellresultat() for _ in tabell.kolumner)
        else:
            celler = tuple(self._cell(tabell, rad, kolumn) for kolumn in tabell.kolumner)
            if rad.dolj_tom and not any(cell.tal for cell in celler):
                return None
        # A row spread per account or insats bears a name from the registers, printed as it is.
        etikett = rad.etikett if rad.id != radmall else _i_ord(rad.etikett, self.period)
        return Radresultat(rad.id, etikett, rad.slag, rad.niva, rad.not_, celler, radmall)

    def _cell(self, tabell: Tabellmall, rad: Radmall, kolumn: Kolumnmall) -> Cellresultat:
        if kolumn.slag == "agare":
            return Cellresultat(enhet="text", text=self._agare(rad.id, kolumn.form))
        period = self.kolumnperiod(kolumn)
        enhet = "procent" if kolumn.slag == "kvot" else rad.enhet or tabell.enhet
        tal = self.varde(rad.id, kolumn.slag, period)
        return Cellresultat(tal, enhet, proveniens=self._proveniens(tabell, rad, kolumn, period))

    def _agare(self, rad_id: str, form: str) -> str | None:
        insats = self._utvidgad.insatser.get(rad_id)
        if insats is None:
            return None
        return insats.agare.namn if form == "namn" else insats.agartext or insats.agare.kortnamn

    def _proveniens(
        self, tabell: Tabellmall, rad: Radmall, kolumn: Kolumnmall, period: Period
    ) -> Proveniens:
        innehall = rad.innehall
        if not isinstance(innehall, Konton):
            matt = innehall.matt if isinstance(innehall, Summa) else ""
            return Proveniens(rad.id, kolumn.slag, period, termer=innehall.termer, matt=matt)
        slag = kolumn.slag if kolumn.slag in PLANER else UTFALL
        belopp = self._belopp(rad.id, innehall, slag, period, tabell.matt)
        return Proveniens(
            rad.id,
            kolumn.slag,
            period,
            manader=manader_for(tabell.matt, period),
            konton=belopp.konton if belopp else (),
            block=belopp.block if belopp else (),
            projekt=belopp.projekt if belopp else (),
            urval=innehall.urval,
        )


def _i_ord(mall: str, period: Period) -> str:
    """The layout's words with the period's year and days in them."""
    return mall.format(ar=period.ar, start=period.start, slut=period.slut)


def manader_for(matt: str, period: Period) -> tuple[int, int]:
    """First and last month that a measure sums; month 0 is the opening balance."""
    if matt == "utgaende":
        return 0, period.sista_manad
    if matt == "ingaende":
        return 0, period.forsta_manad - 1
    return period.forsta_manad, period.sista_manad


def berakna(
    mall: Uppstallningsmall, underlag: Underlag, period: Period
) -> tuple[Tabellresultat, ...]:
    """Every table of the layout for the period."""
    return Berakning(mall, underlag, period).tabeller

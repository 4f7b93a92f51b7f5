"""The columns of the decision space: each year as outcome, forecast or budget. kr, costs > 0."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import (
    FORTROENDEVALDA,
    FORVALTNING,
    Arsplan,
    Utrymmesrad,
)
from ekonomi.models import Budget, Prognos
from ekonomi.selectors.utrymmesadresser import utfallsadress
from ekonomi.uppstallning import Berakning
from ekonomi.uppstallning.mall import Utrymmesrader
from ekonomi.uppstallning.roller import rollvarde
from finsam.money import NOLL, summa
from finsam.periods import Period
from insatser.calculations.forbrukning import Insatsunderlag
from insatser.selectors.beslutslage import Beslutsbelopp, beviljat_da

UTFALL, BUDGET, PROGNOS = "utfall", "budget", "prognos"
BUDGET_SAKNAS = "Budgeten för {ar} saknas. Lägg upp den under Budget."


@dataclass(frozen=True)
class Planlasning:
    """All that the columns are made of, as it stood on a day.

    `budgetar` and `prognoser` are the versions that counted, `bokforda` the years whose ledger
    was complete, `efter` what later decisions gave, `tilldelningar` kr by year, and
    `insatsadresser` the pages of the insatser by number.
    """

    berakning: Berakning
    rader: Utrymmesrader
    per: date
    budgetar: Mapping[int, Budget]
    prognoser: Mapping[int, Prognos]
    bokforda: frozenset[int]
    efter: tuple[Beslutsbelopp, ...]
    tilldelningar: Mapping[int, Decimal]
    insatsadresser: Mapping[int, str]

    def kolumner(self, ar: int) -> tuple[Arsplan, ...]:
        """The year's budget beside what feeds the next year; one of them where it is the only."""
        budget = self.budget(ar)
        basta = self.basta(ar)
        if budget is None or basta.slag == BUDGET:
            return (basta,)
        return replace(budget, foder=False), basta

    def basta(self, ar: int) -> Arsplan:
        """What is known best of the year: outcome, else forecast, else budget.

        Raises LookupError for a year without any of them, and without a budget before it.
        """
        if ar in self.bokforda:
            return self._plan(ar, UTFALL, self._utfallsadress(ar))
        if ar in self.prognoser:
            adress = self.prognoser[ar].get_absolute_url()
            return self._plan(ar, PROGNOS, lambda _: adress)
        return self.budget(ar) or self._framskriven(ar)

    def budget(self, ar: int) -> Arsplan | None:
        if ar not in self.budgetar:
            return None
        budget = self.budgetar[ar]
        adress = budget.get_absolute_url()
        plan = self._plan(ar, BUDGET, lambda _: adress)
        return replace(plan, forslag=not budget.beslutad_per(self.per))

    def _framskriven(self, ar: int) -> Arsplan:
        """The year as the latest budget before it, with its own allocation where there is one."""
        fran = max((budgetar for budgetar in self.budgetar if budgetar < ar), default=None)
        if fran is None:
            raise LookupError(BUDGET_SAKNAS.format(ar=ar))
        fore = self.budget(fran)
        assert fore is not None
        intaktsrader = fore.intaktsrader
        if ar in self.tilldelningar and intaktsrader:
            forsta = replace(intaktsrader[0], belopp=self.tilldelningar[ar])
            intaktsrader = (forsta, *intaktsrader[1:])
        return replace(
            fore,
            ar=ar,
            intakter=summa(rad.belopp for rad in intaktsrader),
            intaktsrader=intaktsrader,
            insatser=self._beviljade(ar),
            bokslut=None,
            planerade_insatser=None,
            budget_fran=fran,
        )

    def _plan(self, ar: int, slag: str, adress: Callable[[str], str]) -> Arsplan:
        intaktsrader = self._radvis(self.rader.intakter, ar, slag, adress, tecken=1)
        ovriga = self._radvis(self.rader.ovriga, ar, slag, adress, tecken=-1)
        i_planen = {nr: belopp for nr, belopp in self._insatser(ar, slag).items() if belopp}
        insatser = self._insatsrader(ar, slag, i_planen, adress)
        return Arsplan(
            ar=ar,
            slag=slag,
            intakter=summa(rad.belopp for rad in intaktsrader),
            fortroendevalda=-self._summa(self.rader.fortroendevalda, ar, slag),
            forvaltning=-self._summa(self.rader.forvaltning, ar, slag),
            insatser=insatser,
            ovriga=ovriga,
            intaktsrader=intaktsrader,
            adresser={
                FORTROENDEVALDA: adress(self.rader.fortroendevalda[0]),
                FORVALTNING: adress(self.rader.forvaltning[0]),
            },
            bokslut=rollvarde(self.berakning, "arets_resultat", Period(ar), slag),
            planerade_insatser=summa(i_planen.values()),
        )

    def _insatsrader(
        self, ar: int, slag: str, i_planen: Mapping[int, Decimal], adress: Callable[[str], str]
    ) -> tuple[Utrymmesrad, ...]:
        if slag == BUDGET:
            return self._beviljade(ar)
        belopp = dict(i_planen)
        if slag == PROGNOS:
            # A forecast knows nothing of what was granted after it was laid.
            lagd = self.prognoser[ar].upprattad
            for nr, senare in self._beviljat_mellan(ar, lagd).items():
                belopp[nr] = belopp.get(nr, NOLL) + senare
        return self._rader(belopp, lambda insats: adress(self._insatsrad(insats)))

    def _beviljade(self, ar: int) -> tuple[Utrymmesrad, ...]:
        """What was granted for the year on the day, insats by insats."""
        efter: dict[int, Decimal] = defaultdict(lambda: NOLL)
        for rad in self.efter:
            if rad.ar == ar and rad.dag > self.per:
                efter[rad.insats] += rad.belopp
        belopp = {
            insats.nr: beviljat_da(insats.budget.get(ar, NOLL), efter.get(insats.nr, NOLL))
            for insats in self.berakning.underlag.insatser
        }
        return self._rader(belopp, lambda insats: self.insatsadresser[insats.nr])

    def _beviljat_mellan(self, ar: int, lagd: date) -> Mapping[int, Decimal]:
        ut: dict[int, Decimal] = defaultdict(lambda: NOLL)
        for rad in self.efter:
            if rad.ar == ar and lagd < rad.dag <= self.per:
                ut[rad.insats] += rad.belopp
        return ut

    def _rader(
        self, belopp: Mapping[int, Decimal], adress: Callable[[Insatsunderlag], str]
    ) -> tuple[Utrymmesrad, ...]:
        """A line per insats with money, as lists of insatser have them."""
        insatser = sorted(self.berakning.underlag.insatser, key=lambda insats: insats.ordning)
        return tuple(
            Utrymmesrad(
                f"insats-{insats.nr}",
                insats.kortnamn,
                insats.agare.i_tabell,
                belopp[insats.nr],
                adress(insats),
                plats,
            )
            for plats, insats in enumerate(insatser)
            if belopp.get(insats.nr)
        )

    def _insatser(self, ar: int, slag: str) -> Mapping[int, Decimal]:
        """What the statements have on each insats, as a cost."""
        ut: dict[int, Decimal] = defaultdict(lambda: NOLL)
        for insats in self.berakning.underlag.insatser:
            for mallrad in self.rader.insatser:
                if f"{mallrad}-{insats.nr}" in self.berakning.rader:
                    ut[insats.nr] -= self._varde(f"{mallrad}-{insats.nr}", ar, slag)
        return ut

    def _insatsrad(self, insats: Insatsunderlag) -> str:
        rader = (f"{mallrad}-{insats.nr}" for mallrad in self.rader.insatser)
        return next(rad for rad in rader if rad in self.berakning.rader)

    def _radvis(
        self, rader: tuple[str, ...], ar: int, slag: str, adress: Callable[[str], str], tecken: int
    ) -> tuple[Utrymmesrad, ...]:
        """A line per row of the layout; the first always, the others where there is money."""
        alla = [
            Utrymmesrad(
                rad,
                self.berakning.rader[rad][1].etikett,
                "",
                tecken * self._varde(rad, ar, slag),
                adress(rad),
                plats,
            )
            for plats, rad in enumerate(rader)
        ]
        return tuple(rad for nr, rad in enumerate(alla) if rad.belopp or not nr)

    def _summa(self, rader: tuple[str, ...], ar: int, slag: str) -> Decimal:
        return summa(self._varde(rad, ar, slag) for rad in rader)

    def _varde(self, rad: str, ar: int, slag: str) -> Decimal:
        return self.berakning.varde(rad, slag, Period(ar)) or NOLL

    def _utfallsadress(self, ar: int) -> Callable[[str], str]:
        return lambda rad: utfallsadress(self.berakning, rad, ar)

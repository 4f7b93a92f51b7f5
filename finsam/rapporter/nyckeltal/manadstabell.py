"""The tables with a row per month: of one insats, and of all."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finsam import typografi
from finsam.money import andel, summa
from finsam.periods import NAMN, las_period
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde
from finsam.rapporter.nyckeltal.celler import (
    Antalsceller,
    budgetkalla,
    kostnad,
    manadens_slut,
    manadskostnad,
)
from finsam.rapporter.nyckeltal.manader import Manadsantal
from finsam.rapporter.nyckeltal.material import Insatsmaterial, Nyckeltalsmaterial
from uppfoljning.calculations import matt as m
from uppfoljning.calculations.underlag import Antal

KOLUMNER = (
    "Pågående vid start",
    "In",
    "Ut",
    "Pågående vid slut",
    "Till arbete/ studier",
    "Andel till arbete/ studier",
    "Snittid, dagar",
    "Kostnad, tkr",
    "Kostnad hittills, tkr",
    "Budget hittills, tkr",
    "Förbruknings\u00adkvot",
)
FLODE = tuple(
    zip(m.FLODE, ("Pågående vid start", "Inskrivna", "Avslutade", "Pågående vid slut"), strict=True)
)


@dataclass(frozen=True)
class Manadstabell:
    """Some insatser month by month: their counts by month and of the period, and their money."""

    material: Nyckeltalsmaterial
    insatser: tuple[Insatsmaterial, ...]
    manader: Mapping[int, Manadsantal]
    antalen: tuple[Antal, ...]
    raknade: Collection[int] = field(default=())

    def tabell(self, id_: str, titel: str) -> Tabell:
        """A row per month, and the period as a whole."""
        rader = [self._rad(manad) for manad in self.material.manader]
        period = self.material.period
        summarad = Rad(
            f"Hela {period.namn}",
            (*self._antal(Antalsceller.i_period(self.antalen, self.raknade, period)),
             *self._pengar(period.sista_manad, hela=True)),
            "total",
            0,
            id="hela",
        )  # fmt: skip
        return Tabell(
            id=id_,
            titel=titel,
            enhet="antal",
            kolumner=KOLUMNER,
            rader=(*rader, summarad),
            etikettrubrik="Månad",
        )

    def _rad(self, manad: int) -> Rad:
        ar = self.material.period.ar
        ett = self.manader.get(manad)
        namn = typografi.versal(typografi.MANADER[manad - 1])
        fran = date(ar, manad, 1)
        if ett and ett.hela:
            hel = las_period(ett.hela)
            fran, namn = hel.start, f"{namn} ({NAMN[hel.slag]}{typografi.HARDBLANK}{hel.nr})"
        celler = Antalsceller(
            antalen=(ett.antal,) if ett else (),
            insatser=self.raknade,
            fran=fran,
            tom=manadens_slut(ar, manad),
            per_manad=bool(ett and not ett.hela),
        )
        return Rad(namn, (*self._antal(celler), *self._pengar(manad)), id=f"manad-{manad}")

    def _antal(self, celler: Antalsceller) -> tuple[Cell, ...]:
        floden = (celler.rakning(matt, text) for matt, text in FLODE)
        return (*floden, *celler.arbete_studier(), celler.snittid())

    def _pengar(self, manad: int, hela: bool = False) -> tuple[Cell, ...]:
        """The month's cost, cost and budget up to its end, and the ratio (F13)."""
        bokford = manad <= self.material.bokford_manad or hela
        manadens = self._summa([
            None if ett.kostnad is None else ett.kostnad.get(manad, Decimal(0))
            for ett in self.insatser
        ])  # fmt: skip
        period = self.material.period
        hittills = self._summa([ett.kostnad_till(period, manad) for ett in self.insatser])
        budget = self._summa([ett.budget_till(period, manad) for ett in self.insatser])
        if not bokford or not self.material.bokford_manad:
            manadens = hittills = None
        kvot = None if hittills is None or budget is None else andel(hittills, budget)
        return (
            *self._kostnader(hittills if hela else manadens, hittills, manad, hela),
            Varde(budget, "tkr", self._budgetkalla()),
            Varde(kvot, "procent"),
        )

    def _kostnader(
        self, manadens: Decimal | None, hittills: Decimal | None, manad: int, hela: bool
    ) -> tuple[Varde, Varde]:
        if len(self.insatser) != 1:
            return Varde(manadens, "tkr"), Varde(hittills, "tkr")
        (insats,) = self.insatser
        period = self.material.period
        till = kostnad(insats, hittills, period, manad)
        return (till if hela else manadskostnad(insats, manadens, period.ar, manad)), till

    def _budgetkalla(self) -> Kalla | None:
        return budgetkalla(self.insatser[0]) if len(self.insatser) == 1 else None

    @staticmethod
    def _summa(belopp: list[Decimal | None]) -> Decimal | None:
        kanda = [ett for ett in belopp if ett is not None]
        return summa(kanda) if kanda else None

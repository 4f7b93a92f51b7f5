"""Figures of the key-figure tables, each with the list that it is made of."""

import calendar
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from finsam.periods import Period
from finsam.rapporter.dokument import Kalla, Varde
from finsam.rapporter.nyckeltal.material import Insatsmaterial
from uppfoljning.adresser import antal_adress
from uppfoljning.calculations import matt as m
from uppfoljning.calculations.antal import Konsantal, rakna, summera
from uppfoljning.calculations.deltagare import (
    andel_arbete_studier,
    andel_med_plan,
    flode,
    snittid,
    till_arbete_studier,
)
from uppfoljning.calculations.underlag import Antal


@dataclass(frozen=True)
class Antalsceller:
    """Figures about counts of some insatser and days, `antalen` one by one.

    A share is of those alone that tell of its part: nobody else's ended are counted in the whole.
    """

    antalen: tuple[Antal, ...]
    insatser: Collection[int]
    fran: date
    tom: date
    per_manad: bool = False

    @classmethod
    def i_period(
        cls, antalen: Iterable[Antal], insatser: Collection[int], period: Period
    ) -> "Antalsceller":
        return cls(tuple(antalen), insatser, period.start, period.slut)

    def _antalen(self, matt: str = "") -> Antal:
        """All together; with `matt` only those that tell of it."""
        return summera(a for a in self.antalen if not matt or rakna(a, matt) is not None)

    def _kalla(self, text: str, matt: str, kategori: str = "") -> Kalla:
        adress = antal_adress(
            insatser=sorted(self.insatser),
            fran=self.fran,
            tom=self.tom,
            matt=matt,
            kategori=kategori,
            per_manad=self.per_manad,
        )
        return Kalla(adress, text)

    def rakning(self, matt: str, text: str) -> Varde:
        return self._antal(rakna(self._antalen(), matt), self._kalla(text, matt))

    def deltagare(self) -> Varde:
        """Everyone who took part: ongoing at the start and those who came in."""
        ett = flode(self._antalen())
        kalla = self._kalla("Pågående vid start och inskrivna", "")
        return self._antal(ett.deltagare if ett else None, kalla)

    def arbete_studier(self) -> tuple[Varde, Varde]:
        """How many ended to work or studies, and their share of those who ended (F33)."""
        kalla = self._kalla("Till arbete eller studier", m.AVSLUTSORSAK, "arbete_studier")
        antal = self._antalen(m.AVSLUTSORSAK)
        andel = andel_arbete_studier(antal).alla
        return self._antal(till_arbete_studier(antal), kalla), Varde(andel, "procent", kalla)

    def med_plan(self) -> Varde:
        """The share that ended with a plan; less than all is never shown as all (F39)."""
        andel = andel_med_plan(self._antalen(m.MED_PLAN)).alla
        if andel is not None and Decimal("0.995") <= andel < 1:
            andel = Decimal("0.99")
        return Varde(andel, "procent", self._kalla("Avslutade med plan", m.MED_PLAN))

    def snittid(self) -> Varde:
        """Mean days of those who ended (F40)."""
        dagar = snittid(self._antalen(m.DAGAR)).alla
        return Varde(dagar, "antal", self._kalla("Dagar i insatsen, summa", m.DAGAR))

    def _antal(self, antal: Konsantal | None, kalla: Kalla) -> Varde:
        return Varde(antal.summa if antal else None, "antal", kalla)


def kostnad(insats: Insatsmaterial, tal: Decimal | None, period: Period, manad: int) -> Varde:
    """A cost in tkr with the konteringar of the projekt up to the end of the month."""
    kalla = None
    if insats.projektkod and tal is not None:
        kalla = _konteringar(insats.projektkod, period.start, manadens_slut(period.ar, manad))
    return Varde(tal, "tkr", kalla)


def budgetkalla(insats: Insatsmaterial) -> Kalla:
    return Kalla(insats.adress, "Beviljade medel")


def manadskostnad(insats: Insatsmaterial, tal: Decimal | None, ar: int, manad: int) -> Varde:
    kalla = None
    if insats.projektkod and tal is not None:
        kalla = _konteringar(insats.projektkod, date(ar, manad, 1), manadens_slut(ar, manad))
    return Varde(tal, "tkr", kalla)


def manadens_slut(ar: int, manad: int) -> date:
    return date(ar, manad, calendar.monthrange(ar, manad)[1])


def _konteringar(kod: str, fran: date, tom: date) -> Kalla:
    fraga = {"ar": fran.year, "projekt": kod, "fran": fran.isoformat(), "tom": tom.isoformat()}
    return Kalla(f"{reverse('ekonomi:kontering_list')}?{urlencode(fraga)}", "Konteringar")

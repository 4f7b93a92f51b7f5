"""Where the counts behind a figure are listed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from finsam.periods import Period
from finsam.rapporter.dokument import Kalla
from uppfoljning.calculations import matt

HELA_TIDEN = "avslutade_hela_tiden"


@dataclass(frozen=True)
class Antalsurval:
    """Which counts: of these insatser (all when none is named), one measure, category, sex."""

    matt: str = ""
    kategori: str = ""
    insatser: tuple[int, ...] = ()


@dataclass(frozen=True)
class Adresser:
    """`antal` is the address of the list of counts; "" where there is none to lead to."""

    antal: str = ""

    def antalskalla(
        self, period: Period, text: str, urval: Antalsurval, kon: str = ""
    ) -> Kalla | None:
        """The counts of the period; of those ongoing only the first or last report tells."""
        if not self.antal:
            return None
        fran, tom = period.start.isoformat(), period.slut.isoformat()
        if urval.matt == HELA_TIDEN:
            fran = ""
        elif urval.matt == matt.PAGAENDE_START:
            tom = fran
        elif urval.matt == matt.PAGAENDE_SLUT:
            fran = tom
        fraga = {
            "insats": ", ".join(map(str, urval.insatser)),
            "fran": fran,
            "tom": tom,
            "matt": urval.matt,
            "kategori": urval.kategori,
            "kon": kon,
        }
        kvar = {namn: varde for namn, varde in fraga.items() if varde}
        return Kalla(f"{self.antal}?{urlencode(kvar)}", text)

    def konskallor(
        self, period: Period, text: str, urval: Antalsurval
    ) -> tuple[Kalla | None, Kalla | None, Kalla | None]:
        """The same for women, men and all."""
        k, m, alla = (self.antalskalla(period, text, urval, kon) for kon in ("K", "M", ""))
        return k, m, alla


INGA_ADRESSER = Adresser()

"""Where the counts behind a figure are listed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from finsam.periods import Period
from finsam.rapporter.dokument import Kalla


@dataclass(frozen=True)
class Adresser:
    """`antal` is the address of the list of counts; "" where there is none to lead to."""

    antal: str = ""

    def antalskalla(
        self, period: Period, text: str, insats: int | None = None, matt: str = ""
    ) -> Kalla | None:
        """The counts of the period, of one insats or of all, and of one measure or of all."""
        if not self.antal:
            return None
        fraga = {
            "insats": str(insats) if insats is not None else "",
            "fran": period.start.isoformat(),
            "tom": period.slut.isoformat(),
            "matt": matt,
        }
        kvar = {namn: varde for namn, varde in fraga.items() if varde}
        return Kalla(f"{self.antal}?{urlencode(kvar)}", text)


INGA_ADRESSER = Adresser()

"""Which documents there are, and what builds each."""

from collections.abc import Callable
from datetime import date

from finsam.periods import Period
from finsam.rapporter.ansvarsfrihet import build_ansvarsfrihet
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.beslutsutrymme import build_beslutsutrymme
from finsam.rapporter.budgetuppfoljning import build_budgetuppfoljning
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.delarsrapport import DELARSRAPPORT
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.internkontroll import build_internkontroll
from finsam.rapporter.medlemsavgifter import build_medlemsavgifter
from finsam.rapporter.motesplan import build_motesplan
from finsam.rapporter.publicering import for_publicering, raknade
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.tertialrapport import TERTIALRAPPORT
from finsam.rapporter.uppfoljning.smatal import doljning
from finsam.rapporter.uppfoljnings_pm import build_uppfoljnings_pm

BYGGARE: dict[str, Callable[[Period, date], Rapport]] = {
    Rapportslag.ARSREDOVISNING: ARSREDOVISNING.bygg,
    Rapportslag.DELARSRAPPORT: DELARSRAPPORT.bygg,
    Rapportslag.TERTIALRAPPORT: TERTIALRAPPORT.bygg,
    Rapportslag.BUDGETUPPFOLJNING: build_budgetuppfoljning,
    Rapportslag.UPPFOLJNINGS_PM: build_uppfoljnings_pm,
    Rapportslag.MEDLEMSAVGIFTER: build_medlemsavgifter,
    Rapportslag.BESLUTSUTRYMME: build_beslutsutrymme,
    Rapportslag.INTERNKONTROLL: build_internkontroll,
    Rapportslag.ANSVARSFRIHET: build_ansvarsfrihet,
    Rapportslag.MOTESPLAN: build_motesplan,
}


# Made to be published: small counts are hidden in it where nobody asks to see them.
OFFENTLIGA = frozenset(
    {Rapportslag.ARSREDOVISNING, Rapportslag.DELARSRAPPORT, Rapportslag.TERTIALRAPPORT}
)


def build(slag: str, period: Period, idag: date) -> Rapport:
    """The document of the kind. Raises UnderlagSaknas in Swedish when it cannot be made."""
    if slag not in BYGGARE:
        raise UnderlagSaknas("Okänt dokument.")
    return BYGGARE[slag](period, idag)


def publicerad(rapport: Rapport) -> Rapport:
    """The document as it may be published: small counts of persons hidden."""
    return for_publicering(rapport, doljning(rapport.period, raknade(rapport)))

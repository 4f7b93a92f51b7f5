"""Rules on the key figures: worked out once more from the balance sheet's own rows (F1, F2)."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from ekonomi.calculations.nyckeltal import kassalikviditet, soliditet
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning
from finsam.typografi import procent

Formel = Callable[[Decimal, Decimal], Decimal | None]
# Of each figure: its role, its name, how it is worked out, and the roles of its two parts.
NYCKELTAL: tuple[tuple[str, str, Formel, str, str], ...] = (
    ("soliditet", "Soliditeten", soliditet, "eget_kapital", "summa_tillgangar"),
    (
        "kassalikviditet",
        "Kassalikviditeten",
        kassalikviditet,
        "omsattningstillgangar",
        "kortfristiga_skulder",
    ),
)


def nyckeltal(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A share in the overview is that of the balance sheet (K13, K41)."""
    for roll, namn, formel, *delar in NYCKELTAL:
        visat = granskning.roll(roll)
        taljare, namnare = (granskning.roll(del_) for del_ in delar)
        if visat is None or taljare is None or namnare is None:
            continue
        raknat = formel(taljare, namnare)
        ok = visat == raknat
        yield Kontrollutfall(
            f"nyckeltal:{roll}",
            f"{namn} följer balansräkningen",
            ok,
            visat,
            raknat,
            "Översikten och balansräkningen",
            ""
            if ok
            else f"{namn} är {procent(visat)} i översikten, {procent(raknat)} efter "
            "balansräkningen.",
        )

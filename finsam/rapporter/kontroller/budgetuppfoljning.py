"""Rules on the follow-up of the budget: it ends as the accounts do, and it is booked."""

from collections.abc import Iterator

from ekonomi.calculations.budgetuppfoljning import (
    SUMMOR,
    Budgetuppfoljning,
    Uppfoljningsrad,
    Uppfoljningstabell,
)
from finsam.periods import Period
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import belopp, lika
from finsam.typografi import MANADER

TAL = (
    ("hittills", "budget hittills"),
    ("utfall", "utfall hittills"),
    ("prognos", "prognos"),
    ("arsbudget", "budget för året"),
)


def slutar_lika(uppfoljning: Budgetuppfoljning) -> Iterator[Kontrollutfall]:
    """The driftredovisning ends in the result of the resultaträkning, in every column (K28)."""
    drift, resultat = _slutrad(uppfoljning.drift), _slutrad(uppfoljning.resultat)
    if not drift or not resultat:
        return
    for falt, ord_ in TAL:
        vanster, hoger = getattr(drift, falt), getattr(resultat, falt)
        if vanster is not None and hoger is not None:
            yield lika(
                f"budgetuppfoljning:{falt}",
                "Driftredovisningen lika med resultaträkningen",
                vanster,
                hoger,
                f"{drift.etikett} och {resultat.etikett}, {ord_}",
                f"Driftredovisningen slutar på {belopp(vanster)} kr, resultaträkningen på "
                f"{belopp(hoger)} kr.",
            )


def bokfort(period: Period, bokford: int) -> Iterator[Kontrollutfall]:
    """The ledger reaches as far as the follow-up says that it does."""
    ok = bokford >= period.sista_manad
    nar = f"till och med {MANADER[bokford - 1]}" if bokford else "inte in i året"
    yield Kontrollutfall(
        "budgetuppfoljning:bokfort",
        "Bokföringen når periodens slut",
        ok,
        bokford,
        period.sista_manad,
        f"Bokföringen {period.ar}",
        "" if ok else f"Bokföringen når {nar}: utfallet är inte hela periodens.",
    )


def avvikelser(uppfoljning: Budgetuppfoljning) -> Iterator[Kontrollutfall]:
    """What calls for attention: something to know, never a fault."""
    for fynd in uppfoljning.fynd:
        yield Kontrollutfall(
            f"budgetavvikelse:{fynd.rad.id}",
            "Utfall och prognos mot budget",
            True,
            fynd.rad.utfall,
            fynd.rad.hittills,
            f"{fynd.tabell.titel}, {fynd.rad.etikett}",
            " ".join(fynd.texter),
        )


def _slutrad(tabeller: tuple[Uppfoljningstabell, ...]) -> Uppfoljningsrad | None:
    rader = [rad for tabell in tabeller for rad in tabell.rader if rad.slag in SUMMOR]
    return rader[-1] if rader else None

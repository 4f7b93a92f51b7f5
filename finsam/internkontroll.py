"""What the rooms offer the internal control: controls that run by themselves, and populations.

A room that can check itself has a module `systemkontroller.py` with `kontroller()`, one that has
rows to draw from a module `stickprov.py` with `populationer()`; the rooms are asked without being
known.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from finsam.periods import Period
from finsam.permissions import Ratt
from finsam.rummen import rummens


@dataclass(frozen=True)
class Systemfynd:
    """Something that a control found, in a sentence, and the page where it stands."""

    text: str
    adress: str


@dataclass(frozen=True)
class Systemkontroll:
    """A control that the system runs: `funktion` gives the findings of a period.

    `omrade` is the stored value of an area of the plan, `regel` says in a sentence what must
    hold, `ratt` who may open the pages that the findings lead to.
    """

    id: str
    rubrik: str
    omrade: str
    regel: str
    ratt: Ratt
    funktion: Callable[[Period], Iterable[Systemfynd]]

    def fynd(self, period: Period) -> tuple[Systemfynd, ...]:
        """The findings as the data stand now."""
        return tuple(self.funktion(period))


@dataclass(frozen=True)
class Ramrad:
    """A row that may be drawn: a key that never changes, its name, and its page."""

    nyckel: str
    etikett: str
    adress: str


@dataclass(frozen=True)
class Population:
    """What a sample is drawn from: `ram` gives the rows of a period.

    `ratt` says who may draw from it and open its rows.
    """

    id: str
    rubrik: str
    ratt: Ratt
    ram: Callable[[Period], Sequence[Ramrad]]


def systemkontroller() -> dict[str, Systemkontroll]:
    """Every room's controls by id, in the order of the rooms."""
    alla = (k for rummets in rummens("systemkontroller", "kontroller") for k in rummets())
    return {kontroll.id: kontroll for kontroll in alla}


def populationer() -> dict[str, Population]:
    """Every room's populations by id, in the order of the rooms."""
    alla = (p for rummets in rummens("stickprov", "populationer") for p in rummets())
    return {population.id: population for population in alla}

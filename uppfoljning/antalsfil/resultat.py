"""What a file of counts came to: counts per insats and month, and what was wrong, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from finsam.tabular.location import Anmarkning
from uppfoljning.calculations.underlag import Antalsnyckel

FLEST_FEL = 50
# Month 0 is the period as a whole.
Manader = Mapping[int, Mapping[Antalsnyckel, int]]


@dataclass(frozen=True)
class Filresultat:
    """Counts by number of the insats and month; `fel` refuses the file as a whole.

    `rader` is how many rows were counted; `anmarkningar` are told.
    """

    antal: Mapping[int, Manader] = field(default_factory=dict)
    fel: tuple[Anmarkning, ...] = ()
    anmarkningar: tuple[str, ...] = ()
    rader: int = 0
    fler_fel: int = 0


class Fellista:
    """The first faults as they are found, and how many more there were."""

    def __init__(self) -> None:
        self.fel: list[Anmarkning] = []
        self.antal = 0

    def lagg_till(self, fel: Anmarkning) -> None:
        self.antal += 1
        if len(self.fel) < FLEST_FEL:
            self.fel.append(fel)

    @property
    def fler(self) -> int:
        return self.antal - len(self.fel)

"""What to hide so that a count can no longer be worked out, as cheaply as can be.

The count is asked to be one more (or less) than it is; the shown figures that must then differ are
those that hold it. Which they are, at the least price together, is a linear program.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from uppfoljning.calculations.smatal.losare import Losare
from uppfoljning.calculations.smatal.modell import Samband
from uppfoljning.calculations.smatal.rakning import Antalsdel, Delar

# What is not hidden at any price; and the solver's noise.
STORT = 1e9
BRUS = 1e-6


class Frigoring:
    """`priser` are those of the figures that may be hidden; other relations hold as they are."""

    def __init__(
        self,
        varden: Mapping[Antalsdel, int],
        samband: Sequence[Samband],
        priser: Mapping[Delar, float],
    ) -> None:
        self.platser = {variabel: nr for nr, variabel in enumerate(sorted(varden))}
        self.varden = varden
        # Two unknowns more for each figure: how much more, and less, it would have to be.
        self.avvikelser: dict[Delar, tuple[int, int]] = {}
        rader: list[list[tuple[int, float]]] = []
        tak = [float(varden[variabel]) + STORT for variabel in self.platser]
        for ett in samband:
            rad = [(self.platser[v], float(tal)) for v, tal in ett.termer.items()]
            if ett.figur is not None and ett.figur in priser:
                plats = len(self.platser) + 2 * len(self.avvikelser)
                self.avvikelser[ett.figur] = (plats, plats + 1)
                rad += [(plats, 1.0), (plats + 1, -1.0)]
                tak += [STORT, STORT]
            rader.append(rad)
        self.pris = np.zeros(len(tak))
        for figur, platser in self.avvikelser.items():
            self.pris[list(platser)] = priser[figur]
        minst = np.array([-np.inf if s.minst is None else float(s.minst) for s in samband])
        hogst = np.array([np.inf if s.hogst is None else float(s.hogst) for s in samband])
        self._losare = Losare(np.array(tak), rader, minst, hogst)

    def valj(self, mal: Delar) -> set[Delar]:
        """The figures to hide for the sum to be free, and from now on without a price."""
        rad = [(self.platser[variabel], 1.0) for variabel in mal]
        sant = sum(self.varden[variabel] for variabel in mal)
        forslag = []
        for tal in (sant + 1, sant - 1):
            punkt = self._losare.los_med(self.pris, rad, float(tal)) if tal >= 0 else None
            if punkt is not None:
                forslag.append((float(self.pris @ punkt), punkt))
        if not forslag:
            return set()
        _, punkt = min(forslag, key=lambda ett: ett[0])
        valda = {
            figur
            for figur, platser in self.avvikelser.items()
            if max(punkt[list(platser)]) > BRUS and self.pris[platser[0]]
        }
        for figur in valda:
            self.pris[list(self.avvikelser[figur])] = 0
        return valda

"""The attacker: reads what is published, and reckons out what is hidden.

Shares no code with the product. Knows what anybody can know: counts are whole and not negative,
who comes goes or stays, parts add to their whole, a share is rounded to whole per cent. For each
hidden count it asks how small and how large it can be (scipy's MILP): if the two are one, it has
it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

# (insats, quarter, measure, category, sex): one number in one report.
Cell = tuple[int, str, str, str, str]
Summa = frozenset[Cell]


@dataclass
class Angripare:
    """Rows of knowledge: coefficients of cells, least and most."""

    rader: list[tuple[dict[Cell, float], float, float]] = field(default_factory=list)

    def far_veta(self, summa: Iterable[Cell], tal: int) -> None:
        """A count that is published."""
        self.rader.append((dict.fromkeys(summa, 1.0), tal, tal))

    def far_veta_andel(self, del_: Iterable[Cell], helhet: Iterable[Cell], procent: int) -> None:
        """A share that is published in whole per cent, 60.5 as 61 and 60.4 as 60."""
        for grans, tecken in ((procent - 0.5, 1), (procent + 0.5, -1)):
            rad: dict[Cell, float] = defaultdict(float)
            for cell in del_:
                rad[cell] += 100.0 * tecken
            for cell in helhet:
                rad[cell] -= grans * tecken
            self.rader.append((dict(rad), 0, np.inf))

    def vet_floden(self, celler: Iterable[Cell]) -> None:
        """Start + in = out + left, and left then = start next, of each insats and sex."""
        finns = set(celler)
        for insats, kvartal, matt, _, kon in sorted(finns):
            if matt != "inskrivna":
                continue
            fl = [(insats, kvartal, m, "", kon) for m in ("pagaende_start", "inskrivna")]
            ut = [(insats, kvartal, m, "", kon) for m in ("avslutade", "pagaende_slut")]
            self._lika(fl, ut)
            nasta = f"{kvartal[:-1]}{int(kvartal[-1]) + 1}"
            start = (insats, nasta, "pagaende_start", "", kon)
            if start in finns:
                self._lika([start], [ut[1]])

    def vet_delar(self, celler: Iterable[Cell]) -> None:
        """Reasons add to those who ended, ages to those who came in; a plan has who ended."""
        grupper: dict[tuple[int, str, str, str], list[Cell]] = defaultdict(list)
        for cell in celler:
            grupper[cell[0], cell[1], cell[2], cell[4]].append(cell)
        for (insats, kvartal, matt, kon), delar in grupper.items():
            helhet = {"avslutsorsak": "avslutade", "alder": "inskrivna"}.get(matt)
            if helhet:
                self._lika(delar, [(insats, kvartal, helhet, "", kon)])
            if matt == "med_plan":
                rad = {delar[0]: -1.0, (insats, kvartal, "avslutade", "", kon): 1.0}
                self.rader.append((rad, 0, np.inf))

    def _lika(self, ena: Iterable[Cell], andra: Iterable[Cell]) -> None:
        rad = dict.fromkeys(ena, 1.0) | dict.fromkeys(andra, -1.0)
        self.rader.append((rad, 0, 0))

    def raknar_ut(self, mal: Iterable[Summa], heltal: bool = True) -> dict[Summa, int]:
        """Those of the sums that can only be one number, and which.

        Without `heltal` fractions of persons are let pass: faster, and finds nearly as much.
        """
        celler = sorted({c for rad, _, _ in self.rader for c in rad} | {c for m in mal for c in m})
        plats = {cell: nr for nr, cell in enumerate(celler)}
        matris = lil_array((len(self.rader), len(celler)))
        for nr, (rad, _, _) in enumerate(self.rader):
            for cell, tal in rad.items():
                matris[nr, plats[cell]] = tal
        villkor = LinearConstraint(
            matris.tocsr(),
            [lagst for _, lagst, _ in self.rader],
            [mest for _, _, mest in self.rader],
        )
        kanda = {}
        for ett in mal:
            pris = np.zeros(len(celler))
            pris[[plats[cell] for cell in ett]] = 1
            lagst, hogst = (_yttersta(tecken * pris, villkor, heltal) for tecken in (1, -1))
            if lagst is not None and hogst is not None and -hogst - lagst < 1e-6:
                kanda[ett] = round(lagst)
        return kanda


def _yttersta(
    pris: "np.ndarray[tuple[int], np.dtype[np.float64]]", villkor: LinearConstraint, heltal: bool
) -> float | None:
    svar = milp(
        pris,
        constraints=villkor,
        bounds=Bounds(0, 10_000),
        integrality=np.full(len(pris), int(heltal)),
        options={"time_limit": 5.0},
    )
    return None if svar.x is None else float(svar.fun)


def procent(del_: int, helhet: int) -> int:
    """A share in whole per cent, half away from zero."""
    return int(Fraction(100 * del_, helhet) + Fraction(1, 2))

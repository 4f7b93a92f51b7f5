"""The attacker: reads what is published, and reckons out what is hidden.

Shares no code with the product. Knows what anybody can know: counts are whole and not negative,
who comes goes or stays, parts add to their whole, a share is rounded to whole per cent. For each
hidden count it asks how small and how large it can be (scipy's MILP): if the two are one, it has
it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

# (insats, quarter, measure, category, sex): one number in one report.
Cell = tuple[int, str, str, str, str]
Summa = frozenset[Cell]
# Coefficients of cells, least and most.
Rad = tuple[dict[Cell, float], float, float]
# How many directions are tried at random before the counts are asked for one by one.
SLUMPADE = 12


@dataclass
class Angripare:
    """Rows of knowledge."""

    rader: list[Rad] = field(default_factory=list)

    def far_veta(self, summa: Iterable[Cell], tal: int) -> None:
        """A count that is published."""
        self.rader.append((dict.fromkeys(summa, 1.0), tal, tal))

    def far_veta_minst(self, summa: Iterable[Cell], tal: int) -> None:
        """What a dot says: somebody is counted."""
        self.rader.append((dict.fromkeys(summa, 1.0), tal, np.inf))

    def far_veta_andel(
        self, del_: Iterable[Cell], helhet: Iterable[Cell], procent: float, fel: float = 0.5
    ) -> None:
        """A share that is published in whole per cent, 60.5 as 61 and 60.4 as 60.

        `fel` is how far from it the share itself can be.
        """
        for grans, tecken in ((procent - fel, 1), (procent + fel, -1)):
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
            start = (insats, nasta_kvartal(kvartal), "pagaende_start", "", kon)
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

    def vet_vilka_som_slutat(self, celler: Iterable[Cell]) -> None:
        """Before a year had ended: those before the year before it, and those who ended then."""
        finns = set(celler)
        for insats, tid, matt, _, kon in finns:
            if matt == "avslutade_tidigare" and tid.startswith("<"):
                ar = int(tid[1:]) - 1
                fore = (insats, f"<{ar}", matt, "", kon)
                under = [(insats, f"{ar}-K{nr}", "avslutade", "", kon) for nr in (1, 2, 3, 4)]
                if fore in finns:
                    self._lika([(insats, tid, matt, "", kon)], [fore, *under])

    def bara_sant(self, sant: Mapping[Cell, int]) -> None:
        """Forgets what does not hold of these reports: who reckons with it goes wrong."""
        self.rader = [rad for rad in self.rader if _haller(rad, sant)]

    def luras(self, sant: Mapping[Cell, int]) -> bool:
        """Whether something it was told is not so."""
        return not all(_haller(rad, sant) for rad in self.rader)

    def _lika(self, ena: Iterable[Cell], andra: Iterable[Cell]) -> None:
        rad = dict.fromkeys(ena, 1.0) | dict.fromkeys(andra, -1.0)
        self.rader.append((rad, 0, 0))

    def raknar_ut(self, mal: Iterable[Summa], heltal: bool = True) -> dict[Summa, int]:
        """Those of the sums that can only be one number, and which.

        Without `heltal` fractions of persons are let pass: faster, and finds nearly as much.
        """
        mal = list(mal)
        plats, villkor = self._uppstallt(mal)
        celler = list(plats)
        kanda = {}
        for ett in mal:
            pris = np.zeros(len(celler))
            pris[[plats[cell] for cell in ett]] = 1
            lagst, hogst = (_yttersta(tecken * pris, villkor, heltal) for tecken in (1, -1))
            if lagst is not None and hogst is not None and -hogst - lagst < 1e-6:
                kanda[ett] = round(lagst)
        return kanda

    def ringar_in(self, mal: Iterable[Summa], sant: Mapping[Cell, int]) -> dict[Summa, int]:
        """Those of the sums that have one whole number only between their least and most.

        For many counts: fractions of persons are let pass on the way to the bounds, and a sum
        that some point found is one or more from the truth in is not asked for.
        """
        mal = list(mal)
        plats, villkor = self._uppstallt(mal)
        priser = lil_array((len(mal), len(plats)))
        for nr, ett in enumerate(mal):
            for cell in ett:
                priser[nr, plats[cell]] = 1
        priser = priser.tocsr()
        ratt = np.array([sum(sant[cell] for cell in ett) for ett in mal])
        kvar = np.ones(len(mal), dtype=bool)
        slump = np.random.default_rng(1)

        def yttersta(vikter: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
            nonlocal kvar
            svar = milp(vikter @ priser, constraints=villkor, bounds=Bounds(0, 10_000))
            kvar &= np.abs(priser @ svar.x - ratt) < 1 - 1e-6
            return float(svar.fun)

        for _ in range(SLUMPADE):
            yttersta(slump.normal(size=len(mal)) * kvar)
        kanda = {}
        for nr in range(len(mal)):
            ensam = np.zeros(len(mal))
            ensam[nr] = 1
            lagst = yttersta(ensam) if kvar[nr] else 0
            hogst = -yttersta(-ensam) if kvar[nr] else 0
            if kvar[nr] and np.ceil(lagst - 1e-6) == np.floor(hogst + 1e-6):
                kanda[mal[nr]] = round(lagst)
        return kanda

    def _uppstallt(self, mal: Iterable[Summa]) -> tuple[dict[Cell, int], LinearConstraint]:
        """The place of each cell, and all that is known."""
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
        return plats, villkor


def nasta_kvartal(kod: str) -> str:
    ar, nr = int(kod[:4]), int(kod[-1])
    return f"{ar + nr // 4}-K{nr % 4 + 1}"


def _haller(rad: Rad, sant: Mapping[Cell, int]) -> bool:
    termer, lagst, mest = rad
    return lagst - 1e-6 <= sum(tal * sant[cell] for cell, tal in termer.items()) <= mest + 1e-6


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

"""Linear programs that are asked again and again, each time with something changed (HiGHS)."""

from collections.abc import Sequence

import highspy
import numpy as np

Vektor = np.ndarray[tuple[int], np.dtype[np.float64]]
# A row: the place of each unknown in it, and its coefficient.
Rad = Sequence[tuple[int, float]]


class Losare:
    """Unknowns from 0 to `tak`, rows from `minst` to `hogst`; goes on from its last answer."""

    def __init__(self, tak: Vektor, rader: Sequence[Rad], minst: Vektor, hogst: Vektor) -> None:
        antal = len(tak)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = antal, len(rader)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.zeros(antal), np.zeros(antal), tak
        lp.row_lower_, lp.row_upper_ = minst, hogst
        matris = lp.a_matrix_
        matris.format_ = highspy.MatrixFormat.kRowwise
        matris.start_ = np.cumsum([0, *(len(rad) for rad in rader)])
        matris.index_ = np.array([plats for rad in rader for plats, _ in rad])
        matris.value_ = np.array([float(tal) for rad in rader for _, tal in rad])
        self._antal = antal
        self._rader = len(rader)
        self._losare = highspy.Highs()  # type: ignore[no-untyped-call]
        for namn, val in (("output_flag", False), ("presolve", "off"), ("threads", 1)):
            self._losare.setOptionValue(namn, val)
        self._losare.passModel(lp)

    def los(self, pris: Vektor) -> Vektor:
        """The point where the unknowns times their prices are least."""
        self._losare.changeColsCost(self._antal, np.arange(self._antal, dtype=np.int32), pris)
        self._losare.run()
        return np.array(self._losare.getSolution().col_value)

    def los_med(self, pris: Vektor, rad: Rad, tal: float) -> Vektor | None:
        """The same where one more row has a given value; None where it cannot have it."""
        platser = np.array([plats for plats, _ in rad], dtype=np.int32)
        self._losare.addRow(tal, tal, len(rad), platser, np.array([v for _, v in rad]))
        punkt = self.los(pris)
        gick = self._losare.getModelStatus() == highspy.HighsModelStatus.kOptimal
        self._losare.deleteRows(1, np.array([self._rader], dtype=np.int32))
        return punkt if gick else None

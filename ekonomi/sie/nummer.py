"""The numbers of a year's vouchers, series by series: which are missing, which stand twice."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from ekonomi.sie.fynd import Fynd, varning

MAX_SPANN = 20


class Nummerserier:
    """Takes the vouchers one by one; eight bytes are kept of each."""

    def __init__(self) -> None:
        self._serier: dict[str, array[int]] = {}

    def ta(self, serie: str, nummer: str) -> None:
        """A number that is not written in digits takes no part."""
        if nummer.isdecimal() and len(nummer) < 19:
            try:
                self._serier[serie].append(int(nummer))
            except KeyError:
                self._serier[serie] = array("Q", [int(nummer)])

    def fynd(self) -> Iterator[Fynd]:
        """One remark per series with gaps, one per series with a number used twice."""
        for serie, nummer in self._serier.items():
            ordnade = array("Q", sorted(nummer))
            namn = f"Serie {serie}" if serie else "Verifikationer utan serie"
            yield from _mening(namn, _luckor(ordnade), "saknas")
            yield from _mening(namn, _dubbletter(ordnade), "används flera gånger")


def _luckor(ordnade: Sequence[int]) -> Iterator[str]:
    """The missing spans between the first and the last number: "5", "7–9"."""
    for forra, nasta in pairwise(ordnade):
        if nasta - forra == 2:
            yield str(forra + 1)
        elif nasta - forra > 2:
            yield f"{forra + 1}–{nasta - 1}"


def _dubbletter(ordnade: Sequence[int]) -> Iterator[str]:
    for nummer, grupp in groupby(ordnade):
        if len(list(grupp)) > 1:
            yield str(nummer)


def _mening(namn: str, spannen: Iterator[str], vad: str) -> Iterator[Fynd]:
    visade = list(islice(spannen, MAX_SPANN))
    if visade:
        fler = sum(1 for _ in spannen)
        slut = f" och {fler} spann till" if fler else ""
        yield varning(f"{namn}: nummer {', '.join(visade)}{slut} {vad}.")

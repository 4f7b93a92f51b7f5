"""Two ways of doing a thing, timed by turns: a ratio survives a machine whose speed drifts.

    from tests.bench.matning import i_processen, jamfor
    jamfor("inläsning / bar tolkning", i_processen(las_in), i_processen(tolka), hogst=3)

A bench is a script of its own: `./kor python -m tests.bench.sie`.
"""

import gc
import os
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, NamedTuple


class Prov(NamedTuple):
    """One run: seconds on the wall, and MiB at most in memory (0 when not a process of its own)."""

    sekunder: float
    mib: float = 0


Korning = Callable[[], Prov]


def i_processen(gor: Callable[[], Any]) -> Korning:
    """A function timed where it stands, with the rubbish of the last run taken out first."""

    def kor() -> Prov:
        gc.collect()
        start = time.perf_counter()
        gor()
        return Prov(time.perf_counter() - start)

    return kor


def i_egen_process(kommando: Sequence[str]) -> Korning:
    """A command timed from start to end, with its peak of memory. Raises when it fails."""

    def kor() -> Prov:
        start = time.perf_counter()
        pid = os.posix_spawnp(kommando[0], kommando, os.environ)
        _, status, atgang = os.wait4(pid, 0)
        sekunder = time.perf_counter() - start
        if status:
            raise SystemExit(f"{' '.join(kommando)}: {os.waitstatus_to_exitcode(status)}")
        return Prov(sekunder, atgang.ru_maxrss / 1024)

    return kor


def jamfor(
    rubrik: str, a: Korning, b: Korning, *, varv: int = 5, hogst: float | None = None
) -> float:
    """Runs A B A B …, prints the medians, and returns the median of the pairwise ratios A/B.

    The first run of each is thrown away: it fills caches that the others find filled.
    """
    a(), b()
    par = [(a(), b()) for _ in range(varv)]
    kvoter = sorted(fore.sekunder / efter.sekunder for fore, efter in par)
    kvot = median(kvoter)
    rad = f"{rubrik}: {kvot:.2f} ({kvoter[0]:.2f}–{kvoter[-1]:.2f})"
    rad += f"  A {median(p.sekunder for p, _ in par):.3f} s"
    rad += f"  B {median(p.sekunder for _, p in par):.3f} s"
    if par[0][0].mib and par[0][1].mib:
        rad += f"  minne A/B {median(p.mib / q.mib for p, q in par):.2f}"
    if hogst is not None:
        rad += f"  mål högst {hogst:g}: {'uppfyllt' if kvot <= hogst else 'MISSAT'}"
    print(rad, flush=True)
    return kvot

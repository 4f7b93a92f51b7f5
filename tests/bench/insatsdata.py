"""Counting a row-per-participant workbook against openpyxl's bare read of it: at most 1.5.

    ./kor python -m tests.bench.insatsdata [--rader 100000]

Both read the same bytes from memory; the counting reads, guards, checks and counts every cell.
"""

import argparse
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook

from finsam.periods import las_period
from tests.bench.matning import i_processen, jamfor
from uppfoljning.antalsfil.las import las_antal
from uppfoljning.antalsfil.rader import RUBRIKER
from uppfoljning.choices import Avslutsorsak, Forsorjningsform, Forsorjningstid, Utbildning

PERIOD = las_period("2021-K2")
IDAG = date(2021, 7, 15)
INSATSER = 15
HOGST = 1.5


def deltagare(antal: int) -> Iterator[list[Any]]:
    """Made-up participants, the same for ever."""
    slump = random.Random(1)
    orsaker, utbildningar = Avslutsorsak.choices, Utbildning.labels
    for _ in range(antal):
        start = date(2019, 1, 1) + timedelta(slump.randrange(900))
        slut = start + timedelta(slump.randrange(20, 700))
        orsak, ord_ = slump.choice(orsaker)
        klar = slut <= date(2021, 6, 30)
        till_arbete = orsak in ("subventionerat", "ej_subventionerat", "eget_foretag")
        yield [
            slump.randrange(1, INSATSER + 1), slump.choice(["Kvinna", "Man", "Okänt"]),
            slump.randrange(1960, 2003), None, start, slut if klar else None,
            ord_ if klar else None, 50 if klar and till_arbete else None,
            slump.choice(["Ja", "Nej"]), slump.choice(utbildningar),
            slump.choice(Forsorjningstid.labels), slump.choice(Forsorjningsform.labels),
            "Nej",
        ]  # fmt: skip


def arbetsbok(antal: int) -> bytes:
    bok = Workbook(write_only=True)
    blad = bok.create_sheet("Insatsdata")
    utan_alder = [nr for nr, rubrik in enumerate(RUBRIKER) if rubrik != "Ålder"]
    for rad in (list(RUBRIKER), *deltagare(antal)):
        blad.append([rad[nr] for nr in utan_alder])
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def lasa(innehall: bytes) -> None:
    bok = load_workbook(io.BytesIO(innehall), read_only=True)
    for _ in bok.worksheets[0].iter_rows(values_only=True):
        pass


def rakna(innehall: bytes) -> None:
    insatser = {str(nr): nr for nr in range(1, INSATSER + 1)}
    svar = las_antal("insatsdata.xlsx", innehall, insatser, PERIOD, IDAG)
    assert not svar.fel and len(svar.antal) == INSATSER


def main() -> None:
    tolk = argparse.ArgumentParser(description=__doc__)
    tolk.add_argument("--rader", type=int, default=100_000)
    tolk.add_argument("--varv", type=int, default=3)
    val = tolk.parse_args()
    innehall = arbetsbok(val.rader)
    jamfor(
        f"räkna {val.rader} deltagare / läs arbetsboken",
        i_processen(lambda: rakna(innehall)),
        i_processen(lambda: lasa(innehall)),
        varv=val.varv,
        hogst=HOGST,
    )


if __name__ == "__main__":
    main()

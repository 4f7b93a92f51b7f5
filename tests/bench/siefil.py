"""The yardstick of a ledger's reading: a file of any size, and the barest parse of it.

The file is SIE 4E in PC8: 400 accounts, 60 units, 80 projects, two to six rows per voucher. Every
voucher balances, #UB = #IB + movements, #RES = movements. The same seed gives the same file.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

AR = 2024
KONTON = [(klass + 1) * 1000 + 10 * (nr + 1) for nr in range(50) for klass in range(8)]
FALT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\{[^}]*\})|(\S+)')


def kontotyp(konto: int) -> str:
    return "TSIKKKKK"[konto // 1000 - 1]


def skriv_siefil(fil: Path, rader: int, fro: int = 1) -> None:
    with fil.open("w", encoding="cp437", newline="\r\n") as ut:
        ut.writelines(f"{rad}\n" for rad in _rader(rader, random.Random(fro)))


def _rader(antal: int, slump: random.Random) -> Iterator[str]:
    yield "#FLAGGA 0"
    yield "#FORMAT PC8"
    yield "#SIETYP 4"
    yield '#FNAMN "Exempelförbundet Räkenskap Åäö"'
    yield f"#RAR 0 {AR}0101 {AR}1231"
    for konto in KONTON:
        yield f'#KONTO {konto} "Konto {konto}"'
        yield f"#KTYP {konto} {kontotyp(konto)}"
    yield '#DIM 1 "Enhet"'
    yield '#DIM 6 "Projekt"'
    yield from (f'#OBJEKT 1 {100 + nr} "Enhet {nr} vård & skola"' for nr in range(60))
    yield from (f'#OBJEKT 6 P{nr:03d} "Projekt \\"{nr}\\""' for nr in range(80))
    balanskonton = [konto for konto in KONTON if konto < 3000]
    ib = {konto: slump.randrange(-(10**9), 10**9) for konto in balanskonton}
    ib[balanskonton[0]] -= sum(ib.values())
    # The movements are known when the vouchers have been drawn: they are drawn twice.
    tillstand = slump.getstate()
    rorelse: Counter[int] = Counter()
    for _ in _verifikationer(antal, slump, rorelse):
        pass
    for konto in balanskonton:
        yield f"#IB 0 {konto} {_belopp(ib[konto])}"
        yield f"#UB 0 {konto} {_belopp(ib[konto] + rorelse[konto])}"
    for konto in KONTON[2:]:
        if konto >= 3000:
            yield f"#RES 0 {konto} {_belopp(rorelse[konto])}"
    slump.setstate(tillstand)
    yield from _verifikationer(antal, slump, Counter())


def _verifikationer(antal: int, slump: random.Random, rorelse: Counter[int]) -> Iterator[str]:
    """Vouchers with `antal` rows in all; what they move is added to `rorelse`, in öre."""
    kvar, nr, ungefar = antal, 0, antal // 4 + 1
    while kvar > 0:
        nr += 1
        langd = kvar if kvar < 6 else slump.choice((2, 3, 4, 4, 5))
        kvar -= langd
        dag = date(AR, 1, 1) + timedelta(min(365, nr * 366 // ungefar))
        yield f'#VER {slump.choice("AAABL")} {nr} {dag:%Y%m%d} "Faktura {nr}" {dag:%Y%m%d}'
        yield "{"
        summa = 0
        for radnr in range(langd):
            konto = slump.choice(KONTON)
            ore = -summa if radnr == langd - 1 else slump.randrange(-5_000_000, 5_000_000)
            summa += ore
            rorelse[konto] += ore
            objekt = _objekt(konto, slump)
            yield f'   #TRANS {konto} {objekt} {_belopp(ore)} {dag:%Y%m%d} "Rad {radnr} åäö"'
        yield "}"


def _objekt(konto: int, slump: random.Random) -> str:
    if konto < 3000:
        return "{}"
    enhet = f"1 {100 + slump.randrange(60)}"
    return f"{{{enhet}}}" if slump.random() < 0.6 else f"{{{enhet} 6 P{slump.randrange(80):03d}}}"


def _belopp(ore: int) -> str:
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def tolka(fil: Path) -> int:
    """The bare parse: every row split, amounts as öre, days as dates, all kept. Gives the rows."""
    verifikationer: list[Any] = []
    rader: list[Any] = []
    ovrigt: list[Any] = []
    dagar: dict[str, date] = {}
    objekt: dict[str, dict[str, str]] = {}
    with fil.open(encoding="cp437") as text:
        for rad in text:
            rad = rad.strip()
            if rad.startswith("#TRANS "):
                _, konto, lista, belopp, dag, text_ = _falten(rad)
                if lista not in objekt:
                    delar = lista[1:-1].split()
                    objekt[lista] = dict(zip(delar[::2], delar[1::2], strict=True))
                rader.append(
                    (
                        len(verifikationer),
                        int(konto),
                        objekt[lista],
                        _ore(belopp),
                        _dag(dag, dagar),
                        text_,
                    )
                )
            elif rad.startswith("#VER "):
                falt = _falten(rad)
                verifikationer.append((falt[1], falt[2], _dag(falt[3], dagar), falt[4]))
            elif rad not in ("{", "}", ""):
                ovrigt.append(_falten(rad))
    return len(rader)


def _falten(rad: str) -> list[str]:
    return [
        citat.replace('\\"', '"') if not (lista or ord_) else lista or ord_
        for citat, lista, ord_ in FALT.findall(rad)
    ]


def _ore(text: str) -> int:
    heltal, _, decimaler = text.lstrip("-").partition(".")
    ore = int(heltal) * 100 + int((decimaler + "00")[:2])
    return -ore if text.startswith("-") else ore


def _dag(text: str, dagar: dict[str, date]) -> date:
    if text not in dagar:
        dagar[text] = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    return dagar[text]

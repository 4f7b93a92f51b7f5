"""Figures in a matter's words: `{arets_resultat|tkr}` is what its own annexes say it is. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from finsam.money import ENHETSDELARE
from finsam.platshallare import (
    OAVSLUTAD,
    PLATSHALLARE,
    Figurreferens,
    OkandFigur,
    las_referens,
    visad_enhet,
)
from finsam.typografi import FORMAT, HARDBLANK, INGET


@dataclass(frozen=True)
class Siffra:
    """A figure as a frozen document shows it; `varde` is in `enhet`, "•" where it is hidden."""

    varde: Decimal | str | None
    enhet: str


def bilagornas_siffror(
    bilagor: Iterable[tuple[str, Mapping[str, Any] | None]],
) -> dict[str, Siffra]:
    """The figures that a text may name: "arets_resultat", and "delarsrapport.arets_resultat".

    `bilagor` are the annexes' origins ("delarsrapport 2021-H1") and their documents' "figures".
    One that two documents give different values has only its full name.
    """
    siffror: dict[str, Siffra] = {}
    tvetydiga: set[str] = set()
    for kalla, figurer in bilagor:
        dokument = kalla.partition(" ")[0]
        for namn, figur in (figurer or {}).items():
            siffra = _siffra(figur)
            if siffror.setdefault(namn, siffra) != siffra:
                tvetydiga.add(namn)
            siffror.setdefault(f"{dokument}.{namn}", siffra)
    return {namn: siffra for namn, siffra in siffror.items() if namn not in tvetydiga}


def utskriven(text: str, siffror: Mapping[str, Siffra]) -> str:
    """The text with its figures written out. Raises OkandFigur in Swedish for the first unknown."""
    skriven = PLATSHALLARE.sub(lambda traff: _text(las_referens(traff), siffror), text)
    if rest := OAVSLUTAD.search(PLATSHALLARE.sub("", text)):
        raise OkandFigur(f"”{rest[0]}” är ingen siffra. Skriv den som {{namn|format}}.")
    return skriven


def _siffra(figur: Mapping[str, Any]) -> Siffra:
    varde = figur["value"]
    if varde is None or isinstance(varde, str):
        return Siffra(varde, figur["unit"])
    return Siffra(Decimal(str(varde)), figur["unit"])


def _text(referens: Figurreferens, siffror: Mapping[str, Siffra]) -> str:
    siffra = siffror.get(referens.namn)
    if siffra is None:
        raise OkandFigur.med_forslag(referens.namn, siffror)
    if isinstance(siffra.varde, str):
        return siffra.varde
    if siffra.varde is None:
        return INGET
    enhet = visad_enhet(referens, siffra.enhet)
    faktor = ENHETSDELARE.get(siffra.enhet, Decimal("0.01") if enhet == "procent" else Decimal(1))
    tal = abs(siffra.varde) if referens.absolut else siffra.varde
    decimaler = _decimaler(siffra.varde) if enhet == siffra.enhet else 3 if enhet == "mkr" else 0
    skrivet = FORMAT[enhet](tal * faktor, decimaler)
    return f"{skrivet}{HARDBLANK}{enhet}" if enhet in ENHETSDELARE else skrivet


def _decimaler(varde: Decimal) -> int:
    exponent = varde.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def har_siffror(*texter: str) -> bool:
    """Whether any of the texts names a figure, or has a brace that may be meant as one."""
    return any(re.search(r"[{}]", text) for text in texter)

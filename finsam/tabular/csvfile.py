"""Rows of a .csv file as people save it: delimiter found out, quotes strict."""

import csv
import io
import re
from collections.abc import Iterator

from finsam.tabular.encoding import avkodad
from finsam.tabular.location import Anmarkning, Filfel, Plats

AVGRANSARE = ";\t,"


def csv_rader(
    fil: str, innehall: bytes
) -> tuple[Iterator[tuple[int, list[str]]], tuple[Anmarkning, ...]]:
    """Numbered rows, and a warning when the encoding was not UTF-8. Raises Filfel."""
    text, varningar = avkodad(fil, innehall)
    avgransare, borjan = _avgransare(text)
    return _rader(fil, text[borjan:], avgransare, 2 if borjan else 1), varningar


def _avgransare(text: str) -> tuple[str, int]:
    """The delimiter and where the table begins (Excel may write "sep=;" first)."""
    if traff := re.match(r'"?sep=(.)"?\r?\n', text):
        return traff[1], traff.end()
    for rad in text.splitlines():
        if rad.strip() and not rad.lstrip('"').startswith("# "):
            utan_citat = re.sub(r'"[^"]*"', "", rad)
            # The first of the most frequent: semicolon wins a tie.
            return max(AVGRANSARE, key=utan_citat.count), 0
    return ";", 0


def _rader(fil: str, text: str, avgransare: str, forsta: int) -> Iterator[tuple[int, list[str]]]:
    lasare = csv.reader(io.StringIO(text, newline=""), delimiter=avgransare, strict=True)
    bredd, nr = 0, forsta - 1
    try:
        for nr, celler in enumerate(lasare, start=forsta):
            if any(celler) and not celler[0].startswith("# "):
                bredd = bredd or len(celler)
                _kontrollera_bredd(Plats(fil, rad=nr), celler, bredd)
            yield nr, celler
    except csv.Error as fel:
        raise Filfel(
            Plats(fil, rad=nr + 1),
            "Raden är avkortad eller har ett citattecken som inte avslutas.",
        ) from fel


def _kontrollera_bredd(plats: Plats, celler: list[str], bredd: int) -> None:
    if len(celler) < bredd:
        raise Filfel(
            plats,
            f"Raden har {len(celler)} celler, rubrikraden {bredd}. Filen kan vara avkortad.",
        )
    if any(celler[bredd:]):
        raise Filfel(
            plats,
            f"Raden har {len(celler)} celler, rubrikraden {bredd}. "
            "Text som innehåller avgränsaren ska stå inom citattecken.",
        )

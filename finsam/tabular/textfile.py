"""Plain text files (.md, .toml): read with the same guards as tables."""

import re
import tomllib
from decimal import Decimal
from typing import Any

from finsam.tabular.encoding import avkodad
from finsam.tabular.guard import granska
from finsam.tabular.location import Anmarkning, Filfel, Plats

STORSTA_TEXT = 1_000_000
TOMLRAD = re.compile(r"\(at line (\d+), column \d+\)$")


def las_text(fil: str, innehall: bytes) -> tuple[str, tuple[Anmarkning, ...]]:
    """The text with LF line ends, and a warning when it was not UTF-8. Raises Filfel."""
    if len(innehall) > STORSTA_TEXT:
        raise Filfel(Plats(fil), "Textfilen är större än 1 MB.")
    text, varningar = avkodad(fil, innehall)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for nr, rad in enumerate(text.split("\n"), start=1):
        granska(Plats(fil, rad=nr), rad)
    return text, varningar


def las_toml(fil: str, text: str) -> dict[str, Any]:
    """The keys and values; numbers with decimals exact. Raises Filfel that names the line."""
    if not text.strip():
        raise Filfel(Plats(fil), "Filen är tom.")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fel:
        traff = TOMLRAD.search(str(fel))
        rad = int(traff[1]) if traff else text.rstrip().count("\n") + 1
        raise Filfel(
            Plats(fil, rad=rad),
            f"”{text.split(chr(10))[rad - 1].strip()}” kan inte tolkas. "
            'Skriv nyckel = värde, med text inom citattecken: namn = "Förbundet".',
        ) from fel


def bara_kommentarer(text: str) -> bool:
    """Whether a TOML text says nothing, as a template does before it is filled in."""
    rader = [rad.strip() for rad in text.split("\n") if rad.strip()]
    return bool(rader) and all(rad.startswith("#") for rad in rader)

"""Few persons in words that somebody wrote by hand: "tre deltagare", "2 av kvinnorna". Pure."""

import re
from collections.abc import Iterator

# One is left out: "en deltagare" is any of them, "en av deltagarna" is told apart below.
RAKNEORD = (
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)
PERSONER = (
    r"deltagar(?:e|na|en|nas|es)|person(?:er|erna|ernas)?|individ(?:er|erna|ernas)?"
    r"|kvinn(?:a|or|orna|ornas)|m[aä]n(?:nen|nens)?|ungdom(?:ar|arna)?|unga|vuxna"
    r"|klient(?:er|erna)?|sjukskrivna|arbetslösa"
)
# "av de", "av insatsens", "nya", "unga": never a plural noun, which would be what is counted.
_MELLAN = r"(?:av\s+)?(?:\w+(?:[ae]|ens|ets)\s+){0,2}?"
_EFTER = rf"\s+(?:st\.?\s+)?{_MELLAN}(?:{PERSONER})\b"
_SIFFRA = r"(?<![\d.,:/-])(?<!\d\s)\d{1,2}"
_ENSAM = (
    r"(?:(?<=bara\s)|(?<=endast\s)|(?<=enbart\s)|(?<=blott\s))(?:en|ett)\b(?=\s)"
    r"|\b(?:en|ett)(?=\s+av\s)"
)
ANTAL = re.compile(
    rf"(?P<tal>{_SIFFRA}|\b(?:{'|'.join(RAKNEORD)})|{_ENSAM}){_EFTER}", re.IGNORECASE
)

NAMNSLUT = re.compile(rf"(?:^|_)(?:{PERSONER})$", re.IGNORECASE)
BORJAN = re.compile(rf"(?:\w+\s+)?(?:{PERSONER})\b", re.IGNORECASE)


def sma_antal(text: str, troskel: int) -> Iterator[str]:
    """Each "number person" of the text with a number from 1 and under `troskel`, as it stands."""
    for traff in ANTAL.finditer(text):
        if 0 < _tal(traff["tal"].casefold()) < troskel:
            yield " ".join(traff[0].split())


def raknar_personer(namn: str, beskrivning: str) -> bool:
    """Whether an entered figure counts persons: its name ends so, or its description begins so."""
    return bool(NAMNSLUT.search(namn) or BORJAN.match(beskrivning))


def _tal(skrivet: str) -> int:
    if skrivet.isdecimal():
        return int(skrivet)
    return RAKNEORD.index(skrivet) + 2 if skrivet in RAKNEORD else 1

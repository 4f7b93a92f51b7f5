"""The few SVG elements that charts are drawn with, in the units of a sheet 640 wide."""

from collections.abc import Iterable
from html import escape

BREDD = 640
TYPSNITT = "'Source Sans 3', sans-serif"
STORLEK = 13
TEXT = "#1b2430"
SVAG = "#4a5565"
KANT = "#6b7684"
YTA = "#e9edf1"

# Distinct also without red-green sight and in grey; white text on each keeps 4.5:1.
FARGER = ("#0b4f6c", "#2b7a94", "#8a5a2b", "#6d3f73", "#6a6814", "#5c6875")
GRANS = "#b3541e"


def rita(id_: str, hojd: float, titel: str, beskrivning: str, delar: Iterable[str]) -> str:
    """A whole chart. `titel` is the finding and `beskrivning` the values: what is read aloud.

    `id_` must be unique on the page.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREDD} {tal(hojd)}" role="img" '
        f'aria-labelledby="{id_}-t {id_}-b" font-family="{TYPSNITT}" font-size="{STORLEK}">'
        f'<title id="{id_}-t">{escape(titel)}</title>'
        f'<desc id="{id_}-b">{escape(beskrivning)}</desc>{"".join(delar)}</svg>'
    )


def rekt(x: float, y: float, bredd: float, hojd: float, farg: str, kant: str = "") -> str:
    ram = f' stroke="{kant}"' if kant else ""
    return (
        f'<rect x="{tal(x)}" y="{tal(y)}" width="{tal(bredd)}" height="{tal(hojd)}" '
        f'fill="{farg}"{ram}/>'
    )


def linje(x1: float, y1: float, x2: float, y2: float, farg: str, tjocklek: float = 1) -> str:
    return (
        f'<line x1="{tal(x1)}" y1="{tal(y1)}" x2="{tal(x2)}" y2="{tal(y2)}" '
        f'stroke="{farg}" stroke-width="{tal(tjocklek)}"/>'
    )


def text(
    x: float, y: float, ord_: str, ankare: str = "start", farg: str = TEXT, fet: bool = False
) -> str:
    """Words with their baseline at y; `ankare` is start, middle or end."""
    lage = "" if ankare == "start" else f' text-anchor="{ankare}"'
    vikt = ' font-weight="600"' if fet else ""
    return f'<text x="{tal(x)}" y="{tal(y)}" fill="{farg}"{lage}{vikt}>{escape(ord_)}</text>'


def tal(varde: float) -> str:
    """A coordinate with one decimal at most: "12", "12.5"."""
    return f"{varde:.1f}".removesuffix(".0")


def rader(ord_: str, bredd: int) -> list[str]:
    """The words on one or two lines of about `bredd` signs; what does not fit ends in "…"."""
    if len(ord_) <= bredd:
        return [ord_]
    brytning = ord_.rfind(" ", 0, bredd + 1)
    if brytning < 0:
        brytning = bredd
    forsta, andra = ord_[:brytning], ord_[brytning:].strip()
    return [forsta, andra if len(andra) <= bredd else f"{andra[: bredd - 1].rstrip()}…"]

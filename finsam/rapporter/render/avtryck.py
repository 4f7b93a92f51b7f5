"""What decides how a document looks on paper, as one hash. Without WeasyPrint, which is heavy."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

STATISK = Path(__file__).resolve().parents[3] / "static"
STILMALLAR = tuple(
    STATISK / "css" / namn for namn in ("tokens.css", "rapport.css", "utskrift.css", "handling.css")
)
TYPSNITT = (
    STATISK / "fonts" / "source-sans-3-400.woff2",
    STATISK / "fonts" / "source-sans-3-600.woff2",
)
# Raised when the same HTML is to be drawn in another way than before.
UTFORANDE = "1"


def avtryck(html: str) -> str:
    """SHA-256 (64 hex digits) of a print document, its stylesheets, fonts and the versions used."""
    summa = hashlib.sha256(f"{UTFORANDE} {_weasyprint()}\n".encode())
    for fil in (*STILMALLAR, *TYPSNITT):
        summa.update(hashlib.sha256(fil.read_bytes()).digest())
    summa.update(html.encode())
    return summa.hexdigest()


@cache
def _weasyprint() -> str:
    return version("weasyprint")

"""A finished PDF as a screen reader and a search sees it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf


def taggar(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Dictionary, str]]:
    """Every tag of the tree in reading order, with its name."""

    def ga(element: pikepdf.Object) -> Iterator[tuple[pikepdf.Dictionary, str]]:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        yield element, str(element.S)[1:]
        under = element.get("/K", [])
        for del_ in under if isinstance(under, pikepdf.Array) else [under]:
            yield from ga(del_)

    for element in pdf.Root.StructTreeRoot.K:
        yield from ga(element)


def med_namn(pdf: pikepdf.Pdf, namn: str) -> list[pikepdf.Dictionary]:
    return [element for element, n in taggar(pdf) if n == namn]


def sidor(fil: Path) -> list[str]:
    """The text of each page, laid out as on the page."""
    svar = subprocess.run(
        ["pdftotext", "-layout", str(fil), "-"], capture_output=True, text=True, check=True
    )
    return svar.stdout.split("\f")[:-1]

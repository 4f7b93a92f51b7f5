"""The process that reads a PDF handed in: draws its pages as WebP, and takes out its words.

    python -m finsam.rapporter.lasning.ritare PDF FOLDER                       → FOLDER/sidor.json
    python -m finsam.rapporter.lasning.ritare PDF FOLDER WIDTH FIRST NUMBER    → FOLDER/WIDTH-n.webp

A page that cannot be drawn leaves WIDTH-n.fel in place of its picture, and one that ends the
process WIDTH-n.ritas, there since its drawing began. The others of the batch are drawn.

On its own, with bounds on time and memory: a file made to hurt hurts nobody else. Without Django.
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from finsam.rapporter.lasning.matt import pixelbredd

MINNE = 1_500_000_000
SEKUNDER = 30
# A page so narrow that it would be drawn higher than this many widths is drawn smaller.
HOGST = 4
KVALITET = 80


def begransa() -> None:
    """From here on the process ends itself rather than take the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MINNE, MINNE))
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDER, SEKUNDER))


def las_sidor(pdf: Path, mapp: Path) -> None:
    """Every page's size in points and its words, as sidor.json."""
    with pypdfium2.PdfDocument(pdf) as dokument:
        sidor = [_sida(sida) for sida in dokument]
    _skriv(mapp / "sidor.json", lambda fil: fil.write_text(json.dumps(sidor), encoding="utf-8"))


def rita(pdf: Path, mapp: Path, bredd: int, forsta: int, antal: int) -> None:
    """The pages from `forsta`, at most `antal`, an A4 `bredd` pixels wide; those there stay."""
    with pypdfium2.PdfDocument(pdf) as dokument:
        for nr in range(forsta, min(forsta + antal, len(dokument) + 1)):
            mal = mapp / f"{bredd}-{nr}.webp"
            fel = mal.with_suffix(".fel")
            if mal.is_file() or fel.is_file():
                continue
            ritas = mal.with_suffix(".ritas")
            ritas.touch()
            try:
                _rita(dokument[nr - 1], mal, bredd)
            except Exception:  # whatever a page made to hurt may bring about
                ritas.replace(fel)
            else:
                ritas.unlink()


def _sida(sida: pypdfium2.PdfPage) -> dict[str, object]:
    bredd, hojd = sida.get_size()
    text = sida.get_textpage().get_text_bounded()
    return {"bredd": bredd, "hojd": hojd, "text": text.replace("\r\n", "\n").strip()}


def _rita(sida: pypdfium2.PdfPage, mal: Path, bredd: int) -> None:
    pa_bredden, pa_hojden = sida.get_size()
    skala = min(pixelbredd(pa_bredden, bredd) / pa_bredden, HOGST * bredd / pa_hojden)
    bild = sida.render(scale=skala).to_pil()
    _skriv(mal, lambda fil: bild.save(fil, "WEBP", quality=KVALITET, method=3))


def _skriv(mal: Path, skriv: Callable[[Path], object]) -> None:
    """Under a name of its own first: who looks finds a whole file or none."""
    vid_sidan = mal.with_name(f".{mal.name}")
    skriv(vid_sidan)
    vid_sidan.replace(mal)


if __name__ == "__main__":
    begransa()
    fil, mapp_, *tal = sys.argv[1:]
    if tal:
        rita(Path(fil), Path(mapp_), *(int(ett) for ett in tal))
    else:
        las_sidor(Path(fil), Path(mapp_))

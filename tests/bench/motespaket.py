"""A meeting's pack of 25 matters, 30 annexes and about 400 pages, against a bare merge.

`./kor python -m tests.bench.motespaket`: the same annexes put one after another by pikepdf, with
nothing else done to them. One of them is a form with named places, which are slower to take over.
The pack's own pages have been drawn before; what drawing them takes is told by itself. Memory is
of a process of its own each.
"""

import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from tests.bench.matning import i_processen, jamfor

ARENDEN, BILAGOR, SIDOR = 25, 30, 360
TID_HOGST, MINNE_HOGST = 3, 3
# A page's worth of text, and a scanned page for every tenth.
RADER, BILD = 45, 900


def _sida(ny: pikepdf.Pdf, typsnitt: Any, nr: int) -> None:
    sida = ny.add_blank_page(page_size=(595, 842))
    rader = [f"1 0 0 1 60 {780 - 16 * r} Tm (Rad {r} p\xe5 sida {nr} {'ord ' * 16}) Tj"
             for r in range(RADER)]  # fmt: skip
    sida.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=typsnitt))
    text = "BT /F1 10 Tf " + "\n".join(rader) + " ET"
    if nr % 10 == 0:
        bild = pikepdf.Stream(
            ny, os.urandom(BILD * BILD), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
            Width=BILD, Height=BILD, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        sida.obj.Resources.XObject = pikepdf.Dictionary(Im1=bild)
        text = "q 475 0 0 600 60 120 cm /Im1 Do Q"
    sida.obj.Contents = ny.make_stream(text.encode("cp1252"))


def gor_bilagor(mapp: Path) -> dict[int, Path]:
    """The annexes by key: text with a font, bookmarks, and some scanned pages."""
    filer = {}
    for nr in range(1, BILAGOR + 1):
        with pikepdf.new() as ny:
            typsnitt = ny.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                   BaseFont=pikepdf.Name.Helvetica,
                                   Encoding=pikepdf.Name.WinAnsiEncoding)
            )  # fmt: skip
            for sida in range(1, SIDOR // BILAGOR + 1):
                _sida(ny, typsnitt, sida)
            if nr == 1:
                _formular(ny)
            with ny.open_outline() as oversikt:
                oversikt.root += [pikepdf.OutlineItem(f"Kapitel {k}", k) for k in range(4)]
            filer[nr] = mapp / f"bilaga-{nr}.pdf"
            ny.save(filer[nr])
    return filer


def _formular(ny: pikepdf.Pdf) -> None:
    """A field, a named place and a link to it on every page."""
    falt, namn = [], []
    for nr, sida in enumerate(ny.pages):
        rutan = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T=f"falt{nr}",
            V="Svar", Rect=[60, 20, 200, 40], P=sida.obj, DA="/F1 10 Tf 0 g",
        )  # fmt: skip
        lank = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[220, 20, 300, 40],
            Dest=pikepdf.String(f"plats{nr:02}"),
        )  # fmt: skip
        falt.append(ny.make_indirect(rutan))
        sida.obj.Annots = pikepdf.Array([falt[-1], lank])
        namn += [pikepdf.String(f"plats{nr:02}"), pikepdf.Array([sida.obj, pikepdf.Name.Fit])]
    ny.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(falt), DA="/F1 10 Tf 0 g")
    ny.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(namn)))


def gor_handlingar() -> Any:
    """25 matters with writings; the first five have two annexes, the others one."""
    from tests.rapporter.paket.exempel import bilaga, mote, punkt, skrivelse

    nasta, punkter = 1, []
    for nr in range(1, ARENDEN + 1):
        antal = 2 if nr <= BILAGOR - ARENDEN else 1
        egna = tuple(
            bilaga(nasta + i, f"{nr}.{i + 1}", f"Underlag {nasta + i}") for i in range(antal)
        )
        nasta += antal
        skriven = skrivelse(str(nr), "att anta förslaget.")
        punkter.append(
            punkt(nr, str(nr), f"Ärende {nr}", typer=("beslut",), skrivelse=skriven, bilagor=egna)
        )
    return mote(*punkter)


def slatt(filer: dict[int, Path], mal: Path) -> None:
    """The bare merge: every page of every file, saved. The form and the named places are lost."""
    mal.unlink(missing_ok=True)
    with pikepdf.new() as ut, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        oppna = [pikepdf.open(fil) for fil in filer.values()]
        for kalla in oppna:
            ut.pages.extend(kalla.pages)
        ut.save(mal)
        for kalla in oppna:
            kalla.close()


def paket(filer: dict[int, Path], mapp: Path, mal: Path) -> None:
    """The pack, its own pages drawn once and kept in the folder."""
    from finsam.rapporter.paket.bygg import bygg
    from finsam.rapporter.render.avtryck import avtryck

    def rita(html: str) -> Path:
        fil = mapp / f"{avtryck(html)}.pdf"
        if not fil.exists():
            from finsam.rapporter.render.pdf import skriv_pdf

            fil.write_bytes(skriv_pdf(html))
        return fil

    # To write over a file waits for the disk, which is not what is measured.
    mal.unlink(missing_ok=True)
    bygg(gor_handlingar(), filer, rita, mal)


def _minne(mapp: Path) -> None:
    """What each adds at most to what the program held before, in a process of its own."""
    storlek = (mapp / "paket.pdf").stat().st_size / 2**20
    packat, sammanlagt = (
        float(
            subprocess.run(
                [sys.executable, "-m", "tests.bench.motespaket", vad, str(mapp)],
                capture_output=True, text=True, check=True,
            ).stdout
        )
        for vad in ("paket", "slatt")
    )  # fmt: skip
    kvot = packat / storlek
    dom = "uppfyllt" if kvot <= MINNE_HOGST else "MISSAT"
    print(f"minne: paketet {packat:.0f} MiB, bar sammanslagning {sammanlagt:.0f} MiB; resultatet "
          f"{storlek:.1f} MiB, kvot {kvot:.2f}  mål högst {MINNE_HOGST}: {dom}")  # fmt: skip


def _tillskott(gor: Callable[[], None]) -> float:
    """MiB at most above what was held before (Linux keeps account of both)."""
    Path("/proc/self/clear_refs").write_text("5")
    fore = _status("VmRSS")
    gor()
    return (_status("VmHWM") - fore) / 1024


def _status(namn: str) -> int:
    rader = Path("/proc/self/status").read_text().splitlines()
    return int(next(rad for rad in rader if rad.startswith(namn)).split()[1])


def _filer(mapp: Path) -> dict[int, Path]:
    return {nr: mapp / f"bilaga-{nr}.pdf" for nr in range(1, BILAGOR + 1)}


def main(argument: list[str]) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    if argument:
        vad, mapp = argument[0], Path(argument[1])
        gor = {
            "paket": lambda: paket(_filer(mapp), mapp, mapp / "m.pdf"),
            "slatt": lambda: slatt(_filer(mapp), mapp / "s.pdf"),
        }[vad]
        print(_tillskott(gor))
        return
    with tempfile.TemporaryDirectory() as namn:
        mapp = Path(namn)
        filer = gor_bilagor(mapp)
        start = time.perf_counter()
        paket(filer, mapp, mapp / "paket.pdf")
        print(f"första gången, med ritning av paketets egna sidor: "
              f"{time.perf_counter() - start:.2f} s")  # fmt: skip
        with pikepdf.open(mapp / "paket.pdf") as klart:
            print(
                f"{len(klart.pages)} sidor, {(mapp / 'paket.pdf').stat().st_size / 2**20:.1f} MiB"
            )
        jamfor(
            "paket / bar sammanslagning",
            i_processen(lambda: paket(filer, mapp, mapp / "paket.pdf")),
            i_processen(lambda: slatt(filer, mapp / "slatt.pdf")),
            hogst=TID_HOGST,
        )
        _minne(mapp)


if __name__ == "__main__":
    main(sys.argv[1:])

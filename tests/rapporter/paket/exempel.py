"""A small meeting's papers by hand, and PDFs of every awkward kind."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from styrelse.calculations.handlingar import (
    Bilagerad,
    Delrad,
    Handlingar,
    Punktrad,
    Skrivelse,
)

A4 = (0, 0, 595, 842)


def pdf(
    fil: Path, sidor: int = 1, ruta: tuple[float, ...] = A4, rotation: int = 0, text: str = "Sida"
) -> Path:
    """A PDF of `sidor` pages, each with "text n" upright in the page's own coordinates."""
    mitt = ((ruta[0] + ruta[2]) / 2, (ruta[1] + ruta[3]) / 2)
    with pikepdf.new() as ny:
        typsnitt = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        for nr in range(1, sidor + 1):
            sida = ny.add_blank_page(page_size=(ruta[2] - ruta[0], ruta[3] - ruta[1]))
            sida.mediabox = list(ruta)
            sida.obj.Resources = Dictionary(Font=Dictionary(F1=typsnitt))
            rad = f"BT /F1 24 Tf {mitt[0]} {mitt[1]} Td ({text} {nr}) Tj ET"
            sida.obj.Contents = ny.make_stream(rad.encode("cp1252"))
            if rotation:
                sida.obj.Rotate = rotation
        ny.save(fil)
    return fil


def andra(fil: Path, gor: Callable[[pikepdf.Pdf], None]) -> Path:
    """The PDF changed in place by `gor(pdf)`."""
    with pikepdf.open(fil, allow_overwriting_input=True) as oppen:
        gor(oppen)
        oppen.save(fil)
    return fil


def bilaga(nyckel: int, nummer: str, titel: str, **annat: object) -> Bilagerad:
    return Bilagerad(nyckel, nummer, titel, "uppladdad", f"{nyckel:064x}", **annat)  # type: ignore[arg-type]


def skrivelse(nummer: str, *forslag: str, **annat: object) -> Skrivelse:
    grund = {
        "arendet": "Kansliet har tagit fram **underlaget**.\n\n- En punkt\n- En till",
        "bedomning": "Bedömningen är att förslaget ryms i budgeten.",
        "undertecknare": "Anna Berg\nförbundschef",
        "datum": date(2021, 10, 11),
    }
    return Skrivelse(nummer, forslag, **{**grund, **annat})  # type: ignore[arg-type]


def punkt(nyckel: int, nummer: str, rubrik: str, slag: str = "arende", **annat: object) -> Punktrad:
    return Punktrad(nyckel, nummer, rubrik, slag, **annat)  # type: ignore[arg-type]


def mote(*punkter: Punktrad, **annat: object) -> Handlingar:
    grund = {
        "mote": 1, "utskick": 1, "forbund": "Samordningsförbundet Provlänet",
        "organ": "fs", "datum": date(2021, 10, 21), "start": "09:00",
        "slut": "12:00", "plats": "Storgatan 1, Provstad", "distans": False,
        "kallelsedatum": date(2021, 10, 14), "inledning": "Varmt välkomna till höstens möte.",
    }  # fmt: skip
    return Handlingar(**{**grund, "punkter": punkter, **annat})  # type: ignore[arg-type]


def oktobermotet() -> Handlingar:
    """Two writings with annexes, a matter in the agenda itself, and the fixed items."""
    return mote(
        punkt(1, "1", "Mötets öppnande", "oppnande"),
        punkt(2, "2", "Val av justerare", "justerare"),
        punkt(
            3, "3", "Ekonomisk information", typer=("information",), foredragande="Anna Berg",
            skrivelse=skrivelse("3", "att lägga informationen till handlingarna."),
            bilagor=(bilaga(30, "3", "Beslutsutrymmet", i_skrivelsen=True),),
        ),
        punkt(
            4, "4", "Delårsrapport", typer=("information", "beslut"), foredragande="Anna Berg",
            skrivelse=skrivelse("4", "att godkänna delårsrapporten,", "att sända den vidare."),
            bilagor=(
                bilaga(41, "4.1", "Delårsrapport med förvaltningsberättelse"),
                bilaga(42, "4.2", "Karta"),
            ),
        ),
        punkt(
            5, "5", "Höstens frågor", typer=("diskussion",), text="Vad behöver **medlemmarna**?",
            delar=(
                Delrad("5 A", "Nätverkets avgift", "Anna Berg", "Avgiften kan höjas.", ()),
                Delrad("5 B", "Ombud", "", "", ("att utse ett ombud",)),
            ),
            forslag=("att ge kansliet i uppdrag att återkomma.",),
            bilagor=(bilaga(51, "5.1", "Nätverkets underlag"),),
        ),
        punkt(6, "6", "Mötets avslutande", "avslutande"),
    )  # fmt: skip


def bilagefilerna(mapp: Path) -> dict[int, Path]:
    """The files of `oktobermotet`: plain, long, turned and cropped."""

    def beskar(oppen: pikepdf.Pdf) -> None:
        for sida in oppen.pages:
            sida.obj.CropBox = Array([40, 60, 500, 700])

    return {
        30: pdf(mapp / "30.pdf", 1),
        41: pdf(mapp / "41.pdf", 3),
        42: pdf(mapp / "42.pdf", 2, (0, 0, 842, 595), rotation=90),
        51: andra(pdf(mapp / "51.pdf", 2), beskar),
    }

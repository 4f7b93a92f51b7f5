"""The pack's own pages as print documents: the notice with its agenda, and the writings."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from finsam.rapporter import texter
from finsam.rapporter.paket.delar import (
    Platser,
    bilagenamn,
    bilagenyckel,
    punktnyckel,
    rubrik,
    skrivelser,
)
from finsam.typografi import HARDBLANK, datum_i_ord
from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad
from styrelse.choices import Organ

VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
# Links between the pack's parts, which are drawn one by one: made real when they are put together.
SCHEMA = "paket:"


@dataclass(frozen=True)
class Bilagevy:
    """An annex as the notice names it, with its place where it is known."""

    nummer: str
    titel: str
    namn: str
    mal: str
    sida: int


@dataclass(frozen=True)
class Punktvy:
    """An item as the notice prints it: its texts as HTML, its annexes with links."""

    rad: Punktrad
    namn: str
    mal: str
    sida: int
    typ: str
    text: SafeString
    delar: tuple[tuple[str, str, str, SafeString, tuple[str, ...], tuple[str, ...]], ...]
    forslag: tuple[str, ...]
    bilagor: tuple[Bilagevy, ...]
    hanvisningar: tuple[tuple[str, str], ...]


def kallelse(handlingar: Handlingar, pa: Platser) -> str:
    """The notice and the contents; `pa` says on which pages the parts stand, empty until known."""
    punkter = [
        _punkt(punkt, pa) for punkt in handlingar.punkter if punkt.skrivelse or punkt.bilagor
    ]
    return render_to_string(
        "rapporter/paket/kallelse.html",
        {
            "handlingar": handlingar,
            "organ": organ(handlingar),
            "titel": titel(handlingar),
            "dag": dag_i_ord(handlingar.datum),
            "tid": klockslag(handlingar),
            "inledning": _html(handlingar.inledning, 3),
            "punkterna": _foredragningslista(handlingar),
            "innehall": punkter,
        },
    )


# The same whatever page the parts stand on.
@lru_cache(maxsize=4)
def _foredragningslista(handlingar: Handlingar) -> SafeString:
    punkter = [_punkt(punkt, {}) for punkt in handlingar.punkter]
    return render_to_string("rapporter/paket/_foredragningslista.html", {"punkter": punkter})


# This and the writings are asked for at every step of a building that takes many.
@lru_cache(maxsize=4)
def utkast(handlingar: Handlingar) -> str:
    """The notice as it is drawn before it is known on which pages the parts stand."""
    return kallelse(handlingar, {})


@lru_cache(maxsize=4)
def skrivelsedokument(handlingar: Handlingar) -> str:
    """Every writing, each on a page of its own and with one bookmark at its beginning."""
    poster = [
        {
            "punkt": punkt,
            "skrivelse": punkt.skrivelse,
            "arendet": _html(punkt.skrivelse.arendet, 3),
            "bedomning": _html(punkt.skrivelse.bedomning, 3),
            "bilagor": [
                (f"Bilaga {b.nummer}" if b.nummer else "Bilaga", b.titel)
                for b in punkt.ordnade_bilagor
            ],
        }
        for punkt in skrivelser(handlingar)
        if punkt.skrivelse
    ]
    sammanhang = {"handlingar": handlingar, "organ": organ(handlingar), "poster": poster}
    return render_to_string("rapporter/paket/skrivelser.html", sammanhang)


def organ(handlingar: Handlingar) -> str:
    """ "Förbundsstyrelsen"."""
    return str(Organ(handlingar.organ).label)


def titel(handlingar: Handlingar) -> str:
    """ "Kallelse" for the first sending, "Tilläggshandlingar 1" for the second."""
    if handlingar.utskick == 1:
        return "Kallelse"
    return f"Tilläggshandlingar {handlingar.utskick - 1}"


def dag_i_ord(dag: date) -> str:
    """ "torsdagen den 21 oktober 2021"."""
    return f"{VECKODAGAR[dag.weekday()]}en den {datum_i_ord(dag)}"


def klockslag(handlingar: Handlingar) -> str:
    """ "kl. 09.00–12.00", or "kl. 09.00" for a meeting without an end."""
    tider = [tid[:5].replace(":", ".") for tid in (handlingar.start, handlingar.slut) if tid]
    return f"kl.{HARDBLANK}{'–'.join(tider)}" if tider else ""


def _punkt(punkt: Punktrad, pa: Platser) -> Punktvy:
    bilagor = tuple(_bilaga(bilaga, pa) for bilaga in punkt.ordnade_bilagor)
    hanvisningar = [(b.nummer, b.mal) for b in bilagor]
    if punkt.skrivelse and punkt.skrivelse.nummer:
        # An annex inside the writing has its number, which is then named once.
        eget = (punkt.skrivelse.nummer, SCHEMA + punktnyckel(punkt))
        hanvisningar = [eget, *(h for h in hanvisningar if h[0] != punkt.skrivelse.nummer)]
    return Punktvy(
        rad=punkt,
        namn=rubrik(punkt),
        mal=SCHEMA + punktnyckel(punkt) if punkt.skrivelse else "",
        sida=pa.get(punktnyckel(punkt), (0, 0))[0],
        typ="/".join(punkt.typer),
        text=_html(punkt.text, 4),
        delar=tuple(
            (d.nummer, d.rubrik, d.foredragande, _html(d.text, 5), d.forslag, d.au_forslag)
            for d in punkt.delar
        ),
        # A writing has its proposal on its own first page.
        forslag=() if punkt.skrivelse else punkt.forslag,
        bilagor=bilagor,
        hanvisningar=tuple(hanvisningar),
    )


def _bilaga(rad: Bilagerad, pa: Platser) -> Bilagevy:
    nyckel = bilagenyckel(rad)
    sida = pa.get(nyckel, (0, 0))[0]
    namn = bilagenamn(rad.nummer, rad.titel)
    return Bilagevy(rad.nummer, rad.titel, namn, SCHEMA + nyckel, sida)


def _html(markdown: str, rubrikniva: int) -> SafeString:
    # Safe: markdown-it has escaped the text. The figures have been filled in.
    return mark_safe(texter.html(markdown, {}, rubrikniva)) if markdown.strip() else SafeString("")

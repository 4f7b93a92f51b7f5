"""Rule on few persons in words written by hand: nothing hides them in a publication."""

from collections.abc import Iterator

from finsam.rapporter.dokument import Block, Kontrollutfall, Lista, Tabell, Text
from finsam.rapporter.kontroller.granskning import Dokumentgranskning
from finsam.rapporter.skrivna_antal import raknar_personer, sma_antal
from finsam.rapporter.tal import visat
from finsam.rapporter.texter import lopande_med_tal

RUBRIK = "Ord för hand berättar inte om få personer"
RAD = (
    "”{vad}” är skrivet för hand och syns i den publicerade rapporten, där färre än {troskel} "
    "personer inte visas. Skriv om det utan antal."
)


def skrivna_antal(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """No text, list, cell or entered figure tells of fewer persons than a publication shows.

    Of participants or not, the words do not say: what may stand is let pass by name. The outcome
    is itself no part of a publication.
    """
    troskel = granskning.material.uppfoljning.minsta_antal
    funna = False
    for id_, var, vad in (*_i_ord(granskning, troskel), *_i_uppgifter(granskning, troskel)):
        funna = True
        text = RAD.format(vad=vad, troskel=troskel)
        yield Kontrollutfall(
            f"skrivet-antal:{id_}:{vad}", RUBRIK, False, vad, None, var, text, personer=True
        )
    if not funna and troskel:
        yield Kontrollutfall("skrivet-antal", RUBRIK, True, 0, 0, "Texterna", personer=True)


def _i_ord(granskning: Dokumentgranskning, troskel: int) -> Iterator[tuple[str, str, str]]:
    """Where in the sections, and what: id, place in words, the find."""
    for avsnitt in granskning.rapport.avsnitt:
        for block in avsnitt.block:
            for plats, var, text in _skrivet(block):
                for vad in sma_antal(text, troskel):
                    yield f"{block.id}:{plats}", f"{avsnitt.rubrik}, {var}", vad


def _skrivet(block: Block) -> Iterator[tuple[int, str, str]]:
    """Each piece of words in a block: its place as a number and in words, and what it says."""
    match block:
        case Text():
            for rad, text in lopande_med_tal(block.markdown, block.figurer):
                yield rad, f"rad {rad}", text
        case Lista():
            for nr, (rubrik, text) in enumerate(block.poster, 1):
                yield nr, rubrik, text
        case Tabell():
            for nr, tabellrad in enumerate(block.rader, 1):
                for cell in tabellrad.varden:
                    if isinstance(cell, str):
                        yield nr, f"{block.titel}: {tabellrad.etikett}", cell


def _i_uppgifter(granskning: Dokumentgranskning, troskel: int) -> Iterator[tuple[str, str, str]]:
    """Entered figures: they are published by name, whether a text prints them or not."""
    for namn, varde in granskning.material.texter.uppgifter.items():
        beskrivning = varde.kalla.text if varde.kalla else ""
        fa = varde.enhet == "antal" and varde.tal is not None and 0 < varde.tal < troskel
        if fa and raknar_personer(namn, beskrivning):
            yield "uppgift", f"Uppgifter, {namn}", f"{namn} = {visat(varde)}"

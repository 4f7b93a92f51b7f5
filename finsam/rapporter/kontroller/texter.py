"""Rules on the association's own words."""

import re
from collections.abc import Callable, Iterator

from finsam.rapporter import texter
from finsam.rapporter.dokument import Kontrollutfall, Text
from finsam.rapporter.kontroller.granskning import Dokumentgranskning

TABELLNUMMER = re.compile(r"Tabell (\d+)\.")
Sokning = Callable[[Text], tuple[texter.Fynd, ...]]


def _texter(granskning: Dokumentgranskning) -> Iterator[tuple[str, Text]]:
    for avsnitt in granskning.rapport.avsnitt:
        for block in avsnitt.block:
            if isinstance(block, Text):
                yield avsnitt.rubrik, block


def granska(
    granskning: Dokumentgranskning, id_: str, rubrik: str, sok: Sokning, mening: str
) -> Iterator[Kontrollutfall]:
    """One red outcome per find, or one green for all texts together."""
    funna = False
    for avsnitt, text in _texter(granskning):
        for fynd in sok(text):
            funna = True
            yield Kontrollutfall(
                f"{id_}:{text.id}:{fynd.rad}:{fynd.vad}",
                rubrik,
                False,
                fynd.vad,
                None,
                f"{avsnitt}, rad {fynd.rad}",
                mening.format(vad=fynd.vad, sammanhang=fynd.sammanhang),
            )
    if not funna:
        yield Kontrollutfall(id_, rubrik, True, 0, 0, "Texterna")


def okanda_figurer(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every placeholder names a figure of the report."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.okanda(text.markdown, text.figurer)

    return granska(granskning, "okand-siffra", "Siffrorna i texten finns", sok, "{sammanhang}")


def obundna_siffror(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """No figure has been typed by hand."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.obundna(text.markdown)

    mening = "Obunden siffra ”{vad}”: {sammanhang}. Välj siffran ur listan."
    return granska(granskning, "obunden-siffra", "Siffrorna i texten är bundna", sok, mening)


def veckodagar(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A date that names its weekday names the right one."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.fel_veckodagar(text.markdown)

    return granska(granskning, "veckodag", "Datum har rätt veckodag", sok, "{sammanhang}")


def hanvisningar(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A note or a numbered table that a text refers to is there; pages have no numbers."""
    tabeller = granskning.rapport.tabeller
    noter = {tabell.not_ for tabell in tabeller}
    numrerade = {traff[1] for tabell in tabeller if (traff := TABELLNUMMER.match(tabell.titel))}

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        fynd = []
        for slag, nr, rad in texter.hanvisningar(text.markdown):
            if str(nr) in {"not": noter, "tabell": numrerade}.get(slag, set()):
                continue
            svar = {
                "not": f"Not {nr} finns inte.",
                "tabell": f"Tabell {nr} finns inte."
                if numrerade
                else f"Tabell {nr}: tabellerna har inga nummer. Skriv tabellens rubrik.",
                "sida": f"Sida {nr}: sidorna flyttar sig. Skriv avsnittets rubrik.",
            }
            fynd.append(texter.Fynd(f"{slag} {nr}", rad, svar[slag]))
        return tuple(fynd)

    return granska(
        granskning, "hanvisning", "Hänvisningar i texten går till något", sok, "{sammanhang}"
    )

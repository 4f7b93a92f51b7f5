"""Rules on the association's own words."""

from collections.abc import Callable, Iterator

from finsam.rapporter import texter
from finsam.rapporter.dokument import Kontrollutfall, Text
from finsam.rapporter.kontroller.granskning import Granskning

Sokning = Callable[[Text], tuple[texter.Fynd, ...]]


def _texter(granskning: Granskning) -> Iterator[tuple[str, Text]]:
    for avsnitt in granskning.rapport.avsnitt:
        for block in avsnitt.block:
            if isinstance(block, Text):
                yield avsnitt.rubrik, block


def _granska(
    granskning: Granskning, id_: str, rubrik: str, sok: Sokning, mening: str
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


def okanda_figurer(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Every placeholder names a figure of the report."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.okanda(text.markdown, text.figurer)

    return _granska(granskning, "okand-siffra", "Siffrorna i texten finns", sok, "{sammanhang}")


def obundna_siffror(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """No figure has been typed by hand."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.obundna(text.markdown)

    mening = "Obunden siffra ”{vad}”: {sammanhang}. Välj siffran ur listan."
    return _granska(granskning, "obunden-siffra", "Siffrorna i texten är bundna", sok, mening)


def veckodagar(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A date that names its weekday names the right one."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return texter.fel_veckodagar(text.markdown)

    return _granska(granskning, "veckodag", "Datum har rätt veckodag", sok, "{sammanhang}")


def hanvisningar(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A note that a text refers to is there; tables and pages have no numbers to refer to."""
    noter = {tabell.not_ for tabell in granskning.tabeller("not")}

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        fynd = []
        for slag, nr, rad in texter.hanvisningar(text.markdown):
            if slag == "not" and str(nr) in noter:
                continue
            svar = {
                "not": f"Not {nr} finns inte.",
                "tabell": f"Tabell {nr}: tabellerna har inga nummer. Skriv tabellens rubrik.",
                "sida": f"Sida {nr}: sidorna flyttar sig. Skriv avsnittets rubrik.",
            }
            fynd.append(texter.Fynd(f"{slag} {nr}", rad, svar[slag]))
        return tuple(fynd)

    return _granska(
        granskning, "hanvisning", "Hänvisningar i texten går till något", sok, "{sammanhang}"
    )

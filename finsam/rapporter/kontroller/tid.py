"""Rules on the time that a text speaks of: another year than the figure's, another part of it."""

import re
from collections.abc import Iterator
from datetime import date

from finsam.periods import Period
from finsam.platshallare import PLATSHALLARE
from finsam.rapporter import texter
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Kontrollutfall, Text, Varde
from finsam.rapporter.kontroller.granskning import Dokumentgranskning, Granskning
from finsam.rapporter.kontroller.texter import granska
from finsam.typografi import datum

# A sentence ends where a text breathes; a figure and its year stand in the same one.
MENING = re.compile(r"(?<=[.!?;:])\s+")
ENSAMT_AR = re.compile(r"(?<![\d{–-])(?<!\d-)\b((?:19|20)\d{2})\b(?!\s*[–/-]\s*\d|:\d)")
# The year of what a figure's page shows: .../utfall-2023/, .../prognos-2021-H1/.
KALLANS_AR = re.compile(r"/(?:utfall|budget|prognos|diff)-(\d{4})(?:-\w+)?/$")
# Words that lead from a year to a figure of another.
FRAN_ETT_AR = re.compile(r"\b(?:sedan|från|efter|inför|fram till|till och med)\b", re.IGNORECASE)
DELAR = {
    "halvåret": "H",
    "delåret": "H",
    "tertialet": "T",
    "kvartalet": "K",
}
UNDER = re.compile(rf"\bunder ({'|'.join(DELAR)})\b", re.IGNORECASE)


def figurens_ar(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A sentence that names one year and binds one figure of the accounts names its year (K5)."""

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return tuple(_fel_ar(text))

    rubrik = "Siffrorna är av det år som texten säger"
    return granska(granskning, "figurens-ar", rubrik, sok, "{sammanhang}")


def _fel_ar(text: Text) -> Iterator[texter.Fynd]:
    for nr, rad in enumerate(text.markdown.splitlines(), 1):
        for mening in MENING.split(rad):
            namnda = {ref.namn: _ar(text, ref.namn) for ref in texter.referenser(mening)}
            figurer = {namn: ar for namn, ar in namnda.items() if ar}
            aren = set(ENSAMT_AR.findall(PLATSHALLARE.sub("", mening)))
            if len(figurer) != 1 or len(aren) != 1 or FRAN_ETT_AR.search(mening):
                continue
            ((namn, figurens),), (textens,) = figurer.items(), aren
            if figurens != textens:
                yield texter.Fynd(
                    f"{{{namn}}}", nr, f"Siffran {namn} avser {figurens}, men meningen {textens}."
                )


def _ar(text: Text, namn: str) -> str:
    figur = text.figurer.get(namn)
    kalla = figur.kalla if isinstance(figur, Varde) else None
    traff = KALLANS_AR.search(kalla.adress) if kalla else None
    return traff[1] if traff else ""


def periodord(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A document does not speak of a part of the year that it is not of (K5)."""
    period = granskning.period

    def sok(text: Text) -> tuple[texter.Fynd, ...]:
        return tuple(_fel_del(text, period))

    rubrik = "Texten talar om rapportens period"
    return granska(granskning, "periodord", rubrik, sok, "{sammanhang}")


def _fel_del(text: Text, period: Period) -> Iterator[texter.Fynd]:
    for nr, rad in enumerate(text.markdown.splitlines(), 1):
        for traff in UNDER.finditer(rad):
            if DELAR[traff[1].lower()] != period.slag:
                yield texter.Fynd(
                    traff[0],
                    nr,
                    f"Rapporten avser {period.namn} men texten anger ”{traff[0]}”.",
                )


def upprattad_i_tid(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The year's report is made within three months of the year's end: something to know."""
    material, ar = granskning.material, granskning.period.ar
    if granskning.rapport.slag != Rapportslag.ARSREDOVISNING or material.dag is None:
        return
    senast = date(ar + 1, 3, 31)
    sen = material.dag > senast and not material.faststalld
    yield Kontrollutfall(
        "upprattad",
        "Årsredovisningen är upprättad i tid",
        True,
        datum(material.dag),
        datum(senast),
        "Årsredovisningen",
        "Årsredovisningen ska vara upprättad senast 31 mars." if sen else "",
    )

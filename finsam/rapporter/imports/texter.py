"""texter/<slag>/<period>/<avsnitt>.md ↔ the narrative, one file per section."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.radkontroll import kontrollera
from finsam.mapp.rapport import Andring, Filrapport, Handling, Planrad
from finsam.mapp.skrivning import spara
from finsam.periods import OgiltigPeriod, las_period
from finsam.permissions import Ratt
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.models import Textblock
from finsam.tabular.location import Filfel, Plats
from finsam.tabular.textfile import las_text

VISAS = 80
Nyckel = tuple[str, str, str]


class Textfiler:
    """Every text block of every document."""

    namn = "texter"
    rubrik = "Texter"
    filmonster = ("texter/*.md",)
    ratt = Ratt.RAPPORT_SKRIVA

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        befintliga = {(t.slag, t.period, t.avsnitt): t for t in Textblock.objects.all()}
        ut = []
        for nr, kalla in enumerate(kallor, start=1):
            rapport = Filrapport(kalla.namn, self.rubrik)
            ut.append(rapport)
            try:
                _las(kalla, befintliga, rapport, tillfalle)
            except Filfel as fel:
                rapport.fel.append(fel.anmarkning)
            tillfalle.framsteg(nr / len(kallor))
        return ut

    def exportera(self) -> Iterable[Utfil]:
        texter = Textblock.objects.all()
        for text in sorted(texter, key=lambda t: (t.slag, t.period, t.avsnitt)):
            namn = f"texter/{text.slag}/{text.period}/{text.avsnitt}.md"
            yield Utfil(namn, f"{_jamforbar(text.innehall)}\n".encode())

    def mallar(self) -> Iterable[Utfil]:
        return ()


def _las(
    kalla: Filkalla,
    befintliga: dict[Nyckel, Textblock],
    rapport: Filrapport,
    tillfalle: Tillfalle,
) -> None:
    nyckel = _nyckel(kalla.namn)
    innehall, varningar = las_text(kalla.namn, kalla.innehall())
    rapport.varningar.extend(varningar)
    innehall = _jamforbar(innehall)
    text = befintliga.get(nyckel)
    fore = _jamforbar(text.innehall) if text else None
    if fore == innehall:
        rapport.oforandrade = 1
        return
    if text is None:
        text = befintliga[nyckel] = Textblock(slag=nyckel[0], period=nyckel[1], avsnitt=nyckel[2])
    else:
        text.version += 1
    text.innehall = innehall
    text.andrad_av = tillfalle.anvandare
    _spara(text, rapport)
    if fore is None:
        rapport.rader.append(Planrad(None, str(text), Handling.NY))
    else:
        andring = Andring("text", _borjan(fore, innehall), _borjan(innehall, fore))
        rapport.rader.append(Planrad(None, str(text), Handling.ANDRAD, (andring,)))


def _spara(text: Textblock, rapport: Filrapport) -> None:
    try:
        kontrollera(text)
    except ValidationError as fel:
        raise Filfel(Plats(rapport.fil), " ".join(fel.messages)) from fel
    spara(text, text.andrad_av, rapport.fil)


def _nyckel(fil: str) -> Nyckel:
    """Document, period and section from the path. Raises Filfel."""
    delar = PurePosixPath(fil).with_suffix("").parts
    if len(delar) != 4:
        raise Filfel(Plats(fil), "Texten ska ligga som texter/dokument/period/avsnitt.md i mappen.")
    _, slag, period, avsnitt = delar
    if slag not in Rapportslag.values:
        raise Filfel(
            Plats(fil), f"”{slag}” är inget dokument. Välj ett av: {', '.join(Rapportslag.values)}."
        )
    try:
        return slag, las_period(period).kod, avsnitt
    except OgiltigPeriod as fel:
        raise Filfel(Plats(fil), str(fel)) from fel


def _jamforbar(text: str) -> str:
    """The words without what an editor adds: trailing spaces at the end, kinds of line end."""
    return text.replace("\r\n", "\n").strip("\n").rstrip()


def _borjan(text: str, annan: str) -> str:
    """The text from shortly before it first differs from the other."""
    lika = next(
        (nr for nr, (a, b) in enumerate(zip(text, annan, strict=False)) if a != b),
        min(len(text), len(annan)),
    )
    borjan = max(lika - VISAS // 4, 0)
    klipp = " ".join(text[borjan : borjan + VISAS].split())
    return f"{'…' if borjan else ''}{klipp}{'…' if borjan + VISAS < len(text) else ''}"

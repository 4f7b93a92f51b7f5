"""arendebilagor.csv and arendebilagor/: the annexes of matters, as files and frozen documents.

An export holds every annex as it is. A folder written by hand may name a document and a period
instead: it is then made from what the folder holds, and frozen as it is read.
"""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import PurePath

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.rapport import Filrapport
from finsam.permissions import Ratt
from finsam.tabular.cells import Tidpunkt
from finsam.tabular.export import Exportkolumn, csv_bytes
from finsam.tabular.location import Anmarkning, Filfel, Plats
from styrelse.imports.bilagelasning import RUBRIKER, Bilagelasning
from styrelse.models import Arendebilaga

LISTA = "arendebilagor.csv"
TIDPUNKT = Tidpunkt()


def _filnamn(bilaga: Arendebilaga) -> str:
    andelse = PurePath(bilaga.filnamn).suffix.lower() or ".json"
    return f"arendebilagor/{bilaga.sha256}{andelse}"


def _rad(bilaga: Arendebilaga) -> tuple[str, ...]:
    return (
        bilaga.arende.diarienummer,
        str(bilaga.ordning),
        bilaga.titel,
        bilaga.get_slag_display(),
        "ja" if bilaga.i_skrivelsen else "nej",
        "",
        "",
        bilaga.kalla,
        bilaga.filnamn,
        _filnamn(bilaga),
        bilaga.sha256,
        bilaga.ersatt_av.sha256 if bilaga.ersatt_av else "",
        TIDPUNKT.skriv(bilaga.bifogad_at),
    )


def _innehall(bilaga: Arendebilaga) -> bytes:
    if bilaga.frusen:
        return json.dumps(bilaga.innehall, ensure_ascii=False, indent=1).encode()
    with bilaga.fil.open("rb") as fil:
        return bytes(fil.read())


class Arendebilagedel:
    """The annexes of matters. Read last: a document is made from all that has been read before."""

    namn = "arendebilagor"
    rubrik = "Bilagor till ärenden"
    filmonster = (LISTA, "arendebilagor/*")
    ratt = Ratt.MOTE_ANDRA

    def exportera(self) -> Iterable[Utfil]:
        bilagor = list(
            Arendebilaga.objects.select_related("arende", "ersatt_av").order_by(
                "arende__diarienummer", "ordning", "sha256"
            )
        )
        if not bilagor:
            return
        kolumner = [
            Exportkolumn(rubrik, itemgetter(nr), "text") for nr, rubrik in enumerate(RUBRIKER)
        ]
        yield Utfil(LISTA, csv_bytes(kolumner, [_rad(b) for b in bilagor]))
        filer = {_filnamn(b): b for b in bilagor}
        for namn in sorted(filer):
            yield Utfil(namn, _innehall(filer[namn]))

    def mallar(self) -> Iterable[Utfil]:
        return ()

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        rapport = Filrapport(LISTA, self.rubrik)
        filer = {kalla.namn.lower(): kalla for kalla in kallor}
        lista = filer.pop(LISTA, None)
        if lista is None:
            text = f"Filen {LISTA} saknas: den säger vilka ärenden bilagorna hör till."
            rapport.fel.append(Anmarkning(Plats(LISTA), text))
            return [rapport]
        try:
            Bilagelasning(rapport, filer, tillfalle).las(lista)
        except Filfel as fel:
            rapport.fel.append(fel.anmarkning)
        return [rapport]

"""Packs that have been built, and the building of those that have not, step by step.

A pack lies under the hash of its papers, so that what was looked at is what is sent. The documents
in it are drawn by workers (finsam/rapporter/pdfforrad.py): whoever asks is told how far they have
come and never waits for them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from finsam.rapporter import pdfforrad
from finsam.rapporter.paket import dokument
from finsam.rapporter.paket.bilagefiler import bilagefiler
from finsam.rapporter.paket.bygg import bygg
from finsam.rapporter.paket.delar import bilagenamn, bilagor, skrivelser
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.render.avtryck import avtryck
from styrelse.calculations.handlingar import Handlingar, las, som_data

# Raised when the same papers are to be put together in another way than before.
UTFORANDE = "2"
ANTAL_SPARADE = 20


@dataclass(frozen=True)
class Lage:
    """How far a pack has come: drawn documents of all, the file when it is there, or the fault."""

    nyckel: str
    klara: int = 0
    allt: int = 0
    fil: Path | None = None
    handlingar: Handlingar | None = None
    felet: str = ""

    @property
    def andel(self) -> int:
        """Whole per cent of the documents that are drawn."""
        return 100 * self.klara // max(self.allt, 1)

    @property
    def pagar(self) -> bool:
        return not self.fil and not self.felet


class _Ritas(Exception):
    """A document is not drawn yet."""


def nyckel(handlingar: Handlingar) -> str:
    """64 hex digits of all that decides the pack: papers, annexes' hashes, style and versions."""
    data = json.dumps(som_data(handlingar), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{UTFORANDE} {avtryck(data)}".encode()).hexdigest()


def fardigt(nyckel: str) -> Lage | None:
    """The finished pack with the key, or None."""
    fil = _fil(nyckel)
    uppgifter = fil.with_suffix(".json")
    if not (fil.is_file() and uppgifter.is_file()):
        return None
    handlingar = las(json.loads(uppgifter.read_text(encoding="utf-8")))
    return Lage(nyckel, 1, 1, fil, handlingar)


def bygg_vidare(handlingar: Handlingar, igen: bool = False) -> Lage:
    """The pack, or how far it has come after this step. Orders what is not drawn.

    What could not be drawn is tried once more only when somebody asks for it: `igen`.
    """
    sokt = nyckel(handlingar)
    if lage := fardigt(sokt):
        return lage
    try:
        return _steg(handlingar, sokt, igen)
    except Paketfel as fel:
        return Lage(sokt, felet=str(fel))


def _steg(handlingar: Handlingar, sokt: str, igen: bool) -> Lage:
    bestallda = _bestall_bilagor(handlingar, sokt, igen)
    # Ordered at once, the notice too, whose page numbers are not known yet.
    egna = [pdfforrad.bestall(dokument.utkast(handlingar), igen)]
    if skrivelser(handlingar):
        egna.append(pdfforrad.bestall(dokument.skrivelsedokument(handlingar), igen))
    ritas = {v: k for k, v in bestallda["ritas"].items()}
    klara = sum(pdfforrad.hamta_nyckel(ett) is not None for ett in (*ritas, *egna))
    allt = len(ritas) + len(egna) + 1
    namn = {b.bilaga: bilagenamn(b.nummer, b.titel) for b in bilagor(handlingar)}
    for ett in (*ritas, *egna):
        if fel := pdfforrad.felet(ett):
            vad = namn[int(ritas[ett])] if ett in ritas else dokument.titel(handlingar)
            raise Paketfel(f"{vad} gick inte att rita: {fel}")
    if klara < len(ritas) + len(egna):
        return Lage(sokt, klara, allt)
    filer = {int(b): Path(fil) for b, fil in bestallda["filer"].items()}
    filer |= {int(b): _ritad(ett) for b, ett in bestallda["ritas"].items()}
    try:
        return _satt_ihop(handlingar, sokt, filer)
    except _Ritas:
        return Lage(sokt, klara, allt)


def _satt_ihop(handlingar: Handlingar, sokt: str, filer: Mapping[int, Path]) -> Lage:
    mal = _fil(sokt)
    klara = bygg(handlingar, filer, _rita, mal)
    uppgifter = mal.with_suffix(".json")
    uppgifter.write_text(json.dumps(som_data(klara), ensure_ascii=False), encoding="utf-8")
    _plan(sokt).unlink(missing_ok=True)
    _rensa(mal.parent)
    return Lage(sokt, 1, 1, mal, klara)


def _rita(html: str) -> Path:
    ett = pdfforrad.bestall(html, igen=False)
    if fel := pdfforrad.felet(ett):
        raise Paketfel(f"Kallelsen gick inte att rita: {fel}")
    return _ritad(ett)


def _ritad(nyckel: str) -> Path:
    fil = pdfforrad.hamta_nyckel(nyckel)
    if fil is None:
        raise _Ritas
    return fil


def _bestall_bilagor(handlingar: Handlingar, sokt: str, igen: bool) -> dict[str, Any]:
    """Every annex's file or order, by its key; kept between the steps: writing them takes time.

    An order that nobody is at any longer is given again.
    """
    plan = _plan(sokt)
    if plan.is_file() and not igen:
        kand: dict[str, Any] = json.loads(plan.read_text(encoding="utf-8"))
        if all(_lever(ett) for ett in kand["ritas"].values()):
            return kand
    filer = bilagefiler(handlingar)
    svar = {
        "filer": {b: str(kalla.fil) for b, kalla in filer.items() if kalla.fil},
        "ritas": {b: pdfforrad.bestall(k.html) for b, k in filer.items() if not k.fil},
    }
    plan.parent.mkdir(parents=True, exist_ok=True)
    plan.write_text(json.dumps(svar), encoding="utf-8")
    kand = json.loads(json.dumps(svar))
    return kand


def _lever(nyckel: str) -> bool:
    return bool(
        pdfforrad.hamta_nyckel(nyckel) or pdfforrad.pagar(nyckel) or pdfforrad.felet(nyckel)
    )


def _fil(nyckel: str) -> Path:
    if not pdfforrad.ar_nyckel(nyckel):
        raise ValueError(f"{nyckel!r} är ingen nyckel")
    mapp: Path = settings.VAR_DIR / "paket"
    mapp.mkdir(parents=True, exist_ok=True)
    return mapp / f"{nyckel}.pdf"


def _plan(nyckel: str) -> Path:
    return _fil(nyckel).with_suffix(".plan")


def _rensa(mapp: Path) -> None:
    """Keeps the packs that were built last; what was sent lies with the attachments."""
    fardiga = sorted(mapp.glob("*.pdf"), key=lambda fil: fil.stat().st_mtime, reverse=True)
    for fil in fardiga[ANTAL_SPARADE:]:
        for andelse in (".pdf", ".json", ".plan"):
            fil.with_suffix(andelse).unlink(missing_ok=True)

"""Where the PDFs of a meeting's annexes come from: as handed in, as approved, or yet to be drawn.

A document that was frozen is drawn from its frozen data: nothing that has been entered since is
in it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q

from finsam.rapporter.paket.delar import bilagenamn, bilagor
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.render import json_las
from finsam.rapporter.render.html import utskrift
from finsam.typografi import datum
from styrelse.actions.arende import kontrollsumma
from styrelse.calculations.handlingar import Bilagerad, Handlingar
from styrelse.choices import Bilageslag, Organ
from styrelse.models import Arendebilaga, Protokoll


@dataclass(frozen=True)
class Bilagefil:
    """An annex as it is to be had: a file, or the print document that becomes one."""

    fil: Path | None
    html: str = ""


def bilagefiler(handlingar: Handlingar) -> dict[int, Bilagefil]:
    """Each annex of the papers by key; those whose row is gone are left out. Two queries at most.

    Raises Paketfel, which names the annex, for frozen data that cannot be read back, and for a
    file that is gone or no longer the one that was attached.
    """
    rader = {b.bilaga: b for b in bilagor(handlingar)}
    lagrade = list(Arendebilaga.objects.filter(pk__in=rader))
    protokoll = _protokollen(lagrade)
    return {
        bilaga.pk: _fil(bilaga, rader[bilaga.pk], protokoll, _avser(handlingar))
        for bilaga in lagrade
    }


def _fil(bilaga: Arendebilaga, rad: Bilagerad, protokoll: dict[str, Path], avser: str) -> Bilagefil:
    namn = bilagenamn(rad.nummer, rad.titel)
    if not bilaga.frusen:
        return Bilagefil(_oforandrad(Path(bilaga.fil.path), bilaga.sha256, namn))
    if bilaga.sha256 in protokoll:
        return Bilagefil(protokoll[bilaga.sha256])
    try:
        rapport = json_las.las(bilaga.innehall or {})
    except (KeyError, TypeError, ValueError) as fel:
        raise Paketfel(f"{namn} kan inte läsas: dokumentet är skadat.") from fel
    return Bilagefil(None, utskrift(rapport, lage=avser))


def _avser(handlingar: Handlingar) -> str:
    """What stands on the cover of a document that the meeting has not decided on yet."""
    return f"Till {Organ(handlingar.organ).label.lower()}s möte {datum(handlingar.datum)}"


def _oforandrad(fil: Path, sha256: str, namn: str) -> Path:
    """The file, when it still is what was attached. Raises Paketfel otherwise."""
    try:
        with fil.open("rb") as innehall:
            nu = hashlib.file_digest(innehall, "sha256").hexdigest()
    except OSError as fel:
        raise Paketfel(f"{namn} kan inte läsas: filen saknas.") from fel
    if nu != sha256:
        raise Paketfel(f"{namn} kan inte tas med: filen har ändrats sedan den bifogades.")
    return fil


def _protokollen(bilagor: list[Arendebilaga]) -> dict[str, Path]:
    """The approved minutes that are annexed, by the annex's hash of their data: their own PDF."""
    villkor = Q()
    for organ, dag in _motena(bilagor):
        villkor |= Q(mote__organ=organ, mote__datum=dag)
    if not villkor:
        return {}
    # Two meetings of a day have minutes of their own: the data say which.
    return {kontrollsumma(p.innehall): Path(p.fil.path) for p in Protokoll.objects.filter(villkor)}


def _motena(bilagor: list[Arendebilaga]) -> Iterator[tuple[str, str]]:
    for bilaga in bilagor:
        if bilaga.slag == Bilageslag.PROTOKOLL and len(ord_ := bilaga.kalla.split()) == 3:
            yield ord_[1], ord_[2]

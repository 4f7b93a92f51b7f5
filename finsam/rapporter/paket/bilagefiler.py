"""Where the PDFs of a meeting's annexes come from: as handed in, as approved, or yet to be drawn.

A document that was frozen is drawn from its frozen data: nothing that has been entered since is
in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q

from finsam.rapporter.paket.delar import bilagenamn, bilagor
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.render import json_las
from finsam.rapporter.render.html import utskrift
from finsam.typografi import datum
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

    Raises Paketfel, which names the annex, for frozen data that cannot be read back.
    """
    rader = {b.bilaga: b for b in bilagor(handlingar)}
    lagrade = list(Arendebilaga.objects.filter(pk__in=rader))
    protokoll = _protokollen(lagrade)
    return {
        bilaga.pk: _fil(bilaga, rader[bilaga.pk], protokoll, _avser(handlingar))
        for bilaga in lagrade
    }


def _fil(bilaga: Arendebilaga, rad: Bilagerad, protokoll: dict[str, Path], avser: str) -> Bilagefil:
    if not bilaga.frusen:
        return Bilagefil(Path(bilaga.fil.path))
    if bilaga.kalla in protokoll:
        return Bilagefil(protokoll[bilaga.kalla])
    try:
        rapport = json_las.las(bilaga.innehall or {})
    except (KeyError, TypeError, ValueError) as fel:
        namn = bilagenamn(rad.nummer, rad.titel)
        raise Paketfel(f"{namn} kan inte läsas: dokumentet är skadat.") from fel
    return Bilagefil(None, utskrift(rapport, lage=avser))


def _avser(handlingar: Handlingar) -> str:
    """What stands on the cover of a document that the meeting has not decided on yet."""
    return f"Till {Organ(handlingar.organ).label.lower()}s möte {datum(handlingar.datum)}"


def _protokollen(bilagor: list[Arendebilaga]) -> dict[str, Path]:
    """The approved minutes that are annexed, by what the annex calls its origin: their own PDF."""
    villkor = Q()
    for organ, dag in _motena(bilagor):
        villkor |= Q(mote__organ=organ, mote__datum=dag)
    if not villkor:
        return {}
    rader = Protokoll.objects.filter(villkor).select_related("mote").defer("innehall")
    return {
        f"{Bilageslag.PROTOKOLL} {p.mote.organ} {p.mote.datum}": Path(p.fil.path) for p in rader
    }


def _motena(bilagor: list[Arendebilaga]) -> Iterator[tuple[str, str]]:
    for bilaga in bilagor:
        if bilaga.slag == Bilageslag.PROTOKOLL and len(ord_ := bilaga.kalla.split()) == 3:
            yield ord_[1], ord_[2]

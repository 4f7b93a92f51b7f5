"""Notices of §§ that were approved at once: those posted together are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from styrelse.calculations.protokoll import spann
from styrelse.models import Anslag, Mote, Omedelbarjustering

SAMMA = ("anslaget", "tas_ned", "plats", "forvaras")


@dataclass(frozen=True)
class Paragrafanslag:
    """A notice with its §§, in their order; they have the same days and place."""

    rader: tuple[Anslag, ...]

    @property
    def forsta(self) -> Anslag:
        """The row by which the notice is known."""
        return self.rader[0]

    @property
    def justerade(self) -> tuple[Omedelbarjustering, ...]:
        return tuple(rad.omedelbar for rad in self.rader if rad.omedelbar)

    @property
    def mote(self) -> Mote:
        return self.justerade[0].punkt.mote

    @property
    def spann(self) -> str:
        """ "§§ 12–13"."""
        return spann([ett.punkt.paragraf.nummer for ett in self.justerade])

    @property
    def rubriker(self) -> tuple[str, ...]:
        """ "§ 12 Budget 2026", one per §."""
        return tuple(f"{ett.punkt.paragraf} {ett.punkt.titel}" for ett in self.justerade)


def paragrafanslag(**urval: object) -> list[Paragrafanslag]:
    """The notices of §§ that the filter on rows of Anslag picks, oldest first. One query."""
    rader = Anslag.objects.filter(omedelbar__isnull=False, **urval)
    rader = rader.select_related(
        "omedelbar__punkt__mote", "omedelbar__punkt__paragraf", "omedelbar__punkt__arende"
    ).defer("omedelbar__innehall")
    return _tillsammans(rader.order_by("anslaget", "omedelbar__punkt__paragraf__nummer"))


def _tillsammans(rader: Iterable[Anslag]) -> list[Paragrafanslag]:
    grupper: dict[tuple[object, ...], list[Anslag]] = {}
    for rad in rader:
        if rad.omedelbar:
            vilka = (rad.omedelbar.punkt.mote_id, rad.omedelbar.justerat)
            grupper.setdefault((*vilka, *(getattr(rad, falt) for falt in SAMMA)), []).append(rad)
    return [Paragrafanslag(tuple(grupp)) for grupp in grupper.values()]

"""The minutes before a meeting: which they are, and how they stand."""

from dataclasses import dataclass

from django.db.models import Q

from finsam import typografi
from styrelse.choices import Bilageslag, Motesstatus, Organ, Punktslag
from styrelse.models import Arendebilaga, Mote, Protokoll, Punkt


@dataclass(frozen=True)
class Foregaende:
    """The organ's previous meeting, its approved minutes, and whether the agenda has them.

    `mote` is None for the organ's first meeting here; `bilaga` is what the agenda's item holds,
    uploaded or attached by itself.
    """

    mote: Mote | None
    protokoll: Protokoll | None
    bilaga: Arendebilaga | None

    @property
    def kan_bifogas(self) -> bool:
        """Whether there are approved minutes that the agenda's item could hold and does not."""
        return self.protokoll is not None and self.bilaga is None

    @property
    def text(self) -> str:
        """What the agenda says where the minutes are not to be had; empty where they are."""
        if self.bilaga or self.mote is None:
            return ""
        vad = f"Protokollet från {Organ(self.mote.organ).kort} {typografi.datum(self.mote.datum)}"
        return f"{vad} bifogas inte." if self.protokoll else f"{vad} är inte justerat."


def foregaende_mote(mote: Mote) -> Mote | None:
    """The organ's last meeting before this one that was not called off."""
    fore = Q(datum__lt=mote.datum) | Q(datum=mote.datum, start__lt=mote.start)
    moten = Mote.objects.filter(fore, organ=mote.organ).exclude(status=Motesstatus.INSTALLT)
    return moten.select_related("protokoll").order_by("-datum", "-start").first()


def protokollspunkt(mote: Mote) -> Punkt | None:
    """The agenda's item on the previous minutes."""
    punkter = mote.punkter.filter(slag=Punktslag.FOREGAENDE_PROTOKOLL)
    return punkter.select_related("arende").order_by("ordning").first()


def foregaende(mote: Mote, punkt: Punkt | None = None) -> Foregaende:
    """How the minutes before the meeting stand. `punkt`: the agenda's item, where at hand."""
    punkt = punkt or protokollspunkt(mote)
    innan = foregaende_mote(mote)
    protokoll = getattr(innan, "protokoll", None) if innan else None
    bilaga = None
    if punkt and punkt.arende:
        bilaga = punkt.arende.bilagor.filter(ersatt_av=None).defer("innehall").first()
    return Foregaende(innan, protokoll, bilaga)


def kalla(protokoll: Protokoll) -> str:
    """ "protokoll fs 2021-09-16": what the annex says that it was made of."""
    return f"{Bilageslag.PROTOKOLL} {protokoll.mote.organ} {protokoll.mote.datum}"

"""Everything about one item, as it is shown for good: papers as sent, decision, and what came."""

from dataclasses import dataclass

from styrelse.amnen import Amne, Amnesslag, amnesslagen
from styrelse.calculations.handlingar import Punktrad
from styrelse.choices import HALLNA
from styrelse.models import Atgard, Paketbilaga, Punkt
from styrelse.selectors.forslag import underlaget
from styrelse.selectors.sammantrade import Punktbild, sammantradet


@dataclass(frozen=True)
class Paragrafbild:
    """An item of a meeting.

    `rad` is what was sent of it, None for what never was. `visas` says whether the decision may be
    read: when the meeting is over, before that by those who write it. `vag` are the other meetings
    that the matter has been at, `rattelser` the §§ that correct this one.
    """

    ett: Punktbild
    rad: Punktrad | None
    bilagor: tuple[Paketbilaga, ...]
    visas: bool
    namn: dict[int, str]
    amne: Amne | None
    amnesslag: Amnesslag | None
    vag: tuple[Punkt, ...]
    atgarder: tuple[Atgard, ...]
    avslutade: tuple[Atgard, ...]
    rattelser: tuple[Punkt, ...]


def paragrafen(punkt: Punkt, bereder: bool) -> Paragrafbild:
    """The item for a reader who prepares meetings, or does not. A fixed number of queries."""
    bild = sammantradet(punkt.mote)
    ett = bild.punkt(punkt.pk)
    bilagor = Paketbilaga.objects.filter(paket__mote=punkt.mote, bilaga__arende=punkt.arende_id)
    atgarder = Atgard.objects.filter(beslut__punkt=punkt)
    slag = amnesslagen().get(punkt.arende.amnesslag) if punkt.arende else None
    return Paragrafbild(
        ett=ett,
        rad=underlaget(punkt.mote).get(punkt.pk),
        bilagor=tuple(
            bilagor.select_related("bilaga", "paket")
            .defer("bilaga__innehall", "paket__innehall")
            .order_by("paket__nummer", "forsta_sida")
        ),
        visas=bereder or punkt.mote.status in HALLNA,
        namn=bild.namn,
        amne=slag.hitta(punkt.arende.amnesnyckel) if slag and punkt.arende else None,
        amnesslag=slag,
        vag=_vag(punkt, bereder),
        atgarder=tuple(atgarder.select_related("klar_genom__paragraf")),
        avslutade=tuple(punkt.avslutade_atgarder.select_related("beslut__punkt__paragraf")),
        rattelser=_rattelser(punkt),
    )


def _vag(punkt: Punkt, bereder: bool) -> tuple[Punkt, ...]:
    """Other meetings with the same matter, the first one first; unsent ones to preparers only."""
    if punkt.arende_id is None:
        return ()
    rader = Punkt.objects.filter(arende=punkt.arende_id).exclude(pk=punkt.pk)
    rader = rader.select_related("mote", "paragraf", "arende").prefetch_related("beslut")
    return tuple(
        rad for rad in rader.order_by("mote__datum", "mote__start") if bereder or rad.mote.utskickat
    )


def _rattelser(punkt: Punkt) -> tuple[Punkt, ...]:
    paragraf = getattr(punkt, "paragraf", None)
    if paragraf is None:
        return ()
    return tuple(paragraf.rattelser.select_related("mote", "paragraf", "arende"))

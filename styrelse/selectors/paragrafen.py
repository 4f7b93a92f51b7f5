"""Everything about one item, as it is shown for good: papers as sent, decision, and what came.

Who does not prepare meetings reads what has been sent and what held meetings have decided.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from styrelse.amnen import Amne, Amnesslag, amnesslagen
from styrelse.calculations.handlingar import Punktrad
from styrelse.calculations.protokoll import Paragrafen, las
from styrelse.choices import HALLNA
from styrelse.models import Atgard, Paketbilaga, Protokoll, Punkt
from styrelse.selectors.forslag import underlag_som_skickats, underlaget, utskickade_punkter
from styrelse.selectors.sammantrade import Punktbild, sammantradet

# What an item that is linked to shows; the approved text itself is not read.
_MED = ("mote", "paragraf", "arende", "omedelbart")
_TEXTEN = "omedelbart__innehall"


@dataclass(frozen=True)
class Vagrad:
    """The matter at another meeting; `visas` says whether what was decided there may be read."""

    punkt: Punkt
    visas: bool


@dataclass(frozen=True)
class Paragrafbild:
    """An item of a meeting.

    `rad` is what was sent of it; of what never was, as it stands now, to those who prepare it, and
    None to others. `visas` says whether the decision may be read: when the meeting is over or the §
    approved at once, before that by those who write it. `vag` are the other meetings that the
    matter has been at, `rattelser` the §§ that correct this one. `justerad` is the § as it was
    approved, at once or with the minutes, and None before: what was decided and who took part is
    then told as it was signed, whatever registers say now.
    """

    ett: Punktbild
    rad: Punktrad | None
    bilagor: tuple[Paketbilaga, ...]
    visas: bool
    namn: dict[int, str]
    amne: Amne | None
    amnesslag: Amnesslag | None
    vag: tuple[Vagrad, ...]
    atgarder: tuple[Atgard, ...]
    avslutade: tuple[Atgard, ...]
    rattelser: tuple[Punkt, ...]
    justerad: Paragrafen | None = None


def paragrafen(punkt: Punkt, bereder: bool) -> Paragrafbild:
    """The item for a reader who prepares meetings, or does not. A fixed number of queries."""
    bild = sammantradet(punkt.mote)
    ett = bild.punkt(punkt.pk)
    bilagor = Paketbilaga.objects.filter(paket__mote=punkt.mote, bilaga__arende=punkt.arende_id)
    atgarder = Atgard.objects.filter(beslut__punkt=punkt)
    slag = amnesslagen().get(punkt.arende.amnesslag) if punkt.arende else None
    papper = underlaget if bereder else underlag_som_skickats
    return Paragrafbild(
        ett=ett,
        rad=papper(punkt.mote).get(punkt.pk),
        bilagor=tuple(
            bilagor.select_related("bilaga", "paket")
            .defer("bilaga__innehall", "paket__innehall")
            .order_by("paket__nummer", "forsta_sida")
        ),
        visas=_visas(punkt, bereder),
        namn=bild.namn,
        amne=slag.hitta(punkt.arende.amnesnyckel) if slag and punkt.arende else None,
        amnesslag=slag,
        vag=_vag(punkt, bereder),
        atgarder=tuple(atgarder.select_related("klar_genom__paragraf")),
        avslutade=tuple(punkt.avslutade_atgarder.select_related("beslut__punkt__paragraf")),
        rattelser=_rattelser(punkt, bereder),
        justerad=_justerad(punkt, ett),
    )


def lasbara(punkter: Iterable[Punkt], bereder: bool) -> list[Punkt]:
    """Those of the items that the reader may know of: sent, approved, or of a held meeting.

    One query, where the items have their `omedelbart` with them.
    """
    rader = list(punkter)
    if bereder:
        return rader
    skickade = utskickade_punkter(rad.mote_id for rad in rader)
    return [
        rad for rad in rader if _visas(rad, bereder) or (rad.mote.utskickat and rad.pk in skickade)
    ]


def _visas(punkt: Punkt, bereder: bool) -> bool:
    return bereder or punkt.mote.status in HALLNA or hasattr(punkt, "omedelbart")


def _justerad(punkt: Punkt, ett: Punktbild) -> Paragrafen | None:
    if ett.paragraf is None:
        return None
    if ett.justering:
        return las(ett.justering.innehall).paragrafen(ett.paragraf.nummer)
    if not punkt.mote.last:
        return None
    rad = Protokoll.objects.filter(mote=punkt.mote_id).only("innehall").first()
    return las(rad.innehall).paragrafen(ett.paragraf.nummer) if rad else None


def _vag(punkt: Punkt, bereder: bool) -> tuple[Vagrad, ...]:
    """Other meetings with the same matter that the reader may know of, the first one first."""
    if punkt.arende_id is None:
        return ()
    rader = Punkt.objects.filter(arende=punkt.arende_id).exclude(pk=punkt.pk)
    rader = rader.select_related(*_MED).defer(_TEXTEN).prefetch_related("beslut")
    ordnade = rader.order_by("mote__datum", "mote__start")
    return tuple(Vagrad(rad, _visas(rad, bereder)) for rad in lasbara(ordnade, bereder))


def _rattelser(punkt: Punkt, bereder: bool) -> tuple[Punkt, ...]:
    paragraf = getattr(punkt, "paragraf", None)
    if paragraf is None:
        return ()
    rader = paragraf.rattelser.select_related(*_MED).defer(_TEXTEN)
    return tuple(lasbara(rader, bereder))

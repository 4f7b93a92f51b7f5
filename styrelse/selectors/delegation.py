"""Decisions taken for the board: which ones a meeting is told of."""

from datetime import date

from styrelse.calculations.dagordningslage import Dagordningslage, dagordningslage
from styrelse.choices import HALLNA, Organ, Punktslag
from styrelse.delegering import Delegerat, anmalningsslagen
from styrelse.models import Delegationsbeslut, Mote, Punkt

TILL_STYRELSEN = "Delegationsbeslut anmäls till förbundsstyrelsen."
INGA = "Inga delegationsbeslut att anmäla."


def delegationspunkt(mote: Mote) -> Punkt | None:
    """The agenda's item where the board is told of decisions taken for it; None for others."""
    if mote.organ != Organ.FS:
        return None
    punkter = mote.punkter.filter(slag=Punktslag.DELEGATIONSBESLUT, utgar=False)
    return punkter.order_by("ordning").first()


def motets_punkt(dag: date) -> Punkt | None:
    """The item at which the board was told that day; None where its meetings say none, or two."""
    punkter = Punkt.objects.filter(
        mote__organ=Organ.FS,
        mote__datum=dag,
        mote__status__in=HALLNA,
        slag=Punktslag.DELEGATIONSBESLUT,
        utgar=False,
    )
    alla = list(punkter.select_related("mote")[:2])
    return alla[0] if len(alla) == 1 else None


def vantande(senast: date) -> list[Delegerat]:
    """Everywhere, those taken up to that day that the board has not been told of."""
    egna = _egna(anmalt_vid=None, datum__lte=senast)
    return egna + [d for slag in anmalningsslagen() for d in slag.vantar(senast)]


def vid_punkten(punkt: Punkt) -> list[Delegerat]:
    """What the item tells of: what is told at it and, until the meeting is over, what waits.

    Nothing on another organ's agenda: only the board is told.
    """
    mote = punkt.mote
    if mote.organ != Organ.FS:
        return []
    anmalda = _egna(anmalt_vid=punkt)
    anmalda += [d for slag in anmalningsslagen() for d in slag.anmalda(punkt)]
    over = dagordningslage(mote.status) == Dagordningslage.LAST
    return anmalda if over else anmalda + vantande(mote.datum)


def punktens_text(punkt: Punkt) -> str:
    """What the item tells of, a list in Markdown, as it stands in the agenda and the minutes."""
    rader = vid_punkten(punkt)
    return "\n".join(f"- {rad.text}" for rad in rader) or inga(punkt.mote)


def inga(mote: Mote) -> str:
    """The sentence where the meeting is told of nothing."""
    return INGA if mote.organ == Organ.FS else TILL_STYRELSEN


def _egna(**urval: object) -> list[Delegerat]:
    rader = Delegationsbeslut.objects.filter(**urval).select_related("delegat")
    return [
        Delegerat(str(b), b.datum, b.rubrik, b.beslut, b.get_absolute_url(), str(b.delegat))
        for b in rader.order_by("verksamhetsar", "lopnummer")
    ]

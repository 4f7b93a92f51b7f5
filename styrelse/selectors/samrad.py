"""Consultations with the members (23 §): the last one held, and whom a letter invites."""

from dataclasses import dataclass
from datetime import date

from finsam.models import Forbund, Medlem
from styrelse.choices import HALLNA, Organ, Uppdragsroll
from styrelse.models import Kansliroll, Mote, Uppdrag
from styrelse.selectors.dagordning import punkter_i_ordning

# Who comes from the office, beside the chair of the board.
CHEF = "förbundschef"


def senaste_samrad(senast: date) -> Mote | None:
    """The last consultation held in that calendar year, by that day; None for none. 1 query."""
    arets = Mote.objects.filter(
        organ=Organ.SAMRAD, status__in=HALLNA, datum__year=senast.year, datum__lte=senast
    )
    return arets.order_by("datum", "start").last()


@dataclass(frozen=True)
class Inbjudan:
    """What the letter of invitation says: to whom, who comes, and the headings of the agenda."""

    mote: Mote
    forbund: str
    inbjudna: tuple[str, ...]
    fran_forbundet: tuple[str, ...]
    punkter: tuple[str, ...]


def inbjudan(mote: Mote) -> Inbjudan:
    """The letter of a consultation or a dialog, by the registers on its day. At most 5 queries."""
    dag = mote.datum
    medlemmar = [mote.medlem] if mote.medlem else Medlem.objects.under(dag, dag).order_by("namn")
    return Inbjudan(
        mote=mote,
        forbund=str(Forbund.objects.first() or "Samordningsförbundet"),
        inbjudna=tuple(str(medlem) for medlem in medlemmar),
        fran_forbundet=_fran_forbundet(dag),
        punkter=tuple(punkt.titel for punkt in punkter_i_ordning(mote)),
    )


def _fran_forbundet(dag: date) -> tuple[str, ...]:
    """The chair of the board and the head of the office, each with what they are."""
    ordforande = Uppdrag.objects.i_styrelsen().under(dag, dag).select_related("person")
    chefer = Kansliroll.objects.under(dag, dag).select_related("person")
    return (
        *(f"ordförande {u.person}" for u in ordforande.filter(roll=Uppdragsroll.ORDFORANDE)),
        *(f"{r.befattning.lower()} {r.person}" for r in chefer if r.befattning.lower() == CHEF),
    )

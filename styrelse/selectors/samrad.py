"""Consultations with the members (23 §): the last one held, who is invited, and who came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finsam.alfabet import svensk_ordning
from finsam.models import Forbund, Medlem
from styrelse.calculations.samrad import Deltagarrad, deltagarvarningar, oreprasenterade
from styrelse.choices import HALLNA, Organ, Samradsroll, Uppdragsroll
from styrelse.models import Kansliroll, Mote, Samradsdeltagare, Uppdrag
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


def inbjudna(mote: Mote) -> list[Medlem]:
    """Those whom the meeting is held with: the members of its day, or a dialog's own. 1 query."""
    if mote.medlem:
        return [mote.medlem]
    return list(Medlem.objects.under(mote.datum, mote.datum).order_by("namn"))


def inbjudan(mote: Mote) -> Inbjudan:
    """The letter of a consultation or a dialog, by the registers on its day. At most 5 queries."""
    return Inbjudan(
        mote=mote,
        forbund=str(Forbund.objects.first() or "Samordningsförbundet"),
        inbjudna=tuple(str(medlem) for medlem in inbjudna(mote)),
        fran_forbundet=_fran_forbundet(mote.datum),
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


@dataclass(frozen=True)
class Deltagargrupp:
    """Those who came for one member, from the association or as guests, with a heading."""

    rubrik: str
    deltagare: tuple[Samradsdeltagare, ...]


@dataclass(frozen=True)
class Deltagarlista:
    """Who took part, by whom they spoke for, and what is missing."""

    grupper: tuple[Deltagargrupp, ...]
    inte_foretradda: tuple[str, ...]
    varningar: tuple[str, ...]


def deltagarlista(mote: Mote) -> Deltagarlista:
    """The participants of a consultation or a dialog. At most 3 queries."""
    rader = sorted(
        mote.deltagare.select_related("person", "medlem"),
        key=lambda rad: svensk_ordning(rad.person.namn),
    )
    medlemmar = [medlem.namn for medlem in inbjudna(mote)]
    bilder = _bilder(mote, rader)
    hallet = mote.status in HALLNA
    return Deltagarlista(
        grupper=_grupper(rader),
        inte_foretradda=oreprasenterade(medlemmar, bilder) if hallet else (),
        varningar=deltagarvarningar(medlemmar, bilder, hallet),
    )


def _bilder(mote: Mote, rader: Sequence[Samradsdeltagare]) -> list[Deltagarrad]:
    platser = Uppdrag.objects.i_styrelsen().under(mote.datum, mote.datum)
    sitter = set(platser.values_list("person_id", "medlem_id"))
    return [
        Deltagarrad(
            namn=rad.person.namn,
            medlem=rad.medlem.namn if rad.medlem else "",
            fran_forbundet=rad.roll == Samradsroll.FORBUND,
            i_styrelsen=(rad.person_id, rad.medlem_id) in sitter,
        )
        for rad in rader
    ]


def _grupper(rader: Sequence[Samradsdeltagare]) -> tuple[Deltagargrupp, ...]:
    """Members by name, then the association, then guests."""
    per_medlem: dict[str, list[Samradsdeltagare]] = {}
    for rad in rader:
        if rad.medlem:
            per_medlem.setdefault(rad.medlem.namn, []).append(rad)
    namnen = sorted(per_medlem, key=svensk_ordning)
    grupper = [(namn, per_medlem[namn]) for namn in namnen]
    for roll, rubrik in ((Samradsroll.FORBUND, "Från förbundet"), (Samradsroll.GAST, "Gäster")):
        grupper.append((rubrik, [rad for rad in rader if rad.roll == roll]))
    return tuple(Deltagargrupp(rubrik, tuple(vilka)) for rubrik, vilka in grupper if vilka)

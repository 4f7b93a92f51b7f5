"""What a decision says in the minutes, beside what had been proposed. Pure."""

from styrelse.calculations.beslutsform import EGNA_ORD
from styrelse.calculations.protokoll import Beslutsdel
from styrelse.calculations.protokollsunderlag import Beslutat
from styrelse.choices import Beslutstyp, Organ

ORGANET = {Organ.FS: "styrelsen", Organ.AU: "arbetsutskottet"}
UTAN_SATSER = {
    Beslutstyp.BIFALL: "{Organet} beslutar i enlighet med förslaget.",
    Beslutstyp.ANDRAT: "{Organet} bifaller förslaget med ändring.",
    Beslutstyp.AVSLAG: "{Organet} avslår förslaget.",
    Beslutstyp.ATERREMISS: "{Organet} återremitterar ärendet för ytterligare beredning.",
    Beslutstyp.BORDLAGGNING: "{Organet} bordlägger ärendet.",
    Beslutstyp.LAGD_TILL_HANDLINGARNA: "{Organet} lägger ärendet till handlingarna.",
}
MED_SATSER = {
    Beslutstyp.BIFALL: "{Organet} beslutar i enlighet med förslaget",
    Beslutstyp.ANDRAT: "{Organet} beslutar, med ändring av förslaget,",
    Beslutstyp.AVSLAG: "{Organet} avslår förslaget och beslutar",
    Beslutstyp.ATERREMISS: "{Organet} återremitterar ärendet och beslutar",
    Beslutstyp.BORDLAGGNING: "{Organet} bordlägger ärendet och beslutar",
    Beslutstyp.LAGD_TILL_HANDLINGARNA: "{Organet} lägger ärendet till handlingarna och beslutar",
}
FINNER = {
    Beslutstyp.BIFALL: "bifaller förslaget i handlingarna",
    Beslutstyp.ANDRAT: "bifaller förslaget med ändring",
    Beslutstyp.AVSLAG: "avslår förslaget i handlingarna",
    Beslutstyp.ATERREMISS: "återremitterar ärendet",
    Beslutstyp.BORDLAGGNING: "bordlägger ärendet",
    Beslutstyp.LAGD_TILL_HANDLINGARNA: "lägger ärendet till handlingarna",
}


def organet(organ: str) -> str:
    """The organ as the subject of a sentence: "styrelsen"."""
    return ORGANET.get(Organ(organ), "mötet")


def inledd(mening: str, organ: str) -> str:
    """A sentence with its organ put in, as "{organet}" or, first, "{Organet}"."""
    namn = organet(organ)
    return mening.format(organet=namn, Organet=namn.capitalize())


def beslutsdel(beslut: Beslutat, organ: str, till_styrelsen: bool = False) -> Beslutsdel:
    """The decision in words; its proposal beside it where the two differ.

    What is decided to the letter of the proposal says so; the committee's proposes to the board.
    """
    satser = beslut.text
    lika = [_jamford(rad) for rad in satser] == [_jamford(rad) for rad in beslut.forslag]
    # A postponement leaves the proposal as it was: its clauses are then not what was decided.
    if lika and beslut.utfall not in (Beslutstyp.BIFALL, Beslutstyp.ANDRAT):
        satser = ()
    # The outcome's own words say what the sentence says already.
    if satser == (EGNA_ORD.get(Beslutstyp(beslut.utfall)),):
        satser = ()
    return Beslutsdel(
        rubrik=beslut.rubrik,
        inledning=inledd(_inledning(beslut, satser, lika, till_styrelsen), organ),
        att_satser=satser,
        forslag=() if lika and satser else beslut.forslag,
        motivering=beslut.motivering,
    )


def _inledning(beslut: Beslutat, satser: tuple[str, ...], lika: bool, till_styrelsen: bool) -> str:
    utfall = Beslutstyp(beslut.utfall)
    if not satser:
        return UTAN_SATSER[utfall]
    # Clauses that themselves begin "att föreslå styrelsen" are decided, not proposed again.
    foreslar = satser[0].startswith("att föreslå")
    if utfall == Beslutstyp.BIFALL and till_styrelsen and not foreslar:
        return f"{{Organet}} föreslår styrelsen{' i enlighet med förslaget' if lika else ''}"
    if utfall == Beslutstyp.BIFALL and not lika:
        return "{Organet} beslutar"
    return MED_SATSER[utfall]


def finner(beslut: tuple[Beslutat, ...], organ: str) -> str:
    """What the chair finds when the proposals have been put; empty where nothing was decided."""
    utfall = {ett.utfall for ett in beslut}
    if len(utfall) != 1:
        return ""
    return f"Ordföranden finner att {organet(organ)} {FINNER[Beslutstyp(utfall.pop())]}."


def _jamford(rad: str) -> str:
    return " ".join(rad.split()).rstrip(".").casefold()

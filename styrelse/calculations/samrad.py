"""Who was at a consultation with the members, and what is missing of it (23 §).

The members are heard by others than those whom they have put on the board; the association comes
with its chair or another ordinary ledamot, and its head of office.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam.typografi import uppraknat

INGA = "Inga deltagare är antecknade."
INGEN_FRAN_FORBUNDET = (
    "Ingen från förbundet är antecknad. En ordinarie ledamot och förbundschefen bör delta."
)
SITTER = "{namn} företräder {medlem} och sitter i styrelsen. Medlemmen bör höras genom någon annan."


@dataclass(frozen=True)
class Deltagarrad:
    """Somebody who took part. `medlem` is empty for one from the association and for a guest."""

    namn: str
    medlem: str = ""
    fran_forbundet: bool = False
    # Whether that member has put the same person on the board, on the day of the consultation.
    i_styrelsen: bool = False


def oreprasenterade(medlemmar: Sequence[str], rader: Sequence[Deltagarrad]) -> tuple[str, ...]:
    """The members for whom nobody came, in the order given."""
    foretradda = {rad.medlem for rad in rader}
    return tuple(namn for namn in medlemmar if namn not in foretradda)


def deltagarvarningar(
    medlemmar: Sequence[str], rader: Sequence[Deltagarrad], hallet: bool
) -> tuple[str, ...]:
    """What to see to: members without anybody, members heard through the board, nobody from it.

    Of a meeting still to come (`hallet` false) only who represents a member and may not well do
    so: the others have time to say who comes.
    """
    sitter = tuple(
        SITTER.format(namn=rad.namn, medlem=rad.medlem)
        for rad in rader
        if rad.medlem and rad.i_styrelsen
    )
    if not hallet:
        return sitter
    if not rader:
        return (INGA,)
    saknas = oreprasenterade(medlemmar, rader)
    utan = (f"{uppraknat(saknas)} företräddes inte av någon.",) if saknas else ()
    forbundet = () if any(rad.fran_forbundet for rad in rader) else (INGEN_FRAN_FORBUNDET,)
    return (*utan, *sitter, *forbundet)

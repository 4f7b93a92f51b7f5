"""The result of a vote: open, simple majority, the chair's own vote when it is even. Pure.

KL 5 kap. 54 §. Who abstains counts for neither side; without a vote the decision is unanimous.
"""

from collections.abc import Mapping
from dataclasses import dataclass

JA, NEJ, AVSTAR = "ja", "nej", "avstar"
LIKA_UTAN_ORDFORANDE = "Rösterna är lika. Ordförandens röst avgör."
INGA_ROSTER = "Ingen har röstat."


@dataclass(frozen=True)
class Rostresultat:
    """Counts of votes, and which side won: "ja", "nej" or "" for none yet.

    `utslagsrost` says that the votes were even and the chair's decided.
    """

    ja: int
    nej: int
    avstar: int
    vinnare: str
    utslagsrost: bool = False


def rosta(roster: Mapping[int, str], ordforande: int | None) -> Rostresultat:
    """The result of the votes ("ja", "nej", "avstar") by person; `ordforande` leads the item.

    Even votes of which the chair gave none leave it open. Raises ValueError for another vote.
    """
    if okanda := set(roster.values()) - {JA, NEJ, AVSTAR}:
        raise ValueError(f"Okänd röst: {', '.join(sorted(okanda))}")
    antal = {val: sum(1 for v in roster.values() if v == val) for val in (JA, NEJ, AVSTAR)}
    ja, nej = antal[JA], antal[NEJ]
    if ja != nej:
        return Rostresultat(ja, nej, antal[AVSTAR], JA if ja > nej else NEJ)
    # The chair's vote is None where there is none to give, and may itself be "avstar".
    egen = roster.get(ordforande) if ordforande is not None else None
    vinnare = egen if ja and egen in (JA, NEJ) else ""
    return Rostresultat(ja, nej, antal[AVSTAR], vinnare or "", utslagsrost=bool(vinnare))


def mening(resultat: Rostresultat, ja: str, nej: str) -> str:
    """The result as the minutes say it; `ja` and `nej` are what the votes stood for."""
    if not resultat.ja + resultat.nej:
        return INGA_ROSTER
    rakning = f"{_antal(resultat.ja, 'ja-röst')} och {_antal(resultat.nej, 'nej-röst')}"
    if resultat.avstar:
        rakning += f"; {resultat.avstar} avstår"
    if not resultat.vinnare:
        return f"{rakning}. {LIKA_UTAN_ORDFORANDE}"
    vann = (ja if resultat.vinnare == JA else nej).strip().rstrip(".")
    genom = " genom ordförandens utslagsröst" if resultat.utslagsrost else ""
    return f"{rakning}. Mötet beslutar{genom} enligt {resultat.vinnare}-förslaget: {vann}."


def _antal(tal: int, ord_: str) -> str:
    return f"{tal} {ord_}" if tal == 1 else f"{tal} {ord_}er"

"""What stands in the way of closing a meeting, and what should be known before it is closed."""

from collections import defaultdict
from dataclasses import dataclass

from styrelse.calculations.protokollsskrivning import OJUSTERAD
from styrelse.calculations.rostning import LIKA_UTAN_ORDFORANDE
from styrelse.choices import Justeringsroll
from styrelse.models import Punkt
from styrelse.selectors.sammantrade import Punktbild, Sammantrade

UTAN_PARAGRAF = "Paragrafnummer saknas. Låt punkten utgå på dagordningen och ta upp den igen."
UTAN_BESLUT = "Beslut saknas."
UTAN_DELBESLUT = "Beslut saknas för del {del_}."
UTAN_ROLL = "Mötet har ingen {roll}. Välj vem det är bland de närvarande."
UTAN_JUSTERARE = "Ingen justerare är vald."
ROSTAR_UTAN_TJANST = "{namn} har röstat men tjänstgör inte vid punkten."


@dataclass(frozen=True)
class Hinder:
    """A sentence that names its §, and the item's key (None for the meeting as a whole)."""

    text: str
    punkt: int | None = None


def avslutshinder(sammantrade: Sammantrade) -> list[Hinder]:
    """Everything that must be mended before the meeting can be closed."""
    punkternas = [
        Hinder(med_paragraf(bild.punkt, text), bild.punkt.pk)
        for bild in sammantrade.punkter
        if not bild.punkt.utgar
        for text in _punktens(bild)
    ]
    return [*_utan_ledning(sammantrade), *punkternas]


def _utan_ledning(sammantrade: Sammantrade) -> list[Hinder]:
    """Minutes are kept under somebody's lead and by somebody (KL 5 kap. 65 §)."""
    if not sammantrade.mote.beslutar:
        return []
    return [
        Hinder(UTAN_ROLL.format(roll=str(roll.label).lower()))
        for roll in (Justeringsroll.ORDFORANDE, Justeringsroll.SEKRETERARE)
        if not sammantrade.med_roll(roll)
    ]


def avslutsvarningar(sammantrade: Sammantrade) -> list[str]:
    """What should be known before the meeting is closed.

    That there is no quorum or nobody to check, and what is to be approved at once but is not.
    """
    utan = [] if sammantrade.med_roll(Justeringsroll.JUSTERARE) else [UTAN_JUSTERARE]
    ojusterade = [
        OJUSTERAD.format(paragraf=bild.paragraf or bild.punkt)
        for bild in sammantrade.punkter
        if not (bild.punkt.utgar or bild.justering)
        and any(beslut.omedelbart for beslut in bild.beslut)
    ]
    return [*kvorumvarningar(sammantrade), *utan, *ojusterade]


def kvorumvarningar(sammantrade: Sammantrade) -> list[str]:
    """That the meeting cannot decide, and at which items where it can at others."""
    galler = [bild for bild in sammantrade.punkter if not bild.punkt.utgar]
    per_text: dict[str, list[Punktbild]] = defaultdict(list)
    for bild in galler:
        if bild.tjanst.varning:
            per_text[bild.tjanst.varning].append(bild)
    return [
        text
        if len(bilder) == len(galler)
        else f"{', '.join(str(b.paragraf or b.punkt) for b in bilder)}: {text}"
        for text, bilder in per_text.items()
    ]


def med_paragraf(punkt: Punkt, text: str) -> str:
    """ "§ 12 Delårsrapport: …"."""
    paragraf = getattr(punkt, "paragraf", None)
    return f"{paragraf} {punkt.titel}: {text}" if paragraf else f"{punkt.titel}: {text}"


def _punktens(bild: Punktbild) -> list[str]:
    texter = [] if bild.paragraf else [UTAN_PARAGRAF]
    texter += _saknade_beslut(bild)
    for votering in bild.voteringar:
        if not votering.resultat.vinnare and votering.resultat.ja:
            texter.append(LIKA_UTAN_ORDFORANDE)
        utan = [rad.namn for rad in votering.rader if not rad.tjanstgor]
        texter += [ROSTAR_UTAN_TJANST.format(namn=namn) for namn in utan]
    return texter


def _saknade_beslut(bild: Punktbild) -> list[str]:
    arende = bild.punkt.arende
    if arende is None or not arende.till_beslut:
        return []
    beslutade = {b.delarende_id for b in bild.beslut}
    if None in beslutade:
        return []
    delar = [d for d in bild.delar if d.forslag.strip()]
    if not delar:
        return [UTAN_BESLUT]
    return [UTAN_DELBESLUT.format(del_=d.bokstav) for d in delar if d.pk not in beslutade]

"""What a matter still lacks before it can be sent to a meeting. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

UTAN_FORSLAG = "Ärendet ska beslutas men har inget förslag till beslut."
UTAN_TYP = "Ange om ärendet är till beslut, information eller diskussion."
UTAN_TEXT = "Tjänsteskrivelsen saknar text under Ärendet."
UTAN_UNDERTECKNARE = "Tjänsteskrivelsen saknar undertecknare."
UTAN_DOKUMENT = "Dokumentet ”{dokument}” är inte bifogat."
INGEN_ATT_SATS = "Varje sats i förslaget ska börja med ”att”: ”{sats}”."


@dataclass(frozen=True)
class Arendebild:
    """A matter as far as its completeness goes.

    `delforslag` are the clauses of its parts, by part. `dokument` is the origin of the document
    that its subject must bring ("delarsrapport 2021-H1"), `bilagor` the origins of the annexes
    that hold. `fel` are faults found elsewhere, such as figures that no annex has.
    """

    till_beslut: bool
    till_nagot: bool
    har_skrivelse: bool
    forslag: Sequence[str]
    arendet: str
    undertecknare: str
    delforslag: Sequence[Sequence[str]] = ()
    dokument: str = ""
    bilagor: Sequence[str] = ()
    fel: Sequence[str] = ()


@dataclass(frozen=True)
class Brist:
    """Something that is missing, in a Swedish sentence.

    `medges` says that the notice can go all the same when somebody confirms it in words: some
    associations print no proposal, or not what an item is for.
    """

    text: str
    medges: bool = False

    def __str__(self) -> str:
        return self.text


def brister(arende: Arendebild) -> tuple[Brist, ...]:
    """What is missing, in the order in which the form asks for it; nothing when it is complete."""
    svar = []
    if not arende.till_nagot:
        svar.append(Brist(UTAN_TYP, medges=not arende.har_skrivelse))
    satser = [*arende.forslag, *(sats for del_ in arende.delforslag for sats in del_)]
    if arende.till_beslut and not satser:
        svar.append(Brist(UTAN_FORSLAG, medges=not arende.har_skrivelse))
    svar += [
        Brist(INGEN_ATT_SATS.format(sats=sats))
        for sats in satser
        if arende.har_skrivelse and not sats.casefold().startswith("att ")
    ]
    if arende.har_skrivelse and not arende.arendet.strip():
        svar.append(Brist(UTAN_TEXT))
    if arende.har_skrivelse and not arende.undertecknare.strip():
        svar.append(Brist(UTAN_UNDERTECKNARE))
    if arende.dokument and arende.dokument not in arende.bilagor:
        svar.append(Brist(UTAN_DOKUMENT.format(dokument=arende.dokument)))
    return (*svar, *(Brist(text) for text in arende.fel))

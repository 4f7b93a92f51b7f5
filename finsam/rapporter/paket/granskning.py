"""A meeting's papers as they are looked at before they go: what, to whom, and what is missing."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from finsam.rapporter.paket import forrad
from finsam.rapporter.paket.actions import INGA_MOTTAGARE, INGET_NYTT
from finsam.rapporter.paket.dokument import titel
from finsam.rapporter.paket.selectors import (
    LEDAMOT,
    Tankt,
    att_skicka,
    brister,
    hinder,
    mottagare,
    nasta_utskick,
    sen_kallelse,
    utan_mottagare,
)
from finsam.typografi import uppraknat
from styrelse.calculations.fullstandighet import Brist
from styrelse.calculations.handlingar import Handlingar, Punktrad
from styrelse.models import Mote, Revisor
from styrelse.selectors.textvarningar import motets_varningar


@dataclass(frozen=True)
class Granskadpunkt:
    """An item that goes out, and what it lacks."""

    rad: Punktrad
    brister: tuple[Brist, ...]


@dataclass(frozen=True)
class Granskning:
    """The papers that the next pack would hold; `lage` is None where they cannot be written.

    `stopp` are the sentences that keep it from being sent, `medges` says that items to decide on
    lack a printed proposal, which can be confirmed, `sen` is the sentence on a late notice and
    `varningar` those on days and periods that look wrong in the words.
    """

    utskick: int
    titel: str
    handlingar: Handlingar | None
    lage: forrad.Lage | None
    punkter: tuple[Granskadpunkt, ...]
    mottagare: tuple[Tankt, ...]
    revisorer_utan: tuple[Revisor, ...]
    stopp: tuple[str, ...]
    medges: bool
    sen: str
    varningar: tuple[str, ...] = ()

    @property
    def pagar(self) -> bool:
        return self.lage is not None and self.lage.pagar

    @property
    def kan_skickas(self) -> bool:
        return self.lage is not None and self.lage.fil is not None and not self.stopp

    @property
    def organets(self) -> list[Tankt]:
        return [tankt for tankt in self.mottagare if tankt.grupp == LEDAMOT]

    @property
    def ovriga(self) -> list[Tankt]:
        return [tankt for tankt in self.mottagare if tankt.grupp != LEDAMOT]

    @property
    def utan_adress(self) -> int:
        return sum(not tankt.person.epost for tankt in self.organets)

    @property
    def ovriga_utan_adress(self) -> str:
        """ "Cecilia Forss och Anders Toll": those who can be chosen and get no letter."""
        return uppraknat([str(t.person) for t in self.ovriga if not t.person.epost])

    @property
    def utan_mottagare(self) -> str:
        """ "Cecilia Forss och KPMG": the auditors to whom nothing can be sent from here."""
        return uppraknat([str(revisor) for revisor in self.revisorer_utan])


def granska(mote: Mote, idag: date, igen: bool = False) -> Granskning:
    """Looks through what would be sent now, and takes the building of it a step further.

    `igen` tries once more to draw what could not be drawn.
    """
    utskick = nasta_utskick(mote)
    tankta = tuple(mottagare(mote))
    stopp = [skal] if (skal := hinder(mote)) else []
    if not any(tankt.grupp == LEDAMOT for tankt in tankta):
        stopp.append(INGA_MOTTAGARE)
    papper, lage = None, None
    punkter: tuple[Granskadpunkt, ...] = ()
    try:
        papper = att_skicka(mote)
    except ValidationError as fel:
        stopp += fel.messages
    if papper is not None:
        saknas = brister(mote, papper)
        punkter = tuple(Granskadpunkt(p, saknas.get(p.punkt, ())) for p in papper.punkter)
        stopp += _brister_som_stoppar(punkter)
        stopp += [] if papper.punkter else [INGET_NYTT]
        # Nothing is drawn for a meeting that gets nothing.
        ritas = papper.punkter and not hinder(mote)
        lage = forrad.bygg_vidare(papper, igen) if ritas else None
    if lage and lage.felet:
        stopp.append(lage.felet)
    return Granskning(
        utskick=utskick,
        titel=titel(papper) if papper else "Kallelse",
        handlingar=lage.handlingar if lage and lage.handlingar else papper,
        lage=lage,
        punkter=punkter,
        mottagare=tankta,
        revisorer_utan=tuple(utan_mottagare(mote.datum)),
        stopp=tuple(stopp),
        medges=any(b.medges for p in punkter for b in p.brister),
        sen=sen_kallelse(mote, idag) if utskick == 1 else "",
        varningar=motets_varningar(mote),
    )


def _brister_som_stoppar(punkter: tuple[Granskadpunkt, ...]) -> list[str]:
    antal = sum(any(not b.medges for b in p.brister) for p in punkter)
    if not antal:
        return []
    vad = "1 ärende saknar" if antal == 1 else f"{antal} ärenden saknar"
    return [f"{vad} det som behövs innan handlingarna kan skickas. Se listan nedan."]

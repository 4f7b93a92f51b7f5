"""What is read before and after a pack is sent: who gets it, what stops it, what was sent."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from finsam.models import Forbund
from styrelse.calculations.fullstandighet import Brist
from styrelse.calculations.handlingar import Handlingar
from styrelse.choices import OPPNA, Motesstatus, Organ, Uppdragsorgan, Uppdragsroll
from styrelse.models import Kansliroll, Mote, Motespaket, Person, Revisor, Uppdrag
from styrelse.selectors.arenden import motets_brister
from styrelse.selectors.handlingar import handlingar

LEDAMOT, REVISOR, KANSLI = "ledamot", "revisor", "kansli"
ORGANETS = {Organ.FS.value: Uppdragsorgan.STYRELSEN, Organ.AU.value: Uppdragsorgan.AU}
ROLLER = list(Uppdragsroll.values)
OFORANDRAD = "Filen är oförändrad sedan den skickades."
FORANDRAD = "Filen har ändrats sedan den skickades: kontrollsumman stämmer inte."
BORTA = "Filen finns inte kvar."
INSTALLT = "Mötet är inställt."
HALLET = "Mötet är hållet. Handlingar läggs inte till i efterhand."


@dataclass(frozen=True)
class Tankt:
    """Somebody who is to get a pack: the group (LEDAMOT, REVISOR, KANSLI) and the office held."""

    person: Person
    grupp: str
    uppdrag: str


def mottagare(mote: Mote) -> list[Tankt]:
    """Everybody who can get the papers, each once: those of the organ on the meeting's day first.

    Three queries. An auditor without a person has nowhere to be sent to: `utan_mottagare`.
    """
    sedda: set[int] = set()
    svar = []
    for tankt in (*_organets(mote), *_revisorer(mote.datum), *_kansliet(mote.datum)):
        if tankt.person.pk not in sedda:
            sedda.add(tankt.person.pk)
            svar.append(tankt)
    return svar


def _organets(mote: Mote) -> Iterator[Tankt]:
    rader = Uppdrag.objects.under(mote.datum, mote.datum).select_related("person", "medlem")
    rader = rader.filter(organ=ORGANETS.get(mote.organ, Uppdragsorgan.STYRELSEN))
    ordnade = sorted(rader, key=lambda u: (ROLLER.index(u.roll), u.medlem.namn, u.ordning))
    for uppdrag in ordnade:
        yield Tankt(uppdrag.person, LEDAMOT, f"{uppdrag.get_roll_display()}, {uppdrag.medlem}")


def _revisorer(dag: date) -> Iterator[Tankt]:
    rader = Revisor.objects.under(dag, dag).exclude(person=None).select_related("person")
    for rad, person in ((rad, rad.person) for rad in rader if rad.person):
        # Named where the papers go to somebody else, of the firm or of the office.
        yield Tankt(person, REVISOR, "revisor" if str(rad) == person.namn else f"revisor {rad}")


def utan_mottagare(dag: date) -> list[Revisor]:
    """The day's auditors to whom nothing can be sent from here. One query."""
    return list(Revisor.objects.under(dag, dag).filter(person=None))


def _kansliet(dag: date) -> Iterator[Tankt]:
    for roll in Kansliroll.objects.under(dag, dag).select_related("person"):
        yield Tankt(roll.person, KANSLI, roll.befattning)


def valda(alla: Iterable[Tankt], grupper: Iterable[str]) -> list[Tankt]:
    """The organ's own, and those of the other groups that have been chosen."""
    med = {LEDAMOT, *grupper}
    return [tankt for tankt in alla if tankt.grupp in med]


def senast_valda(mote: Mote) -> set[str]:
    """The groups that the meeting's last pack went to; none where nothing has been sent."""
    sist = mote.paket.order_by("-nummer").first()
    fick = set(sist.mottagare.values_list("person", flat=True)) if sist else set()
    return {tankt.grupp for tankt in mottagare(mote) if tankt.person.pk in fick} if fick else set()


def nasta_utskick(mote: Mote) -> int:
    """1 for the notice, then one more for each that has been sent."""
    sist = mote.paket.order_by("-nummer").values_list("nummer", flat=True).first()
    return (sist or 0) + 1


def att_skicka(mote: Mote) -> Handlingar:
    """What the next pack holds, as the rows are now. An addition is dated the day it is made.

    Raises ValidationError in Swedish for words that cannot be written out.
    """
    nummer = nasta_utskick(mote)
    nu = handlingar(mote, nummer)
    return nu if nummer == 1 else replace(nu, kallelsedatum=timezone.localdate())


def brister(mote: Mote, avses: Handlingar) -> dict[int, tuple[Brist, ...]]:
    """What the matters of these papers lack, by item; those that lack nothing are left out."""
    med = {punkt.punkt for punkt in avses.punkter}
    return {punkt: rad for punkt, rad in motets_brister(mote).items() if punkt in med}


def hinder(mote: Mote) -> str:
    """Why nothing can be sent to the meeting any more; empty when it can."""
    if mote.status == Motesstatus.INSTALLT:
        return INSTALLT
    return "" if mote.status in OPPNA else HALLET


def sen_kallelse(mote: Mote, idag: date) -> str:
    """The sentence about a notice that goes out late by the association's own rule, or nothing."""
    forbund = Forbund.objects.first()
    regel = forbund.kallelsedagar if forbund else 0
    dagar = (mote.datum - idag).days
    if dagar >= regel:
        return ""
    if dagar < 0:
        return f"Mötesdagen har passerat. Kallelsen ska skickas {regel} dagar före mötet."
    nar = {0: "samma dag som mötet", 1: "dagen före mötet"}.get(dagar, f"{dagar} dagar före mötet")
    return f"Kallelsen skickas {nar}. Den ska skickas {regel} dagar före."


def filens_lage(paket: Motespaket) -> tuple[bool, str]:
    """Whether the stored PDF still is what was sent, and the sentence that says so."""
    try:
        with paket.fil.open("rb") as fil:
            summa = hashlib.file_digest(fil, "sha256").hexdigest()
    except FileNotFoundError:
        return False, BORTA
    stammer = summa == paket.sha256
    return stammer, OFORANDRAD if stammer else FORANDRAD

"""§§ that are approved at once: who signs them, what hinders it, and what has been."""

from collections.abc import Iterable
from dataclasses import dataclass

from styrelse.calculations.tjanstgoring import Borta, narvarande
from styrelse.choices import Justeringsroll, Motesstatus
from styrelse.models import Mote, Omedelbarjustering, Person
from styrelse.selectors.motesavslut import avslutshinder
from styrelse.selectors.sammantrade import Punktbild, Sammantrade

INTE_VALD = "Ange först att paragrafen justeras omedelbart."
UTAN_ORDFORANDE = "Ingen ordförande leder mötet vid paragrafen. Välj en."
UTAN_JUSTERARE = "Ingen justerare är med vid paragrafen. Välj en."


@dataclass(frozen=True)
class Tecknare:
    """Somebody who is to sign the §, as what (Justeringsroll)."""

    person: Person
    roll: Justeringsroll


@dataclass(frozen=True)
class Omedelbarbild:
    """A § that is to be approved at once (`ska`): who is still to sign, and what hinders it.

    `valjs_bort`: nobody has signed, and the decision's own form can no longer take the choice away.
    """

    ska: bool
    vantar: tuple[Tecknare, ...]
    hinder: tuple[str, ...]
    valjs_bort: bool = False


def ska_justeras(ett: Punktbild) -> bool:
    """Whether the meeting has decided to approve the § at once."""
    return any(beslut.omedelbart for beslut in ett.beslut)


def omedelbarbild(bild: Sammantrade, ett: Punktbild) -> Omedelbarbild:
    """How far the § has come. No queries."""
    har = {rad.person_id for rad in ett.underskrifter}
    vantar = tuple(t for t in tecknare(bild, ett) if t.person.pk not in har)
    hindrar = () if ett.justering else tuple(hinder(bild, ett))
    last = any(beslut.omedelbart and beslut.verkstallt for beslut in ett.beslut)
    return Omedelbarbild(ska_justeras(ett), vantar, hindrar, last and not ett.underskrifter)


def tecknare(bild: Sammantrade, ett: Punktbild) -> tuple[Tecknare, ...]:
    """Who led the meeting at the §, and those chosen to check who took part in it."""
    personer = {n.person_id: n.person for n in bild.narvaro}
    javiga = {jav.person_id for jav in ett.jav}
    leder = ett.tjanst.ordforande
    ordforande = [Tecknare(personer[leder], Justeringsroll.ORDFORANDE)] if leder else []
    justerare = [
        Tecknare(person, Justeringsroll.JUSTERARE)
        for person in bild.med_roll(Justeringsroll.JUSTERARE)
        if person.pk not in javiga and person.pk != leder and _ar_med(bild, ett, person)
    ]
    return (*ordforande, *justerare)


def _ar_med(bild: Sammantrade, ett: Punktbild, person: Person) -> bool:
    plats = {annan.punkt.pk: nr for nr, annan in enumerate(bild.punkter)}
    egna = [n for n in bild.narvaro if n.person_id == person.pk]
    borta = [Borta(f.fran_id, f.till_id) for n in egna for f in n.franvaro.all()]
    return bool(egna) and narvarande(borta, ett.punkt.pk, plats)


def hinder(bild: Sammantrade, ett: Punktbild) -> list[str]:
    """Why the § cannot be approved yet: as at the closing, and for the lack of a quorum.

    At the closing that is only told of; what is approved at once could not be mended.
    """
    if not ska_justeras(ett):
        return [INTE_VALD]
    texter = [h.text for h in avslutshinder(bild) if h.punkt == ett.punkt.pk]
    roller = {t.roll for t in tecknare(bild, ett)}
    if ett.tjanst.varning:
        texter.append(ett.tjanst.varning)
    if Justeringsroll.ORDFORANDE not in roller:
        texter.append(UTAN_ORDFORANDE)
    if Justeringsroll.JUSTERARE not in roller:
        texter.append(UTAN_JUSTERARE)
    return texter


def att_ansla(justerade: Iterable[Omedelbarjustering]) -> list[Omedelbarjustering]:
    """Those of a meeting's that have no notice, neither of their own nor with the minutes."""
    return [
        rad
        for rad in justerade
        if not hasattr(rad, "anslag") and rad.punkt.mote.status != Motesstatus.ANSLAGET
    ]


def omedelbart_justerade(mote: Mote) -> list[Omedelbarjustering]:
    """The meeting's §§ that have been approved at once, in their order. One query."""
    rader = Omedelbarjustering.objects.filter(punkt__mote=mote).defer("innehall")
    rader = rader.select_related("punkt__mote", "punkt__paragraf", "punkt__arende", "anslag")
    return list(rader.order_by("punkt__paragraf__nummer"))

"""Whom attendance is ticked from: the offices of the day, the secretariat, those added."""

from dataclasses import dataclass

from styrelse.calculations.tjanstgoring import PRESIDIUM
from styrelse.choices import Justeringsroll, Uppdragsroll
from styrelse.models import Franvaro, Justering, Kansliroll, Narvaro, Person, Uppdrag
from styrelse.selectors.sammantrade import Sammantrade, uppdrag_vid


@dataclass(frozen=True)
class Narvarorad:
    """Somebody who may take part: what as, and their row when they do."""

    person: Person
    vad: str
    narvaro: Narvaro | None
    franvaro: tuple[Franvaro, ...]

    @property
    def form(self) -> str:
        return str(self.narvaro.form) if self.narvaro else ""


@dataclass(frozen=True)
class Narvarogrupp:
    """People in the same capacity, in the order in which they are called."""

    id: str
    rubrik: str
    rader: tuple[Narvarorad, ...]

    @property
    def antal(self) -> int:
        return sum(1 for rad in self.rader if rad.narvaro)


def narvarolista(sammantrade: Sammantrade) -> tuple[Narvarogrupp, ...]:
    """Everybody who is expected or has been added, a group per capacity. Three queries."""
    mote = sammantrade.mote
    narvaro = {n.person_id: n for n in sammantrade.narvaro}
    uppdrag = uppdrag_vid(mote)
    ordinarie = [u for u in uppdrag if u.roll != Uppdragsroll.ERSATTARE]
    ersattare = [u for u in uppdrag if u.roll == Uppdragsroll.ERSATTARE]
    i_organet = {u.person_id for u in uppdrag}
    kansliet = [
        roll
        for roll in Kansliroll.objects.under(mote.datum, mote.datum).select_related("person")
        if roll.person_id not in i_organet
    ]
    kanda = i_organet | {roll.person_id for roll in kansliet}
    andra = [n for n in sammantrade.narvaro if n.person_id not in kanda]
    grupper = (
        ("ledamoter", "Ledamöter", [_rad(u.person, _uppdraget(u), narvaro) for u in ordinarie]),
        ("ersattare", "Ersättare", [_rad(u.person, _uppdraget(u), narvaro) for u in ersattare]),
        ("kansliet", "Kansliet", [_rad(k.person, k.befattning, narvaro) for k in kansliet]),
        ("andra", "Adjungerade", [_rad(n.person, n.titel, narvaro) for n in andra]),
    )
    return tuple(Narvarogrupp(id_, rubrik, tuple(rader)) for id_, rubrik, rader in grupper if rader)


def foreslagna_roller(sammantrade: Sammantrade) -> dict[str, Person | None]:
    """Among those present, by role: the organ's chair or next in order, the last secretary.

    None where nobody is to be proposed. One query.
    """
    i_presidiet = {
        n.uppdrag.roll: n.person
        for n in sammantrade.narvaro
        if n.uppdrag is not None and n.uppdrag.roll in PRESIDIUM
    }
    skrev = Justering.objects.filter(
        roll=Justeringsroll.SEKRETERARE,
        mote__organ=sammantrade.mote.organ,
        person__in=[n.person_id for n in sammantrade.narvaro],
    )
    senaste = skrev.select_related("person").order_by("-mote__datum", "-mote__start").first()
    return {
        Justeringsroll.ORDFORANDE.value: next(
            (i_presidiet[roll] for roll in PRESIDIUM if roll in i_presidiet), None
        ),
        Justeringsroll.SEKRETERARE.value: senaste.person if senaste else None,
    }


def _uppdraget(uppdrag: Uppdrag) -> str:
    """ "Ekby kommun (S), ordförande"; a deputy's order where it says something."""
    parti = f" ({uppdrag.parti})" if uppdrag.parti else ""
    if uppdrag.roll == Uppdragsroll.ERSATTARE:
        return f"{uppdrag.medlem}{parti}, nr {uppdrag.ordning}"
    roll = "" if uppdrag.roll == Uppdragsroll.LEDAMOT else f", {uppdrag.get_roll_display()}"
    return f"{uppdrag.medlem}{parti}{roll}"


def _rad(person: Person, vad: str, narvaro: dict[int, Narvaro]) -> Narvarorad:
    rad = narvaro.get(person.pk)
    return Narvarorad(person, vad, rad, tuple(rad.franvaro.all()) if rad else ())

"""Who serves at each item of a meeting, whether it can decide, and who leads it. Pure.

A seat's holder serves who is there and not disqualified; else the first such deputy of the same
member, in the order of service (2003:1210, 12 §; KL 5 kap. 17 §, 6 kap. 28 §).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# Who leads when nobody has been chosen: the presidium in this order.
PRESIDIUM = ("ordforande", "vice_ordforande_1", "vice_ordforande_2")
FARRE_AN_HALFTEN = "Färre än hälften av ledamöterna är närvarande."
BARA_HALFTEN = "Bara hälften av ledamöterna är närvarande; för beslut krävs fler."


@dataclass(frozen=True)
class Stol:
    """A seat of a member, or a deputy's place: `roll` is an Uppdragsroll.

    `person` is None for a seat that nobody holds on the day; a deputy may serve in it.
    """

    medlem: int
    person: int | None
    namn: str
    roll: str
    ordning: int = 1


@dataclass(frozen=True)
class Borta:
    """Items somebody present was away from: from `fran`, up to but not with `till` (None: on)."""

    fran: int
    till: int | None = None


@dataclass(frozen=True)
class Sittning:
    """What decides who serves: keys of items in their order, and keys of persons.

    `stolar` are the seats in the order in which they are listed, `ersattare` the deputies.
    `borta` has a key for everybody who takes part, `jav` pairs of item and person.
    """

    punkter: tuple[int, ...]
    stolar: tuple[Stol, ...]
    ersattare: tuple[Stol, ...]
    borta: Mapping[int, tuple[Borta, ...]]
    jav: frozenset[tuple[int, int]] = frozenset()
    vald_ordforande: int | None = None


@dataclass(frozen=True)
class Tjanst:
    """Who sits in a seat at an item: `person` None for an empty seat.

    `ersatter` says that it is a deputy, in the place of `stol.namn`.
    """

    stol: Stol
    person: int | None = None
    namn: str = ""
    ersatter: bool = False


@dataclass(frozen=True)
class Punkttjanst:
    """An item: every seat with who serves there, and who leads (None: the meeting chooses)."""

    punkt: int
    tjanster: tuple[Tjanst, ...]
    ordforande: int | None

    @property
    def personer(self) -> tuple[int, ...]:
        """Those who serve, in the order of their seats."""
        return tuple(t.person for t in self.tjanster if t.person is not None)

    @property
    def ersatter(self) -> tuple[Tjanst, ...]:
        """The seats in which a deputy serves."""
        return tuple(t for t in self.tjanster if t.ersatter)

    @property
    def beslutsfor(self) -> bool:
        """More than half of the seats are served (KL 6 kap. 23 §)."""
        return 2 * len(self.personer) > len(self.tjanster)

    @property
    def varning(self) -> str:
        """What is to be said when it cannot decide; empty otherwise."""
        if self.beslutsfor:
            return ""
        halften = 2 * len(self.personer) == len(self.tjanster) > 0
        return BARA_HALFTEN if halften else FARRE_AN_HALFTEN


def tjanstgoring(sittning: Sittning) -> tuple[Punkttjanst, ...]:
    """Every item with who serves, in the items' order.

    An absence that names an item which is not on the agenda raises KeyError.
    """
    plats = {punkt: nr for nr, punkt in enumerate(sittning.punkter)}
    return tuple(_vid(sittning, punkt, plats) for punkt in sittning.punkter)


def narvarande(borta: Iterable[Borta], punkt: int, plats: Mapping[int, int]) -> bool:
    """Whether somebody with these absences is in the room at the item."""
    har = plats[punkt]
    return not any(plats[b.fran] <= har and (b.till is None or har < plats[b.till]) for b in borta)


def _vid(sittning: Sittning, punkt: int, plats: Mapping[int, int]) -> Punkttjanst:
    kan = {
        person
        for person, borta in sittning.borta.items()
        if narvarande(borta, punkt, plats) and (punkt, person) not in sittning.jav
    }
    ordinarie = {stol.person for stol in sittning.stolar if stol.person in kan}
    lediga = [
        e
        for e in sorted(sittning.ersattare, key=lambda e: e.ordning)
        if e.person in kan and e.person not in ordinarie
    ]
    tjanster = tuple(_i_stolen(stol, kan, lediga) for stol in sittning.stolar)
    return Punkttjanst(punkt, tjanster, _ordforande(sittning, tjanster))


def _i_stolen(stol: Stol, kan: set[int], lediga: list[Stol]) -> Tjanst:
    """The seat filled; who sits down is taken out of `kan` and `lediga`: nobody has two seats."""
    if stol.person in kan:
        kan.remove(stol.person)
        return Tjanst(stol, stol.person, stol.namn)
    for ersattare in lediga:
        if ersattare.medlem == stol.medlem:
            lediga[:] = [e for e in lediga if e.person != ersattare.person]
            return Tjanst(stol, ersattare.person, ersattare.namn, ersatter=True)
    return Tjanst(stol)


def _ordforande(sittning: Sittning, tjanster: Sequence[Tjanst]) -> int | None:
    """The one chosen for the meeting, else the presidium in order; a deputy does not inherit."""
    pa_plats = {t.person for t in tjanster}
    if sittning.vald_ordforande is not None and sittning.vald_ordforande in pa_plats:
        return sittning.vald_ordforande
    egna = {t.stol.roll: t.person for t in tjanster if t.person is not None and not t.ersatter}
    return next((egna[roll] for roll in PRESIDIUM if roll in egna), None)

"""The minutes of a meeting as data: what page, PDF, extract and the frozen copy are made of.

Pure and frozen. KL 5 kap. 66 §: who served, and of each item proposals and motions, the order in
which they were put, votes and how they fell, decisions, who took part and reservations.
`som_data` and `las` write it as JSON and read it back, the same.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from styrelse.calculations import frysning


@dataclass(frozen=True)
class Namnrad:
    """Somebody who took part: "Ada Alm", "ordförande, Håbo kommun (S)".

    `for_` is the ledamot in whose place, `paragrafer` where one served if not throughout.
    """

    namn: str
    vad: str
    for_: str = ""
    paragrafer: str = ""
    distans: bool = False


@dataclass(frozen=True)
class Voteringsrad:
    """A vote with names: what was put in words, who voted how, and how it fell."""

    meningar: tuple[str, ...]
    ja: tuple[str, ...]
    nej: tuple[str, ...]
    avstar: tuple[str, ...]
    resultat: str


@dataclass(frozen=True)
class Beslutsdel:
    """A decision: `forslag` is filled in only where it differs from what was decided."""

    rubrik: str
    inledning: str
    att_satser: tuple[str, ...]
    forslag: tuple[str, ...] = ()
    motivering: str = ""


@dataclass(frozen=True)
class Underskrift:
    """A signature's line; `dag` is empty until it has been signed."""

    namn: str
    roll: str
    dag: date | None = None


@dataclass(frozen=True)
class Paragrafen:
    """A § of the minutes. `nummer` is the item's on the agenda, `rattar` "§ 12/2021" or empty.

    `beslutande` are who served at it: "Ada Alm", "Disa Dahl för Ivar Is"; empty where none did.
    `underskrifter` are those of a § that has been approved at once, empty for others.
    """

    paragraf: int
    nummer: str
    rubrik: str
    slag: str
    bakgrund: str = ""
    meningar: tuple[str, ...] = ()
    anteckning: str = ""
    delegationsbeslut: tuple[tuple[str, str], ...] = ()
    jav: tuple[str, ...] = ()
    yrkanden: tuple[str, ...] = ()
    proposition: tuple[str, ...] = ()
    voteringar: tuple[Voteringsrad, ...] = ()
    beslut: tuple[Beslutsdel, ...] = ()
    reservationer: tuple[str, ...] = ()
    yttranden: tuple[str, ...] = ()
    bilagor: tuple[tuple[str, str], ...] = ()
    omedelbart: bool = False
    rattar: str = ""
    beslutande: tuple[str, ...] = ()
    underskrifter: tuple[Underskrift, ...] = field(default=(), metadata=frysning.NYTT)

    @property
    def justerat(self) -> date | None:
        """The day of the §'s own last signature; None where it has none."""
        return max((u.dag for u in self.underskrifter if u.dag), default=None)


@dataclass(frozen=True)
class Protokollet:
    """The minutes. `sekreterare` are who keeps them, `tid` when the meeting began and ended."""

    forbund: str
    organ: str
    datum: date
    plats: str
    distans: bool
    tid: str
    ledamoter: tuple[Namnrad, ...]
    tjanstgorande: tuple[Namnrad, ...]
    ersattare: tuple[Namnrad, ...]
    ovriga: tuple[Namnrad, ...]
    rorelser: tuple[str, ...]
    paragrafer: tuple[Paragrafen, ...]
    underskrifter: tuple[Underskrift, ...]
    sekreterare: tuple[Namnrad, ...] = field(default=(), metadata=frysning.NYTT)

    @property
    def spann(self) -> str:
        """ "§§ 12–26", "§ 12" or empty: the paragraphs that the minutes hold."""
        return self.spannet()

    def spannet(self, utom: Collection[int] = ()) -> str:
        """The paragraphs without those of the numbers, as `spann` says them."""
        nummer = sorted(p.paragraf for p in self.paragrafer if p.paragraf)
        return spann([ett for ett in nummer if ett not in utom])

    @property
    def justerat(self) -> date | None:
        """The day of the last signature; None while one is missing."""
        dagar = [u.dag for u in self.underskrifter]
        if not dagar or None in dagar:
            return None
        return max(dag for dag in dagar if dag)

    def paragrafen(self, nummer: int) -> Paragrafen | None:
        return next((p for p in self.paragrafer if p.paragraf == nummer), None)


def spann(nummer: list[int]) -> str:
    """Numbers in order as paragraphs: [3] "§ 3", [3, 4, 5, 8] "§§ 3–5, 8"; empty for none."""
    grupper: list[list[int]] = []
    for ett in nummer:
        if grupper and ett == grupper[-1][-1] + 1:
            grupper[-1].append(ett)
        else:
            grupper.append([ett])
    delar = [f"{g[0]}–{g[-1]}" if len(g) > 1 else f"{g[0]}" for g in grupper]
    if not delar:
        return ""
    return f"{'§' if len(nummer) == 1 else '§§'}\u00a0{', '.join(delar)}"


def som_data(protokollet: Protokollet) -> dict[str, Any]:
    """As JSON can hold it: days as text, tuples as lists."""
    data: dict[str, Any] = frysning.som_data(protokollet)
    return data


def las(data: Mapping[str, Any]) -> Protokollet:
    """What `som_data` wrote. Raises KeyError or TypeError for other data."""
    return frysning.las(Protokollet, data)

"""What minutes are made of: the sitting as it was noted, before it has become sentences. Pure.

Items go by their § number, people by a key; `roll`, `slag`, `utfall` and `val` are values of the
closed lists in styrelse/choices.py.
"""

from dataclasses import dataclass
from datetime import date

from styrelse.calculations.protokoll import Paragrafen


@dataclass(frozen=True)
class Borta:
    """Away from `fran`, up to but not with `till` (None: to the end); `klockan` as "10.15"."""

    fran: int
    till: int | None = None
    klockan: str = ""


@dataclass(frozen=True)
class Deltagare:
    """Somebody who took part: `vad` is the office ("ordförande") or a title."""

    person: int
    namn: str
    roll: str
    vad: str = ""
    medlem: str = ""
    parti: str = ""
    distans: bool = False
    borta: tuple[Borta, ...] = ()


@dataclass(frozen=True)
class Tjanstgor:
    """Who served at an item; `for_` is the ledamot in whose place, empty in one's own seat."""

    person: int
    for_: str = ""


@dataclass(frozen=True)
class Yttrat:
    """A motion, reservation or statement: who, and the words."""

    namn: str
    text: str


@dataclass(frozen=True)
class Rostning:
    """A vote: what yes and no stood for, each one's vote by name, and the result in words."""

    ja: str
    nej: str
    roster: tuple[tuple[str, str], ...]
    resultat: str
    del_: str = ""


@dataclass(frozen=True)
class Beslutat:
    """A decision, on the item or (with `rubrik` "A. …") on a part of it."""

    utfall: str
    text: tuple[str, ...]
    forslag: tuple[str, ...] = ()
    motivering: str = ""
    omedelbart: bool = False
    rubrik: str = ""


@dataclass(frozen=True)
class Delegerat:
    """A decision under delegation that is told: "D 2026:3", what and who.

    `nummer`, `beslut` and `delegat` are empty where such are not kept.
    """

    nummer: str
    datum: date
    rubrik: str
    beslut: str
    delegat: str


@dataclass(frozen=True)
class Punktunderlag:
    """An item of the agenda as the meeting took it up.

    `odelat` are the heads of parts that must have a decision and have none; `till_styrelsen` says
    that the committee's words are a proposal to the board. `justerad` is the § as it was approved
    at once: it stands so in the minutes, whatever has been noted since.
    """

    paragraf: int
    nummer: str
    rubrik: str
    slag: str
    typer: tuple[str, ...] = ()
    foredragande: str = ""
    bakgrund: str = ""
    anteckning: str = ""
    beslut: tuple[Beslutat, ...] = ()
    odelat: tuple[str, ...] = ()
    yrkanden: tuple[Yttrat, ...] = ()
    propositionsordning: tuple[str, ...] = ()
    rostningar: tuple[Rostning, ...] = ()
    reservationer: tuple[Yttrat, ...] = ()
    yttranden: tuple[Yttrat, ...] = ()
    jav: tuple[Yttrat, ...] = ()
    bilagor: tuple[tuple[str, str], ...] = ()
    tjanst: tuple[Tjanstgor, ...] = ()
    ordforande: str = ""
    delegerat: tuple[Delegerat, ...] = ()
    till_styrelsen: bool = False
    rattar: str = ""
    utgar: bool = False
    justerad: Paragrafen | None = None


@dataclass(frozen=True)
class Undertecknare:
    """Who signs: `roll` a Justeringsroll, `dag` when they did."""

    namn: str
    roll: str
    dag: date | None = None


@dataclass(frozen=True)
class Protokollsunderlag:
    """A meeting that has been held; `foregaende` names the minutes that lay with its agenda."""

    forbund: str
    organ: str
    datum: date
    plats: str
    distans: bool
    oppnades: str
    avslutades: str
    deltagare: tuple[Deltagare, ...]
    punkter: tuple[Punktunderlag, ...]
    undertecknare: tuple[Undertecknare, ...]
    foregaende: str = ""

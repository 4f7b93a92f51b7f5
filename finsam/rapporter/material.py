"""What a document is built from besides the ledger: registers, texts and entered figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from finsam.rapporter.dokument import Varde


@dataclass(frozen=True)
class Medlemsunderlag:
    """A member organisation; `typ` is kommun, region, fk or af."""

    id: int
    namn: str
    kortnamn: str
    typ: str


@dataclass(frozen=True)
class Uppdragsunderlag:
    """An office that a member gave a person; `roll` as styrelse.choices.Uppdragsroll."""

    namn: str
    parti: str
    medlem: int
    roll: str
    fran: date
    tom: date | None = None


@dataclass(frozen=True)
class Revisorunderlag:
    """An auditor, or a firm; `utsedd_av` in words."""

    namn: str
    byra: str
    utsedd_av: str


@dataclass(frozen=True)
class Registerinsats:
    """An insats as the registers know it. `typ` is the choice's value, `typnamn` its label.

    `budget`: what is granted for the period's year, as a positive amount in kr.
    """

    nr: int
    namn: str
    kortnamn: str
    typ: str
    typnamn: str
    agare: int
    parter: tuple[int, ...]
    start: date
    slut: date
    syfte: str
    maluppfyllelse: str
    adress: str
    projektkod: str = ""
    budget: Decimal | None = None


@dataclass(frozen=True)
class Registerunderlag:
    """The registers as they stood during a period."""

    forbund: str
    orgnr: str
    sate: str
    medlemmar: Mapping[int, Medlemsunderlag]
    uppdrag: tuple[Uppdragsunderlag, ...]
    revisorer: tuple[Revisorunderlag, ...]
    insatser: tuple[Registerinsats, ...]


@dataclass(frozen=True)
class Systemutfall:
    """What one of the system's own controls finds in a period, each finding in a sentence."""

    id: str
    rubrik: str
    regel: str
    adress: str
    fynd: tuple[str, ...] = ()


@dataclass(frozen=True)
class Textunderlag:
    """One section's words and who wrote them last."""

    markdown: str
    version: int = 1
    andrad_at: datetime | None = None
    andrad_av: str = ""


@dataclass(frozen=True)
class Textmaterial:
    """The texts of a document by section, figures from outside, and rules let pass by name."""

    texter: Mapping[str, Textunderlag] = field(default_factory=dict)
    uppgifter: Mapping[str, Varde] = field(default_factory=dict)
    undantag: Mapping[str, str] = field(default_factory=dict)

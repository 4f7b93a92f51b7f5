"""The papers of a meeting as data: what the PDF, the reading view and the frozen pack are made of.

Pure and frozen. `som_data` and `las` write it as JSON and read it back, the same.
"""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Bilagerad:
    """An annex: its number ("4.1"), title, and which Arendebilaga it is.

    `forsta_sida` and `sidor` are its place in the pack's PDF, 0 until that is built.
    """

    bilaga: int
    nummer: str
    titel: str
    slag: str
    sha256: str
    i_skrivelsen: bool = False
    forsta_sida: int = 0
    sidor: int = 0


@dataclass(frozen=True)
class Delrad:
    """A part of a matter, "7 A"; `au_forslag` and `au_andrat` as of an item."""

    nummer: str
    rubrik: str
    foredragande: str
    text: str
    forslag: tuple[str, ...]
    au_forslag: tuple[str, ...] = ()
    au_andrat: bool = False

    @property
    def bokstav(self) -> str:
        """ "A" of "7 A"."""
        return self.nummer.rpartition(" ")[2]


@dataclass(frozen=True)
class Skrivelse:
    """The office's writing on a matter; texts are Markdown with their figures filled in.

    `nummer` is its own annex number, "4", where the association numbers by matter.
    """

    nummer: str
    forslag: tuple[str, ...]
    arendet: str
    bedomning: str
    undertecknare: str
    datum: date | None


@dataclass(frozen=True)
class Punktrad:
    """An item of the agenda.

    `punkt` is its key, `slag` a Punktslag, `text` what stands directly in the agenda. `au_forslag`
    is what the committee proposed, `au_andrat` whether it changed the office's proposal. `tillagd`
    says that it came after the notice.
    """

    punkt: int
    nummer: str
    rubrik: str
    slag: str
    typer: tuple[str, ...] = ()
    foredragande: str = ""
    text: str = ""
    forslag: tuple[str, ...] = ()
    au_forslag: tuple[str, ...] = ()
    au_andrat: bool = False
    delar: tuple[Delrad, ...] = ()
    skrivelse: Skrivelse | None = None
    bilagor: tuple[Bilagerad, ...] = ()
    forsta_sida: int = 0
    tillagd: bool = False

    @property
    def ordnade_bilagor(self) -> tuple[Bilagerad, ...]:
        """The annexes as they stand after the writing: those that belong to it first."""
        return tuple(sorted(self.bilagor, key=lambda b: not b.i_skrivelsen))


@dataclass(frozen=True)
class Handlingar:
    """A meeting's notice, agenda and papers. `utskick` 1 is the notice, later ones additions."""

    mote: int
    utskick: int
    forbund: str
    organ: str
    datum: date
    start: str
    slut: str
    plats: str
    distans: bool
    kallelsedatum: date
    inledning: str
    punkter: tuple[Punktrad, ...]


def som_data(handlingar: Handlingar) -> dict[str, Any]:
    """As JSON can hold it: days as text, tuples as lists."""
    return _falten(handlingar)


def las(data: dict[str, Any]) -> Handlingar:
    """What `som_data` wrote. Raises KeyError or TypeError for other data."""
    punkter = tuple(_punkt(p) for p in data["punkter"])
    dagar = {namn: date.fromisoformat(data[namn]) for namn in ("datum", "kallelsedatum")}
    return Handlingar(**{**data, **dagar, "punkter": punkter})


def _punkt(data: dict[str, Any]) -> Punktrad:
    listor = {namn: tuple(data[namn]) for namn in ("typer", "forslag", "au_forslag")}
    return Punktrad(
        **{
            **data,
            **listor,
            "delar": tuple(_del(d) for d in data["delar"]),
            "skrivelse": _skrivelse(data["skrivelse"]),
            "bilagor": tuple(Bilagerad(**b) for b in data["bilagor"]),
        }
    )


def _del(data: dict[str, Any]) -> Delrad:
    # Packs sent before the committee's proposal followed the parts lack it.
    listor = {namn: tuple(data.get(namn, ())) for namn in ("forslag", "au_forslag")}
    return Delrad(**{**data, **listor})


def _skrivelse(data: dict[str, Any] | None) -> Skrivelse | None:
    if data is None:
        return None
    dag = date.fromisoformat(data["datum"]) if data["datum"] else None
    return Skrivelse(**{**data, "forslag": tuple(data["forslag"]), "datum": dag})


def _falten(rad: Any) -> dict[str, Any]:
    # Faster than asdict, which copies every text: this is asked for at each step of a pack.
    return {falt.name: _enkelt(getattr(rad, falt.name)) for falt in fields(rad)}


def _enkelt(varde: Any) -> Any:
    if isinstance(varde, list | tuple):
        return [_enkelt(v) for v in varde]
    if is_dataclass(varde):
        return _falten(varde)
    return varde.isoformat() if isinstance(varde, date) else varde

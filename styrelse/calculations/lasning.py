"""A meeting's papers to read: what has been sent, woven together in the order of reading. Pure.

Nothing that was sent is replaced: what came later stands at its item with the day it came.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad

AVSLUTANDE = "avslutande"


@dataclass(frozen=True)
class Utskick:
    """A pack as it was sent: its number, the day it went out, and what it held."""

    nummer: int
    datum: date
    handlingar: Handlingar


@dataclass(frozen=True)
class Lasbilaga:
    """An annex where it is read; `tillagd` is the day it came, None with the notice."""

    rad: Bilagerad
    punkt: int
    tillagd: date | None = None


@dataclass(frozen=True)
class Tillagg:
    """Words that came to an item after the notice: only what had not been said before."""

    datum: date
    rad: Punktrad


@dataclass(frozen=True)
class Laspunkt:
    """An item with all that has been sent for it; `rad` is as it was first sent."""

    rad: Punktrad
    bilagor: tuple[Lasbilaga, ...]
    tillagd: date | None = None
    tillagg: tuple[Tillagg, ...] = ()

    @property
    def nyast(self) -> date | None:
        """The day of the latest addition to it, None when all came with the notice."""
        dagar = [self.tillagd, *(b.tillagd for b in self.bilagor), *(t.datum for t in self.tillagg)]
        return max((dag for dag in dagar if dag), default=None)


@dataclass(frozen=True)
class Laspaket:
    """The whole pack: the notice, and every item in the order of the agenda."""

    kallelse: Handlingar
    punkter: tuple[Laspunkt, ...]
    tillagg: tuple[date, ...] = ()

    def punkt(self, nyckel: int) -> Laspunkt:
        """The item with that key. Raises KeyError."""
        return {p.rad.punkt: p for p in self.punkter}[nyckel]

    def bilaga(self, nyckel: int) -> Lasbilaga:
        """The annex with that key. Raises KeyError."""
        return {b.rad.bilaga: b for p in self.punkter for b in p.bilagor}[nyckel]


@dataclass(frozen=True)
class Lassida:
    """A page of the reading view: an item, or with `bilaga` one of its annexes."""

    punkt: int
    bilaga: int | None = None


def sammanvav(utskick: Sequence[Utskick]) -> Laspaket:
    """What has been sent as one pack. Raises ValueError where nothing has."""
    if not utskick:
        raise ValueError("Inga handlingar har skickats.")
    forsta, *senare = sorted(utskick, key=lambda ett: ett.nummer)
    punkter = [_punkt(rad, None) for rad in forsta.handlingar.punkter]
    for ett in senare:
        for rad in ett.handlingar.punkter:
            _lagg_till(punkter, rad, ett.datum)
    dagar = tuple(ett.datum for ett in senare)
    return Laspaket(forsta.handlingar, tuple(punkter), dagar)


def lasordning(paket: Laspaket) -> tuple[Lassida, ...]:
    """Every page in the order of reading: each item followed by its annexes."""
    return tuple(_sidor(paket))


def grannar(sidor: Sequence[Lassida], sida: Lassida) -> tuple[Lassida | None, Lassida | None]:
    """The pages before and after; None at either end."""
    nr = sidor.index(sida)
    fore = sidor[nr - 1] if nr else None
    return fore, sidor[nr + 1] if nr + 1 < len(sidor) else None


def _sidor(paket: Laspaket) -> Iterator[Lassida]:
    for punkt in paket.punkter:
        yield Lassida(punkt.rad.punkt)
        for bilaga in punkt.bilagor:
            yield Lassida(punkt.rad.punkt, bilaga.rad.bilaga)


def _punkt(rad: Punktrad, dag: date | None) -> Laspunkt:
    bilagor = tuple(Lasbilaga(b, rad.punkt, dag) for b in rad.ordnade_bilagor)
    return Laspunkt(rad, bilagor, tillagd=dag)


def _lagg_till(punkter: list[Laspunkt], rad: Punktrad, dag: date) -> None:
    """Puts a row of a later pack where it belongs: at its item, or as an item of its own."""
    for nr, punkt in enumerate(punkter):
        if punkt.rad.punkt == rad.punkt:
            punkter[nr] = _utokad(punkt, rad, dag)
            return
    # What is added is taken up last, before the meeting is closed.
    sist = [nr for nr, punkt in enumerate(punkter) if punkt.rad.slag == AVSLUTANDE]
    punkter.insert(sist[0] if sist else len(punkter), _punkt(rad, dag))


def _utokad(punkt: Laspunkt, rad: Punktrad, dag: date) -> Laspunkt:
    kanda = {b.rad.bilaga for b in punkt.bilagor}
    nya = tuple(Lasbilaga(b, rad.punkt, dag) for b in rad.bilagor if b.bilaga not in kanda)
    ord_ = _nya_ord(punkt, rad)
    tillagg = (*punkt.tillagg, Tillagg(dag, ord_)) if ord_ else punkt.tillagg
    return replace(punkt, bilagor=(*punkt.bilagor, *nya), tillagg=tillagg)


def _nya_ord(punkt: Laspunkt, rad: Punktrad) -> Punktrad | None:
    """The row with only the words that no pack has said at the item before; None without any."""
    sagda = (punkt.rad, *(t.rad for t in punkt.tillagg))
    ny = replace(
        rad,
        text="" if rad.text in {s.text for s in sagda} else rad.text,
        forslag=() if rad.forslag in {s.forslag for s in sagda} else rad.forslag,
        au_forslag=() if rad.au_forslag in {s.au_forslag for s in sagda} else rad.au_forslag,
        delar=tuple(d for d in rad.delar if all(d not in s.delar for s in sagda)),
        skrivelse=None if rad.skrivelse in [s.skrivelse for s in sagda] else rad.skrivelse,
        bilagor=(),
    )
    return ny if any((ny.text, ny.forslag, ny.au_forslag, ny.delar, ny.skrivelse)) else None

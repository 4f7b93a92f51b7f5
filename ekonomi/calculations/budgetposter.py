"""A budget's posts put together as the association reads them: by block, and by kind within it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self
from urllib.parse import quote, unquote

from ekonomi.uppstallning.mall import Konton, Rubrik, Uppstallningsmall
from finsam.money import summa

UTANFOR = "Utanför uppställningen"
ALLA = "Poster"
SIST = 10_000


@dataclass(frozen=True)
class Postnyckel:
    """What a post is about: account, and block or insats (by number) where it has one."""

    konto: str
    block: str | None = None
    insats: int | None = None

    @property
    def kod(self) -> str:
        """The key as the name of a field: "5110.20." or "4531..7"."""
        return f"{self.konto}.{quote(self.block or '', safe='')}.{self.insats or ''}"

    @classmethod
    def fran_kod(cls, kod: str) -> Self | None:
        """The key that a field's name tells of; None for any other text."""
        # A block's code may hold points of its own: the key's are the first and the last.
        konto, _, rest = kod.partition(".")
        block, punkt, insats = rest.rpartition(".")
        if not punkt or not konto.isdecimal() or (insats and not insats.isdecimal()):
            return None
        return cls(konto, unquote(block) or None, int(insats) if insats else None)


@dataclass(frozen=True)
class Post:
    """A line of a budget beside what it may be compared with; kr, signs as in print.

    `belopp` None: there is no such post, but last year had it, or the insats has been granted
    money. `beviljat` is what the insats may use, as a cost. `avslutad`: the insats has ended
    before the year. `ordning` places insatser among each other.
    """

    nyckel: Postnyckel
    etikett: str
    block: str = ""
    projekt: str | None = None
    insatstyp: str = ""
    ordning: tuple[int, str, int] = (0, "", 0)
    belopp: Decimal | None = None
    manader: tuple[Decimal, ...] | None = None
    kommentar: str = ""
    fg_budget: Decimal | None = None
    fg_utfall: Decimal | None = None
    beviljat: Decimal | None = None
    avslutad: bool = False
    adress: str = ""


@dataclass(frozen=True)
class Summor:
    """Sums of a set of posts; None where no post has the figure."""

    belopp: Decimal
    fg_budget: Decimal | None
    fg_utfall: Decimal | None

    @property
    def skillnad(self) -> Decimal | None:
        """How far the amount is from last year's budget."""
        return None if self.fg_budget is None else self.belopp - self.fg_budget


@dataclass(frozen=True)
class Del:
    """Posts of one kind (a line of the resultaträkning) within a block."""

    namn: str
    poster: tuple[Post, ...]
    summor: Summor


@dataclass(frozen=True)
class Grupp:
    """A block (a line or a heading of the driftredovisning) with its posts by kind."""

    namn: str
    delar: tuple[Del, ...]
    summor: Summor

    @property
    def poster(self) -> tuple[Post, ...]:
        return tuple(post for del_ in self.delar for post in del_.poster)

    @property
    def utanfor(self) -> bool:
        """Whether no statement would show these posts."""
        return self.namn == UTANFOR


def summera(poster: Iterable[Post]) -> Summor:
    poster = list(poster)
    return Summor(
        belopp=summa(post.belopp for post in poster if post.belopp is not None),
        fg_budget=_summa_av(post.fg_budget for post in poster),
        fg_utfall=_summa_av(post.fg_utfall for post in poster),
    )


def _summa_av(belopp: Iterable[Decimal | None]) -> Decimal | None:
    kanda = [ett for ett in belopp if ett is not None]
    return summa(kanda) if kanda else None


def gruppera(mall: Uppstallningsmall | None, poster: Iterable[Post]) -> tuple[Grupp, ...]:
    """The posts by block and kind, in the layout's order; what it has no line for stands last.

    Without a layout, or one that has no driftredovisning, there is one group.
    """
    block = _platser(mall, "driftredovisning")
    slag = _platser(mall, "resultatrakning")
    lagda: dict[tuple[int, str], dict[tuple[int, str], list[Post]]] = {}
    for post in poster:
        grupp = _plats(block, post) if block else (0, ALLA)
        lagda.setdefault(grupp, {}).setdefault(_plats(slag, post), []).append(post)
    return tuple(_grupp(namn, delar) for (_, namn), delar in sorted(lagda.items()))


def _grupp(namn: str, delar: dict[tuple[int, str], list[Post]]) -> Grupp:
    sorterade = tuple(
        Del(del_, tuple(sorted(poster, key=_postordning)), summera(poster))
        for (_, del_), poster in sorted(delar.items())
    )
    return Grupp(namn, sorterade, summera(p for del_ in sorterade for p in del_.poster))


def _postordning(post: Post) -> tuple[object, ...]:
    return (post.ordning, int(post.nyckel.konto), post.nyckel.block or "")


# A line's place in its statement, its words, and which posts stand on it.
Rad = tuple[int, str, Konton]


def _platser(mall: Uppstallningsmall | None, slag: str) -> list[Rad]:
    """The lines of accounts in the statement; lines per insats go by the heading over them."""
    ut: list[Rad] = []
    for tabell in mall.tabeller_av(slag) if mall else ():
        rubrik = ""
        for nr, rad in enumerate(tabell.rader):
            if isinstance(rad.innehall, Rubrik):
                rubrik = rad.etikett
            elif isinstance(rad.innehall, Konton):
                egen = "" if rad.innehall.per else rad.etikett
                ut.append((nr, egen or rubrik or tabell.titel, rad.innehall))
    return ut


def _plats(rader: Sequence[Rad], post: Post) -> tuple[int, str]:
    return next(_traffar(rader, post), (SIST, UTANFOR))


def _traffar(rader: Sequence[Rad], post: Post) -> Iterator[tuple[int, str]]:
    for nr, namn, innehall in rader:
        ratt_typ = not innehall.insatstyper or post.insatstyp in innehall.insatstyper
        i_urval = innehall.urval.har_konto(int(post.nyckel.konto)) and innehall.urval.har_objekt(
            post.nyckel.block, post.projekt
        )
        if i_urval and ratt_typ:
            yield nr, namn


def med_belopp(poster: Iterable[Post], skrivna: Mapping[Postnyckel, Decimal | None]) -> list[Post]:
    """The posts with the amounts that have been typed so far."""
    return [
        replace(post, belopp=skrivna[post.nyckel]) if post.nyckel in skrivna else post
        for post in poster
    ]

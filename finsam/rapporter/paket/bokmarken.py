"""Bookmarks of a pack, and those that its files brought with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, NameTree

from finsam.rapporter.paket.uppslag import varde

# Deeper or longer than any table of contents: a file made to trouble readers.
DJUPAST, FLEST = 12, 5_000


@dataclass
class Bokmarke:
    """A bookmark: its words, its destination in the finished file, and those under it."""

    titel: str
    mal: pikepdf.Array | None
    under: list["Bokmarke"] = field(default_factory=list)
    oppen: bool = True


Sidbyte = Callable[[pikepdf.Object], pikepdf.Object | None]


def medforda(pdf: pikepdf.Pdf, sidbyte: Sidbyte) -> list[Bokmarke]:
    """The file's own bookmarks, led to the pages that took the place of its own.

    `sidbyte` gives the new page for one of the file's. What leads nowhere any more keeps its words
    where others stand under it, and is left out otherwise.
    """
    rot = varde(pdf.Root, "/Outlines")
    if not isinstance(rot, pikepdf.Dictionary):
        return []
    namn = _namngivna(pdf)
    sedda: set[tuple[int, int]] = set()

    def ga(foralder: pikepdf.Object, djup: int) -> list[Bokmarke]:
        svar = []
        for post in _syskon(foralder, sedda):
            under = ga(post, djup + 1) if djup < DJUPAST else []
            mal = _mal(post, namn, sidbyte)
            if mal is not None or under:
                svar.append(Bokmarke(str(varde(post, "/Title") or ""), mal, under, oppen=False))
        return svar

    return ga(rot, 0)


def _syskon(foralder: pikepdf.Object, sedda: set[tuple[int, int]]) -> Iterator[pikepdf.Object]:
    post = varde(foralder, "/First")
    while isinstance(post, pikepdf.Dictionary):
        # A ring of bookmarks ends where it began.
        if post.objgen in sedda or len(sedda) > FLEST:
            return
        sedda.add(post.objgen)
        yield post
        post = varde(post, "/Next")


def _namngivna(pdf: pikepdf.Pdf) -> Callable[[str], pikepdf.Object | None]:
    gamla = varde(pdf.Root, "/Dests") or Dictionary()
    trad = varde(varde(pdf.Root, "/Names") or Dictionary(), "/Dests")
    nya = NameTree(trad) if trad is not None else {}

    def sok(namn: str) -> pikepdf.Object | None:
        return nya[namn] if namn in nya else gamla.get(namn) if namn.startswith("/") else None

    return sok


def _mal(
    post: pikepdf.Object, namngiven: Callable[[str], pikepdf.Object | None], sidbyte: Sidbyte
) -> pikepdf.Array | None:
    mal = varde(post, "/Dest")
    handling = varde(post, "/A") if mal is None else None
    if isinstance(handling, pikepdf.Dictionary) and varde(handling, "/S") == Name.GoTo:
        mal = varde(handling, "/D")
    if isinstance(mal, pikepdf.String | Name):
        mal = namngiven(str(mal))
    if isinstance(mal, pikepdf.Dictionary):
        mal = varde(mal, "/D")
    if not isinstance(mal, pikepdf.Array) or not len(mal):
        return None
    if not isinstance(mal[0], pikepdf.Dictionary):
        return None
    sida = sidbyte(mal[0])
    # Where on the page: names and numbers, which belong to no file.
    return None if sida is None else pikepdf.Array([sida, *list(mal)[1:]])


def skriv(pdf: pikepdf.Pdf, bokmarken: list[Bokmarke]) -> None:
    """Writes them as the file's outline, and asks readers to show it."""
    rot = pdf.make_indirect(pikepdf.Dictionary(Type=Name.Outlines))
    _skriv_under(pdf, rot, bokmarken)
    pdf.Root.Outlines = rot
    pdf.Root.PageMode = Name.UseOutlines


def _skriv_under(pdf: pikepdf.Pdf, foralder: pikepdf.Object, bokmarken: list[Bokmarke]) -> int:
    """Links the bookmarks below their parent; returns how many are shown when it is open."""
    poster = [
        pdf.make_indirect(pikepdf.Dictionary(Title=ett.titel, Parent=foralder)) for ett in bokmarken
    ]
    synliga = len(poster)
    for nr, (post, ett) in enumerate(zip(poster, bokmarken, strict=True)):
        if ett.mal is not None:
            post.Dest = ett.mal
        if nr:
            post.Prev = poster[nr - 1]
        if nr + 1 < len(poster):
            post.Next = poster[nr + 1]
        if ett.under:
            antal = _skriv_under(pdf, post, ett.under)
            post.Count = antal if ett.oppen else -antal
            synliga += antal if ett.oppen else 0
    if poster:
        foralder.First, foralder.Last = poster[0], poster[-1]
        foralder.Count = synliga
    return synliga

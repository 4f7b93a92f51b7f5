"""Dimensions and objects that a ledger file names or uses: looked up, made where they are new.

New objects are part of the reading, like the vouchers, and are not told one by one in the history.
"""

from collections.abc import Iterable

from ekonomi.actions.databas import databas
from ekonomi.models import Dimension, Objekt
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK, DIMENSION_PROJEKT
from ekonomi.sie.falt import objektpar
from ekonomi.sie.poster import Dimensionspost, Objektlista, Objektpost, Uppgift

# The names that SIE itself gives, for files that use a dimension without #DIM.
DIMENSIONSNAMN = {
    1: "Kostnadsställe",
    2: "Kostnadsbärare",
    6: "Projekt",
    7: "Anställd",
    8: "Kund",
    9: "Leverantör",
    10: "Faktura",
}
NAMNLANGD = 120
# Key of the cost block, key of the project.
Radnycklar = tuple[int | None, int | None]


class Objektregister:
    """(dimension, code) → key. What exists keeps its name: the association's own lists give it."""

    def __init__(self, uppgifter: Iterable[Uppgift]) -> None:
        self._dimensioner = {ett.nummer: ett for ett in Dimension.objects.all()}
        self._hamta()
        poster = list(uppgifter)
        self._skapa_dimensioner([ett for ett in poster if isinstance(ett, Dimensionspost)])
        self._skapa([ett for ett in poster if isinstance(ett, Objektpost)])

    def _hamta(self) -> None:
        rader = Objekt.objects.values_list("dimension__nummer", "kod", "pk")
        self._objekt = {(dimension, kod): nyckel for dimension, kod, nyckel in rader}

    def kanner(self, lista: Objektlista) -> bool:
        """Whether every object of the list exists, so that `nycklar` asks the database nothing."""
        return all(ett in self._objekt for ett in objektpar(lista))

    def nycklar(self, lista: Objektlista) -> Radnycklar:
        """The keys that a row with these objects has; objects that nobody has named are made."""
        par = objektpar(lista)
        if not self.kanner(lista):
            self._skapa([Objektpost(dimension, kod, "") for dimension, kod in par])
        per_dimension = dict(reversed(par))
        return (
            self._nyckel(per_dimension, DIMENSION_KOSTNADSBLOCK),
            self._nyckel(per_dimension, DIMENSION_PROJEKT),
        )

    def _nyckel(self, per_dimension: dict[int, str], dimension: int) -> int | None:
        kod = per_dimension.get(dimension)
        return None if kod is None else self._objekt[dimension, kod]

    def _skapa_dimensioner(self, poster: list[Dimensionspost]) -> None:
        # A dimension is made with its own name before another is put under it.
        for post in sorted(poster, key=lambda ett: ett.overordnad is not None):
            overordnad = None if post.overordnad is None else self._dimension(post.overordnad)
            if post.nummer not in self._dimensioner:
                self._dimensioner[post.nummer] = Dimension.objects.create(
                    nummer=post.nummer, namn=post.namn[:80], overordnad=overordnad
                )

    def _dimension(self, nummer: int) -> Dimension:
        if nummer not in self._dimensioner:
            namn = DIMENSIONSNAMN.get(nummer, f"Dimension {nummer}")
            self._dimensioner[nummer] = Dimension.objects.create(nummer=nummer, namn=namn)
        return self._dimensioner[nummer]

    def _skapa(self, poster: list[Objektpost]) -> None:
        nya = {
            (post.dimension, post.kod): (self._dimension(post.dimension).pk, post.kod, post.namn)
            for post in poster
            if (post.dimension, post.kod) not in self._objekt
        }
        rader = [(dimension, kod, namn[:NAMNLANGD]) for dimension, kod, namn in nya.values()]
        databas().skriv((Objekt, "dimension_id kod namn"), rader)
        self._hamta()

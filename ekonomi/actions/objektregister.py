"""Dimensions and objects that a ledger file names or uses: looked up, made where they are new."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ekonomi.models import Dimension, Objekt
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK, DIMENSION_PROJEKT
from ekonomi.sie.falt import objektlista
from ekonomi.sie.poster import Dimensionspost, Objektpar, Objektpost, Uppgift
from finsam.mapp.skrivning import spara

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
# Key of the cost block, key of the project, and the whole list as SIE writes it.
Radnycklar = tuple[int | None, int | None, str]


class Objektregister:
    """(dimension, code) → key. What exists keeps its name: the association's own lists give it."""

    def __init__(self, uppgifter: Iterable[Uppgift], anvandare: Any, filnamn: str) -> None:
        self.anvandare = anvandare
        self.filnamn = filnamn
        self._dimensioner = {ett.nummer: ett for ett in Dimension.objects.all()}
        self._objekt = {
            (dimension, kod): nyckel
            for dimension, kod, nyckel in Objekt.objects.values_list(
                "dimension__nummer", "kod", "pk"
            )
        }
        # The rows of a year repeat a few thousand lists of objects at most.
        self.nycklar = lru_cache(maxsize=65_536)(self._nycklar)
        poster = list(uppgifter)
        self._skapa_dimensioner([ett for ett in poster if isinstance(ett, Dimensionspost)])
        self._skapa([ett for ett in poster if isinstance(ett, Objektpost)])

    def _nycklar(self, par: Objektpar) -> Radnycklar:
        saknas = [ett for ett in dict.fromkeys(par) if ett not in self._objekt]
        if saknas:
            self._skapa([Objektpost(dimension, kod, "") for dimension, kod in saknas])
        per_dimension = dict(reversed(par))
        return (
            self._nyckel(per_dimension, DIMENSION_KOSTNADSBLOCK),
            self._nyckel(per_dimension, DIMENSION_PROJEKT),
            objektlista(par),
        )

    def _nyckel(self, per_dimension: dict[int, str], dimension: int) -> int | None:
        kod = per_dimension.get(dimension)
        return None if kod is None else self._objekt[dimension, kod]

    def _skapa_dimensioner(self, poster: list[Dimensionspost]) -> None:
        for post in poster:
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
        for post in poster:
            nyckel = post.dimension, post.kod
            if nyckel not in self._objekt:
                objekt = Objekt(
                    dimension=self._dimension(post.dimension), kod=post.kod, namn=post.namn[:120]
                )
                spara(objekt, self.anvandare, self.filnamn)
                self._objekt[nyckel] = objekt.pk

"""The columns of a table file, and cells that point at other rows by what people call them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db.models import Model

from finsam.tabular.cells import Cellfel, Celltyp

TVETYDIG = object()


@dataclass(frozen=True)
class Ref:
    """A cell that names a row of another table by one of `nycklar`; the first of them is written.

    `saknas` is the sentence for an unknown name. With `skapa` an unknown name becomes a new row:
    only for rows that consist of nothing but their name. `med` are relations that the name is
    made of, read along.
    """

    model: type[Model]
    nycklar: tuple[str, ...] = ("namn",)
    saknas: str = "”{text}” finns inte bland {flertal}."
    skapa: bool = False
    flera: bool = False
    urval: Mapping[str, Any] = field(default_factory=dict)
    med: tuple[str, ...] = ()

    @property
    def format(self) -> str:
        return "text"

    def skriv(self, varde: Any) -> str:
        return str(getattr(varde, self.nycklar[0]))

    def uppslag(self) -> "Uppslag":
        return Uppslag(self)


@dataclass(frozen=True)
class Reflista(Ref):
    """A cell that names several rows with commas between them, in any order."""

    flera: bool = True

    def skriv(self, varde: Iterable[Any]) -> str:
        return ", ".join(sorted(super(Reflista, self).skriv(ett) for ett in varde))


class Uppslag:
    """The other table's rows by every name that they go by, read once per file."""

    format: ClassVar[str] = "text"

    def __init__(self, ref: Ref) -> None:
        self.ref = ref
        self.rader: dict[str, Any] = {}
        alla = list(ref.model._default_manager.filter(**ref.urval).select_related(*ref.med))
        for nyckel in ref.nycklar:
            self._lagg_till(nyckel, alla)

    def _lagg_till(self, nyckel: str, alla: Iterable[Any]) -> None:
        """The rows by one more key; a name that an earlier key has taken stays as it is."""
        nya: dict[str, Any] = {}
        for obj in alla:
            namn = sokform(str(getattr(obj, nyckel) or ""))
            if namn and namn not in self.rader:
                # A name that two rows share names neither of them.
                nya[namn] = obj if nya.get(namn, obj) == obj else TVETYDIG
        self.rader.update(nya)

    def lar(self, obj: Any) -> None:
        """A row that was written just now can be named by the rows after it."""
        for nyckel in self.ref.nycklar:
            self._lagg_till(nyckel, [obj])

    def las(self, text: str) -> Any:
        if not self.ref.flera:
            return self._en(text)
        # The order in the file says nothing: the same members are the same cell.
        return sorted(
            {self._en(t.strip()) for t in text.split(",") if t.strip()}, key=lambda o: o.pk
        )

    def _en(self, text: str) -> Any:
        traff = self.rader.get(sokform(text))
        if traff is TVETYDIG:
            raise Cellfel(f"”{text}” är namnet på flera. Skriv {self._forsta_nyckeln()}.")
        if traff is None and self.ref.skapa:
            traff = self.ref.model(**{self.ref.nycklar[0]: " ".join(text.split())})
            self._lagg_till(self.ref.nycklar[0], [traff])
        if traff is None:
            flertal = self.ref.model._meta.verbose_name_plural
            raise Cellfel(self.ref.saknas.format(text=text, flertal=flertal))
        return traff

    def _forsta_nyckeln(self) -> str:
        falt: Any = self.ref.model._meta.get_field(self.ref.nycklar[0])
        return str(falt.verbose_name)

    def skriv(self, varde: Any) -> str:
        return self.ref.skriv(varde)


def sokform(text: str) -> str:
    """The text as names are compared: one space, no case."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Kolumn:
    """A column: heading, model field, what a cell holds, and what the template says about it.

    A file may leave out a column that is `frivillig`: then rows that are there keep what they
    have, and new ones have nothing.
    """

    rubrik: str
    falt: str
    typ: Celltyp | Ref
    forklaring: str
    exempel: str = ""
    frivillig: bool = False

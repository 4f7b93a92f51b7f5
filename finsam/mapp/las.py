"""What a file may not change: rows that somebody has handed in, attested or decided on."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

# Rows by model and key that stay open until the reading is done: those that it has made, and by
# the lock that let them through those that it has changed or added to.
Oppnade = set[tuple[type[Model], Any, Any]]


def _fritt(rad: Any) -> str:
    """A row that may always be changed."""
    return ""


def _inga(rad: Any) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Las:
    """When a row that is there already may no longer be changed by a file.

    `skal` gives the sentence that refuses it, or nothing. With `agare`, a foreign key, it is asked
    of the row that owns this one, and new rows of a locked owner are refused too. `steg` is asked
    of the row as it stood: a sentence when no file may take it to where `skal` locks it. `fria`
    are fields that may be changed all the same; `ifylls` gives those of a row, as it stands, that
    may be filled in all the same. A new row may come in any state, with all that it
    owns: that is how a folder is read back, and how an association begins.
    """

    skal: Callable[[Any], str]
    agare: str = ""
    steg: Callable[[Any], str] = _fritt
    fria: tuple[str, ...] = ()
    ifylls: Callable[[Any], Collection[str]] = _inga


class Lasvakt:
    """Asks a table's lock, and keeps account of the rows that this reading has opened."""

    def __init__(self, las: Las | None, oppnade: Oppnade) -> None:
        self.las, self.oppnade = las, oppnade

    def hinder(self, agare: Any) -> str:
        """Why what belongs to the row may not be added to or changed; empty when it may."""
        if self.las is None or agare is None:
            return ""
        if {_plats(agare), _plats(agare, self.las)} & self.oppnade:
            return ""
        return self.las.skal(agare)

    def innan_ny(self, varden: Mapping[str, Any]) -> None:
        """Raises ValidationError when the new row belongs to a locked one."""
        if self.las and self.las.agare:
            self._krav(varden[self.las.agare])

    def innan_andrad(self, obj: Any, andrade: set[str]) -> str:
        """Raises ValidationError when the row is locked; else why it may not become so."""
        if self.las is None or andrade <= {*self.las.fria, *self.las.ifylls(obj)}:
            return ""
        agare = getattr(obj, self.las.agare) if self.las.agare else None
        self._krav(agare or obj)
        return self.las.steg(obj)

    def efter_andrad(self, obj: Any, hinder: str) -> None:
        """Raises ValidationError when the change took the row where no file may take it."""
        if hinder and self.las and self.las.skal(obj):
            raise _fel(hinder)

    def oppna(self, obj: Any) -> None:
        """The row was made by this reading, so what belongs to it may be, too."""
        self.oppnade.add(_plats(obj))

    def _krav(self, agare: Any) -> None:
        if hinder := self.hinder(agare):
            raise _fel(hinder)
        if agare is not None and self.las:
            self.oppnade.add(_plats(agare, self.las))


def _plats(obj: Any, las: Las | None = None) -> tuple[type[Model], Any, Any]:
    return type(obj), obj.pk, las.skal if las else None


def _fel(text: str) -> ValidationError:
    return ValidationError({NON_FIELD_ERRORS: [text]})

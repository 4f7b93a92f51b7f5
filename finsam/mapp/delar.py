"""What a part of the folder is, and all the rooms' parts in reading order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.las import Oppnade
from finsam.mapp.rapport import Filrapport
from finsam.permissions import Ratt


def _tyst(andel: float) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Tillfalle:
    """Who reads (None: the command), and whom to tell how far it has come (0-1 of the part).

    `oppnade` are the rows that the reading has made so far, the same through all its parts.
    """

    anvandare: Any = None
    framsteg: Callable[[float], None] = field(default=_tyst)
    oppnade: Oppnade = field(default_factory=set)


class Mappdel(Protocol):
    """A part of the folder: one or more files of one kind.

    `filmonster` are patterns over the path in lower case ("medlemmar.csv", "*.se",
    "texter/*/*/*.md"); `ratt` is what a user must have to read the part in through the browser.
    """

    @property
    def namn(self) -> str: ...

    @property
    def rubrik(self) -> str: ...

    @property
    def filmonster(self) -> tuple[str, ...]: ...

    @property
    def ratt(self) -> Ratt: ...

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        """Writes the files to the database and tells per file what was new, changed, unchanged.

        Called inside a transaction that is rolled back if any file of the folder has a fault, and
        always on a dry run: so write what can be written, collect every fault in the report, and
        raise nothing for bad input. An unchanged row is not written and leaves no history.
        `kallor` are all files of the part (never empty); two that say the same thing are a fault.
        """

    def exportera(self) -> Iterable[Utfil]:
        """The part's files from the database; the same rows give the same bytes."""

    def mallar(self) -> Iterable[Utfil]:
        """Empty files with headings, explanations and examples; they read back as no rows."""


@cache
def alla_delar() -> tuple[Mappdel, ...]:
    """Every part of every room: rooms as in INSTALLED_APPS, parts as in the room's DELAR.

    A room that has parts lists them, in reading order, as `DELAR` in its `imports`.
    """
    rum = (app for app in apps.get_app_configs() if module_has_submodule(app.module, "imports"))
    return tuple(del_ for app in rum for del_ in import_module(f"{app.name}.imports").DELAR)


def del_for(filnamn: str) -> Mappdel | None:
    """The part that a file belongs to, by its path; None for an unknown file."""
    sokt = filnamn.lower()
    for del_ in alla_delar():
        if any(fnmatchcase(sokt, monster) for monster in del_.filmonster):
            return del_
    return None

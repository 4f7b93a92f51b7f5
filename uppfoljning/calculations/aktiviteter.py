"""Competence activities over a period: how many, and how many took part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Aktivitetsunderlag:
    """One activity; `rad` is the row of the table that it stands in, counts are None uncounted."""

    datum: date
    titel: str
    rad: str
    kompetenshojande: bool
    kvinnor: int | None = None
    man: int | None = None
    okant: int | None = None


@dataclass(frozen=True)
class Aktivitetsrad:
    """Activities of one kind together; a count is None where nobody was counted at any of them.

    `oraknade` tells at how many of them nobody was counted: the sums are then too low.
    """

    text: str
    antal: int
    deltagare: int | None
    kvinnor: int | None
    man: int | None
    okant: int | None
    oraknade: int = 0


def aktivitetsrader(aktiviteter: Iterable[Aktivitetsunderlag]) -> tuple[Aktivitetsrad, ...]:
    """One row per kind; those that count towards the goal first, then by their first day."""
    per_rad: dict[str, list[Aktivitetsunderlag]] = defaultdict(list)
    for aktivitet in sorted(aktiviteter, key=lambda a: (not a.kompetenshojande, a.datum, a.titel)):
        per_rad[aktivitet.rad].append(aktivitet)
    return tuple(summerad(rad, dess) for rad, dess in per_rad.items())


def summerad(text: str, aktiviteter: Sequence[Aktivitetsunderlag]) -> Aktivitetsrad:
    """The activities as one row under that name."""
    kvinnor = _summa(a.kvinnor for a in aktiviteter)
    man = _summa(a.man for a in aktiviteter)
    okant = _summa(a.okant for a in aktiviteter)
    oraknade = [a for a in aktiviteter if _summa((a.kvinnor, a.man, a.okant)) is None]
    deltagare = _summa((kvinnor, man, okant))
    return Aktivitetsrad(text, len(aktiviteter), deltagare, kvinnor, man, okant, len(oraknade))


def _summa(antal: Iterable[int | None]) -> int | None:
    """The sum of what is counted; None where nothing is."""
    raknade = [tal for tal in antal if tal is not None]
    return sum(raknade) if raknade else None

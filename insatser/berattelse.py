"""The story of an insats: what has happened to it, as each room tells for itself.

A room that knows of events has a module `insatshandelser.py` with `handelser(insats)`; the
rooms are asked without being known.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from finsam.permissions import Ratt, far
from finsam.rummen import rummens
from insatser.models import Insats


@dataclass(frozen=True)
class Insatshandelse:
    """Something that happened to an insats on a day: "Beslut" · "Bifall, högst 1 200 000 kr".

    `ratt` is what it takes to be told of it (None: all who may open the insats) and `lank_ratt`
    what it takes to open `adress` (None: the same).
    """

    dag: date
    slag: str
    rubrik: str
    text: str = ""
    adress: str = ""
    ratt: Ratt | None = None
    lank_ratt: Ratt | None = None


def handelser(insats: Insats, user: Any) -> list[Insatshandelse]:
    """All events that the user may be told of, the latest first; same day: the last told first."""
    synliga = [
        h if _far(user, h.lank_ratt) else replace(h, adress="")
        for berattare in rummens("insatshandelser", "handelser")
        for h in berattare(insats)
        if _far(user, h.ratt)
    ]
    return sorted(synliga, key=lambda h: h.dag)[::-1]


def _far(user: Any, ratt: Ratt | None) -> bool:
    return ratt is None or far(user, ratt)

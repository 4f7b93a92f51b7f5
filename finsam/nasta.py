"""What is next for the reader, first on the start page.

A room that has something has a module `nasta.py` with `nasta(user, idag)`, which asks for the
user's right itself; the ground floor asks every room without knowing any of them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from finsam.rummen import rummens


@dataclass(frozen=True)
class Nasta:
    """ "Nästa möte: Förbundsstyrelsen torsdagen den 3 december 2026 …", and its page.

    `text` says what there is to wait for; `lank` is the button to what can be done now, and
    `lankadress` its page, both empty while there is nothing.
    """

    slag: str
    titel: str
    adress: str
    text: str = ""
    lank: str = ""
    lankadress: str = ""


def det_som_ar_nasta(user: Any, idag: date) -> list[Nasta]:
    """What the user has next, in the order of the rooms."""
    fragade = rummens("nasta", "nasta", utom=__name__)
    return [rad for nasta in fragade for rad in nasta(user, idag)]

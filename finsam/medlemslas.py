"""Members that a decision rests on stay as they are; which those are, the rooms say.

A room that has decided something by its members has a module `medlemslas.py` with
`hinder(fore, efter)`.
"""

from typing import TYPE_CHECKING

from finsam.rummen import rummens

if TYPE_CHECKING:
    from finsam.models import Medlem


def hinder(fore: "Medlem | None", efter: "Medlem") -> str:
    """Why the member may not go from `fore` (None: it is new) to `efter`; empty when it may."""
    fragade = rummens("medlemslas", "hinder", utom=__name__)
    return next((skal for fraga in fragade if (skal := fraga(fore, efter))), "")

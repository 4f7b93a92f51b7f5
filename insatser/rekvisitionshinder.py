"""What stands in the way of a claim, as the other rooms tell it.

A room that knows of a hindrance has a module `rekvisitionshinder.py` with
`hinder(insats, period)`; the rooms are asked without being known.
"""

from dataclasses import dataclass

from finsam.periods import Period
from finsam.rummen import rummens
from insatser.models import Insats


@dataclass(frozen=True)
class Hinder:
    """A reason against a claim, in a sentence. One that does not stop is a warning."""

    text: str
    stoppar: bool


def hinder(insats: Insats, period: Period) -> list[Hinder]:
    """What the other rooms have against a claim of the insats for the period; empty for nothing."""
    # This module asks and is not asked: the room's own rules stand in its actions.
    rummen = rummens("rekvisitionshinder", "hinder", utom=__name__)
    return [ett for rummets in rummen for ett in rummets(insats, period)]

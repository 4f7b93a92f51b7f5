"""What stands in the way of a claim, as the other rooms tell it.

A room that knows of a hindrance has a module `rekvisitionshinder.py` with
`hinder(insats, period)`; the rooms are asked without being known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string, module_has_submodule

from finsam.periods import Period
from insatser.models import Insats


@dataclass(frozen=True)
class Hinder:
    """A reason against a claim, in a sentence. One that does not stop is a warning."""

    text: str
    stoppar: bool


def hinder(insats: Insats, period: Period) -> list[Hinder]:
    """What the other rooms have against a claim of the insats for the period; empty for nothing."""
    return [ett for rummets in _rummens() for ett in rummets(insats, period)]


def _rummens() -> Iterable[Any]:
    for rum in apps.get_app_configs():
        # This module asks and is not asked: the room's own rules stand in its actions.
        eget = f"{rum.name}.rekvisitionshinder" == __name__
        if rum.module and module_has_submodule(rum.module, "rekvisitionshinder") and not eget:
            yield import_string(f"{rum.name}.rekvisitionshinder.hinder")

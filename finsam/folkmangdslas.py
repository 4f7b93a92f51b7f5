"""Populations that a decision rests on stay as they are; which those are, the rooms say.

A room that has decided something by them has a module `folkmangdslas.py` with `hinder(dag)`.
"""

from datetime import date

from finsam.rummen import rummens


def hinder(dag: date) -> str:
    """Why the populations of the day may not be changed, in a sentence; empty when they may."""
    fragade = rummens("folkmangdslas", "hinder", utom=__name__)
    return next((skal for fraga in fragade if (skal := fraga(dag))), "")

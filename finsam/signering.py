"""Whose change it is: said to a row before it is saved, read by the history."""

from typing import TypeVar

from django.db import models

from finsam.models import Anvandare

M = TypeVar("M", bound=models.Model)


def signera(rad: M, anvandare: Anvandare | None) -> M:
    """The same row, whose next save or delete the history lays to the user.

    None where a command does it.
    """
    # An attribute of simple-history's own, on no model's type.
    rad._history_user = anvandare  # type: ignore[attr-defined]
    return rad

"""Patterns of yearly matters: the year's own figure and those beside it. Pure."""

import re

MONSTER = re.compile(r"\{ar(?:(?P<tecken>[+-])(?P<tal>\d))?\}")


def fyll_i(monster: str, ar: int) -> str:
    """The pattern with its years: "{ar-1}-H1" in 2022 is "2021-H1"."""
    return MONSTER.sub(lambda traff: str(ar + _forskjutning(traff)), monster)


def _forskjutning(traff: re.Match[str]) -> int:
    if not traff["tal"]:
        return 0
    return int(traff["tal"]) * (-1 if traff["tecken"] == "-" else 1)


def okanda(monster: str) -> tuple[str, ...]:
    """What stands in braces and is no year."""
    return tuple(re.findall(r"\{[^{}]*\}", MONSTER.sub("", monster)))

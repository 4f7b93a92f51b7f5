"""An address of the product: who may open it, with which arguments, and what is answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from finsam.choices import Roll

KANSLI = frozenset({Roll.KANSLI, Roll.FORBUNDSCHEF})
EKONOM = frozenset({Roll.EKONOM, Roll.FORBUNDSCHEF})
CHEF = frozenset({Roll.FORBUNDSCHEF})
TJANSTEMAN = KANSLI | EKONOM
GRANSKAR = TJANSTEMAN | {Roll.REVISOR}
LASER = GRANSKAR | {Roll.LEDAMOT}
RAPPORTERAR = KANSLI | {Roll.INSATSANSVARIG}
REKVIRERAR = GRANSKAR | {Roll.INSATSANSVARIG}
RAPPORTLASARE = GRANSKAR | {Roll.INSATSANSVARIG}
ADMIN = frozenset({Roll.ADMINISTRATOR})
ALLA = frozenset(Roll)

Argument = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Adress:
    """`roller` get `kod`, other roles 404; `oppen` also for one who is not logged in."""

    namn: str
    roller: frozenset[Roll] = ALLA
    argument: Argument = field(default=lambda varld: {})
    kod: int = 200
    oppen: bool = False


def nyckel(modell: str) -> Argument:
    return lambda varld: {"pk": varld[modell]}


def fast(**argument: Any) -> Argument:
    return lambda varld: argument

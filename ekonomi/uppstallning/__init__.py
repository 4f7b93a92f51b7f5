"""Statements as data: the layout that an association writes, filled with its ledger. Pure."""

from ekonomi.uppstallning.berakna import Berakning, berakna
from ekonomi.uppstallning.las import UppstallningFel, las_uppstallning
from ekonomi.uppstallning.mall import Uppstallningsmall
from ekonomi.uppstallning.resultat import Cellresultat, Proveniens, Radresultat, Tabellresultat
from ekonomi.uppstallning.underlag import (
    Budgetrad,
    Kontounderlag,
    Personal,
    Saldorad,
    Tidigaretal,
    Underlag,
)

__all__ = [
    "Berakning",
    "Budgetrad",
    "Cellresultat",
    "Kontounderlag",
    "Personal",
    "Proveniens",
    "Radresultat",
    "Saldorad",
    "Tabellresultat",
    "Tidigaretal",
    "Underlag",
    "UppstallningFel",
    "Uppstallningsmall",
    "berakna",
    "las_uppstallning",
]

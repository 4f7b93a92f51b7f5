"""The economy's part of the folder, in reading order.

A ledger names accounts and blocks, a budget names them too.
"""

from ekonomi.imports.avgifter import (
    AVGIFTSFAKTUROR,
    AVGIFTSKONTON,
    AVGIFTSRATER,
    TILLDELNING,
)
from ekonomi.imports.budget import BUDGET
from ekonomi.imports.finansiella_mal import FINANSIELLA_MAL
from ekonomi.imports.kontoplan import KONTOPLAN, KOSTNADSBLOCK
from ekonomi.imports.personal import PERSONAL
from ekonomi.imports.prognos import PROGNOSER
from ekonomi.imports.scenarier import SCENARIER
from ekonomi.imports.sie import Siefiler
from ekonomi.imports.tidigare import TIDIGARE_VARDEN
from ekonomi.imports.uppstallning import Uppstallningsfiler
from finsam.mapp.delar import Mappdel

DELAR: tuple[Mappdel, ...] = (
    *(KONTOPLAN, KOSTNADSBLOCK, Uppstallningsfiler(), Siefiler()),
    *(BUDGET, PROGNOSER, PERSONAL, TIDIGARE_VARDEN),
    *(TILLDELNING, AVGIFTSRATER, AVGIFTSKONTON, AVGIFTSFAKTUROR),
    FINANSIELLA_MAL,
    SCENARIER,
)

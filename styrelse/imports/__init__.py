"""The boardroom's part of the folder, in the order in which it is read."""

from styrelse.imports.ansvarsfrihet import ANSVARSFRIHET
from styrelse.imports.arenden import ARENDEN, DELARENDEN
from styrelse.imports.arvoden import (
    ARVODESKORNINGAR,
    ARVODESRADER,
    ARVODESREGLEMENTEN,
    ARVODESSATSER,
    ERSATTNINGSKRAV,
)
from styrelse.imports.moten import ARSARENDEN, DAGORDNINGSMALLAR, MOTEN
from styrelse.imports.omedelbart import OMEDELBART
from styrelse.imports.protokoll import ATGARDER
from styrelse.imports.protokollsfiler import Protokolldel
from styrelse.imports.punkter import DELEGATIONSBESLUT, PUNKTER
from styrelse.imports.sammantrade import SAMMANTRADET
from styrelse.imports.samrad import SAMRADSDELTAGARE
from styrelse.imports.uppdrag import KANSLIROLLER, PERSONER, REVISORER, UPPDRAG

DELAR = (
    *(PERSONER, UPPDRAG, REVISORER, KANSLIROLLER, ANSVARSFRIHET),
    *(ARVODESREGLEMENTEN, ARVODESSATSER),
    *(DAGORDNINGSMALLAR, ARSARENDEN, MOTEN),
    *(ARENDEN, DELARENDEN),
    *(PUNKTER, DELEGATIONSBESLUT),
    *(*SAMMANTRADET, *OMEDELBART),
    SAMRADSDELTAGARE,
    *(ERSATTNINGSKRAV, ARVODESKORNINGAR, ARVODESRADER),
    # Last: they point at the decisions and §§ of the meetings.
    *(ATGARDER, Protokolldel()),
)

"""The insatser's part of the folder, in reading order."""

from insatser.imports.ansokningar import (
    ANSOKNINGAR,
    ANSOKNINGSMAL,
    ANSOKNINGSPOSTER,
    INSATSBESLUT,
)
from insatser.imports.insatser import INSATSBUDGET, INSATSER
from insatser.imports.mal import INSATSMAL, SLUTRAPPORTER

DELAR = (
    INSATSER,
    INSATSBUDGET,
    INSATSMAL,
    ANSOKNINGAR,
    ANSOKNINGSPOSTER,
    ANSOKNINGSMAL,
    INSATSBESLUT,
    SLUTRAPPORTER,
)

"""The insatser's part of the folder, in reading order."""

from insatser.imports.ansokningar import (
    ANSOKNINGAR,
    ANSOKNINGSMAL,
    ANSOKNINGSPOSTER,
    INSATSBESLUT,
)
from insatser.imports.beslutade_ar import BESLUTADE_AR
from insatser.imports.insatser import INSATSBUDGET, INSATSER
from insatser.imports.mal import INSATSMAL, SLUTRAPPORTER
from insatser.imports.medel import (
    AVVIKELSER,
    EXTERNA_PROJEKT,
    REKVISITIONER,
    REKVISITIONSPOSTER,
)

DELAR = (
    INSATSER,
    INSATSBUDGET,
    INSATSMAL,
    ANSOKNINGAR,
    ANSOKNINGSPOSTER,
    ANSOKNINGSMAL,
    INSATSBESLUT,
    BESLUTADE_AR,
    SLUTRAPPORTER,
    AVVIKELSER,
    REKVISITIONER,
    REKVISITIONSPOSTER,
    EXTERNA_PROJEKT,
)

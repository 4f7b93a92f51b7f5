from insatser.models.ansokan import (
    Ansokan,
    Ansokningsbilaga,
    Ansokningshandelse,
    Ansokningspost,
)
from insatser.models.avvikelse import Avvikelse
from insatser.models.beslut import Beslutsar, Insatsbeslut
from insatser.models.externt_projekt import ExterntProjekt
from insatser.models.insats import Insats, Insatsbudget
from insatser.models.mal import Ansokningsmal, Insatsmal
from insatser.models.rekvisition import (
    Rekvisition,
    Rekvisitionsbilaga,
    Rekvisitionshandelse,
    Rekvisitionspost,
)
from insatser.models.slutrapport import Slutrapport, Slutrapporthandelse

__all__ = [
    "Ansokan",
    "Ansokningsbilaga",
    "Ansokningshandelse",
    "Ansokningsmal",
    "Ansokningspost",
    "Avvikelse",
    "Beslutsar",
    "ExterntProjekt",
    "Insats",
    "Insatsbeslut",
    "Insatsbudget",
    "Insatsmal",
    "Rekvisition",
    "Rekvisitionsbilaga",
    "Rekvisitionshandelse",
    "Rekvisitionspost",
    "Slutrapport",
    "Slutrapporthandelse",
]

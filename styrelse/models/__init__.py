from styrelse.models.ansvarsfrihet import Ansvarsfrihet
from styrelse.models.arende import Arende, Arendebilaga, Delarende
from styrelse.models.arvode import (
    Arvodeskorning,
    Arvodesrad,
    Arvodesreglemente,
    Arvodessats,
    Ersattningskrav,
)
from styrelse.models.beslut import Atgard, Beslut, Delegationsbeslut
from styrelse.models.kalender import Kalenderadress
from styrelse.models.lasning import Lasanteckning, Lasplats
from styrelse.models.mote import Arsarende, Dagordningsmall, Mote
from styrelse.models.omedelbar import Omedelbarjustering, Paragrafunderskrift
from styrelse.models.paket import Motespaket, Mottagare, Paketbilaga
from styrelse.models.person import Kansliroll, Person, Revisor, Uppdrag
from styrelse.models.protokoll import Anslag, Justering, Protokoll
from styrelse.models.punkt import Paragraf, Punkt
from styrelse.models.sammantrade import Franvaro, Jav, Narvaro, Rost, Votering, Yttrande
from styrelse.models.samrad import Samradsdeltagare

__all__ = [
    "Anslag",
    "Ansvarsfrihet",
    "Arende",
    "Arendebilaga",
    "Arsarende",
    "Arvodeskorning",
    "Arvodesrad",
    "Arvodesreglemente",
    "Arvodessats",
    "Atgard",
    "Beslut",
    "Dagordningsmall",
    "Delarende",
    "Delegationsbeslut",
    "Ersattningskrav",
    "Franvaro",
    "Jav",
    "Justering",
    "Kalenderadress",
    "Kansliroll",
    "Lasanteckning",
    "Lasplats",
    "Mote",
    "Motespaket",
    "Mottagare",
    "Narvaro",
    "Omedelbarjustering",
    "Paketbilaga",
    "Paragraf",
    "Paragrafunderskrift",
    "Person",
    "Protokoll",
    "Punkt",
    "Revisor",
    "Rost",
    "Samradsdeltagare",
    "Uppdrag",
    "Votering",
    "Yttrande",
]

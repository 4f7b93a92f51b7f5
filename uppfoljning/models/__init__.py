from uppfoljning.models.deltagare import Deltagarantal
from uppfoljning.models.enkat import (
    Enkat,
    Enkatfraga,
    Enkatnyckel,
    Enkatomgang,
    Fritextsvar,
    Svarsrakning,
)
from uppfoljning.models.internkontroll import (
    Internkontrollplan,
    Kontrollmoment,
    Kontrollutforande,
    Stickprov,
    Stickprovspost,
)
from uppfoljning.models.kvartalsrapport import (
    Kvartalsrapport,
    Malutfall,
    Paminnelse,
    Rapportbilaga,
    Rapporthandelse,
    Rapportutkast,
)
from uppfoljning.models.mal import Aktivitet, Resultatmal, Verksamhetsmal

__all__ = [
    "Aktivitet",
    "Deltagarantal",
    "Enkat",
    "Enkatfraga",
    "Enkatnyckel",
    "Enkatomgang",
    "Fritextsvar",
    "Internkontrollplan",
    "Kontrollmoment",
    "Kontrollutforande",
    "Kvartalsrapport",
    "Malutfall",
    "Paminnelse",
    "Rapportbilaga",
    "Rapporthandelse",
    "Rapportutkast",
    "Resultatmal",
    "Stickprov",
    "Stickprovspost",
    "Svarsrakning",
    "Verksamhetsmal",
]

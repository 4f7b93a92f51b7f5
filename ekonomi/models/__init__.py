from ekonomi.models.avgift import Avgiftsfaktura, Avgiftskonto, Avgiftsrat, Tilldelning
from ekonomi.models.bokforing import Kontering, Rakenskapsar, Saldo, Sieuppgift, Verifikation
from ekonomi.models.budget import Budget, Budgetpost
from ekonomi.models.finansiellt_mal import FinansielltMal
from ekonomi.models.inlasning import Inlasning
from ekonomi.models.kontoplan import Dimension, Konto, Objekt, Uppstallning
from ekonomi.models.personal import Personalar
from ekonomi.models.prognos import Prognos, Prognospost
from ekonomi.models.scenario import Scenario, Scenariobilaga
from ekonomi.models.tidigare import TidigareVarde

__all__ = [
    "Avgiftsfaktura",
    "Avgiftskonto",
    "Avgiftsrat",
    "Budget",
    "Budgetpost",
    "Dimension",
    "FinansielltMal",
    "Inlasning",
    "Kontering",
    "Konto",
    "Objekt",
    "Personalar",
    "Prognos",
    "Prognospost",
    "Rakenskapsar",
    "Saldo",
    "Scenario",
    "Scenariobilaga",
    "Sieuppgift",
    "TidigareVarde",
    "Tilldelning",
    "Uppstallning",
    "Verifikation",
]

from ekonomi.models.bokforing import Kontering, Rakenskapsar, Saldo, Sieuppgift, Verifikation
from ekonomi.models.budget import Budget, Budgetpost, Personalar, Tilldelning
from ekonomi.models.inlasning import Inlasning
from ekonomi.models.kontoplan import Dimension, Konto, Objekt, Uppstallning

__all__ = [
    "Budget",
    "Budgetpost",
    "Dimension",
    "Inlasning",
    "Kontering",
    "Konto",
    "Objekt",
    "Personalar",
    "Rakenskapsar",
    "Saldo",
    "Sieuppgift",
    "Tilldelning",
    "Uppstallning",
    "Verifikation",
]

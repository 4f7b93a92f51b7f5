"""Closed lists of the insatser."""

from django.db.models import TextChoices


class Insatstyp(TextChoices):
    """What an insats works on. Förrehabiliterande is a flag: the documents use it as both."""

    INDIVID = "individ", "Individinsats"
    STRUKTUR = "struktur", "Strukturinsats"
    FORSTUDIE = "forstudie", "Förstudie"
    KOMPETENSHOJANDE = "kompetenshojande", "Kompetenshöjande insats"


class Maluppfyllelse(TextChoices):
    """How far an ended insats reached its goals, by its steering group's judgement."""

    EJ_BEDOMD = "ej_bedomd", "Ej bedömd"
    GOD = "god", "God"
    DELVIS = "delvis", "Delvis"
    LAG = "lag", "Låg"

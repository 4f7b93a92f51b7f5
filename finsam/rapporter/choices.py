"""The documents that the association makes."""

from django.db.models import TextChoices


class Rapportslag(TextChoices):
    """Slug of the document, as in addresses, commands and folders."""

    ARSREDOVISNING = "arsredovisning", "Årsredovisning"
    UPPFOLJNINGS_PM = "uppfoljnings-pm", "Uppföljnings-PM"


class Uppgiftsenhet(TextChoices):
    KR = "kr", "kr"
    TKR = "tkr", "tkr"
    PROCENT = "procent", "procent"
    ANTAL = "antal", "antal"

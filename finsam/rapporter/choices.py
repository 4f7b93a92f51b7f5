"""The documents that the association makes."""

from django.db.models import TextChoices


class Rapportslag(TextChoices):
    """Slug of the document, as in addresses, commands and folders."""

    ARSREDOVISNING = "arsredovisning", "Årsredovisning"
    DELARSRAPPORT = "delarsrapport", "Delårsrapport"
    TERTIALRAPPORT = "tertialrapport", "Tertialrapport"
    UPPFOLJNINGS_PM = "uppfoljnings-pm", "Uppföljnings-PM"
    BESLUTSUTRYMME = "beslutsutrymme", "Ekonomisk information"
    BUDGETUPPFOLJNING = "budgetuppfoljning", "Budgetuppföljning"
    MEDLEMSAVGIFTER = "medlemsavgifter", "Medlemsavgifter"
    INTERNKONTROLL = "internkontroll", "Uppföljning av internkontroll"
    MOTESPLAN = "motesplan", "Mötesplan"
    ANSVARSFRIHET = "ansvarsfrihet", "Ansvarsfrihet"


class Uppgiftsenhet(TextChoices):
    KR = "kr", "kr"
    TKR = "tkr", "tkr"
    PROCENT = "procent", "procent"
    ANTAL = "antal", "antal"

"""The boardroom's closed lists."""

from django.db.models import TextChoices


class Uppdragsroll(TextChoices):
    """Seats of the board, in the order in which they are listed."""

    ORDFORANDE = "ordforande", "ordförande"
    VICE_ORDFORANDE_1 = "vice_ordforande_1", "1:e vice ordförande"
    VICE_ORDFORANDE_2 = "vice_ordforande_2", "2:e vice ordförande"
    LEDAMOT = "ledamot", "ledamot"
    ERSATTARE = "ersattare", "ersättare"


class UtseddAv(TextChoices):
    KOMMUN_REGION = "kommun_region", "Kommuner och region"
    STAT = "stat", "Staten"

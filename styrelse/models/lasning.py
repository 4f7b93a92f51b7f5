"""What a reader has for themself: notes, and where they were. In no history and no export."""

from django.conf import settings
from django.db import models

from styrelse.models.arende import Arendebilaga
from styrelse.models.mote import Mote
from styrelse.models.punkt import Punkt


class Lasanteckning(models.Model):
    """A reader's own note on an item. Nobody else reads it: no list, log or file holds it.

    With `bilaga` it is on that annex of the item, as it stood in that meeting's papers.
    """

    punkt = models.ForeignKey(
        Punkt, on_delete=models.CASCADE, related_name="lasanteckningar", verbose_name="punkt"
    )
    bilaga = models.ForeignKey(
        Arendebilaga,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="bilaga",
        null=True,
        blank=True,
    )
    anvandare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lasanteckningar",
        verbose_name="användare",
    )
    text = models.TextField("anteckning", blank=True)
    andrad_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "egen anteckning"
        verbose_name_plural = "egna anteckningar"
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "anvandare"],
                condition=models.Q(bilaga__isnull=True),
                name="styrelse_lasanteckning_unik",
            ),
            models.UniqueConstraint(
                fields=["punkt", "bilaga", "anvandare"],
                condition=models.Q(bilaga__isnull=False),
                name="styrelse_lasanteckning_bilaga_unik",
            ),
        ]

    def __str__(self) -> str:
        return "Egen anteckning"


class Lasplats(models.Model):
    """Where a reader of a meeting's pack was last (styrelse/calculations/lasplats.py).

    `lasta` holds the keys of the items that the reader has opened, `lasta_bilagor` of the annexes.
    """

    mote = models.ForeignKey(
        Mote, on_delete=models.CASCADE, related_name="lasplatser", verbose_name="möte"
    )
    anvandare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="lasplatser",
        verbose_name="användare",
    )
    plats = models.CharField("plats", max_length=100)
    lasta = models.JSONField("lästa punkter", default=list, blank=True)
    lasta_bilagor = models.JSONField("lästa bilagor", default=list, blank=True)
    andrad_at = models.DateTimeField("ändrad", auto_now=True)

    class Meta:
        verbose_name = "läsplats"
        verbose_name_plural = "läsplatser"
        constraints = [
            models.UniqueConstraint(fields=["mote", "anvandare"], name="styrelse_lasplats_unik")
        ]

    def __str__(self) -> str:
        return self.plats

"""Figures from before the ledgers that are kept here."""

from django.db import models
from simple_history.models import HistoricalRecords

from finsam.fields import PeriodField
from finsam.querysets import SpardQuerySet


class TidigareVarde(models.Model):
    """What a row of the uppställning showed for a period that has no ledger here.

    In the row's base unit and sign: kr, a share 0-1 or a count. A year with a ledger never
    reads it.
    """

    period = PeriodField("period")
    rad = models.CharField("rad i uppställningen", max_length=60)
    varde = models.DecimalField("värde", max_digits=18, decimal_places=4)
    kalla = models.CharField("källa", max_length=200)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "tidigare värde"
        verbose_name_plural = "tidigare värden"
        ordering = ["-period", "rad"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "rad"],
                name="ekonomi_tidigarevarde_unikt",
                violation_error_message="Raden har redan ett värde för perioden.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rad} {self.period}"

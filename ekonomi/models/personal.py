"""The year's staff, for the key figures F3 and F4."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from finsam.querysets import SpardQuerySet


class Personalar(models.Model):
    """The year's staff, for the key figures F3 and F4."""

    verksamhetsar = models.PositiveSmallIntegerField("år", unique=True)
    heltidstjanster = models.DecimalField("heltidstjänster", max_digits=6, decimal_places=2)
    slutat = models.PositiveSmallIntegerField("slutat under året", default=0)
    bytt_tjanst = models.PositiveSmallIntegerField("bytt tjänst under året", default=0)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "personalår"
        verbose_name_plural = "personalår"
        ordering = ["-verksamhetsar"]
        constraints = [
            models.CheckConstraint(
                name="ekonomi_personalar_tjanster",
                condition=Q(heltidstjanster__gte=0),
                violation_error_message="Antalet heltidstjänster får inte vara negativt.",
            )
        ]

    def __str__(self) -> str:
        return f"Personal {self.verksamhetsar}"

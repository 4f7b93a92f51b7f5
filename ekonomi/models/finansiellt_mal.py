"""The board's financial goals of a year (god ekonomisk hushållning, KL 11:1 and 11:6)."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from ekonomi.choices import Jamforelse, Malmatt
from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet


class FinansielltMal(models.Model):
    """A goal that the accounts themselves answer: a measure, a limit and which side is right.

    `rad` and `namnare` name rows of the uppställning where the measure is one of them;
    `malvarde` is in kr or a share 0-1, as the measure says, and empty where it brings its own.
    """

    verksamhetsar = models.PositiveSmallIntegerField("år")
    ordning = models.PositiveSmallIntegerField("ordning", default=1)
    text = models.CharField("mål", max_length=300)
    matt = models.CharField("mått", max_length=20, choices=Malmatt)
    rad = models.CharField("rad i uppställningen", max_length=60, blank=True)
    namnare = models.CharField("rad att dela med", max_length=60, blank=True)
    jamforelse = models.CharField(
        "målet är nått", max_length=10, choices=Jamforelse, default=Jamforelse.MINST
    )
    malvarde = models.DecimalField(
        "målvärde", max_digits=16, decimal_places=4, null=True, blank=True
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "finansiellt mål"
        verbose_name_plural = "finansiella mål"
        ordering = ["-verksamhetsar", "ordning"]
        constraints = [
            bland_val("ekonomi_finansielltmal_matt", "matt", Malmatt),
            bland_val("ekonomi_finansielltmal_jamforelse", "jamforelse", Jamforelse),
            models.UniqueConstraint(
                fields=["verksamhetsar", "text"],
                name="ekonomi_finansielltmal_unikt",
                violation_error_message="Året har redan målet.",
            ),
            models.CheckConstraint(
                name="ekonomi_finansielltmal_rad",
                condition=~Q(matt__in=(Malmatt.RAD, Malmatt.ANDEL)) | ~Q(rad=""),
                violation_error_message="Ange raden i uppställningen som målet mäts på.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.verksamhetsar}"

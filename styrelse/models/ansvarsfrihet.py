"""Discharge: what each member has decided for each year (26 §)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.models import Medlem
from finsam.querysets import SpardQuerySet
from styrelse.choices import Ansvarsfrihetsutfall


class Ansvarsfrihet(models.Model):
    """One member's decision on the board's discharge for one year."""

    medlem = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="ansvarsfriheter", verbose_name="medlem"
    )
    verksamhetsar = models.PositiveSmallIntegerField("år")
    utfall = models.CharField("utfall", max_length=20, choices=Ansvarsfrihetsutfall)
    beslutad = models.DateField("beslutad")
    anmarkning = models.CharField("anmärkning", max_length=300, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "ansvarsfrihet"
        verbose_name_plural = "ansvarsfrihet"
        ordering = ["-verksamhetsar", "medlem__namn"]
        constraints = [
            bland_val("styrelse_ansvarsfrihet_utfall", "utfall", Ansvarsfrihetsutfall),
            models.UniqueConstraint(
                fields=["medlem", "verksamhetsar"],
                name="styrelse_ansvarsfrihet_unik",
                violation_error_message="Medlemmen har redan ett beslut för året.",
            ),
            models.CheckConstraint(
                name="styrelse_ansvarsfrihet_efter_aret",
                condition=Q(beslutad__year__gt=models.F("verksamhetsar")),
                violation_error_message="Ansvarsfrihet prövas först efter årets slut.",
            ),
            models.CheckConstraint(
                name="styrelse_ansvarsfrihet_skal",
                condition=Q(utfall=Ansvarsfrihetsutfall.BEVILJAD) | ~Q(anmarkning=""),
                violation_error_message="Skriv vad medlemmen har anmärkt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medlem} {self.verksamhetsar}: {self.get_utfall_display()}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:ansvarsfrihet_update", args=[self.pk])

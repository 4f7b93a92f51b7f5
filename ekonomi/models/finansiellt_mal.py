"""The board's financial goals of a year (god ekonomisk hushållning, KL 11:1 and 11:6)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Jamforelse, Malmatt
from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet

# Measured by a row that the goal names; the others bring their own row and limit.
MED_RAD = (Malmatt.RAD, Malmatt.RAD_BUDGET, Malmatt.ANDEL)
# Which side of its limit such a measure is right on.
RATT_SIDA = {Malmatt.RESULTAT_BUDGET: Jamforelse.MINST, Malmatt.KAPITAL_TAK: Jamforelse.HOGST}


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
                condition=~Q(matt__in=MED_RAD) | ~Q(rad=""),
                violation_error_message="Ange raden i uppställningen som målet mäts på.",
            ),
            models.CheckConstraint(
                name="ekonomi_finansielltmal_namnare",
                condition=Q(matt=Malmatt.ANDEL) ^ Q(namnare=""),
                violation_error_message="Ange raden att dela med när måttet är en andel, och bara "
                "då.",
            ),
            models.CheckConstraint(
                name="ekonomi_finansielltmal_malvarde",
                condition=~Q(matt__in=MED_RAD) | Q(malvarde__isnull=False),
                violation_error_message="Ange målvärdet.",
            ),
            models.CheckConstraint(
                name="ekonomi_finansielltmal_eget_matt",
                condition=Q(matt__in=MED_RAD) | Q(rad="", malvarde__isnull=True),
                violation_error_message="Måttet har sin egen rad och sitt eget målvärde. Lämna "
                "dem tomma.",
            ),
            models.CheckConstraint(
                name="ekonomi_finansielltmal_sida",
                condition=~(
                    Q(matt=Malmatt.RESULTAT_BUDGET, jamforelse=Jamforelse.HOGST)
                    | Q(matt=Malmatt.KAPITAL_TAK, jamforelse=Jamforelse.MINST)
                ),
                violation_error_message="Resultatet ska vara minst det budgeterade, eget kapital "
                "högst trappans tak.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return f"{reverse('ekonomi:finansielltmal_list')}?ar={self.verksamhetsar}"

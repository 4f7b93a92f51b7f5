"""Projects that others pay for and the association helped to get."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import datum_i_ordning
from finsam.fields import KronorField
from finsam.querysets import TidsspannQuerySet
from insatser.models.insats import Insats


class ExterntProjekt(models.Model):
    """A project with external money: who pays, how much (kr) and who takes part."""

    namn = models.CharField("namn", max_length=200, unique=True)
    finansiar = models.CharField("finansiär", max_length=200)
    belopp = KronorField("beviljat belopp, kr")
    ungefarligt = models.BooleanField("ungefärligt belopp", default=False)
    aktorer = models.TextField("deltagande aktörer", blank=True)
    fran = models.DateField("från")
    tom = models.DateField("till och med", null=True, blank=True)
    insats = models.ForeignKey(
        Insats,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="externa_projekt",
        verbose_name="insats",
        help_text="Insatsen som hjälpt projektet till finansiering.",
    )
    history = HistoricalRecords()

    objects = TidsspannQuerySet.as_manager()

    class Meta:
        verbose_name = "externt projekt"
        verbose_name_plural = "externa projekt"
        ordering = ["fran", "pk"]
        constraints = [
            datum_i_ordning("insatser_externtprojekt_datum", "fran", "tom"),
            models.CheckConstraint(
                name="insatser_externtprojekt_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Beloppet får inte vara negativt.",
            ),
        ]

    def __str__(self) -> str:
        return self.namn

    @property
    def adress(self) -> str:
        """Its form, the only page it has: for those who may change it."""
        return reverse("insatser:externt_projekt_update", args=[self.pk])

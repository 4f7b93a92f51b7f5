"""Accounts, dimensions and the layout of the statements: all of it data."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Kontotyp
from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet

DIMENSION_KOSTNADSBLOCK = 1
DIMENSION_PROJEKT = 6


class Konto(models.Model):
    """An account of the plan of accounts."""

    nummer = models.CharField(
        "kontonummer",
        max_length=10,
        unique=True,
        validators=[RegexValidator(r"^\d+$", "Ange siffror.")],
    )
    namn = models.CharField("namn", max_length=120)
    kontotyp = models.CharField("typ", max_length=1, choices=Kontotyp)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "konto"
        verbose_name_plural = "konton"
        ordering = ["nummer"]
        constraints = [bland_val("ekonomi_konto_typ", "kontotyp", Kontotyp)]

    def __str__(self) -> str:
        return f"{self.nummer} {self.namn}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:konto_detail", args=[self.nummer])


class Dimension(models.Model):
    """A dimension of SIE: 1 is the cost block, 6 the projekt (insats); others are kept as is."""

    nummer = models.PositiveSmallIntegerField("nummer", unique=True)
    namn = models.CharField("namn", max_length=80)
    overordnad = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, verbose_name="överordnad dimension"
    )

    class Meta:
        verbose_name = "dimension"
        verbose_name_plural = "dimensioner"
        ordering = ["nummer"]

    def __str__(self) -> str:
        return f"{self.nummer} {self.namn}"


class Objekt(models.Model):
    """An object of a dimension: a cost block, a project."""

    dimension = models.ForeignKey(
        Dimension, on_delete=models.PROTECT, related_name="objekt", verbose_name="dimension"
    )
    kod = models.CharField("kod", max_length=20)
    namn = models.CharField("namn", max_length=120, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "objekt"
        verbose_name_plural = "objekt"
        ordering = ["dimension__nummer", "kod"]
        constraints = [
            models.UniqueConstraint(
                fields=["dimension", "kod"],
                name="ekonomi_objekt_unikt",
                violation_error_message="Koden finns redan i dimensionen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kod} {self.namn}".strip()


class Uppstallning(models.Model):
    """The layout of every statement, note and economic table from a year on, as TOML.

    Line order, headings, notes and blocks differ between associations and between years, so they
    are kept as the text that came in; ekonomi/uppstallning/ reads it.
    """

    giltig_fran = models.PositiveSmallIntegerField("gäller från och med år", unique=True)
    innehall = models.TextField("innehåll (TOML)")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "uppställning"
        verbose_name_plural = "uppställningar"
        ordering = ["giltig_fran"]

    def __str__(self) -> str:
        return f"Uppställning från {self.giltig_fran}"

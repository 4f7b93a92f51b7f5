"""Budget, allocation from the members, and the year's staff figures."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Avgiftsstatus, Budgetstatus
from ekonomi.models.kontoplan import Konto, Objekt
from finsam.constraints import bland_val
from finsam.fields import KronorField
from finsam.querysets import SpardQuerySet
from insatser.models import Insats


class Budget(models.Model):
    """One version of a year's budget (23 §)."""

    verksamhetsar = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    status = models.CharField(
        "status", max_length=12, choices=Budgetstatus, default=Budgetstatus.FORSLAG
    )
    beslutad = models.DateField("beslutad", null=True, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "budget"
        verbose_name_plural = "budgetar"
        ordering = ["-verksamhetsar", "-version"]
        constraints = [
            bland_val("ekonomi_budget_status", "status", Budgetstatus),
            models.UniqueConstraint(
                fields=["verksamhetsar", "version"],
                name="ekonomi_budget_unik",
                violation_error_message="Versionen finns redan för året.",
            ),
            models.CheckConstraint(
                name="ekonomi_budget_beslut",
                condition=Q(status=Budgetstatus.FORSLAG) | Q(beslutad__isnull=False),
                violation_error_message="Ange dagen då budgeten beslutades.",
            ),
        ]

    def __str__(self) -> str:
        return f"Budget {self.verksamhetsar}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:budget_detail", args=[self.pk])


class Budgetpost(models.Model):
    """A budgeted amount on an account, with cost block or insats where it has one.

    Sign as in print: income positive, costs negative, in kr.
    """

    budget = models.ForeignKey(
        Budget, on_delete=models.CASCADE, related_name="poster", verbose_name="budget"
    )
    konto = models.ForeignKey(
        Konto, on_delete=models.PROTECT, related_name="+", verbose_name="konto"
    )
    kostnadsblock = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kostnadsblock",
    )
    insats = models.ForeignKey(
        Insats,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="budgetposter",
        verbose_name="insats",
    )
    belopp = KronorField("belopp, kr")
    kommentar = models.CharField("kommentar", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "budgetpost"
        verbose_name_plural = "budgetposter"
        ordering = ["budget", "konto__nummer", "pk"]
        constraints = [
            # Coalesce, since SQLite has no unique constraint where two nulls are the same.
            models.UniqueConstraint(
                "budget",
                "konto",
                Coalesce("kostnadsblock", 0),
                Coalesce("insats", 0),
                name="ekonomi_budgetpost_unik",
                violation_error_message="Posten för konto, block och insats finns redan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.budget} {self.konto}"


class Tilldelning(models.Model):
    """What the members give in a year, all parts together, in kr (5 §; F7)."""

    verksamhetsar = models.PositiveSmallIntegerField("år", unique=True)
    belopp = KronorField("tilldelning, kr")
    status = models.CharField(
        "status", max_length=12, choices=Avgiftsstatus, default=Avgiftsstatus.PRELIMINAR
    )
    folkmangd_datum = models.DateField(
        "folkmängd per",
        null=True,
        blank=True,
        help_text="Dagen vars folkmängd fördelar kommunernas del, normalt 1 november året före.",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "tilldelning"
        verbose_name_plural = "tilldelningar"
        ordering = ["-verksamhetsar"]
        constraints = [
            bland_val("ekonomi_tilldelning_status", "status", Avgiftsstatus),
            models.CheckConstraint(
                name="ekonomi_tilldelning_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Tilldelningen får inte vara negativ.",
            ),
        ]

    def __str__(self) -> str:
        return f"Tilldelning {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:tilldelning_detail", args=[self.verksamhetsar])


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

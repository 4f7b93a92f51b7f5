"""The association's own goals, and the activities that count towards some of them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from uppfoljning.choices import Aktivitetsform, Indikator, Malenhet, Riktning


class Verksamhetsmal(models.Model):
    """A goal of the year's plan; its resultatmål say how it is measured."""

    verksamhetsar = models.PositiveSmallIntegerField("år")
    nr = models.PositiveSmallIntegerField("nummer")
    text = models.TextField("mål")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "mål för verksamheten"
        verbose_name_plural = "mål för verksamheten"
        ordering = ["-verksamhetsar", "nr"]
        constraints = [
            models.UniqueConstraint(
                fields=["verksamhetsar", "nr"],
                name="uppfoljning_verksamhetsmal_nr",
                violation_error_message="Året har redan ett mål med det numret.",
            )
        ]

    def __str__(self) -> str:
        return f"Mål {self.nr} {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:verksamhetsmal_detail", args=[self.pk])


class Resultatmal(models.Model):
    """What is to be reached: at least or at most `malvarde` (per cent as 35, or a count).

    The outcome is the figure that the indicator names, or `eget_utfall` where it is EGEN.
    """

    mal = models.ForeignKey(
        Verksamhetsmal, on_delete=models.CASCADE, related_name="resultatmalen", verbose_name="mål"
    )
    ordning = models.PositiveSmallIntegerField("ordning", default=1)
    text = models.TextField("resultatmål")
    indikator = models.CharField(
        "indikator", max_length=30, choices=Indikator, default=Indikator.EGEN
    )
    riktning = models.CharField("riktning", max_length=10, choices=Riktning, default=Riktning.MINST)
    malvarde = models.DecimalField("målvärde", max_digits=12, decimal_places=2)
    enhet = models.CharField("enhet", max_length=10, choices=Malenhet, default=Malenhet.PROCENT)
    uppfoljning = models.TextField("hur målet följs upp", blank=True)
    eget_utfall = models.DecimalField(
        "eget utfall", max_digits=12, decimal_places=2, null=True, blank=True
    )
    kommentar = models.TextField("kommentar till utfallet", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "resultatmål"
        verbose_name_plural = "resultatmål"
        ordering = ["mal", "ordning"]
        constraints = [
            bland_val("uppfoljning_resultatmal_indikator", "indikator", Indikator),
            bland_val("uppfoljning_resultatmal_riktning", "riktning", Riktning),
            bland_val("uppfoljning_resultatmal_enhet", "enhet", Malenhet),
            models.UniqueConstraint(
                fields=["mal", "ordning"],
                name="uppfoljning_resultatmal_ordning",
                violation_error_message="Två resultatmål har samma ordning.",
            ),
            models.CheckConstraint(
                name="uppfoljning_resultatmal_eget",
                condition=Q(indikator=Indikator.EGEN) | Q(eget_utfall__isnull=True),
                violation_error_message="Utfallet hämtas ur systemet; ange inget eget.",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Aktivitet(models.Model):
    """A competence activity or network meeting, with how many took part."""

    datum = models.DateField("datum")
    titel = models.CharField("titel", max_length=200)
    form = models.CharField("form", max_length=20, choices=Aktivitetsform)
    kvinnor = models.PositiveIntegerField("kvinnor", default=0)
    man = models.PositiveIntegerField("män", default=0)
    okant = models.PositiveIntegerField("okänt kön", default=0)
    kommentar = models.TextField("kommentar", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["-datum", "titel"]
        constraints = [
            bland_val("uppfoljning_aktivitet_form", "form", Aktivitetsform),
            models.UniqueConstraint(
                fields=["datum", "titel"],
                name="uppfoljning_aktivitet_unik",
                violation_error_message="Aktiviteten finns redan den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} {self.datum}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:aktivitet_update", args=[self.pk])

"""Forecast: what the year is thought to end at, told in dated versions."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Prognosstatus
from ekonomi.models.arspost import Arspost, unik_post
from finsam.constraints import bland_val
from finsam.fields import SigneradAv
from finsam.querysets import SpardQuerySet


class Prognos(models.Model):
    """One version of a year's forecast; one that is laid down is kept as it is.

    `utfall_tom` is the last day whose outcome it builds on, None when it builds on none.
    """

    verksamhetsar = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    status = models.CharField(
        "status", max_length=12, choices=Prognosstatus, default=Prognosstatus.UTKAST
    )
    upprattad = models.DateField("upprättad")
    utfall_tom = models.DateField("utfall till och med", null=True, blank=True)
    kommentar = models.TextField("kommentar", blank=True)
    faststalld_av = SigneradAv("lagd av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "prognos"
        verbose_name_plural = "prognoser"
        ordering = ["-verksamhetsar", "-version"]
        constraints = [
            bland_val("ekonomi_prognos_status", "status", Prognosstatus),
            models.UniqueConstraint(
                fields=["verksamhetsar", "version"],
                name="ekonomi_prognos_unik",
                violation_error_message="Versionen finns redan för året.",
            ),
            models.CheckConstraint(
                name="ekonomi_prognos_utfall",
                condition=Q(utfall_tom__isnull=True) | Q(utfall_tom__lte=F("upprattad")),
                violation_error_message="Prognosen kan inte bygga på utfall efter dagen då den "
                "upprättades.",
            ),
        ]

    def __str__(self) -> str:
        return f"Prognos {self.verksamhetsar}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:prognos_detail", args=[self.pk])

    @property
    def last(self) -> bool:
        """Whether it is laid down, and so never changed."""
        return self.status == Prognosstatus.LAGD


class Prognospost(Arspost):
    """What a line is thought to end at for the whole year, and why it leaves the budget."""

    prognos = models.ForeignKey(
        Prognos, on_delete=models.CASCADE, related_name="poster", verbose_name="prognos"
    )
    kommentar = models.TextField("kommentar till avvikelsen", blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "prognospost"
        verbose_name_plural = "prognosposter"
        ordering = ["prognos", "konto__nummer", "pk"]
        constraints = [unik_post("prognos", "ekonomi_prognospost_unik")]

    def __str__(self) -> str:
        return f"{self.prognos} {self.konto}"

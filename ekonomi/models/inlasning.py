"""The act of reading a ledger file, as one row of the history."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.querysets import SpardQuerySet


class Inlasning(models.Model):
    """One reading of one year's SIE file; a re-reading points at the one it replaces."""

    rakenskapsar = models.ForeignKey(
        "ekonomi.Rakenskapsar",
        on_delete=models.PROTECT,
        related_name="inlasningar",
        verbose_name="räkenskapsår",
    )
    filnamn = models.CharField("fil", max_length=200)
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    teckenkodning = models.CharField("teckenkodning", max_length=20)
    inlast_at = models.DateTimeField("inläst", auto_now_add=True)
    inlast_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, verbose_name="inläst av"
    )
    antal_verifikationer = models.PositiveIntegerField("verifikationer")
    antal_konteringar = models.PositiveIntegerField("konteringar")
    # A file of vouchers only (4I) adds to the year; any other replaces it.
    tillagg = models.BooleanField("tillägg", default=False)
    anmarkningar = models.JSONField("anmärkningar", default=list, blank=True)
    ersatter = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ersatt_av",
        verbose_name="ersätter",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "inläsning"
        verbose_name_plural = "inläsningar"
        ordering = ["-inlast_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.filnamn} {timezone.localtime(self.inlast_at):%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:inlasning_detail", args=[self.pk])

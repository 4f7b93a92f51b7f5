"""A secret address where somebody's calendar fetches the meetings."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from finsam.querysets import SpardQuerySet


class Kalenderadress(models.Model):
    """One address; only the hash of its secret is kept, so that nobody can read it here.

    A revoked address answers as one that never was.
    """

    anvandare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="kalenderadresser",
        verbose_name="användare",
    )
    namn = models.CharField("namn", max_length=80, help_text="Till exempel Telefonen.")
    hemlighet = models.CharField("hemlighetens kontrollsumma", max_length=64, unique=True)
    skapad_at = models.DateTimeField("skapad", auto_now_add=True)
    aterkallad_at = models.DateTimeField("återkallad", null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["hemlighet"])

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "kalenderadress"
        verbose_name_plural = "kalenderadresser"
        ordering = ["-skapad_at"]

    def __str__(self) -> str:
        return self.namn

"""The sealed log: one row per created, changed or deleted business row, chained by hash."""

from django.conf import settings
from django.db import models

from finsam.choices import Handelseslag, Handelsevag
from finsam.constraints import bland_val


class SigillQuerySet(models.QuerySet["Sigill"]):
    def om(self, objekt: models.Model) -> "SigillQuerySet":
        """What has happened to one row."""
        return self.filter(tabell=objekt._meta.label_lower, objekt_id=objekt.pk)


class Sigill(models.Model):
    """What happened to a row, as it was then. Never changed: see finsam/sigill.py."""

    tid = models.DateTimeField("tid")
    tabell = models.CharField("slag", max_length=60)
    objekt_id = models.BigIntegerField("nummer")
    objekt = models.CharField("vad", max_length=200)
    handelse = models.CharField("händelse", max_length=1, choices=Handelseslag)
    anvandare = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="sigill",
        verbose_name="vem",
    )
    vag = models.CharField("väg", max_length=10, choices=Handelsevag)
    skal = models.CharField("skäl", max_length=300, blank=True)
    # The row of the history table, and every field's value as text.
    historikrad = models.BigIntegerField("historikrad")
    falt = models.JSONField("fält")
    forra = models.CharField("föregående sigill", max_length=64, unique=True)
    hash = models.CharField("sigill (SHA-256)", max_length=64, unique=True)

    objects = SigillQuerySet.as_manager()

    class Meta:
        verbose_name = "händelse"
        verbose_name_plural = "historik"
        ordering = ["-pk"]
        constraints = [
            bland_val("finsam_sigill_handelse", "handelse", Handelseslag),
            bland_val("finsam_sigill_vag", "vag", Handelsevag),
            models.UniqueConstraint(
                fields=["tabell", "historikrad"],
                name="finsam_sigill_en_per_rad",
                violation_error_message="Händelsen är redan sigillerad.",
            ),
        ]
        indexes = [models.Index(fields=["tabell", "objekt_id"], name="finsam_sigill_objekt")]

    def __str__(self) -> str:
        return f"{self.get_handelse_display()}: {self.objekt}"

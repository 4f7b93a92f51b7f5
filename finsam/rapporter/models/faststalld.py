"""What the board decided: stored for good, corrected only by a new version."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from finsam.rapporter.choices import Rapportslag


class FaststalldRapport(models.Model):
    """The version of a document that the board fastställde: report object, PDF and their hash."""

    slag = models.CharField("dokument", max_length=30, choices=Rapportslag)
    period = models.CharField("period", max_length=10)
    version = models.PositiveSmallIntegerField("version")
    innehall = models.JSONField("rapportens innehåll")
    pdf = models.BinaryField("PDF")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    faststalld_at = models.DateTimeField("fastställd", auto_now_add=True)
    faststalld_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="fastställd av"
    )
    beslutsdatum = models.DateField("beslutsdatum", help_text="Dagen för styrelsens beslut.")
    beslut = models.CharField(
        "paragraf",
        max_length=120,
        validators=[RegexValidator(r"§\s*\d", "Ange paragrafen i protokollet, till exempel § 12.")],
        help_text="Paragrafen i styrelsens protokoll, till exempel § 12.",
    )
    ersatter = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ersatt_av",
        verbose_name="ersätter",
    )
    skal = models.CharField("skäl till rättelse", max_length=300, blank=True)
    # The document itself is bound to the log by its hash.
    history = HistoricalRecords(excluded_fields=["innehall", "pdf"])

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "fastställd rapport"
        verbose_name_plural = "fastställda rapporter"
        ordering = ["slag", "period", "-version"]
        constraints = [
            bland_val("rapporter_faststalld_slag", "slag", Rapportslag),
            models.UniqueConstraint(
                fields=["slag", "period", "version"],
                name="rapporter_faststalld_version",
                violation_error_message="Versionen finns redan.",
            ),
            models.CheckConstraint(
                name="rapporter_faststalld_rattelse",
                condition=Q(ersatter__isnull=True) | ~Q(skal=""),
                violation_error_message="Ange varför den tidigare versionen rättas.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.period}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("rapporter:faststalld_detail", args=[self.pk])

    @property
    def beslutat(self) -> str:
        """The decision in words: "2025-03-14, § 12"."""
        return f"{self.beslutsdatum}, {self.beslut}"


class Undantag(models.Model):
    """A red kontroll that somebody let pass, by name and with a reason; it is printed."""

    slag = models.CharField("dokument", max_length=30, choices=Rapportslag)
    period = models.CharField("period", max_length=10)
    kontroll = models.CharField("kontroll", max_length=120)
    skal = models.CharField("skäl", max_length=300)
    beviljat_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name="beviljat av"
    )
    beviljat_at = models.DateTimeField("beviljat", auto_now_add=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "undantag"
        verbose_name_plural = "undantag"
        ordering = ["slag", "period", "kontroll"]
        constraints = [
            bland_val("rapporter_undantag_slag", "slag", Rapportslag),
            models.UniqueConstraint(
                fields=["slag", "period", "kontroll"],
                name="rapporter_undantag_unikt",
                violation_error_message="Kontrollen har redan ett undantag.",
            ),
            models.CheckConstraint(
                name="rapporter_undantag_skal",
                condition=~Q(skal=""),
                violation_error_message="Ange ett skäl.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kontroll} ({self.get_slag_display()} {self.period})"

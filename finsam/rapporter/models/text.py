"""The association's own words and the figures that no other room holds."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from finsam.rapporter.choices import Rapportslag, Uppgiftsenhet


class Textblock(models.Model):
    """The narrative of one section of one document: Markdown with figure placeholders."""

    slag = models.CharField("dokument", max_length=30, choices=Rapportslag)
    period = models.CharField("period", max_length=10)
    avsnitt = models.SlugField("avsnitt", max_length=60)
    innehall = models.TextField("text", blank=True)
    # Two writers: the second is told when the version they started from is no longer the newest.
    version = models.PositiveIntegerField("version", default=1)
    andrad_at = models.DateTimeField("ändrad", auto_now=True)
    andrad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="ändrad av",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "text"
        verbose_name_plural = "texter"
        ordering = ["slag", "period", "avsnitt"]
        constraints = [
            bland_val("rapporter_textblock_slag", "slag", Rapportslag),
            models.UniqueConstraint(
                fields=["slag", "period", "avsnitt"],
                name="rapporter_textblock_unikt",
                violation_error_message="Avsnittet har redan en text.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.period}: {self.avsnitt}"


class Textutkast(models.Model):
    """What somebody has typed and not saved: theirs alone, no part of any document.

    It is no record of what was decided, so it leaves no history.
    """

    slag = models.CharField("dokument", max_length=30, choices=Rapportslag)
    period = models.CharField("period", max_length=10)
    avsnitt = models.SlugField("avsnitt", max_length=60)
    anvandare = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, verbose_name="användare"
    )
    innehall = models.TextField("text", blank=True)
    # The version of the section's text that the draft started from, 0 when there was none.
    grundversion = models.PositiveIntegerField("utgår från version", default=0)
    sparad_at = models.DateTimeField("sparat", auto_now=True)

    class Meta:
        verbose_name = "textutkast"
        verbose_name_plural = "textutkast"
        ordering = ["slag", "period", "avsnitt", "anvandare"]
        constraints = [
            bland_val("rapporter_textutkast_slag", "slag", Rapportslag),
            models.UniqueConstraint(
                fields=["slag", "period", "avsnitt", "anvandare"],
                name="rapporter_textutkast_unikt",
                violation_error_message="Du har redan ett utkast till avsnittet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.period}: {self.avsnitt}, utkast"


class Uppgift(models.Model):
    """A named figure that comes from outside the system, entered once with its source."""

    period = models.CharField("period", max_length=10)
    namn = models.CharField(
        "namn",
        max_length=60,
        validators=[RegexValidator(r"^[a-z][a-z0-9_]*$", "Använd a–z, 0–9 och understreck.")],
        help_text="Så skrivs siffran i texten, till exempel {arbetsloshet_lan}.",
    )
    varde = models.DecimalField("värde", max_digits=16, decimal_places=4)
    enhet = models.CharField("enhet", max_length=10, choices=Uppgiftsenhet)
    beskrivning = models.CharField("beskrivning", max_length=200)
    kalla = models.CharField("källa", max_length=200)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "uppgift"
        verbose_name_plural = "uppgifter"
        ordering = ["period", "namn"]
        constraints = [
            bland_val("rapporter_uppgift_enhet", "enhet", Uppgiftsenhet),
            models.UniqueConstraint(
                fields=["period", "namn"],
                name="rapporter_uppgift_unik",
                violation_error_message="Uppgiften finns redan för perioden.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.namn} {self.period}"

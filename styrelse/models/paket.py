"""What has been sent to a meeting: kept for good, added to but never replaced."""

from typing import Self

from django.db import models
from django.db.models import Count
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.fields import SigneradAv
from finsam.models.bilaga import bilagelager, lagringsnamn
from finsam.querysets import SpardQuerySet
from styrelse.models.arende import Arendebilaga
from styrelse.models.mote import Mote
from styrelse.models.person import Person


class MotespaketQuerySet(SpardQuerySet["Motespaket"]):
    def i_korthet(self) -> Self:
        """Without the papers themselves, and with `antal_mottagare`: for pages that name them."""
        return self.defer("innehall").annotate(antal_mottagare=Count("mottagare"))


class Motespaket(models.Model):
    """The pack as it was sent: number 1 is the notice, later ones hold only what has been added.

    `innehall` is the pack as data (styrelse/calculations/handlingar.py), which the reading view
    shows; `fil` is the same as one PDF. `sha256` is of the PDF.
    """

    # The database itself refuses to change or remove a row (finsam.triggers).
    skrivs_en_gang = True

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="paket", verbose_name="möte"
    )
    nummer = models.PositiveSmallIntegerField("utskick")
    innehall = models.JSONField("paketets innehåll")
    fil = models.FileField("PDF", storage=bilagelager, upload_to=lagringsnamn, max_length=200)
    storlek = models.PositiveIntegerField("storlek, byte")
    sidor = models.PositiveIntegerField("sidor")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    # Not auto_now_add: a pack that comes back from the folder keeps its moment.
    skickat_at = models.DateTimeField("skickat", default=timezone.now, editable=False)
    skickat_av = SigneradAv("skickat av", null=True)
    # The pack itself is bound to the log by its hash.
    history = HistoricalRecords(excluded_fields=["innehall"])

    objects = MotespaketQuerySet.as_manager()

    class Meta:
        verbose_name = "möteshandlingar"
        verbose_name_plural = "möteshandlingar"
        ordering = ["mote", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["mote", "nummer"],
                name="styrelse_motespaket_unikt",
                violation_error_message="Handlingarna är redan skickade.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.namn}, {self.mote}"

    @property
    def namn(self) -> str:
        return "Kallelse" if self.nummer == 1 else f"Tilläggshandlingar {self.nummer - 1}"


class Paketbilaga(models.Model):
    """An annex as it went out in a pack: its number, and its pages there, counted from 1."""

    skrivs_en_gang = True

    paket = models.ForeignKey(
        Motespaket, on_delete=models.PROTECT, related_name="bilagor", verbose_name="handlingar"
    )
    bilaga = models.ForeignKey(
        Arendebilaga, on_delete=models.PROTECT, related_name="utskick", verbose_name="bilaga"
    )
    nummer = models.CharField("bilaga nr", max_length=10)
    forsta_sida = models.PositiveIntegerField("första sida")
    sidor = models.PositiveIntegerField("sidor")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "utskickad bilaga"
        verbose_name_plural = "utskickade bilagor"
        ordering = ["paket", "forsta_sida"]
        constraints = [
            models.UniqueConstraint(
                fields=["paket", "bilaga"],
                name="styrelse_paketbilaga_unik",
                violation_error_message="Bilagan ingår redan.",
            )
        ]

    def __str__(self) -> str:
        return f"Bilaga {self.nummer}"


class Mottagare(models.Model):
    """Whom a pack was sent to, with the address that was used and how it went."""

    # One for each reader, several times each: what was sent says enough on the start page.
    bara_i_loggen = True

    paket = models.ForeignKey(
        Motespaket, on_delete=models.PROTECT, related_name="mottagare", verbose_name="handlingar"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="utskick", verbose_name="person"
    )
    epost = models.EmailField("e-postadress", blank=True)
    skickat_at = models.DateTimeField("skickat", null=True, blank=True)
    fel = models.CharField("fel", max_length=300, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "mottagare"
        verbose_name_plural = "mottagare"
        ordering = ["paket", "person__namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["paket", "person"],
                name="styrelse_mottagare_unik",
                violation_error_message="Personen är redan mottagare.",
            )
        ]

    def __str__(self) -> str:
        return str(self.person)

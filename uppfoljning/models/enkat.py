"""Surveys, anonymous by construction: nothing ties an answer, or a key, to who was asked.

An answered questionnaire is never kept as one: each mark adds one to a counter, each text is a row
of its own. So that not even the order or the database's own bookkeeping of rows tells who answered
what, every answer writes all keys, counters and texts of its round anew (actions/enkatsvar.py).
"""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.querysets import SpardQuerySet
from finsam.statusord import Statusord
from uppfoljning.choices import Skala


class Enkat(models.Model):
    """A questionnaire, asked in one or more rounds."""

    titel = models.CharField("titel", max_length=200, unique=True)
    ingress = models.TextField("inledning", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "enkät"
        verbose_name_plural = "enkäter"
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:enkat_detail", args=[self.pk])


class Enkatfraga(models.Model):
    enkat = models.ForeignKey(
        Enkat, on_delete=models.CASCADE, related_name="fragor", verbose_name="enkät"
    )
    ordning = models.PositiveSmallIntegerField("ordning", default=1)
    text = models.TextField("fråga")
    skala = models.CharField("svar", max_length=20, choices=Skala)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "fråga"
        verbose_name_plural = "frågor"
        ordering = ["enkat", "ordning"]
        constraints = [
            bland_val("uppfoljning_enkatfraga_skala", "skala", Skala),
            models.UniqueConstraint(
                fields=["enkat", "ordning"],
                name="uppfoljning_enkatfraga_ordning",
                violation_error_message="Två frågor har samma ordning.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.enkat.get_absolute_url()

    @property
    def beteckning(self) -> str:
        """How files name the question: "Samverkan: 3"."""
        return f"{self.enkat}: {self.ordning}"


class Omgangslage(Statusord):
    """Where a round stands: colour (components/status.html) and word."""

    EJ_SKICKAD = ("varning", "Ej skickad")
    KOMMANDE = ("info", "Skickad, öppnar senare")
    OPPEN = ("ok", "Öppen")
    STANGD = ("", "Stängd")


class Enkatomgang(models.Model):
    """A round: when the questionnaire is open, and to how many it was sent."""

    enkat = models.ForeignKey(
        Enkat, on_delete=models.PROTECT, related_name="omgangar", verbose_name="enkät"
    )
    namn = models.CharField("namn", max_length=100, help_text="Till exempel ”hösten 2024”.")
    oppnar = models.DateField("öppnar")
    stanger = models.DateField("stänger")
    antal_utskick = models.PositiveIntegerField("antal utskick", default=0)
    sammanfattning = models.TextField(
        "sammanfattning till styrelsen",
        blank=True,
        help_text="Med egna ord, utan att någon som svarat kan kännas igen.",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "enkätomgång"
        verbose_name_plural = "enkätomgångar"
        ordering = ["enkat", "oppnar"]
        constraints = [
            datum_i_ordning("uppfoljning_enkatomgang_datum", "oppnar", "stanger"),
            models.UniqueConstraint(
                fields=["enkat", "namn"],
                name="uppfoljning_enkatomgang_namn",
                violation_error_message="Enkäten har redan en omgång med det namnet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enkat}, {self.namn}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:enkatomgang_detail", args=[self.pk])

    @property
    def beteckning(self) -> str:
        """How files name the round."""
        return str(self)

    @property
    def skickad(self) -> bool:
        return self.antal_utskick > 0

    def oppen(self, idag: date) -> bool:
        return self.skickad and self.oppnar <= idag <= self.stanger

    def stangd(self, idag: date) -> bool:
        """Whether it was sent and is over, so that its results may be shown."""
        return self.skickad and idag > self.stanger

    def lage(self, idag: date) -> "Omgangslage":
        if not self.skickad:
            return Omgangslage.EJ_SKICKAD
        if self.stangd(idag):
            return Omgangslage.STANGD
        return Omgangslage.OPPEN if self.oppen(idag) else Omgangslage.KOMMANDE


class Enkatnyckel(models.Model):
    """The right to answer once: the hash of a link's secret. Whose it is stands nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    omgang = models.ForeignKey(
        Enkatomgang, on_delete=models.CASCADE, related_name="nycklar", verbose_name="omgång"
    )
    nyckel = models.CharField("nyckelns kontrollsumma", max_length=64, unique=True)
    anvand = models.BooleanField("använd", default=False)

    class Meta:
        verbose_name = "enkätnyckel"
        verbose_name_plural = "enkätnycklar"

    def __str__(self) -> str:
        return f"Nyckel till {self.omgang}"


class Svarsrakning(models.Model):
    """How many of the round chose a step of a question's scale, from 1 (lowest).

    Step 0 is those who passed the question by, so the counters of each question add up to the
    number of answered questionnaires. For free text, step 1 is those who wrote something. The rows
    of a round are made when it is sent: they are also the questions that it asks.
    """

    omgang = models.ForeignKey(
        Enkatomgang, on_delete=models.CASCADE, related_name="rakningar", verbose_name="omgång"
    )
    fraga = models.ForeignKey(
        Enkatfraga, on_delete=models.PROTECT, related_name="rakningar", verbose_name="fråga"
    )
    steg = models.PositiveSmallIntegerField("steg")
    antal = models.PositiveIntegerField("antal", default=0)

    class Meta:
        verbose_name = "räknade svar"
        verbose_name_plural = "räknade svar"
        ordering = ["omgang", "fraga__ordning", "steg"]
        constraints = [
            models.UniqueConstraint(
                fields=["omgang", "fraga", "steg"],
                name="uppfoljning_svarsrakning_unik",
                violation_error_message="Steget är redan räknat för frågan i omgången.",
            ),
            models.CheckConstraint(
                name="uppfoljning_svarsrakning_steg",
                condition=Q(steg__lte=5),
                violation_error_message="Svaret ligger utanför skalan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fraga} {self.steg}: {self.antal}"


class Fritextsvar(models.Model):
    """A text that somebody wrote; by its random key it stands apart from everything else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    omgang = models.ForeignKey(
        Enkatomgang, on_delete=models.CASCADE, related_name="texter", verbose_name="omgång"
    )
    fraga = models.ForeignKey(
        Enkatfraga, on_delete=models.PROTECT, related_name="texter", verbose_name="fråga"
    )
    text = models.TextField("text")

    class Meta:
        verbose_name = "fritextsvar"
        verbose_name_plural = "fritextsvar"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text

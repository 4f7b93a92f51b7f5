"""Surveys, anonymous by construction: nothing ties an answer, or a key, to who was asked."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.querysets import SpardQuerySet
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


class Enkatomgang(models.Model):
    """A round: when the questionnaire is open, and to how many it was sent."""

    enkat = models.ForeignKey(
        Enkat, on_delete=models.PROTECT, related_name="omgangar", verbose_name="enkät"
    )
    namn = models.CharField("namn", max_length=100, help_text="Till exempel ”hösten 2024”.")
    oppnar = models.DateField("öppnar")
    stanger = models.DateField("stänger")
    antal_utskick = models.PositiveIntegerField("antal utskick", default=0)
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


class Enkatsvar(models.Model):
    """One answered questionnaire. No time, no key, no order: it cannot be traced back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    omgang = models.ForeignKey(
        Enkatomgang, on_delete=models.CASCADE, related_name="svar", verbose_name="omgång"
    )

    class Meta:
        verbose_name = "enkätsvar"
        verbose_name_plural = "enkätsvar"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Svar på {self.omgang}"


class Fragesvar(models.Model):
    """The answer to one question: a step of its scale, from 1 (lowest), or a text."""

    svar = models.ForeignKey(
        Enkatsvar, on_delete=models.CASCADE, related_name="delsvar", verbose_name="svar"
    )
    fraga = models.ForeignKey(
        Enkatfraga, on_delete=models.PROTECT, related_name="svaren", verbose_name="fråga"
    )
    steg = models.PositiveSmallIntegerField("steg", null=True, blank=True)
    text = models.TextField("text", blank=True)

    class Meta:
        verbose_name = "svar på fråga"
        verbose_name_plural = "svar på frågor"
        constraints = [
            models.UniqueConstraint(
                fields=["svar", "fraga"],
                name="uppfoljning_fragesvar_unikt",
                violation_error_message="Frågan är redan besvarad.",
            ),
            models.CheckConstraint(
                name="uppfoljning_fragesvar_steg",
                condition=Q(steg__isnull=True) | Q(steg__gte=1, steg__lte=5),
                violation_error_message="Svaret ligger utanför skalan.",
            ),
        ]

    def __str__(self) -> str:
        return self.text or str(self.steg)

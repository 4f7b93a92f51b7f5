"""Decisions of the board, what is to be done of them, and those taken for it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import KronorField, SigneradAv
from finsam.querysets import SpardQuerySet
from styrelse.choices import Beslutstyp
from styrelse.models.arende import Delarende
from styrelse.models.person import Person
from styrelse.models.punkt import Punkt


class Beslut(models.Model):
    """What a meeting decided on an item, or on a part of it, beside what had been proposed.

    `underlag` is what the decision says to the room it acts in (styrelse/amnen.py), `verkan` what
    was done there and then; when that is filled the decision is carried out and does not change.
    """

    punkt = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="beslut", verbose_name="punkt"
    )
    delarende = models.ForeignKey(
        Delarende,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="beslut",
        verbose_name="del",
    )
    utfall = models.CharField("utfall", max_length=20, choices=Beslutstyp)
    forslag = models.TextField("förslaget", blank=True)
    text = models.TextField("beslutet", help_text="En att-sats per rad.")
    motivering = models.TextField("motivering", blank=True)
    omedelbart = models.BooleanField(
        "omedelbart justerat", default=False, help_text="Paragrafen justeras redan vid mötet."
    )
    underlag = models.JSONField(default=dict, blank=True, editable=False)
    verkan = models.CharField("verkan", max_length=500, blank=True)
    verkstallt_at = models.DateTimeField("verkställt", null=True, blank=True)
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "beslut"
        verbose_name_plural = "beslut"
        ordering = ["punkt", "delarende__ordning"]
        constraints = [
            bland_val("styrelse_beslut_utfall", "utfall", Beslutstyp),
            models.UniqueConstraint(
                fields=["punkt"],
                condition=Q(delarende__isnull=True),
                name="styrelse_beslut_unikt",
                violation_error_message="Punkten har redan ett beslut.",
            ),
            models.UniqueConstraint(
                fields=["punkt", "delarende"],
                condition=Q(delarende__isnull=False),
                name="styrelse_beslut_unikt_del",
                violation_error_message="Delen har redan ett beslut.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_utfall_display()}, {self.punkt}"

    @property
    def verkstallt(self) -> bool:
        return self.verkstallt_at is not None

    @property
    def mappnamn(self) -> str:
        """ "FS § 12/2021", or "FS § 12/2021 A" for a part; what the folder's files call it."""
        bokstav = f" {self.delarende.bokstav}" if self.delarende else ""
        return f"{self.punkt.mappnamn}{bokstav}"

    @property
    def att_satser(self) -> tuple[str, ...]:
        return tuple(rad.strip() for rad in self.text.splitlines() if rad.strip())


class Atgard(models.Model):
    """What somebody is to do because of a decision, by when, and the § that ended it."""

    beslut = models.ForeignKey(
        Beslut, on_delete=models.PROTECT, related_name="atgarder", verbose_name="beslut"
    )
    vad = models.CharField("vad", max_length=300)
    ansvarig = models.CharField("ansvarig", max_length=120)
    senast = models.DateField("senast", null=True, blank=True)
    klar = models.DateField("klar", null=True, blank=True)
    klar_genom = models.ForeignKey(
        Punkt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="avslutade_atgarder",
        verbose_name="klar genom",
    )
    anmarkning = models.CharField("anmärkning", max_length=300, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
        ordering = ["klar", "senast", "pk"]
        constraints = [
            models.CheckConstraint(
                name="styrelse_atgard_klar",
                condition=Q(klar__isnull=False) | Q(klar_genom__isnull=True),
                violation_error_message="Ange dagen då åtgärden blev klar.",
            )
        ]

    def __str__(self) -> str:
        return self.vad

    def get_absolute_url(self) -> str:
        return reverse("styrelse:atgard_update", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for days before the decision or to come, and an earlier §."""
        beslutat = self.beslut.punkt.mote.datum
        fel = {}
        if self.senast and self.senast < beslutat:
            fel["senast"] = "Sista dagen kan inte ligga före beslutet."
        if self.klar and self.klar < beslutat:
            fel["klar"] = "Åtgärden kan inte ha blivit klar före beslutet."
        if self.klar and self.klar > timezone.localdate():
            fel["klar"] = "Datumet ligger efter dagens datum."
        if self.klar_genom and self.klar_genom.mote.datum < beslutat:
            fel["klar_genom"] = "Ange en paragraf från samma möte eller ett senare."
        if fel:
            raise ValidationError(fel)


class Delegationsbeslut(models.Model):
    """A decision taken for the board under its delegation order, told at its next meeting."""

    verksamhetsar = models.PositiveSmallIntegerField("år")
    lopnummer = models.PositiveSmallIntegerField("nummer")
    datum = models.DateField("beslutsdatum")
    rubrik = models.CharField("ärende", max_length=200)
    beslut = models.TextField("beslut")
    delegat = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="delegationsbeslut", verbose_name="delegat"
    )
    stod = models.CharField(
        "stöd", max_length=120, help_text="Punkten i delegationsordningen, till exempel 3.2."
    )
    belopp = KronorField("belopp, kr", null=True, blank=True)
    anmalt_vid = models.ForeignKey(
        Punkt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegationsbeslut",
        verbose_name="anmält vid",
    )
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "delegationsbeslut"
        verbose_name_plural = "delegationsbeslut"
        ordering = ["-verksamhetsar", "-lopnummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["verksamhetsar", "lopnummer"],
                name="styrelse_delegationsbeslut_nummer",
                violation_error_message="Numret är redan använt.",
            ),
            models.CheckConstraint(
                name="styrelse_delegationsbeslut_ar",
                condition=Q(datum__year=models.F("verksamhetsar")),
                violation_error_message="Numret hör till det år då beslutet fattades.",
            ),
        ]

    def __str__(self) -> str:
        return f"D {self.verksamhetsar}:{self.lopnummer}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:delegationsbeslut_detail", args=[self.pk])

"""The members' money: the year's allocation, when it falls due, what is invoiced and paid (5 §)."""

from calendar import monthrange
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from ekonomi.choices import Avgiftsstatus
from ekonomi.models.kontoplan import Konto
from finsam.choices import Part
from finsam.constraints import bland_val
from finsam.fields import KronorField
from finsam.models import Forbund, Medlem
from finsam.querysets import SpardQuerySet
from finsam.typografi import MANADER, versal

# Any leap year: a day that some year has may be a payment day.
SKOTTAR = 2024
# An invoice's way: the day it was sent, and the day it was paid.
STEG = ("fakturerad", "betald")
I_FORTID = "Datumet ligger efter dagens datum."
TOM_DAG = "Dagen kan rättas men inte tas bort."
SKICKAD = "Fakturan är skickad: belopp och medlem ändras inte."


class TilldelningQuerySet(SpardQuerySet["Tilldelning"]):
    def for_ar(self, verksamhetsar: int) -> "Tilldelning | None":
        """The version that holds: the latest laid down, else the latest preliminary one.

        A correction that is being prepared changes nothing until it is laid down. None for a year
        without an allocation.
        """
        arets = self.filter(verksamhetsar=verksamhetsar).order_by("-version")
        return arets.filter(status=Avgiftsstatus.FASTSTALLD).first() or arets.first()


def _andel(namn: str) -> models.DecimalField:
    return models.DecimalField(namn, max_digits=5, decimal_places=4, blank=True)


def _andel_mellan(falt: str, vems: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"ekonomi_tilldelning_{falt}",
        condition=Q(**{f"{falt}__gte": 0, f"{falt}__lte": 1}),
        violation_error_message=f"{vems} andel ska vara mellan 0 och 1.",
    )


class Tilldelning(models.Model):
    """What the members give in a year, all parts together, in kr (5 §; F7).

    A version that the board has laid down is never changed: another amount, or another
    population, is a new version.
    """

    verksamhetsar = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    belopp = KronorField("tilldelning, kr")
    status = models.CharField(
        "status", max_length=12, choices=Avgiftsstatus, default=Avgiftsstatus.PRELIMINAR
    )
    beslutad = models.DateField("beslutad", null=True, blank=True)
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    folkmangd_datum = models.DateField(
        "folkmängd per",
        null=True,
        blank=True,
        help_text="Dagen vars folkmängd fördelar kommunernas del, normalt 1 november året före.",
    )
    # Each part's share, 0-1, as it was that year: the association's setting when it was entered.
    andel_stat = _andel("statens andel")
    andel_region = _andel("regionernas andel")
    andel_kommun = _andel("kommunernas andel")
    # The national network's fee (F31): a part per thousand of the allocation, and a fixed sum.
    nns_promille = models.DecimalField(
        "serviceavgift till NNS, ‰", max_digits=6, decimal_places=3, null=True, blank=True
    )
    nns_fast = KronorField("fast medlemsavgift till NNS, kr", null=True, blank=True)
    kalla = models.CharField("källa", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = TilldelningQuerySet.as_manager()

    class Meta:
        verbose_name = "tilldelning"
        verbose_name_plural = "tilldelningar"
        ordering = ["-verksamhetsar", "-version"]
        constraints = [
            bland_val("ekonomi_tilldelning_status", "status", Avgiftsstatus),
            models.UniqueConstraint(
                fields=["verksamhetsar", "version"],
                name="ekonomi_tilldelning_unik",
                violation_error_message="Versionen finns redan för året.",
            ),
            models.CheckConstraint(
                name="ekonomi_tilldelning_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Tilldelningen får inte vara negativ.",
            ),
            models.CheckConstraint(
                name="ekonomi_tilldelning_andelar",
                # A band, not equality: SQLite keeps decimals as floating point.
                condition=Q(
                    andel_stat__gt=Decimal("0.99995") - F("andel_region") - F("andel_kommun")
                )
                & Q(andel_stat__lt=Decimal("1.00005") - F("andel_region") - F("andel_kommun")),
                violation_error_message="Andelarna ska tillsammans vara 1.",
            ),
            _andel_mellan("andel_stat", "Statens"),
            _andel_mellan("andel_region", "Regionernas"),
            _andel_mellan("andel_kommun", "Kommunernas"),
        ]

    def __str__(self) -> str:
        return f"Tilldelning {self.verksamhetsar}, version {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores the row; shares that nobody has given are the association's own setting."""
        self.fyll_andelar()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:tilldelning_detail", args=[self.verksamhetsar])

    @property
    def versionsadress(self) -> str:
        """The year's page with this version in view."""
        return f"{self.get_absolute_url()}?version={self.version}"

    def fyll_andelar(self) -> None:
        if None in (self.andel_stat, self.andel_region, self.andel_kommun):
            forbund = Forbund.objects.first() or Forbund()
            self.andel_stat = forbund.andel_stat
            self.andel_region = forbund.andel_region
            self.andel_kommun = forbund.andel_kommun

    @property
    def last(self) -> bool:
        """Whether the board has laid it down, and so it is never changed."""
        return self.status == Avgiftsstatus.FASTSTALLD


class Avgiftsrat(models.Model):
    """When a part pays which share of its fee: the association's habit, the same every year."""

    part = models.CharField("part", max_length=10, choices=Part)
    manad = models.PositiveSmallIntegerField(
        "månad", validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    dag = models.PositiveSmallIntegerField(
        "dag", validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    andel = models.DecimalField(
        "andel", max_digits=5, decimal_places=4, help_text="0–1; partens rater är tillsammans 1."
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "avgiftsrat"
        verbose_name_plural = "avgiftsrater"
        ordering = ["part", "manad", "dag"]
        constraints = [
            bland_val("ekonomi_avgiftsrat_part", "part", Part),
            models.UniqueConstraint(
                fields=["part", "manad", "dag"],
                name="ekonomi_avgiftsrat_unik",
                violation_error_message="Parten har redan en rat den dagen.",
            ),
            models.CheckConstraint(
                name="ekonomi_avgiftsrat_andel",
                condition=Q(andel__gt=0, andel__lte=Decimal(1)),
                violation_error_message="Andelen ska vara större än 0 och högst 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.dag} {MANADER[self.manad - 1]}"

    def clean(self) -> None:
        """Raises ValidationError for a day that no year has."""
        if self.manad and self.dag and self.dag > monthrange(SKOTTAR, self.manad)[1]:
            raise ValidationError(
                {"dag": f"{versal(MANADER[self.manad - 1])} har inte så många dagar."}
            )


class Avgiftskonto(models.Model):
    """The account on which a member's fee is booked; members that pay as one share it."""

    medlem = models.OneToOneField(
        Medlem, on_delete=models.CASCADE, related_name="avgiftskonto", verbose_name="medlem"
    )
    konto = models.ForeignKey(
        Konto, on_delete=models.PROTECT, related_name="+", verbose_name="konto"
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "avgiftskonto"
        verbose_name_plural = "avgiftskonton"
        ordering = ["medlem__namn"]

    def __str__(self) -> str:
        return f"{self.medlem} {self.konto}"


class Avgiftsfaktura(models.Model):
    """A part of a member's fee as it was invoiced, and when it was paid; whole kr.

    `medlem` is the one that pays; the state's fee is paid by one of its two.
    """

    tilldelning = models.ForeignKey(
        Tilldelning, on_delete=models.PROTECT, related_name="fakturor", verbose_name="tilldelning"
    )
    medlem = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="avgiftsfakturor", verbose_name="medlem"
    )
    forfaller = models.DateField("förfaller")
    belopp = KronorField("belopp, kr")
    fakturerad = models.DateField("fakturerad", null=True, blank=True)
    betald = models.DateField("betald", null=True, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "avgiftsfaktura"
        verbose_name_plural = "avgiftsfakturor"
        ordering = ["forfaller", "medlem__namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["tilldelning", "medlem", "forfaller"],
                name="ekonomi_avgiftsfaktura_unik",
                violation_error_message="Medlemmen har redan en faktura som förfaller den dagen.",
            ),
            models.CheckConstraint(
                name="ekonomi_avgiftsfaktura_belopp",
                condition=Q(belopp__gt=0),
                violation_error_message="Fakturans belopp ska vara större än noll.",
            ),
            models.CheckConstraint(
                name="ekonomi_avgiftsfaktura_betald",
                condition=Q(betald__isnull=True)
                | Q(fakturerad__isnull=False, betald__gte=F("fakturerad")),
                violation_error_message="En faktura kan betalas först när den har skickats.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medlem}, förfaller {self.forfaller}"

    def get_absolute_url(self) -> str:
        return f"{self.tilldelning.get_absolute_url()}#betalplan"

    def clean(self) -> None:
        """Raises ValidationError for a day to come, and for what is sent and changed or undone."""
        idag = timezone.localdate()
        fore = Avgiftsfaktura.objects.filter(pk=self.pk).first() if self.pk else None
        fel: dict[str, str] = {}
        for steg in STEG:
            dag = getattr(self, steg)
            if dag and dag > idag:
                fel[steg] = I_FORTID
            elif not dag and fore and getattr(fore, steg):
                fel[steg] = TOM_DAG
        if fel:
            raise ValidationError(fel)
        sant = fore and fore.fakturerad and (fore.belopp, fore.medlem_id)
        if sant and sant != (self.belopp, self.medlem_id):
            raise ValidationError(SKICKAD)

    @property
    def adress(self) -> str:
        """The form where the days are changed."""
        return reverse("ekonomi:avgiftsfaktura_update", args=[self.pk])

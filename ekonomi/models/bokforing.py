"""The ledger as the source gave it, and the balances kept with it."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from ekonomi.choices import Radslag
from ekonomi.models.kontoplan import Konto, Objekt
from finsam.constraints import bland_val
from finsam.fields import KronorField


class Rakenskapsar(models.Model):
    """A financial year. Closed is closed: its ledger is never replaced."""

    verksamhetsar = models.PositiveSmallIntegerField("år", unique=True)
    start = models.DateField("första dag")
    slut = models.DateField("sista dag")
    stangt_at = models.DateTimeField("stängt", null=True, blank=True)
    # What the source's header said and the export must say again (#PROGRAM, #GEN, #KPTYP …).
    sie_huvud = models.JSONField("SIE-huvud", default=list, blank=True)

    class Meta:
        verbose_name = "räkenskapsår"
        verbose_name_plural = "räkenskapsår"
        ordering = ["-verksamhetsar"]
        constraints = [
            models.CheckConstraint(
                name="ekonomi_rakenskapsar_datum",
                condition=Q(slut__gt=F("start")),
                violation_error_message="Räkenskapsåret ska sluta efter att det har börjat.",
            )
        ]

    def __str__(self) -> str:
        return str(self.verksamhetsar)

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:rakenskapsar_detail", args=[self.verksamhetsar])

    @property
    def stangt(self) -> bool:
        return self.stangt_at is not None

    @property
    def lage(self) -> str:
        return "Stängt" if self.stangt else "Öppet"


class Verifikation(models.Model):
    """A voucher, with series and number as in the source."""

    rakenskapsar = models.ForeignKey(
        Rakenskapsar,
        on_delete=models.CASCADE,
        related_name="verifikationer",
        verbose_name="räkenskapsår",
    )
    serie = models.CharField("serie", max_length=10, blank=True)
    nummer = models.CharField("nummer", max_length=20, blank=True)
    # The number as a number where it is one, so that lists sort 2 before 10.
    ordning = models.PositiveBigIntegerField("ordning", default=0)
    datum = models.DateField("datum")
    text = models.CharField("text", max_length=300, blank=True)
    registrerad = models.DateField("registrerad", null=True, blank=True)
    signatur = models.CharField("signatur", max_length=60, blank=True)

    class Meta:
        verbose_name = "verifikation"
        verbose_name_plural = "verifikationer"
        ordering = ["rakenskapsar", "serie", "ordning", "pk"]
        indexes = [
            models.Index(fields=["rakenskapsar", "serie", "ordning"], name="ekonomi_ver_ordning"),
            models.Index(fields=["rakenskapsar", "datum"], name="ekonomi_ver_datum"),
        ]

    def __str__(self) -> str:
        return f"{self.serie}{self.nummer}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:verifikation_detail", args=[self.pk])


class Kontering(models.Model):
    """A row of a voucher; debit positive, credit negative, in kr (the sign of SIE)."""

    verifikation = models.ForeignKey(
        Verifikation,
        on_delete=models.CASCADE,
        related_name="konteringar",
        verbose_name="verifikation",
    )
    radnr = models.PositiveIntegerField("rad")
    slag = models.CharField("slag", max_length=6, choices=Radslag, default=Radslag.TRANS)
    konto = models.ForeignKey(
        Konto, on_delete=models.PROTECT, related_name="konteringar", verbose_name="konto"
    )
    kostnadsblock = models.ForeignKey(
        Objekt, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="kostnadsblock"
    )
    projekt = models.ForeignKey(
        Objekt, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="projekt"
    )
    # Every object of the row as the source wrote it, the two above included: "1 20 6 P004".
    objektlista = models.CharField("objekt", max_length=200, blank=True)
    belopp = KronorField("belopp")
    datum = models.DateField("datum", null=True, blank=True)
    text = models.CharField("text", max_length=300, blank=True)
    kvantitet = models.CharField("kvantitet", max_length=20, blank=True)
    signatur = models.CharField("signatur", max_length=60, blank=True)

    class Meta:
        verbose_name = "kontering"
        verbose_name_plural = "konteringar"
        ordering = ["verifikation", "radnr"]
        constraints = [bland_val("ekonomi_kontering_slag", "slag", Radslag)]

    def __str__(self) -> str:
        return f"{self.verifikation} {self.konto.nummer} {self.belopp}"

    @property
    def raknas(self) -> bool:
        """Whether the row is part of the ledger: not struck, and not the echo of an added row."""
        return self.slag == Radslag.TRANS

    @property
    def kredit(self) -> Decimal:
        """The amount as the credit column shows it, in kr."""
        return -self.belopp


class Saldo(models.Model):
    """The balance table: account × month × object; it answers every statement.

    Month 0 is the opening balance (#IB), 1-12 the movement of the month.
    """

    rakenskapsar = models.ForeignKey(
        Rakenskapsar, on_delete=models.CASCADE, related_name="saldon", verbose_name="räkenskapsår"
    )
    konto = models.ForeignKey(
        Konto, on_delete=models.PROTECT, related_name="saldon", verbose_name="konto"
    )
    manad = models.PositiveSmallIntegerField("månad")
    kostnadsblock = models.ForeignKey(
        Objekt, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="kostnadsblock"
    )
    projekt = models.ForeignKey(
        Objekt, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="projekt"
    )
    belopp = KronorField("belopp")

    class Meta:
        verbose_name = "saldo"
        verbose_name_plural = "saldon"
        constraints = [
            models.CheckConstraint(
                name="ekonomi_saldo_manad",
                condition=Q(manad__lte=12),
                violation_error_message="Månaden ska vara 0 (ingående balans) till 12.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.konto.nummer} månad {self.manad}"

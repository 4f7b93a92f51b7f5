"""The ledger as the source gave it, and the balances kept with it."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Radslag
from ekonomi.models.kontoplan import Konto, Objekt
from finsam.constraints import bland_val
from finsam.fields import KronorField
from finsam.querysets import SpardQuerySet


class Rakenskapsar(models.Model):
    """A financial year. Closed is closed: its ledger is never replaced."""

    verksamhetsar = models.PositiveSmallIntegerField("år", unique=True)
    start = models.DateField("första dag")
    slut = models.DateField("sista dag")
    stangt_at = models.DateTimeField("stängt", null=True, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

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


class Sieuppgift(models.Model):
    """A record of the year's file that is no voucher (#FNAMN, #KONTO, #OUB, #PSALDO …).

    Kept as the source wrote it, so that the export says the same again.
    """

    rakenskapsar = models.ForeignKey(
        Rakenskapsar,
        on_delete=models.CASCADE,
        related_name="sieuppgifter",
        verbose_name="räkenskapsår",
        db_index=False,
    )
    ordning = models.PositiveIntegerField("ordning")
    post = models.TextField("post")

    class Meta:
        verbose_name = "SIE-uppgift"
        verbose_name_plural = "SIE-uppgifter"
        ordering = ["rakenskapsar", "ordning"]
        constraints = [
            models.UniqueConstraint(
                fields=["rakenskapsar", "ordning"],
                name="ekonomi_sieuppgift_ordning",
                violation_error_message="Ordningen är redan upptagen.",
            )
        ]

    def __str__(self) -> str:
        return self.post


class Verifikation(models.Model):
    """A voucher, with series and number as in the source."""

    rakenskapsar = models.ForeignKey(
        Rakenskapsar,
        on_delete=models.CASCADE,
        db_index=False,
        related_name="verifikationer",
        verbose_name="räkenskapsår",
    )
    serie = models.CharField("serie", max_length=10, blank=True)
    nummer = models.CharField("nummer", max_length=20, blank=True)
    # The number as a number where it is one, so that lists sort 2 before 10.
    ordning = models.PositiveBigIntegerField("ordning", default=0)
    datum = models.DateField("datum")
    text = models.TextField("text", blank=True)
    registrerad = models.DateField("registrerad", null=True, blank=True)
    signatur = models.TextField("signatur", blank=True)

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


# Rows of the ledger come by the hundred thousand and only from ekonomi/actions/. PostgreSQL checks
# a foreign key row by row, which would double the time of a reading: the keys below have no
# db_constraint, since the ids come from the same transaction and PROTECT holds on deletion.


class Kontering(models.Model):
    """A row of a voucher; debit positive, credit negative, in kr (the sign of SIE)."""

    verifikation = models.ForeignKey(
        Verifikation,
        on_delete=models.CASCADE,
        related_name="konteringar",
        verbose_name="verifikation",
        db_constraint=False,
        db_index=False,
    )
    radnr = models.PositiveIntegerField("rad")
    slag = models.CharField("slag", max_length=6, choices=Radslag, default=Radslag.TRANS)
    konto = models.ForeignKey(
        Konto,
        on_delete=models.PROTECT,
        related_name="konteringar",
        verbose_name="konto",
        db_constraint=False,
        db_index=False,
    )
    kostnadsblock = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="kostnadsblock",
        db_constraint=False,
        db_index=False,
    )
    projekt = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="projekt",
        db_constraint=False,
        db_index=False,
    )
    # Every object of the row as the source wrote it, the two above included: "1 20 6 P004".
    objektlista = models.TextField("objekt", blank=True)
    belopp = KronorField("belopp")
    datum = models.DateField("datum", null=True, blank=True)
    text = models.TextField("text", blank=True)
    kvantitet = models.TextField("kvantitet", blank=True)
    signatur = models.TextField("signatur", blank=True)

    class Meta:
        verbose_name = "kontering"
        verbose_name_plural = "konteringar"
        ordering = ["verifikation", "radnr"]
        constraints = [bland_val("ekonomi_kontering_slag", "slag", Radslag)]
        indexes = [
            models.Index(fields=["verifikation", "radnr"], name="ekonomi_kont_verifikation"),
            models.Index(fields=["konto", "verifikation"], name="ekonomi_kont_konto"),
            models.Index(
                fields=["projekt", "verifikation"],
                name="ekonomi_kont_projekt",
                condition=Q(projekt__isnull=False),
            ),
        ]

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
        Rakenskapsar,
        on_delete=models.CASCADE,
        related_name="saldon",
        verbose_name="räkenskapsår",
        db_constraint=False,
        db_index=False,
    )
    konto = models.ForeignKey(
        Konto,
        on_delete=models.PROTECT,
        related_name="saldon",
        verbose_name="konto",
        db_constraint=False,
        db_index=False,
    )
    manad = models.PositiveSmallIntegerField("månad")
    kostnadsblock = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="kostnadsblock",
        db_constraint=False,
        db_index=False,
    )
    projekt = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="projekt",
        db_constraint=False,
        db_index=False,
    )
    belopp = KronorField("belopp")

    class Meta:
        verbose_name = "saldo"
        verbose_name_plural = "saldon"
        indexes = [models.Index(fields=["rakenskapsar", "konto"], name="ekonomi_saldo_konto")]
        constraints = [
            models.CheckConstraint(
                name="ekonomi_saldo_manad",
                condition=Q(manad__lte=12),
                violation_error_message="Månaden ska vara 0 (ingående balans) till 12.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.konto.nummer} månad {self.manad}"

"""Financed insatser: what, whose, when and for how much."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Roll
from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import KronorField
from finsam.models import Anvandare, Medlem
from finsam.querysets import SpardQuerySet
from insatser.choices import Insatslage, Insatstyp, Maluppfyllelse, Uppfoljningsslag

NAMN_UPPTAGET = "Namnet används av en annan insats."


class InsatsQuerySet(SpardQuerySet["Insats"]):
    def under(self, start: date, slut: date) -> "InsatsQuerySet":
        """Insatser that run at least one day of the span."""
        return self.filter(start__lte=slut, slut__gte=start)

    def avslutade(self, start: date, slut: date) -> "InsatsQuerySet":
        """Insatser whose last day lies in the span."""
        return self.filter(slut__gte=start, slut__lte=slut)

    def synliga_for(self, anvandare: Anvandare) -> "InsatsQuerySet":
        """All insatser, but to an insatsansvarig only their own."""
        if anvandare.roll == Roll.INSATSANSVARIG:
            return self.filter(ansvariga=anvandare)
        return self.all()


class Insats(models.Model):
    """An activity that the association finances and a member runs (7 §)."""

    nr = models.PositiveIntegerField(
        "nummer", unique=True, help_text="Bestämmer ordningen i förteckningar."
    )
    namn = models.CharField(
        "fullständigt namn",
        max_length=200,
        unique=True,
        error_messages={"unique": NAMN_UPPTAGET},
    )
    kortnamn = models.CharField("kort namn", max_length=80, help_text="Används i tabeller.")
    insatstyp = models.CharField("typ", max_length=20, choices=Insatstyp)
    forrehabiliterande = models.BooleanField("förrehabiliterande", default=False)
    insatsagare = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="agda_insatser", verbose_name="insatsägare"
    )
    # A member has one register name; how shared ownership is printed is the association's choice.
    agartext = models.CharField(
        "ägare i tabeller",
        max_length=80,
        blank=True,
        help_text="Tomt: ägarens korta namn. Skriv till exempel ”Byarum & AF” när flera äger.",
    )
    parter = models.ManyToManyField(
        Medlem, related_name="insatser", verbose_name="samverkansparter", blank=True
    )
    start = models.DateField("startdatum")
    slut = models.DateField("slutdatum")
    projektkod = models.CharField(
        "projektkod",
        max_length=20,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\S+$", "Projektkoden får inte innehålla mellanslag.")],
        help_text="Koden i bokföringens dimension 6 (projekt).",
    )
    malgrupp = models.TextField("målgrupp", blank=True)
    syfte = models.TextField("syfte", blank=True)
    forvantat_antal = models.PositiveIntegerField(
        "förväntat antal deltagare", null=True, blank=True
    )
    maluppfyllelse = models.CharField(
        "måluppfyllelse", max_length=20, choices=Maluppfyllelse, default=Maluppfyllelse.EJ_BEDOMD
    )
    uppfoljningsslag = models.CharField(
        "uppföljning av deltagare",
        max_length=10,
        choices=Uppfoljningsslag,
        default=Uppfoljningsslag.INGA,
    )
    behovsgrupp = models.TextField("behovsgrupp", blank=True)
    metod = models.TextField("metod", blank=True)
    # "Redovisas som två poster": a renewal is an insats of its own that points at the one before.
    forlanger = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="forlangningar",
        verbose_name="förlänger",
    )
    implementering = models.TextField(
        "implementering", blank=True, help_text="Hur arbetssättet tas över i ordinarie verksamhet."
    )
    ansvariga = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="ansvarar_for",
        verbose_name="insatsansvariga",
        blank=True,
        limit_choices_to={"roll": Roll.INSATSANSVARIG},
    )
    history = HistoricalRecords(m2m_fields=[parter, ansvariga])

    objects = InsatsQuerySet.as_manager()

    class Meta:
        verbose_name = "insats"
        verbose_name_plural = "insatser"
        ordering = ["nr"]
        constraints = [
            bland_val("insatser_insats_typ", "insatstyp", Insatstyp),
            bland_val("insatser_insats_maluppfyllelse", "maluppfyllelse", Maluppfyllelse),
            bland_val("insatser_insats_uppfoljning", "uppfoljningsslag", Uppfoljningsslag),
            datum_i_ordning("insatser_insats_datum", "start", "slut"),
            models.CheckConstraint(
                name="insatser_insats_forlanger_annan",
                condition=Q(forlanger__isnull=True) | ~Q(forlanger=F("pk")),
                violation_error_message="En insats kan inte förlänga sig själv.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kortnamn}, {self.insatsagare.kortnamn}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:insats_detail", args=[self.pk])

    def lage(self, idag: date) -> Insatslage:
        """Whether the insats is to come, runs or has ended on the day."""
        if idag < self.start:
            return Insatslage.KOMMANDE
        return Insatslage.PAGAR if idag <= self.slut else Insatslage.AVSLUTAD

    def clean(self) -> None:
        """One owner has one insats of a short name at a time; a renewal may share its name."""
        super().clean()
        if self._gar_i_ring():
            raise ValidationError({"forlanger": "Förlängningarna går i ring."})
        if self.start and self.slut and self.insatsagare_id and self._namnes().exists():
            raise ValidationError({"kortnamn": NAMN_UPPTAGET})

    def _gar_i_ring(self) -> bool:
        """Whether what this insats prolongs, step by step, leads back to it."""
        fore = self.forlanger
        while fore is not None and fore.pk != self.pk:
            fore = fore.forlanger
        return fore is not None and self.pk is not None

    def _namnes(self) -> InsatsQuerySet:
        """The owner's other insatser that go by the same name on some same day."""
        namnes = Insats.objects.under(self.start, self.slut).filter(
            kortnamn__iexact=self.kortnamn, insatsagare=self.insatsagare_id
        )
        if self.pk:
            namnes = namnes.exclude(Q(pk=self.pk) | Q(forlanger__isnull=False, forlanger=self.pk))
        return namnes.exclude(pk=self.forlanger_id) if self.forlanger_id else namnes


class Insatsbudget(models.Model):
    """The money granted to an insats for one year; a ceiling, as a positive amount in kr."""

    insats = models.ForeignKey(
        Insats, on_delete=models.CASCADE, related_name="budgetar", verbose_name="insats"
    )
    verksamhetsar = models.PositiveSmallIntegerField("år")
    belopp = KronorField("beviljat belopp, kr")
    # The insats's own plan for the quarters; empty: even over its active months (F13).
    kvartal1 = KronorField("plan kvartal 1, kr", null=True, blank=True)
    kvartal2 = KronorField("plan kvartal 2, kr", null=True, blank=True)
    kvartal3 = KronorField("plan kvartal 3, kr", null=True, blank=True)
    kvartal4 = KronorField("plan kvartal 4, kr", null=True, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "insatsbudget"
        verbose_name_plural = "insatsbudgetar"
        ordering = ["insats__nr", "verksamhetsar"]
        constraints = [
            models.UniqueConstraint(
                fields=["insats", "verksamhetsar"],
                name="insatser_insatsbudget_unik",
                violation_error_message="Insatsen har redan en budget för året.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbudget_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Det beviljade beloppet får inte vara negativt.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbudget_plan",
                # A band, not equality: SQLite keeps decimals as floating point.
                condition=Q(
                    kvartal1__isnull=True,
                    kvartal2__isnull=True,
                    kvartal3__isnull=True,
                    kvartal4__isnull=True,
                )
                | Q(
                    # A sum with a missing part is unknown, and a rule lets the unknown pass.
                    kvartal1__isnull=False,
                    kvartal2__isnull=False,
                    kvartal3__isnull=False,
                    kvartal4__isnull=False,
                    belopp__gt=F("kvartal1")
                    + F("kvartal2")
                    + F("kvartal3")
                    + F("kvartal4")
                    - Decimal("0.005"),
                    belopp__lt=F("kvartal1")
                    + F("kvartal2")
                    + F("kvartal3")
                    + F("kvartal4")
                    + Decimal("0.005"),
                ),
                violation_error_message="Planen ska fyllas i för alla fyra kvartalen och "
                "summera till det beviljade beloppet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.insats} {self.verksamhetsar}"

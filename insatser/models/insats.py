"""Financed insatser: what, whose, when and for how much."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import KronorField
from finsam.models import Medlem
from finsam.querysets import SpardQuerySet
from insatser.choices import Insatstyp, Maluppfyllelse


class InsatsQuerySet(SpardQuerySet["Insats"]):
    def under(self, start: date, slut: date) -> "InsatsQuerySet":
        """Insatser that run at least one day of the span."""
        return self.filter(start__lte=slut, slut__gte=start)

    def avslutade(self, start: date, slut: date) -> "InsatsQuerySet":
        """Insatser whose last day lies in the span."""
        return self.filter(slut__gte=start, slut__lte=slut)


class Insats(models.Model):
    """An activity that the association finances and a member runs (7 §)."""

    nr = models.PositiveIntegerField(
        "nummer", unique=True, help_text="Bestämmer ordningen i förteckningar."
    )
    namn = models.CharField("fullständigt namn", max_length=200, unique=True)
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
    history = HistoricalRecords(m2m_fields=[parter])

    objects = InsatsQuerySet.as_manager()

    class Meta:
        verbose_name = "insats"
        verbose_name_plural = "insatser"
        ordering = ["nr"]
        constraints = [
            bland_val("insatser_insats_typ", "insatstyp", Insatstyp),
            bland_val("insatser_insats_maluppfyllelse", "maluppfyllelse", Maluppfyllelse),
            datum_i_ordning("insatser_insats_datum", "start", "slut"),
        ]

    def __str__(self) -> str:
        return f"{self.kortnamn}, {self.insatsagare.kortnamn}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:insats_detail", args=[self.pk])


class Insatsbudget(models.Model):
    """The money granted to an insats for one year; a ceiling, as a positive amount in kr."""

    insats = models.ForeignKey(
        Insats, on_delete=models.CASCADE, related_name="budgetar", verbose_name="insats"
    )
    verksamhetsar = models.PositiveSmallIntegerField("år")
    belopp = KronorField("beviljat belopp, kr")
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
        ]

    def __str__(self) -> str:
        return f"{self.insats} {self.verksamhetsar}"

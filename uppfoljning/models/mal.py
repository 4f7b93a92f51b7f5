"""The association's own goals, and the activities that count towards some of them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from uppfoljning.choices import ANDELAR, Aktivitetsform, Indikator, Malenhet, Riktning


class Verksamhetsmal(models.Model):
    """A goal of the year's plan; its resultatmål say how it is measured."""

    verksamhetsar = models.PositiveSmallIntegerField("år")
    nr = models.PositiveSmallIntegerField("nummer")
    text = models.TextField("mål")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "mål för verksamheten"
        verbose_name_plural = "mål för verksamheten"
        ordering = ["-verksamhetsar", "nr"]
        constraints = [
            models.UniqueConstraint(
                fields=["verksamhetsar", "nr"],
                name="uppfoljning_verksamhetsmal_nr",
                violation_error_message="Året har redan ett mål med det numret.",
            )
        ]

    def __str__(self) -> str:
        return f"Mål {self.nr} {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:verksamhetsmal_detail", args=[self.pk])

    @property
    def beteckning(self) -> str:
        """How files name the goal: "2024:1"."""
        return f"{self.verksamhetsar}:{self.nr}"


class Resultatmal(models.Model):
    """What is to be reached: at least or at most `malvarde` (per cent as 35, or a count).

    The outcome is the figure that the indicator names, or `eget_utfall` where it is EGEN.
    How much of `malvarde` counts as near is the association's (Forbund.mal_nara).
    """

    mal = models.ForeignKey(
        Verksamhetsmal, on_delete=models.CASCADE, related_name="resultatmalen", verbose_name="mål"
    )
    ordning = models.PositiveSmallIntegerField("ordning", default=1)
    text = models.TextField("resultatmål")
    indikator = models.CharField(
        "indikator", max_length=30, choices=Indikator, default=Indikator.EGEN
    )
    riktning = models.CharField("riktning", max_length=10, choices=Riktning, default=Riktning.MINST)
    malvarde = models.DecimalField(
        "målvärde", max_digits=12, decimal_places=2, help_text="Till exempel 35 för 35 procent."
    )
    enhet = models.CharField("enhet", max_length=10, choices=Malenhet, default=Malenhet.PROCENT)
    uppfoljning = models.TextField("hur målet följs upp", blank=True)
    eget_utfall = models.DecimalField(
        "eget utfall", max_digits=12, decimal_places=2, null=True, blank=True
    )
    kommentar = models.TextField("kommentar till utfallet", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "resultatmål"
        verbose_name_plural = "resultatmål"
        ordering = ["mal", "ordning"]
        constraints = [
            bland_val("uppfoljning_resultatmal_indikator", "indikator", Indikator),
            bland_val("uppfoljning_resultatmal_riktning", "riktning", Riktning),
            bland_val("uppfoljning_resultatmal_enhet", "enhet", Malenhet),
            models.UniqueConstraint(
                fields=["mal", "ordning"],
                name="uppfoljning_resultatmal_ordning",
                violation_error_message="Två resultatmål har samma ordning.",
            ),
            models.CheckConstraint(
                name="uppfoljning_resultatmal_eget",
                condition=Q(indikator=Indikator.EGEN) | Q(eget_utfall__isnull=True),
                violation_error_message="Utfallet hämtas ur systemet; ange inget eget.",
            ),
            models.CheckConstraint(
                name="uppfoljning_resultatmal_malvarde",
                condition=Q(malvarde__gte=0),
                violation_error_message="Målvärdet kan inte vara mindre än noll.",
            ),
            models.CheckConstraint(
                name="uppfoljning_resultatmal_andel",
                condition=~Q(enhet=Malenhet.PROCENT) | Q(malvarde__lte=100),
                violation_error_message="En andel kan inte vara mer än 100 procent.",
            ),
            models.CheckConstraint(
                name="uppfoljning_resultatmal_indikatorenhet",
                condition=Q(indikator=Indikator.EGEN)
                | Q(indikator__in=ANDELAR, enhet=Malenhet.PROCENT)
                | (~Q(indikator__in=ANDELAR) & Q(enhet=Malenhet.ANTAL)),
                violation_error_message="Indikatorn mäts i den andra enheten.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.mal.get_absolute_url()


class Aktivitet(models.Model):
    """A competence activity or network meeting; how many took part is empty where nobody counted.

    Several activities make one row of the year's table: those with the same `redovisas_som`.
    """

    datum = models.DateField("datum")
    titel = models.CharField("titel", max_length=200)
    form = models.CharField("form", max_length=20, choices=Aktivitetsform)
    redovisas_som = models.CharField(
        "redovisas som",
        max_length=100,
        blank=True,
        help_text="Raden i årets tabell, till exempel ”nätverk för insatsansvariga”. "
        "Tomt ger formens namn.",
    )
    kompetenshojande = models.BooleanField(
        "räknas till målet för kompetenshöjande aktiviteter",
        default=True,
        help_text="Ta bort krysset för det som målet inte gäller, till exempel nätverksmöten.",
    )
    kvinnor = models.PositiveIntegerField("kvinnor", null=True, blank=True)
    man = models.PositiveIntegerField("män", null=True, blank=True)
    okant = models.PositiveIntegerField("okänt kön", null=True, blank=True)
    kommentar = models.TextField("kommentar", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["-datum", "titel"]
        constraints = [
            bland_val("uppfoljning_aktivitet_form", "form", Aktivitetsform),
            models.UniqueConstraint(
                fields=["datum", "titel"],
                name="uppfoljning_aktivitet_unik",
                violation_error_message="Aktiviteten finns redan den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} {self.datum}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:aktivitet_detail", args=[self.pk])

    @property
    def deltagare(self) -> int | None:
        """All who took part; None where nobody was counted."""
        raknade = [antal for antal in (self.kvinnor, self.man, self.okant) if antal is not None]
        return sum(raknade) if raknade else None

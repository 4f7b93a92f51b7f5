"""The decision on an application, and what was granted."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import KronorField, SigneradAv
from finsam.querysets import SpardQuerySet
from insatser.choices import Beslutsinstans, Beslutsutfall
from insatser.models.ansokan import Ansokan
from insatser.models.insats import Insats
from styrelse.models import Punkt


class Insatsbeslut(models.Model):
    """What the board, or the one it has delegated to, decided; never changed afterwards.

    A bifall says from when to when and how much at most, in kr. `ansokan` is empty for decisions
    from before the applications were kept here.
    """

    ansokan = models.ForeignKey(
        Ansokan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="beslut",
        verbose_name="ansökan",
    )
    insats = models.ForeignKey(
        Insats,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="beslut",
        verbose_name="insats",
    )
    utfall = models.CharField("beslut", max_length=20, choices=Beslutsutfall)
    beslutsdatum = models.DateField("beslutsdatum")
    instans = models.CharField("beslutsinstans", max_length=20, choices=Beslutsinstans)
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    belopp = KronorField("högst, kr", null=True, blank=True)
    fran = models.DateField("från", null=True, blank=True)
    tom = models.DateField("till och med", null=True, blank=True)
    villkor = models.TextField("villkor", blank=True)
    motivering = models.TextField("motivering", blank=True)
    # When the board was told of a decision taken for it, and where its meetings are kept at which.
    anmalt = models.DateField("anmält till styrelsen", null=True, blank=True)
    anmalt_vid = models.ForeignKey(
        Punkt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="anmält vid",
    )
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "beslut om insats"
        verbose_name_plural = "beslut om insatser"
        ordering = ["-beslutsdatum", "-pk"]
        constraints = [
            bland_val("insatser_insatsbeslut_utfall", "utfall", Beslutsutfall),
            bland_val("insatser_insatsbeslut_instans", "instans", Beslutsinstans),
            datum_i_ordning("insatser_insatsbeslut_datum", "fran", "tom"),
            models.UniqueConstraint(
                fields=["ansokan", "beslutsdatum", "paragraf"],
                condition=Q(ansokan__isnull=False),
                name="insatser_insatsbeslut_unik_ansokan",
                violation_error_message="Beslutet om ansökan är redan registrerat.",
            ),
            models.UniqueConstraint(
                fields=["insats", "beslutsdatum", "paragraf"],
                condition=Q(ansokan__isnull=True),
                name="insatser_insatsbeslut_unik_insats",
                violation_error_message="Beslutet om insatsen är redan registrerat.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbeslut_avser",
                condition=Q(ansokan__isnull=False) | Q(insats__isnull=False),
                violation_error_message="Ange ansökan eller insats som beslutet gäller.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbeslut_paragraf",
                condition=Q(instans=Beslutsinstans.DELEGATION) | ~Q(paragraf=""),
                violation_error_message="Ange paragrafen i styrelsens protokoll.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbeslut_bifall",
                condition=~Q(utfall=Beslutsutfall.BIFALL)
                # An amount that is not there is neither above 0 nor not: it must be there.
                | Q(belopp__isnull=False, belopp__gt=0, fran__isnull=False, tom__isnull=False),
                violation_error_message="Ange belopp och period för det som beviljas.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbeslut_anmalt",
                condition=Q(anmalt__isnull=True)
                | Q(instans=Beslutsinstans.DELEGATION, anmalt__gte=F("beslutsdatum")),
                violation_error_message="Bara ett delegationsbeslut anmäls, och tidigast samma dag "
                "som det är fattat.",
            ),
            models.CheckConstraint(
                name="insatser_insatsbeslut_anmalt_vid",
                condition=Q(anmalt_vid__isnull=True) | Q(anmalt__isnull=False),
                violation_error_message="Ange dagen för mötet där beslutet anmäldes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_utfall_display()} {self.beslutsdatum}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:insatsbeslut_detail", args=[self.pk])

    @property
    def delegerat(self) -> bool:
        """Whether somebody decided for the board, which is then to be told."""
        return self.instans == Beslutsinstans.DELEGATION


class Beslutsar(models.Model):
    """What a bifall gives for one year, in kr: so that what was granted on a day can be told."""

    beslut = models.ForeignKey(
        Insatsbeslut, on_delete=models.CASCADE, related_name="aren", verbose_name="beslut"
    )
    verksamhetsar = models.PositiveSmallIntegerField("år")
    belopp = KronorField("belopp, kr")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "beslutat belopp per år"
        verbose_name_plural = "beslutade belopp per år"
        ordering = ["beslut", "verksamhetsar"]
        constraints = [
            models.UniqueConstraint(
                fields=["beslut", "verksamhetsar"],
                name="insatser_beslutsar_unikt",
                violation_error_message="Beslutet har redan ett belopp för året.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.beslut} {self.verksamhetsar}"

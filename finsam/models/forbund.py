"""The association, its members and their populations."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Bilagenumrering, Medlemstyp, Part, Rytm
from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import PeriodField
from finsam.medlemslas import hinder
from finsam.querysets import SpardQuerySet, TidsspannQuerySet


class Forbund(models.Model):
    """The one association of this installation (law 2003:1210, 4 §)."""

    namn = models.CharField("namn", max_length=200)
    orgnr = models.CharField("organisationsnummer", max_length=11, blank=True)
    sate = models.CharField("säte", max_length=100, blank=True)
    rytm = models.CharField("uppföljning", max_length=10, choices=Rytm, default=Rytm.KVARTAL)
    rapportperioder = models.JSONField(
        "perioder med rapport",
        default=list,
        blank=True,
        help_text="Delar av året som förbundet rapporterar, till exempel H1 eller T1, T2.",
    )
    forsta_rapportperiod = PeriodField(
        "första kvartalsrapporten",
        blank=True,
        help_text="Perioden från vilken insatserna rapporterar här, till exempel 2024-K1. "
        "Tomt: det senaste årets perioder.",
    )
    andel_stat = models.DecimalField(
        "statens andel", max_digits=5, decimal_places=4, default=Decimal("0.5")
    )
    andel_region = models.DecimalField(
        "regionernas andel", max_digits=5, decimal_places=4, default=Decimal("0.25")
    )
    andel_kommun = models.DecimalField(
        "kommunernas andel", max_digits=5, decimal_places=4, default=Decimal("0.25")
    )
    minsta_antal = models.PositiveSmallIntegerField(
        "minsta antal som visas",
        default=5,
        help_text="Antal personer under detta visas inte i det som publiceras.",
    )
    visa_sma_tal_internt = models.BooleanField(
        "visa små tal internt",
        default=True,
        help_text="Annars ser bara kansliet och revisorerna antal under minsta antalet.",
    )
    rekvisition_kraver_rapport = models.BooleanField(
        "rekvisition kräver kvartalsrapport",
        default=True,
        help_text="Annars räcker en varning när periodens rapport saknas.",
    )
    mal_nara = models.PositiveSmallIntegerField(
        "nära målet, % av målvärdet",
        default=90,
        help_text="Ett utfall som når så stor del av målvärdet visas som nära målet.",
    )
    kvot_lag = models.PositiveSmallIntegerField(
        "lägsta förbrukningskvot utan varning, %", default=80
    )
    kvot_hog = models.PositiveSmallIntegerField(
        "högsta förbrukningskvot utan varning, %", default=110
    )
    bilagenumrering = models.CharField(
        "bilagornas numrering",
        max_length=10,
        choices=Bilagenumrering,
        default=Bilagenumrering.PUNKT,
    )
    kallelsedagar = models.PositiveSmallIntegerField(
        "kallelsen skickas, dagar före", default=7, help_text="Så många dagar före mötet."
    )
    distans_fran = models.DateField(
        "distans medgiven från",
        null=True,
        blank=True,
        help_text="Dagen då styrelsen beslutade att ledamöter får delta på distans (19 a §).",
    )
    distansbeslut = models.CharField("beslut om distans", max_length=60, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "förbund"
        verbose_name_plural = "förbund"
        constraints = [
            bland_val("finsam_forbund_rytm", "rytm", Rytm),
            models.CheckConstraint(
                name="finsam_forbund_andelar",
                # A band, not equality: SQLite keeps decimals as floating point.
                condition=Q(
                    andel_stat__gt=Decimal("0.99995") - F("andel_region") - F("andel_kommun")
                )
                & Q(andel_stat__lt=Decimal("1.00005") - F("andel_region") - F("andel_kommun")),
                violation_error_message="Andelarna av medlemsavgiften ska tillsammans vara 1.",
            ),
            bland_val("finsam_forbund_bilagenumrering", "bilagenumrering", Bilagenumrering),
            models.CheckConstraint(
                name="finsam_forbund_distans",
                # 19 a § came into force that day; before it no such decision could be taken.
                condition=Q(distans_fran__isnull=True) | Q(distans_fran__gte=date(2022, 3, 16)),
                violation_error_message="Styrelsen kan tidigast ha beslutat om distans "
                "2022-03-16, då lagen började gälla.",
            ),
            models.CheckConstraint(
                name="finsam_forbund_mal_nara",
                condition=Q(mal_nara__gte=1, mal_nara__lte=100),
                violation_error_message="Nära målet ska vara 1–100 procent av målvärdet.",
            ),
            models.CheckConstraint(
                name="finsam_forbund_kvotgranser",
                condition=Q(kvot_hog__gt=F("kvot_lag")),
                violation_error_message="Den högsta kvoten ska vara större än den lägsta.",
            ),
        ]

    def __str__(self) -> str:
        return self.namn


class MedlemQuerySet(TidsspannQuerySet["Medlem"]):
    def kommuner(self) -> "MedlemQuerySet":
        return self.filter(typ=Medlemstyp.KOMMUN)


class Medlem(models.Model):
    """A member organisation, each municipality by itself."""

    namn = models.CharField("namn", max_length=100, unique=True)
    kortnamn = models.CharField("kort namn", max_length=40, help_text="Används i tabeller.")
    typ = models.CharField("typ", max_length=10, choices=Medlemstyp)
    fran = models.DateField("medlem från", default=date(2003, 1, 1))
    tom = models.DateField("medlem till och med", null=True, blank=True)
    history = HistoricalRecords()

    objects = MedlemQuerySet.as_manager()

    class Meta:
        verbose_name = "medlem"
        verbose_name_plural = "medlemmar"
        ordering = ["namn"]
        constraints = [
            bland_val("finsam_medlem_typ", "typ", Medlemstyp),
            datum_i_ordning("finsam_medlem_datum", "fran", "tom"),
        ]

    def __str__(self) -> str:
        return self.namn

    def get_absolute_url(self) -> str:
        return reverse("finsam:medlem_detail", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for what would undo a decision that rests on the members."""
        fore = Medlem.objects.filter(pk=self.pk).first() if self.pk else None
        if self.fran and (skal := hinder(fore, self)):
            raise ValidationError(skal)

    @property
    def part(self) -> Part:
        """Which share of the fee the member belongs to."""
        return {Medlemstyp.KOMMUN: Part.KOMMUN, Medlemstyp.REGION: Part.REGION}.get(
            Medlemstyp(self.typ), Part.STAT
        )


class Folkmangd(models.Model):
    """Inhabitants of a municipality on a day, as published; the key to the municipal fee (F8)."""

    medlem = models.ForeignKey(
        Medlem, on_delete=models.CASCADE, related_name="folkmangder", verbose_name="kommun"
    )
    datum = models.DateField("datum")
    antal = models.PositiveIntegerField("antal invånare")
    kalla = models.CharField("källa", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "folkmängd"
        verbose_name_plural = "folkmängder"
        ordering = ["-datum", "medlem__namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["medlem", "datum"],
                name="finsam_folkmangd_unik",
                violation_error_message="Folkmängden för kommunen och dagen finns redan.",
            ),
            models.CheckConstraint(
                name="finsam_folkmangd_antal",
                condition=Q(antal__gt=0),
                violation_error_message="Folkmängden ska vara större än noll.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medlem} {self.datum}"

    @property
    def adress(self) -> str:
        """The form where it is changed."""
        return reverse("finsam:folkmangd_update", args=[self.pk])

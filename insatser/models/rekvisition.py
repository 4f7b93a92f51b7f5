"""A claim: the owner of an insats asks for the period's money."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import KronorField, PeriodField, SigneradAv
from finsam.models import Anvandare, Bilaga, Statushandelse
from finsam.querysets import SpardQuerySet
from insatser.choices import Kostnadsslag, Rekvisitionsstatus
from insatser.models.insats import Insats


class RekvisitionQuerySet(SpardQuerySet["Rekvisition"]):
    def synliga_for(self, anvandare: Anvandare) -> "RekvisitionQuerySet":
        """Those of the insatser that the user may see."""
        return self.filter(insats__in=Insats.objects.synliga_for(anvandare))


class Rekvisition(models.Model):
    """A claim for a period; its posts are the money. Two persons attest, neither who handed in.

    The persons' names are kept beside them: a claim read from a folder has no users of this
    database, and one who changes name later attested under the old one.
    """

    insats = models.ForeignKey(
        Insats, on_delete=models.PROTECT, related_name="rekvisitioner", verbose_name="insats"
    )
    period = PeriodField("period")
    lopnr = models.PositiveSmallIntegerField("löpnummer", default=1)
    status = models.CharField(
        "status", max_length=20, choices=Rekvisitionsstatus, default=Rekvisitionsstatus.UTKAST
    )
    kommentar = models.TextField("kommentar", blank=True)
    inlamnad_at = models.DateTimeField("inlämnad", null=True, blank=True)
    inlamnad_av = SigneradAv("inlämnad av", null=True)
    inlamnad_namn = models.CharField("inlämnad av, namn", max_length=200, blank=True)
    attest1_at = models.DateTimeField("första attest", null=True, blank=True)
    attest1_av = SigneradAv("första attest av", null=True)
    attest1_namn = models.CharField("första attest av, namn", max_length=200, blank=True)
    attest2_at = models.DateTimeField("andra attest", null=True, blank=True)
    attest2_av = SigneradAv("andra attest av", null=True)
    attest2_namn = models.CharField("andra attest av, namn", max_length=200, blank=True)
    # Who let a claim above the grant through, why, and by how much at most.
    overskrids_av = SigneradAv("överskridande godkänt av", null=True)
    overskrids_namn = models.CharField("överskridande godkänt av, namn", max_length=200, blank=True)
    overskrids_belopp = KronorField("tillåtet överskridande, kr", null=True, blank=True)
    overskrids_skal = models.TextField("skäl till överskridande", blank=True)
    history = HistoricalRecords()

    objects = RekvisitionQuerySet.as_manager()

    class Meta:
        verbose_name = "rekvisition"
        verbose_name_plural = "rekvisitioner"
        ordering = ["-period", "insats__nr", "lopnr"]
        constraints = [
            bland_val("insatser_rekvisition_status", "status", Rekvisitionsstatus),
            models.UniqueConstraint(
                fields=["insats", "period", "lopnr"],
                name="insatser_rekvisition_unik",
                violation_error_message="Insatsen har redan en rekvisition med numret i perioden.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_inlamnad",
                condition=Q(status=Rekvisitionsstatus.UTKAST) | Q(inlamnad_at__isnull=False),
                violation_error_message="En inlämnad rekvisition ska ha en dag.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_tva_attester",
                condition=~Q(status=Rekvisitionsstatus.ATTESTERAD)
                | Q(attest1_av__isnull=False, attest2_av__isnull=False)
                | (
                    ~Q(attest1_namn="")
                    & ~Q(attest2_namn="")
                    & Q(attest1_av__isnull=True, attest2_av__isnull=True)
                    & ~Q(attest1_namn=F("attest2_namn"))
                ),
                violation_error_message="En rekvisition attesteras av två personer.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_olika_attest",
                condition=Q(attest2_av__isnull=True) | ~Q(attest2_av=F("attest1_av")),
                violation_error_message="Den andra attesten ska göras av en annan person.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_egen_attest",
                condition=Q(inlamnad_av__isnull=True)
                | (
                    (Q(attest1_av__isnull=True) | ~Q(attest1_av=F("inlamnad_av")))
                    & (Q(attest2_av__isnull=True) | ~Q(attest2_av=F("inlamnad_av")))
                ),
                violation_error_message="Den som lämnat in en rekvisition får inte attestera den.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_overskrids",
                condition=Q(overskrids_namn="") | ~Q(overskrids_skal=""),
                violation_error_message="Ange skälet till att beviljade medel får överskridas.",
            ),
            models.CheckConstraint(
                name="insatser_rekvisition_overskrids_belopp",
                condition=Q(overskrids_belopp__isnull=True)
                | (Q(overskrids_belopp__gt=0) & ~Q(overskrids_namn="")),
                violation_error_message="Ange vem som tillåtit överskridandet, och ett belopp "
                "större än 0.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.insats} {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:rekvisition_detail", args=[self.pk])

    @property
    def statusfarg(self) -> str:
        return Rekvisitionsstatus(self.status).farg


class Rekvisitionspost(models.Model):
    """An amount of a claim, by kind of cost; kr, positive (a correction is negative)."""

    rekvisition = models.ForeignKey(
        Rekvisition, on_delete=models.CASCADE, related_name="poster", verbose_name="rekvisition"
    )
    kostnadsslag = models.CharField("kostnadsslag", max_length=20, choices=Kostnadsslag)
    belopp = KronorField("belopp, kr")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "rekvirerat belopp"
        verbose_name_plural = "rekvirerade belopp"
        ordering = ["rekvisition", "kostnadsslag"]
        constraints = [
            bland_val("insatser_rekvisitionspost_slag", "kostnadsslag", Kostnadsslag),
            models.UniqueConstraint(
                fields=["rekvisition", "kostnadsslag"],
                name="insatser_rekvisitionspost_unik",
                violation_error_message="Kostnadsslaget finns redan i rekvisitionen.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kostnadsslag_display()


class Rekvisitionshandelse(Statushandelse):
    rekvisition = models.ForeignKey(
        Rekvisition, on_delete=models.CASCADE, related_name="handelser", verbose_name="rekvisition"
    )
    lagen = Rekvisitionsstatus

    class Meta(Statushandelse.Meta):
        verbose_name = "steg för rekvisition"
        verbose_name_plural = "steg för rekvisitioner"


class Rekvisitionsbilaga(Bilaga):
    agare = models.ForeignKey(
        Rekvisition, on_delete=models.CASCADE, related_name="bilagor", verbose_name="rekvisition"
    )

    class Meta(Bilaga.Meta):
        verbose_name = "bilaga till rekvisition"
        verbose_name_plural = "bilagor till rekvisitioner"

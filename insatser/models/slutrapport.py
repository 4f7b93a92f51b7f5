"""The final report of an insats."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Roll
from finsam.constraints import bland_val
from finsam.fields import SigneradAv
from finsam.models import Anvandare, Statushandelse
from finsam.permissions import Ratt, far
from finsam.querysets import SpardQuerySet
from insatser.choices import Slutrapportstatus
from insatser.models.insats import Insats


class SlutrapportQuerySet(SpardQuerySet["Slutrapport"]):
    def synliga_for(self, anvandare: Anvandare) -> "SlutrapportQuerySet":
        """Those of the insatser that the user may see; a draft to those who write or audit it."""
        synliga = self.filter(insats__in=Insats.objects.synliga_for(anvandare))
        skriver = far(anvandare, Ratt.RAPPORTERA) or far(anvandare, Ratt.UPPFOLJNING_ANDRA)
        if skriver or anvandare.roll == Roll.REVISOR:
            return synliga
        return synliga.exclude(status=Slutrapportstatus.UTKAST)


class Slutrapport(models.Model):
    """What came of an insats, by its steering group; the goals' outcomes stand on the goals."""

    insats = models.OneToOneField(
        Insats, on_delete=models.CASCADE, related_name="slutrapport", verbose_name="insats"
    )
    status = models.CharField(
        "status", max_length=20, choices=Slutrapportstatus, default=Slutrapportstatus.UTKAST
    )
    sammanfattning = models.TextField("sammanfattning", blank=True)
    resultat = models.TextField("resultat", blank=True)
    lardomar = models.TextField("lärdomar", blank=True)
    implementering = models.TextField("implementering", blank=True)
    inlamnad = models.DateField("inlämnad", null=True, blank=True)
    godkand = models.DateField("godkänd", null=True, blank=True)
    godkand_av = SigneradAv("godkänd av", null=True)
    history = HistoricalRecords()

    objects = SlutrapportQuerySet.as_manager()

    class Meta:
        verbose_name = "slutrapport"
        verbose_name_plural = "slutrapporter"
        ordering = ["insats__nr"]
        constraints = [
            bland_val("insatser_slutrapport_status", "status", Slutrapportstatus),
            models.CheckConstraint(
                name="insatser_slutrapport_inlamnad",
                condition=Q(status=Slutrapportstatus.UTKAST) | Q(inlamnad__isnull=False),
                violation_error_message="Ange dagen då slutrapporten lämnades in.",
            ),
        ]

    def __str__(self) -> str:
        return f"Slutrapport {self.insats}"

    def get_absolute_url(self) -> str:
        """The report has the insats's key in its address: there is one of each."""
        return reverse("insatser:slutrapport_detail", args=[self.insats_id])

    @property
    def statusfarg(self) -> str:
        return Slutrapportstatus(self.status).farg


class Slutrapporthandelse(Statushandelse):
    slutrapport = models.ForeignKey(
        Slutrapport, on_delete=models.CASCADE, related_name="handelser", verbose_name="slutrapport"
    )
    lagen = Slutrapportstatus

    class Meta(Statushandelse.Meta):
        verbose_name = "steg för slutrapport"
        verbose_name_plural = "steg för slutrapporter"

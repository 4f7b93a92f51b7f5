"""A deviation that an insats reports, and what was decided about it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import KronorField, PeriodField, SigneradAv
from finsam.models import Anvandare
from finsam.querysets import SpardQuerySet
from insatser.choices import Avvikelseslag, Avvikelsestatus
from insatser.models.insats import Insats


class AvvikelseQuerySet(SpardQuerySet["Avvikelse"]):
    def synliga_for(self, anvandare: Anvandare) -> "AvvikelseQuerySet":
        """Those of the insatser that the user may see."""
        return self.filter(insats__in=Insats.objects.synliga_for(anvandare))


class Avvikelse(models.Model):
    """From budget, goal, target group or method, or money asked to move to next year (kr)."""

    insats = models.ForeignKey(
        Insats, on_delete=models.PROTECT, related_name="avvikelser", verbose_name="insats"
    )
    period = PeriodField("period")
    slag = models.CharField("avser", max_length=20, choices=Avvikelseslag)
    beskrivning = models.TextField("beskrivning")
    atgard = models.TextField("föreslagen åtgärd", blank=True)
    belopp = KronorField("belopp, kr", null=True, blank=True)
    anmald = models.DateField("anmäld")
    anmald_av = SigneradAv("anmäld av", null=True)
    status = models.CharField(
        "status", max_length=20, choices=Avvikelsestatus, default=Avvikelsestatus.OPPEN
    )
    beslutsdatum = models.DateField("beslutsdatum", null=True, blank=True)
    beslutad_av = SigneradAv("beslutad av", null=True)
    beslut = models.TextField("beslut", blank=True)
    history = HistoricalRecords()

    objects = AvvikelseQuerySet.as_manager()

    class Meta:
        verbose_name = "avvikelse"
        verbose_name_plural = "avvikelser"
        ordering = ["-anmald", "-pk"]
        constraints = [
            bland_val("insatser_avvikelse_slag", "slag", Avvikelseslag),
            bland_val("insatser_avvikelse_status", "status", Avvikelsestatus),
            models.CheckConstraint(
                name="insatser_avvikelse_beslut",
                condition=Q(status=Avvikelsestatus.OPPEN) | Q(beslutsdatum__isnull=False),
                violation_error_message="Ange dagen för beslutet om avvikelsen.",
            ),
            models.CheckConstraint(
                name="insatser_avvikelse_overforing",
                # Said both ways: a comparison with nothing is no breach to the database.
                condition=~Q(slag=Avvikelseslag.OVERFORING) | Q(belopp__isnull=False, belopp__gt=0),
                violation_error_message="Ange hur mycket som ska föras över till nästa år.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}, {self.insats} {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:avvikelse_detail", args=[self.pk])

    @property
    def statusfarg(self) -> str:
        return Avvikelsestatus(self.status).farg

"""Goals of an insats, as applied for and as followed up."""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from insatser.choices import Malstatus, Maltyp
from insatser.models.ansokan import Ansokan
from insatser.models.insats import Insats


class Mal(models.Model):
    """What is to be reached, and how one sees it."""

    ordning = models.PositiveSmallIntegerField("ordning", default=1)
    maltyp = models.CharField("typ", max_length=20, choices=Maltyp, default=Maltyp.INSATS)
    text = models.TextField("mål")
    indikator = models.CharField("indikator", max_length=200, blank=True)
    malvarde = models.CharField(
        "målvärde", max_length=60, blank=True, help_text="Till exempel ”minst 70 %”."
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    def som_falt(self) -> dict[str, Any]:
        """What the goal says, to be the same goal somewhere else; its place is not with it."""
        return {falt: getattr(self, falt) for falt in ("maltyp", "text", "indikator", "malvarde")}


class Ansokningsmal(Mal):
    """A goal as it stands in an application."""

    ansokan = models.ForeignKey(
        Ansokan, on_delete=models.CASCADE, related_name="malen", verbose_name="ansökan"
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "mål i ansökan"
        verbose_name_plural = "mål i ansökningar"
        ordering = ["ansokan", "ordning", "pk"]
        constraints = [
            bland_val("insatser_ansokningsmal_typ", "maltyp", Maltyp),
            models.UniqueConstraint(
                fields=["ansokan", "ordning"],
                name="insatser_ansokningsmal_ordning",
                violation_error_message="Två mål har samma ordning.",
            ),
        ]


class InsatsmalManager(models.Manager.from_queryset(SpardQuerySet)):  # type: ignore[misc]
    """Goals with their insats, which names them."""

    def get_queryset(self) -> models.QuerySet["Insatsmal"]:
        return super().get_queryset().select_related("insats")  # type: ignore[no-any-return]


class Insatsmal(Mal):
    """A goal of an insats; `status` and `utfall` are what it came to in the end."""

    insats = models.ForeignKey(
        Insats, on_delete=models.CASCADE, related_name="malen", verbose_name="insats"
    )
    status = models.CharField(
        "status", max_length=20, choices=Malstatus, default=Malstatus.EJ_BEDOMT
    )
    utfall = models.TextField("utfall", blank=True)
    history = HistoricalRecords()

    objects = InsatsmalManager()

    class Meta:
        verbose_name = "insatsens mål"
        verbose_name_plural = "insatsernas mål"
        ordering = ["insats__nr", "ordning", "pk"]
        constraints = [
            bland_val("insatser_insatsmal_typ", "maltyp", Maltyp),
            bland_val("insatser_insatsmal_status", "status", Malstatus),
            models.UniqueConstraint(
                fields=["insats", "ordning"],
                name="insatser_insatsmal_ordning",
                violation_error_message="Två mål har samma ordning.",
            ),
        ]

    @property
    def statusfarg(self) -> str:
        return Malstatus(self.status).farg

    @property
    def typordning(self) -> int:
        """The place of the goal's type among the types, the widest first."""
        return Maltyp.values.index(self.maltyp)

    @property
    def beteckning(self) -> str:
        """What files call the goal: the number of the insats and the goal's own, "4.1"."""
        return f"{self.insats.nr}.{self.ordning}"

"""Participants: counts, never persons."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from uppfoljning.choices import KATEGORIER, Kon, Matt
from uppfoljning.models.kvartalsrapport import Kvartalsrapport


def _kategorins_matt() -> Q:
    """A measure that is divided has one of its own categories, any other has none."""
    villkor = ~Q(matt__in=tuple(KATEGORIER)) & Q(kategori="")
    for matt, lista in KATEGORIER.items():
        villkor |= Q(matt=matt, kategori__in=lista.values)
    return villkor


class Deltagarantal(models.Model):
    """How many, of one sex, in one category of one count, in the report's period.

    `manad` 0 is the whole period; 1-12 a month of it, read from a monthly file. The period's
    value is then what its months give: flows are summed, ongoing is taken at the first and last.
    """

    rapport = models.ForeignKey(
        Kvartalsrapport, on_delete=models.CASCADE, related_name="antalen", verbose_name="rapport"
    )
    manad = models.PositiveSmallIntegerField("månad", default=0)
    matt = models.CharField("mått", max_length=20, choices=Matt)
    kategori = models.CharField("kategori", max_length=30, blank=True)
    kon = models.CharField("kön", max_length=10, choices=Kon)
    antal = models.PositiveIntegerField("antal")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "antal deltagare"
        verbose_name_plural = "antal deltagare"
        ordering = ["rapport", "manad", "matt", "kategori", "kon"]
        constraints = [
            bland_val("uppfoljning_deltagarantal_matt", "matt", Matt),
            bland_val("uppfoljning_deltagarantal_kon", "kon", Kon),
            models.UniqueConstraint(
                fields=["rapport", "manad", "matt", "kategori", "kon"],
                name="uppfoljning_deltagarantal_unikt",
                violation_error_message="Uppgiften finns redan i rapporten.",
            ),
            models.CheckConstraint(
                name="uppfoljning_deltagarantal_manad",
                condition=Q(manad__lte=12),
                violation_error_message="Månaden ska vara 1–12, eller 0 för hela perioden.",
            ),
            models.CheckConstraint(
                name="uppfoljning_deltagarantal_kategori",
                condition=_kategorins_matt(),
                violation_error_message="Kategorin hör inte till måttet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matt_display()} {self.kategori} {self.kon}: {self.antal}"

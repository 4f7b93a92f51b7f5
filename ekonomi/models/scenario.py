"""A named play with the decision space: what is ticked, moved and changed."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.fields import SigneradAv
from finsam.querysets import SpardQuerySet


class Scenario(models.Model):
    """The room's address without its path, by name: opening it shows the same play again.

    `fraga` is the query string in its canonical form; `per` the day whose decisions it builds on.
    """

    namn = models.CharField("namn", max_length=100)
    verksamhetsar = models.PositiveSmallIntegerField("år")
    per = models.DateField("läget per")
    fraga = models.TextField("val", blank=True)
    anteckning = models.TextField("anteckning", blank=True)
    skapat_av = SigneradAv("skapat av", null=True)
    skapat_at = models.DateTimeField("skapat", auto_now_add=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "scenario"
        verbose_name_plural = "scenarier"
        ordering = ["-verksamhetsar", "namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["verksamhetsar", "namn"],
                name="ekonomi_scenario_unikt",
                violation_error_message="Året har redan ett scenario med det namnet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.namn} {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:scenario_detail", args=[self.pk])

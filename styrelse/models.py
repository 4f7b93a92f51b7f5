"""People and their offices; law 2003:1210, 10-12 and 25 §§."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.models import Medlem
from finsam.querysets import SpardQuerySet, TidsspannQuerySet
from styrelse.choices import Uppdragsroll, UtseddAv


class Person(models.Model):
    """Someone who holds or has held an office; the name is written here and nowhere else."""

    namn = models.CharField("namn", max_length=120, unique=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["namn"]

    def __str__(self) -> str:
        return self.namn


class Uppdrag(models.Model):
    """An office in the board that a member organisation has given a person, from day to day."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="uppdrag", verbose_name="person"
    )
    medlem = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="uppdrag", verbose_name="utsedd av"
    )
    roll = models.CharField("roll", max_length=20, choices=Uppdragsroll)
    parti = models.CharField(
        "parti", max_length=10, blank=True, help_text="Tomt för statens tjänstepersoner."
    )
    fran = models.DateField("från och med")
    tom = models.DateField("till och med", null=True, blank=True)
    history = HistoricalRecords()

    objects = TidsspannQuerySet.as_manager()

    class Meta:
        verbose_name = "uppdrag"
        verbose_name_plural = "uppdrag"
        ordering = ["medlem__namn", "roll", "fran"]
        constraints = [
            bland_val("styrelse_uppdrag_roll", "roll", Uppdragsroll),
            datum_i_ordning("styrelse_uppdrag_datum", "fran", "tom"),
            models.UniqueConstraint(
                fields=["person", "medlem", "roll", "fran"],
                name="styrelse_uppdrag_unikt",
                violation_error_message="Uppdraget finns redan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_roll_display()}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:uppdrag_detail", args=[self.pk])

    @property
    def ordinarie(self) -> bool:
        return self.roll != Uppdragsroll.ERSATTARE


class Revisor(models.Model):
    """An elected auditor, or the firm that the state has procured (25 §)."""

    namn = models.CharField("namn", max_length=120, blank=True)
    byra = models.CharField(
        "byrå", max_length=120, blank=True, help_text="Byrån, eller den som biträder."
    )
    utsedd_av = models.CharField("utsedd av", max_length=20, choices=UtseddAv)
    fran = models.DateField("från och med")
    tom = models.DateField("till och med", null=True, blank=True)
    history = HistoricalRecords()

    objects = TidsspannQuerySet.as_manager()

    class Meta:
        verbose_name = "revisor"
        verbose_name_plural = "revisorer"
        ordering = ["utsedd_av", "namn", "byra"]
        constraints = [
            bland_val("styrelse_revisor_utsedd_av", "utsedd_av", UtseddAv),
            datum_i_ordning("styrelse_revisor_datum", "fran", "tom"),
            models.CheckConstraint(
                name="styrelse_revisor_namn_eller_byra",
                condition=~Q(namn="") | ~Q(byra=""),
                violation_error_message="Ange revisorns namn eller byrå.",
            ),
        ]

    def __str__(self) -> str:
        return self.namn or self.byra

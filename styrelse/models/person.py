"""People and their offices; law 2003:1210, 10-12 and 25 §§."""

from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Part
from finsam.constraints import bland_val, datum_i_ordning
from finsam.models import Medlem
from finsam.querysets import SpardQuerySet, TidsspannQuerySet
from styrelse.calculations.besattning import (
    FORETRADER_REDAN,
    HAR_REDAN_PLATS,
    PRESIDIUM,
    UPPTAGEN_ROLL,
)
from styrelse.choices import Uppdragsorgan, Uppdragsroll, UtseddAv


class Person(models.Model):
    """Someone who holds or has held an office; the name is written here and nowhere else."""

    namn = models.CharField("namn", max_length=120, unique=True)
    # What an office brings with it: where the notice is sent. No home address is kept.
    epost = models.EmailField("e-postadress", blank=True)
    anvandare = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="användare",
        help_text="Den inloggning som personen har, om någon.",
    )
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["namn"]

    def __str__(self) -> str:
        return self.namn


class UppdragQuerySet(TidsspannQuerySet["Uppdrag"]):
    def i_styrelsen(self) -> Self:
        """Seats of the board itself, not those of its committees."""
        return self.filter(organ=Uppdragsorgan.STYRELSEN)

    def samtidiga_med(self, uppdrag: "Uppdrag") -> Self:
        """Other offices of the same organ that are held on any of the same days."""
        samtidiga = self.under(uppdrag.fran, uppdrag.tom or date.max)
        return samtidiga.filter(organ=uppdrag.organ).exclude(pk=uppdrag.pk)


class Uppdrag(models.Model):
    """An office that a member organisation has given a person, from day to day.

    `ordning` is the order in which the deputies of a member serve (12 §).
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="uppdrag", verbose_name="person"
    )
    medlem = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="uppdrag", verbose_name="utsedd av"
    )
    organ = models.CharField(
        "organ", max_length=20, choices=Uppdragsorgan, default=Uppdragsorgan.STYRELSEN
    )
    roll = models.CharField("roll", max_length=20, choices=Uppdragsroll)
    ordning = models.PositiveSmallIntegerField(
        "tjänstgöringsordning",
        default=1,
        help_text="I vilken ordning medlemmens ersättare träder in: 1 först.",
    )
    arvoderas = models.BooleanField(
        "arvoderas",
        null=True,
        blank=True,
        help_text="Tomt: efter medlemmen. Statens tjänstepersoner sitter i tjänsten, utan arvode.",
    )
    parti = models.CharField(
        "parti", max_length=10, blank=True, help_text="Tomt för statens tjänstepersoner."
    )
    fran = models.DateField("från och med")
    tom = models.DateField("till och med", null=True, blank=True)
    history = HistoricalRecords()

    objects = UppdragQuerySet.as_manager()

    class Meta:
        verbose_name = "uppdrag"
        verbose_name_plural = "uppdrag"
        ordering = ["medlem__namn", "roll", "fran"]
        constraints = [
            bland_val("styrelse_uppdrag_organ", "organ", Uppdragsorgan),
            bland_val("styrelse_uppdrag_roll", "roll", Uppdragsroll),
            datum_i_ordning("styrelse_uppdrag_datum", "fran", "tom"),
            models.UniqueConstraint(
                fields=["person", "medlem", "organ", "roll", "fran"],
                name="styrelse_uppdrag_unikt",
                violation_error_message="Uppdraget finns redan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_roll_display()}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:uppdrag_detail", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for a party at an authority, and for a seat that is taken.

        A seat in the board and one in its committee go together; two in the same organ do not,
        nor two who chair it.
        """
        if not self.medlem_id:
            return
        if self.parti and self.medlem.part == Part.STAT:
            raise ValidationError({"parti": "Statens tjänstepersoner företräder inget parti."})
        if self.fran and (skal := self._i_vagen()):
            raise ValidationError(skal)

    def _i_vagen(self) -> str:
        """Whose office stands in the way of this one, as a sentence; empty for none. 1 query."""
        samtidiga = Uppdrag.objects.samtidiga_med(self).select_related("person", "medlem")
        # Who is new in the register has no key, and no office yet.
        villkor = Q(person_id=self.person_id or 0)
        if self.roll in PRESIDIUM:
            villkor |= Q(roll=self.roll)
        annan = samtidiga.filter(villkor).order_by("fran", "pk").first()
        if annan is None:
            return ""
        namn, roll = annan.person, annan.get_roll_display()
        if annan.person_id != self.person_id:
            return UPPTAGEN_ROLL.format(namn=namn, roll=roll)
        if annan.medlem_id != self.medlem_id:
            return FORETRADER_REDAN.format(namn=namn, medlem=annan.medlem)
        return HAR_REDAN_PLATS.format(namn=namn, roll=roll)

    @property
    def mappnamn(self) -> str:
        """ "ledamot för Håbo kommun från 2023-04-01", with the person: the folder's name of it."""
        plats = "" if self.organ == Uppdragsorgan.STYRELSEN else f" i {self.organ}"
        return f"{self.person}, {self.get_roll_display()} för {self.medlem}{plats} från {self.fran}"

    @property
    def ordinarie(self) -> bool:
        return self.roll != Uppdragsroll.ERSATTARE

    @property
    def arvoderad(self) -> bool:
        """Whether allowances are paid: as it says, else to all but the state's officials."""
        if self.arvoderas is None:
            return self.medlem.part != Part.STAT
        return self.arvoderas


class Revisor(models.Model):
    """An elected auditor, or the firm that the state has procured (25 §)."""

    namn = models.CharField("namn", max_length=120, blank=True)
    byra = models.CharField(
        "byrå", max_length=120, blank=True, help_text="Byrån, eller den som biträder."
    )
    # The firm's own people are often not known: then nobody of it gets the papers from here.
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="revisorsuppdrag",
        verbose_name="handlingar skickas till",
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


class Kansliroll(models.Model):
    """What somebody does at the office: förbundschef, ekonom, from day to day."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="kansliroller", verbose_name="person"
    )
    befattning = models.CharField("befattning", max_length=80)
    fran = models.DateField("från och med")
    tom = models.DateField("till och med", null=True, blank=True)
    history = HistoricalRecords()

    objects = TidsspannQuerySet.as_manager()

    class Meta:
        verbose_name = "kansliroll"
        verbose_name_plural = "kansliroller"
        ordering = ["befattning", "person__namn", "fran"]
        constraints = [
            datum_i_ordning("styrelse_kansliroll_datum", "fran", "tom"),
            models.UniqueConstraint(
                fields=["person", "befattning", "fran"],
                name="styrelse_kansliroll_unik",
                violation_error_message="Rollen finns redan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.befattning}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:kansliroll_update", args=[self.pk])

"""The sitting: who took part when, who stood aside, what was put and how it was voted."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.querysets import SpardQuerySet
from styrelse.choices import Narvaroform, Narvaroroll, Rostval, Yttrandeslag
from styrelse.models.arende import Delarende
from styrelse.models.mote import Mote
from styrelse.models.person import Person, Uppdrag
from styrelse.models.punkt import Punkt


class Narvaro(models.Model):
    """Somebody who took part in a meeting.

    Who serves at each item follows from this: a ledamot who is there and not disqualified, or
    the first such deputy of the same member (styrelse/calculations/tjanstgoring.py).
    """

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="narvaro", verbose_name="möte"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="narvaro", verbose_name="person"
    )
    uppdrag = models.ForeignKey(
        Uppdrag,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narvaro",
        verbose_name="uppdrag",
    )
    roll = models.CharField("roll", max_length=20, choices=Narvaroroll)
    titel = models.CharField("titel", max_length=120, blank=True)
    form = models.CharField("deltar", max_length=10, choices=Narvaroform, default=Narvaroform.PLATS)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "närvaro"
        verbose_name_plural = "närvaro"
        ordering = ["mote", "roll", "person__namn"]
        constraints = [
            bland_val("styrelse_narvaro_roll", "roll", Narvaroroll),
            bland_val("styrelse_narvaro_form", "form", Narvaroform),
            models.UniqueConstraint(
                fields=["mote", "person"],
                name="styrelse_narvaro_unik",
                violation_error_message="Personen är redan antecknad.",
            ),
            models.CheckConstraint(
                name="styrelse_narvaro_uppdrag",
                condition=Q(
                    roll__in=(Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE), uppdrag__isnull=False
                )
                | Q(
                    roll__in=(Narvaroroll.TJANSTEPERSON, Narvaroroll.ADJUNGERAD),
                    uppdrag__isnull=True,
                ),
                violation_error_message="En ledamot eller ersättare deltar i kraft av ett uppdrag.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def mappnamn(self) -> str:
        """ "FS 2021-10-21 09.00, Anna Ek": what the folder's files call it."""
        return f"{self.mote.nyckel}, {self.person}"


class Franvaro(models.Model):
    """Items that somebody at the meeting was away from: from one, up to but not with another.

    An arrival after the opening is an absence from the first item; without `till` it lasts.
    """

    narvaro = models.ForeignKey(
        Narvaro, on_delete=models.CASCADE, related_name="franvaro", verbose_name="närvaro"
    )
    fran = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="+", verbose_name="gick vid"
    )
    till = models.ForeignKey(
        Punkt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kom vid",
    )
    tid = models.TimeField("klockan", null=True, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "frånvaro"
        verbose_name_plural = "frånvaro"
        ordering = ["narvaro", "fran__ordning"]
        constraints = [
            models.UniqueConstraint(
                fields=["narvaro", "fran"],
                name="styrelse_franvaro_unik",
                violation_error_message="Frånvaron är redan antecknad.",
            ),
            models.CheckConstraint(
                name="styrelse_franvaro_span",
                condition=Q(till__isnull=True) | ~Q(till=models.F("fran")),
                violation_error_message="Den som kommer och går vid samma punkt är inte borta.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.narvaro}, från {self.fran}"


class Jav(models.Model):
    """Somebody who has declared that they may not take part in an item (KL 6 kap. 28 §)."""

    punkt = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="jav", verbose_name="punkt"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="jav", verbose_name="person"
    )
    skal = models.CharField("skäl", max_length=300, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "jäv"
        verbose_name_plural = "jäv"
        ordering = ["punkt", "person__namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "person"],
                name="styrelse_jav_unikt",
                violation_error_message="Jävet är redan antecknat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} har anmält jäv i ärendet."


class Yttrande(models.Model):
    """A motion put, a reservation, or a statement for the minutes."""

    punkt = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="yttranden", verbose_name="punkt"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="yttranden", verbose_name="person"
    )
    slag = models.CharField("slag", max_length=20, choices=Yttrandeslag)
    text = models.TextField("text")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "yttrande"
        verbose_name_plural = "yttranden"
        ordering = ["punkt", "pk"]
        constraints = [bland_val("styrelse_yttrande_slag", "slag", Yttrandeslag)]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}, {self.person}"


class Votering(models.Model):
    """A vote: what a yes and a no stood for. The chair's own vote decides when they are equal."""

    punkt = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="voteringar", verbose_name="punkt"
    )
    delarende = models.ForeignKey(
        Delarende,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voteringar",
        verbose_name="del",
    )
    ja = models.CharField("ja-röst för", max_length=300)
    nej = models.CharField("nej-röst för", max_length=300)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "votering"
        verbose_name_plural = "voteringar"
        ordering = ["punkt", "pk"]

    def __str__(self) -> str:
        return f"Votering, {self.punkt}"

    @property
    def mappnamn(self) -> str:
        """ "FS § 45/2021, bifall mot avslag": what the folder's files call it."""
        del_ = f" {self.delarende.bokstav}" if self.delarende else ""
        return f"{self.punkt.mappnamn}{del_}, {self.ja} mot {self.nej}"


class Rost(models.Model):
    """How somebody who served at the item voted."""

    votering = models.ForeignKey(
        Votering, on_delete=models.CASCADE, related_name="roster", verbose_name="votering"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="roster", verbose_name="person"
    )
    val = models.CharField("röst", max_length=10, choices=Rostval)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "röst"
        verbose_name_plural = "röster"
        ordering = ["votering", "person__namn"]
        constraints = [
            bland_val("styrelse_rost_val", "val", Rostval),
            models.UniqueConstraint(
                fields=["votering", "person"],
                name="styrelse_rost_unik",
                violation_error_message="Personen har redan röstat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_val_display()}"

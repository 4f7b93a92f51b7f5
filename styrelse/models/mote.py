"""Meetings, and what the association's own habit makes of them."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.models import Forbund, Medlem
from finsam.querysets import SpardQuerySet
from finsam.typografi import klockslag
from styrelse.calculations.arsmall import okanda
from styrelse.choices import LASTA, SAMRADEN, Motesstatus, Organ, Punktplats, Punktslag

FINNS = "Det finns redan ett sådant möte den dagen och tiden."
HAR_DELTAGARE = "Mötet har antecknade deltagare och är ett samråd eller en dialog."
FORETRADER_INGEN = "{medlem} är inte medlem den dagen men har antecknade deltagare."
UTAN_PROTOKOLL = "Ett möte utan protokoll blir inte justerat."
UTAN_DISTANSBESLUT = "Styrelsen har inte beslutat om deltagande på distans."


def distans_medgiven(forbund: Forbund | None, dag: date) -> bool:
    """Whether the board had decided by that day that one may take part at a distance (19 a §)."""
    return bool(forbund and forbund.distans_fran and forbund.distans_fran <= dag)


class MoteQuerySet(SpardQuerySet["Mote"]):
    def oskickade(self) -> Self:
        """Meetings whose notice has not been sent; those called off without one among them."""
        installt_utan = Q(status=Motesstatus.INSTALLT, paket__isnull=True)
        return self.filter(Q(status=Motesstatus.PLANERAT) | installt_utan)

    def borttagbara(self) -> Self:
        """Meetings that nobody has been called to, that no matter waits for and nobody came to."""
        med_arenden = self.filter(punkter__arende__isnull=False).values("pk")
        med_deltagare = self.filter(deltagare__isnull=False).values("pk")
        return self.oskickade().exclude(pk__in=med_arenden).exclude(pk__in=med_deltagare)


class Mote(models.Model):
    """A sitting of the board or its committee, or a consultation with the members.

    `dagordningsversion` grows with each change of the agenda's order: who reorders says which one
    was seen, so that two who do it at once do not undo each other.
    """

    organ = models.CharField("organ", max_length=20, choices=Organ)
    datum = models.DateField("datum")
    start = models.TimeField("börjar")
    slut = models.TimeField("slutar", null=True, blank=True)
    # Which one it is of those that were called off at the same day and hour, and it itself.
    omgang = models.PositiveSmallIntegerField("omgång", default=1, editable=False)
    plats = models.CharField("plats", max_length=120, blank=True)
    distans = models.BooleanField(
        "på distans", default=False, help_text="Ledamöter får delta på distans (19 a §)."
    )
    medlem = models.ForeignKey(
        Medlem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dialoger",
        verbose_name="medlem",
        help_text="Bara för en medlemsdialog.",
    )
    status = models.CharField(
        "status", max_length=20, choices=Motesstatus, default=Motesstatus.PLANERAT
    )
    kallelsedatum = models.DateField(
        "kallelsen daterad", null=True, blank=True, help_text="Tomt: dagen då den skickas."
    )
    oppnades = models.TimeField("öppnades", null=True, blank=True)
    avslutades = models.TimeField("avslutades", null=True, blank=True)
    inledning = models.TextField("inledning i kallelsen", blank=True)
    anteckningar = models.TextField(
        "anteckningar", blank=True, help_text="För samråd och dialoger, som inte har protokoll."
    )
    dagordningsversion = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords()

    objects = MoteQuerySet.as_manager()

    class Meta:
        verbose_name = "möte"
        verbose_name_plural = "möten"
        ordering = ["-datum", "-start"]
        constraints = [
            bland_val("styrelse_mote_organ", "organ", Organ),
            bland_val("styrelse_mote_status", "status", Motesstatus),
            models.UniqueConstraint(
                fields=["organ", "datum", "start"],
                condition=~Q(status=Motesstatus.INSTALLT),
                name="styrelse_mote_unikt",
                violation_error_message=FINNS,
            ),
            models.UniqueConstraint(
                fields=["organ", "datum", "start", "omgang"],
                name="styrelse_mote_omgang",
                violation_error_message="Det finns redan ett möte i den omgången.",
            ),
            models.CheckConstraint(
                name="styrelse_mote_tid",
                condition=Q(slut__isnull=True) | Q(slut__gt=F("start")),
                violation_error_message="Mötet måste sluta efter att det har börjat.",
            ),
            models.CheckConstraint(
                name="styrelse_mote_dialog",
                condition=Q(organ=Organ.DIALOG, medlem__isnull=False)
                | (~Q(organ=Organ.DIALOG) & Q(medlem__isnull=True)),
                violation_error_message="En medlemsdialog, och bara den, hålls med en medlem.",
            ),
        ]

    def __str__(self) -> str:
        return f"{Organ(self.organ).label} {self.datum}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:mote_detail", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for a remote sitting that the board has not decided on.

        And for a sitting with minutes made of a consultation that has its participants, for a
        consultation that is moved away from whom it heard, and for one that is approved. A meeting
        at the day and hour of one called off comes after it.
        """
        self._satt_omgang()
        self._krav_deltagare()
        if self.organ and self.last and not self.beslutar:
            raise ValidationError(UTAN_PROTOKOLL)
        medges = distans_medgiven(Forbund.objects.first(), self.datum) if self.datum else True
        if self.distans and not medges:
            raise ValidationError({"distans": UTAN_DISTANSBESLUT})

    def _krav_deltagare(self) -> None:
        """Those who are entered belong to a consultation, and are asked about when it moves."""
        if not self.pk or not self.datum:
            return
        if self.organ not in SAMRADEN:
            if self.deltagare.exists():
                raise ValidationError({"organ": HAR_DELTAGARE})
            return
        if not Mote.objects.filter(pk=self.pk).exclude(datum=self.datum).exists():
            return
        dagens = Medlem.objects.under(self.datum, self.datum).values("pk")
        utanfor = Medlem.objects.filter(samradsdeltagare__mote=self).exclude(pk__in=dagens).first()
        if utanfor:
            raise ValidationError({"datum": FORETRADER_INGEN.format(medlem=utanfor)})

    def _satt_omgang(self) -> None:
        """Past every other meeting of the organ then, when one of them stands in its place."""
        andra = Mote.objects.filter(organ=self.organ, datum=self.datum, start=self.start)
        tagna = set(andra.exclude(pk=self.pk).values_list("omgang", flat=True))
        if self.omgang in tagna:
            self.omgang = max(tagna) + 1

    @property
    def nyckel(self) -> str:
        """ "FS 2021-10-21 09.00", for the folder; with "(2)" when one then was called off."""
        igen = f" ({self.omgang})" if self.omgang > 1 else ""
        return f"{Organ(self.organ).kort} {self.datum} {klockslag(self.start)}{igen}"

    @property
    def last(self) -> bool:
        """Whether its minutes are approved, and it so never changes."""
        return self.status in LASTA

    @property
    def utskickat(self) -> bool:
        """Whether its notice has been sent, also when it was called off after that."""
        if self.status == Motesstatus.INSTALLT:
            return self.paket.exists()
        return self.status != Motesstatus.PLANERAT

    @property
    def beslutar(self) -> bool:
        return Organ(self.organ).beslutar

    @property
    def statusfarg(self) -> str:
        """The colour of the status; see components/status.html."""
        return Motesstatus(self.status).farg


class Dagordningsmall(models.Model):
    """An item that every meeting of the organ has: opening, checkers, check-in, closing."""

    organ = models.CharField("organ", max_length=20, choices=Organ)
    plats = models.CharField("plats", max_length=10, choices=Punktplats)
    ordning = models.PositiveSmallIntegerField("ordning")
    slag = models.CharField("slag", max_length=30, choices=Punktslag, default=Punktslag.FORMALIA)
    rubrik = models.CharField("rubrik", max_length=200)
    text = models.TextField("text", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "fast punkt"
        verbose_name_plural = "fasta punkter"
        ordering = ["organ", "plats", "ordning"]
        constraints = [
            bland_val("styrelse_dagordningsmall_organ", "organ", Organ),
            bland_val("styrelse_dagordningsmall_plats", "plats", Punktplats),
            bland_val("styrelse_dagordningsmall_slag", "slag", Punktslag),
            models.UniqueConstraint(
                fields=["organ", "plats", "ordning"],
                name="styrelse_dagordningsmall_unik",
                violation_error_message="Platsen i dagordningen är upptagen.",
            ),
            models.CheckConstraint(
                name="styrelse_dagordningsmall_fast",
                condition=~Q(slag=Punktslag.ARENDE),
                violation_error_message="Ett ärende är ingen fast punkt.",
            ),
        ]

    def __str__(self) -> str:
        return self.rubrik


class Arsarende(models.Model):
    """A matter that comes every year, and the last day on which it can be decided.

    `amnesslag` and `nyckel` name what it is about (styrelse/amnen.py). "{ar}" in the key and in
    texts is the meeting's year, "{ar-1}" the one before and "{ar+1}" the next.
    """

    kod = models.SlugField("kod", max_length=40, unique=True)
    rubrik = models.CharField("rubrik", max_length=200, help_text="”{ar}” blir årtalet.")
    organ = models.CharField("organ", max_length=20, choices=Organ, default=Organ.FS)
    tidigast_manad = models.PositiveSmallIntegerField("tidigast i månad", default=1)
    senast_manad = models.PositiveSmallIntegerField("senast i månad")
    senast_dag = models.PositiveSmallIntegerField("senast dag")
    via_au = models.BooleanField("bereds i arbetsutskottet", default=True)
    till_beslut = models.BooleanField("till beslut", default=True)
    forslag = models.TextField("förslag till beslut", blank=True)
    efter_samrad = models.BooleanField(
        "kräver samråd före",
        default=False,
        help_text="Ett samråd med medlemmarna ska vara hållet före beslutet.",
    )
    amnesslag = models.CharField("ämne", max_length=40, blank=True)
    nyckel = models.CharField(
        "ämnets nyckel",
        max_length=60,
        blank=True,
        help_text="Till exempel ”delarsrapport {ar}-H1”, eller ”{ar+1}” för nästa års budget.",
    )
    grund = models.CharField("grund", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "årligt ärende"
        verbose_name_plural = "årliga ärenden"
        ordering = ["senast_manad", "senast_dag", "rubrik"]
        constraints = [
            bland_val("styrelse_arsarende_organ", "organ", Organ),
            models.CheckConstraint(
                name="styrelse_arsarende_dag",
                condition=Q(
                    senast_manad__gte=1,
                    senast_manad__lte=12,
                    senast_dag__gte=1,
                    senast_dag__lte=31,
                    tidigast_manad__gte=1,
                    tidigast_manad__lte=F("senast_manad"),
                ),
                violation_error_message="Ange månad 1–12 och dag 1–31, tidigast före senast.",
            ),
            models.CheckConstraint(
                name="styrelse_arsarende_amne",
                condition=Q(amnesslag="", nyckel="") | ~Q(amnesslag="") & ~Q(nyckel=""),
                violation_error_message="Ange både ämne och nyckel, eller inget av dem.",
            ),
        ]

    def __str__(self) -> str:
        return self.rubrik

    def get_absolute_url(self) -> str:
        return reverse("styrelse:arsarende_update", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for braces that stand for no year."""
        for falt in ("rubrik", "forslag", "nyckel"):
            if fel := okanda(getattr(self, falt)):
                raise ValidationError(
                    {falt: f"”{fel[0]}” är inget årtal. Skriv {{ar}} eller {{ar+1}}."}
                )

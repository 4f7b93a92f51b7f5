"""Allowances: rates from a day on, what is claimed besides, and the runs that are paid."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import KronorField, SigneradAv
from finsam.querysets import SpardQuerySet
from styrelse.choices import Arvodesslag, Korningsstatus, Organ, Uppdragsroll
from styrelse.models.mote import Mote
from styrelse.models.person import Person, Uppdrag


def hel_sekund() -> datetime:
    """Now, as exactly as a file writes it."""
    return timezone.now().replace(microsecond=0)


class Arvodesreglemente(models.Model):
    """The rate set that holds from a day until the next one, and the decision behind it."""

    galler_fran = models.DateField(
        "gäller från",
        unique=True,
        error_messages={"unique": "Det finns redan ett reglemente från den dagen."},
    )
    beslut = models.CharField("beslut", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "arvodesreglemente"
        verbose_name_plural = "arvodesreglementen"
        ordering = ["-galler_fran"]

    def __str__(self) -> str:
        return f"Arvoden från {self.galler_fran}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:arvodesreglemente_detail", args=[self.pk])


class Arvodessats(models.Model):
    """One rate, in kr: a year, a meeting, an hour from `fran_timmar` on, or a kilometre.

    An empty role or organ means every one; the most specific rate is the one that is paid.
    """

    reglemente = models.ForeignKey(
        Arvodesreglemente,
        on_delete=models.CASCADE,
        related_name="satser",
        verbose_name="reglemente",
    )
    slag = models.CharField("slag", max_length=20, choices=Arvodesslag)
    roll = models.CharField("roll", max_length=20, choices=Uppdragsroll, blank=True)
    organ = models.CharField("organ", max_length=20, choices=Organ, blank=True)
    fran_timmar = models.DecimalField(
        "från timme",
        max_digits=4,
        decimal_places=2,
        default=0,
        help_text="Satsen gäller den del av mötet som ligger efter så många timmar.",
    )
    belopp = KronorField("belopp, kr")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "arvodessats"
        verbose_name_plural = "arvodessatser"
        ordering = ["reglemente", "slag", "organ", "roll", "fran_timmar"]
        constraints = [
            bland_val("styrelse_arvodessats_slag", "slag", Arvodesslag),
            models.UniqueConstraint(
                fields=["reglemente", "slag", "roll", "organ", "fran_timmar"],
                name="styrelse_arvodessats_unik",
                violation_error_message="Satsen finns redan.",
            ),
            models.CheckConstraint(
                name="styrelse_arvodessats_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Ett arvode kan inte vara negativt.",
            ),
            models.CheckConstraint(
                name="styrelse_arvodessats_timmar",
                condition=Q(slag=Arvodesslag.TIMARVODE) | Q(fran_timmar=0),
                violation_error_message="Bara ett timarvode har trappsteg.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.roll}".strip()


class Ersattningskrav(models.Model):
    """Lost income, travel or outlay that somebody claims for a meeting."""

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="ersattningskrav", verbose_name="möte"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="ersattningskrav", verbose_name="person"
    )
    slag = models.CharField("slag", max_length=20, choices=Arvodesslag)
    antal = models.DecimalField(
        "antal", max_digits=8, decimal_places=2, help_text="Timmar, kilometer, eller 1 för utlägg."
    )
    a_pris = KronorField(
        "à-pris, kr", null=True, blank=True, help_text="Tomt för resa: satsen i reglementet."
    )
    underlag = models.CharField("underlag", max_length=300, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "ersättningskrav"
        verbose_name_plural = "ersättningskrav"
        ordering = ["mote", "person__namn", "slag"]
        constraints = [
            models.CheckConstraint(
                name="styrelse_ersattningskrav_slag",
                condition=Q(
                    slag__in=(
                        Arvodesslag.FORLORAD_INKOMST,
                        Arvodesslag.RESA,
                        Arvodesslag.UTLAGG,
                    )
                ),
                violation_error_message="Välj förlorad arbetsförtjänst, resa eller utlägg.",
            ),
            models.CheckConstraint(
                name="styrelse_ersattningskrav_pris",
                condition=Q(slag=Arvodesslag.RESA) | Q(a_pris__isnull=False),
                violation_error_message="Ange à-pris i kronor.",
            ),
            models.CheckConstraint(
                name="styrelse_ersattningskrav_antal",
                condition=Q(antal__gt=0),
                violation_error_message="Antalet ska vara större än noll.",
            ),
            models.UniqueConstraint(
                fields=["mote", "person", "slag", "underlag"],
                name="styrelse_ersattningskrav_unikt",
                violation_error_message="Kravet finns redan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}, {self.person}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:ersattningskrav_update", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for somebody whom the association pays nothing that day."""
        if not (self.mote_id and self.person_id):
            return
        dag = self.mote.datum
        uppdrag = self.person.uppdrag.under(dag, dag).select_related("medlem")
        if not any(ett.arvoderad for ett in uppdrag):
            text = f"{self.person} har inget uppdrag den {dag} som förbundet ersätter."
            raise ValidationError({"person": text})

    @property
    def mappnamn(self) -> str:
        """ "FS 2026-03-19 09.00, Anna Ek, Utlägg, buss": what the folder's files call it."""
        namn = (self.mote.nyckel, str(self.person), self.get_slag_display(), self.underlag)
        return ", ".join(filter(None, namn))


class Arvodeskorning(models.Model):
    """What is paid for a span of days; attested by another than the one who made it.

    `skapad_namn` and `attesterad_namn` are their names then: all that is known of a run that was
    read from a folder. `skapad_at` names it there, to the second.
    """

    fran = models.DateField("från och med")
    tom = models.DateField("till och med")
    status = models.CharField(
        "status", max_length=20, choices=Korningsstatus, default=Korningsstatus.UTKAST
    )
    skapad_at = models.DateTimeField("skapad", default=hel_sekund, editable=False)
    skapad_av = SigneradAv("skapad av", null=True)
    skapad_namn = models.CharField("skapad av, namn", max_length=200, blank=True)
    attesterad_at = models.DateTimeField("attesterad", null=True, blank=True)
    attesterad_av = SigneradAv("attesterad av", null=True)
    attesterad_namn = models.CharField("attesterad av, namn", max_length=200, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "arvodeskörning"
        verbose_name_plural = "arvodeskörningar"
        ordering = ["-tom", "-pk"]
        constraints = [
            bland_val("styrelse_arvodeskorning_status", "status", Korningsstatus),
            datum_i_ordning("styrelse_arvodeskorning_datum", "fran", "tom"),
            models.CheckConstraint(
                name="styrelse_arvodeskorning_attest",
                condition=Q(status=Korningsstatus.UTKAST, attesterad_av=None, attesterad_namn="")
                | ~Q(status=Korningsstatus.UTKAST)
                & Q(attesterad_at__isnull=False)
                & (
                    Q(attesterad_av__isnull=False)
                    | ~Q(attesterad_namn="") & ~Q(attesterad_namn=F("skapad_namn"))
                ),
                violation_error_message="En attesterad körning säger vem som attesterade och när.",
            ),
            models.CheckConstraint(
                name="styrelse_arvodeskorning_tva",
                condition=Q(attesterad_av__isnull=True)
                | Q(skapad_av__isnull=True)
                | ~Q(attesterad_av=F("skapad_av")),
                violation_error_message="Den som har gjort körningen kan inte attestera den.",
            ),
            # Two drafts at once would pay the same meetings twice.
            models.UniqueConstraint(
                fields=["status"],
                condition=Q(status=Korningsstatus.UTKAST),
                name="styrelse_arvodeskorning_ett_utkast",
                violation_error_message="Attestera eller ta bort det utkast som finns först.",
            ),
        ]

    def __str__(self) -> str:
        return f"Arvoden {self.fran}–{self.tom}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:arvodeskorning_detail", args=[self.pk])

    @property
    def mappnamn(self) -> str:
        """ "2026-01-31 10:15:02", when it was made: what the folder's files call it."""
        return f"{timezone.localtime(self.skapad_at):%Y-%m-%d %H:%M:%S}"

    @property
    def last(self) -> bool:
        """Whether it is attested, and so never changed."""
        return self.status != Korningsstatus.UTKAST

    @property
    def statusfarg(self) -> str:
        """The colour of the status; see components/status.html."""
        return Korningsstatus(self.status).farg


class Arvodesrad(models.Model):
    """One amount of a run, in kr. Nobody is paid twice for the same meeting or the same month.

    `belopp` is `antal` × `a_pris`; of a yearly allowance `antal` is days of it and `a_pris` the
    whole year's. `post` tells apart what is else alike: the month, the step of an hourly rate. A
    difference points at the paid row that it corrects (`rattar`), and may be negative.
    """

    korning = models.ForeignKey(
        Arvodeskorning, on_delete=models.CASCADE, related_name="rader", verbose_name="körning"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="arvodesrader", verbose_name="person"
    )
    uppdrag = models.ForeignKey(
        Uppdrag,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="arvodesrader",
        verbose_name="uppdrag",
    )
    mote = models.ForeignKey(
        Mote,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="arvodesrader",
        verbose_name="möte",
    )
    krav = models.ForeignKey(
        Ersattningskrav,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rader",
        verbose_name="krav",
    )
    rattar = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rattelser",
        verbose_name="rättar",
    )
    slag = models.CharField("slag", max_length=20, choices=Arvodesslag)
    post = models.CharField("post", max_length=20, blank=True)
    text = models.CharField("avser", max_length=400)
    antal = models.DecimalField("antal", max_digits=8, decimal_places=2)
    a_pris = KronorField("à-pris, kr")
    belopp = KronorField("belopp, kr")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "arvodesrad"
        verbose_name_plural = "arvodesrader"
        ordering = ["korning", "person__namn", "mote__datum", "slag", "pk"]
        constraints = [
            bland_val("styrelse_arvodesrad_slag", "slag", Arvodesslag),
            models.UniqueConstraint(
                fields=["person", "mote", "slag", "post"],
                condition=Q(mote__isnull=False, krav__isnull=True, rattar__isnull=True),
                name="styrelse_arvodesrad_unik",
                violation_error_message="Mötet är redan arvoderat.",
            ),
            models.UniqueConstraint(
                fields=["uppdrag", "slag", "post"],
                condition=Q(mote__isnull=True, rattar__isnull=True),
                name="styrelse_arvodesrad_unik_manad",
                violation_error_message="Månaden är redan arvoderad.",
            ),
            models.UniqueConstraint(
                fields=["krav"],
                condition=Q(krav__isnull=False, rattar__isnull=True),
                name="styrelse_arvodesrad_unikt_krav",
                violation_error_message="Kravet är redan ersatt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.text}"

    @property
    def mappnamn(self) -> str:
        """The run and what the row pays for: what the folder's files call it."""
        slag = self.get_slag_display()
        if self.krav:
            sak = self.krav.mappnamn
        elif self.mote:
            sak = ", ".join(filter(None, (self.mote.nyckel, str(self.person), slag, self.post)))
        else:
            uppdrag = self.uppdrag.mappnamn if self.uppdrag else str(self.person)
            sak = ", ".join(filter(None, (uppdrag, slag, self.post)))
        return f"{self.korning.mappnamn}, {sak}"

"""An application for money: what is asked for, and the steps it takes to a decision."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.choices import Roll
from finsam.constraints import bland_val, datum_i_ordning
from finsam.fields import KronorField
from finsam.models import Anvandare, Bilaga, Medlem, Statushandelse
from finsam.querysets import SpardQuerySet
from insatser.choices import (
    Ansokningsslag,
    Ansokningsstatus,
    Finansiering,
    Insatstyp,
    Kostnadsslag,
    Uppfoljningsslag,
)
from insatser.models.insats import Insats


class AnsokanQuerySet(SpardQuerySet["Ansokan"]):
    def obeslutade(self) -> "AnsokanQuerySet":
        """Those that have come in and wait for a decision."""
        return self.exclude(status__in=(Ansokningsstatus.UTKAST, Ansokningsstatus.BESLUTAD))

    def synliga_for(self, anvandare: Anvandare) -> "AnsokanQuerySet":
        """All; what has come in to a ledamot, and of their own insatser to an insatsansvarig."""
        if anvandare.roll == Roll.LEDAMOT:
            return self.exclude(status=Ansokningsstatus.UTKAST)
        if anvandare.roll == Roll.INSATSANSVARIG:
            egna = Insats.objects.synliga_for(anvandare)
            om_egna = Q(insats__in=egna) | Q(beslut__insats__in=egna)
            inkomna = self.exclude(status=Ansokningsstatus.UTKAST)
            return inkomna.filter(om_egna).distinct()
        return self.all()


class Ansokan(models.Model):
    """An application from a member: for a new insats, more money, more time or a pre-study."""

    diarienummer = models.CharField(
        "diarienummer",
        max_length=20,
        unique=True,
        error_messages={"unique": "Diarienumret används av en annan ansökan."},
    )
    slag = models.CharField("slag", max_length=20, choices=Ansokningsslag)
    status = models.CharField(
        "status", max_length=20, choices=Ansokningsstatus, default=Ansokningsstatus.UTKAST
    )
    insats = models.ForeignKey(
        Insats,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ansokningar",
        verbose_name="insats",
        help_text="Insatsen som ansökan gäller; för en ny insats tom till dess att den beviljas.",
    )
    # A renewal starts as a copy of the application before, and shows what differs from it.
    foregaende = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="efterfoljare",
        verbose_name="föregående ansökan",
    )
    namn = models.CharField("fullständigt namn", max_length=200)
    kortnamn = models.CharField("kort namn", max_length=80)
    insatstyp = models.CharField("typ", max_length=20, choices=Insatstyp)
    forrehabiliterande = models.BooleanField("förrehabiliterande", default=False)
    uppfoljningsslag = models.CharField(
        "uppföljning av deltagare",
        max_length=10,
        choices=Uppfoljningsslag,
        default=Uppfoljningsslag.INGA,
    )
    insatsagare = models.ForeignKey(
        Medlem, on_delete=models.PROTECT, related_name="ansokningar", verbose_name="insatsägare"
    )
    parter = models.ManyToManyField(
        Medlem, related_name="+", verbose_name="samverkansparter", blank=True
    )
    start = models.DateField("startdatum")
    slut = models.DateField("slutdatum")
    syfte = models.TextField("syfte", blank=True)
    malgrupp = models.TextField("målgrupp", blank=True)
    behovsgrupp = models.TextField("behovsgrupp", blank=True)
    metod = models.TextField("metod", blank=True)
    implementering = models.TextField("implementering", blank=True)
    forvantat_antal = models.PositiveIntegerField(
        "förväntat antal deltagare", null=True, blank=True
    )
    bedomning = models.TextField(
        "kansliets bedömning", blank=True, help_text="Följer med som underlag till beslutet."
    )
    inkom = models.DateField("inkom", null=True, blank=True)
    history = HistoricalRecords(m2m_fields=[parter])

    objects = AnsokanQuerySet.as_manager()

    class Meta:
        verbose_name = "ansökan"
        verbose_name_plural = "ansökningar"
        ordering = ["-inkom", "-pk"]
        constraints = [
            bland_val("insatser_ansokan_slag", "slag", Ansokningsslag),
            bland_val("insatser_ansokan_status", "status", Ansokningsstatus),
            bland_val("insatser_ansokan_typ", "insatstyp", Insatstyp),
            bland_val("insatser_ansokan_uppfoljning", "uppfoljningsslag", Uppfoljningsslag),
            datum_i_ordning("insatser_ansokan_datum", "start", "slut"),
            models.CheckConstraint(
                name="insatser_ansokan_insats",
                condition=Q(slag__in=(Ansokningsslag.NY, Ansokningsslag.FORSTUDIE))
                | Q(insats__isnull=False),
                violation_error_message="Ange insatsen som ska få tillägg eller förlängas.",
            ),
            models.CheckConstraint(
                name="insatser_ansokan_inkom",
                condition=Q(status=Ansokningsstatus.UTKAST) | Q(inkom__isnull=False),
                violation_error_message="Ange dagen då ansökan kom in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.diarienummer} {self.kortnamn}"

    def get_absolute_url(self) -> str:
        return reverse("insatser:ansokan_detail", args=[self.pk])

    @property
    def statusfarg(self) -> str:
        return Ansokningsstatus(self.status).farg


class Ansokningspost(models.Model):
    """Money applied for: per year, kind of cost and who pays it; kr, positive."""

    ansokan = models.ForeignKey(
        Ansokan, on_delete=models.CASCADE, related_name="poster", verbose_name="ansökan"
    )
    verksamhetsar = models.PositiveSmallIntegerField("år")
    kostnadsslag = models.CharField("kostnadsslag", max_length=20, choices=Kostnadsslag)
    finansiering = models.CharField(
        "finansiering", max_length=10, choices=Finansiering, default=Finansiering.SOF
    )
    belopp = KronorField("belopp, kr")
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "belopp i ansökan"
        verbose_name_plural = "belopp i ansökningar"
        ordering = ["ansokan", "verksamhetsar", "finansiering", "kostnadsslag"]
        constraints = [
            bland_val("insatser_ansokningspost_slag", "kostnadsslag", Kostnadsslag),
            bland_val("insatser_ansokningspost_finansiering", "finansiering", Finansiering),
            models.UniqueConstraint(
                fields=["ansokan", "verksamhetsar", "kostnadsslag", "finansiering"],
                name="insatser_ansokningspost_unik",
                violation_error_message="Året har redan ett belopp av det slaget.",
            ),
            models.CheckConstraint(
                name="insatser_ansokningspost_belopp",
                condition=Q(belopp__gte=0),
                violation_error_message="Beloppet får inte vara negativt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verksamhetsar} {self.get_kostnadsslag_display()}"


class Ansokningshandelse(Statushandelse):
    ansokan = models.ForeignKey(
        Ansokan, on_delete=models.CASCADE, related_name="handelser", verbose_name="ansökan"
    )
    lagen = Ansokningsstatus

    class Meta(Statushandelse.Meta):
        verbose_name = "steg för ansökan"
        verbose_name_plural = "steg för ansökningar"


class Ansokningsbilaga(Bilaga):
    agare = models.ForeignKey(
        Ansokan, on_delete=models.CASCADE, related_name="bilagor", verbose_name="ansökan"
    )

    class Meta(Bilaga.Meta):
        verbose_name = "bilaga till ansökan"
        verbose_name_plural = "bilagor till ansökningar"

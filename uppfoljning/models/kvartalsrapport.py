"""The report that the steering group of an insats hands in for a period."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import PeriodField
from finsam.models import Anvandare, Bilaga, Statushandelse
from finsam.periods import las_period
from finsam.querysets import SpardQuerySet
from insatser.choices import Malstatus
from insatser.models import Insats, Insatsmal
from uppfoljning.choices import Rapportstatus, Svar
from uppfoljning.fragor import FRAGOR

LAMNADE = (Rapportstatus.INLAMNAD, Rapportstatus.GRANSKAD)


def svarsfalt(verbose_name: str) -> Any:
    return models.CharField(verbose_name, max_length=20, choices=Svar, default=Svar.EJ_BESVARAD)


class KvartalsrapportQuerySet(SpardQuerySet["Kvartalsrapport"]):
    def lamnade(self) -> "KvartalsrapportQuerySet":
        """Those that have been handed in, reviewed or not."""
        return self.filter(status__in=LAMNADE)

    def gallande(self) -> "KvartalsrapportQuerySet":
        """The newest version handed in of each insats and period: what reports are built from."""
        nyare = Kvartalsrapport.objects.lamnade().filter(
            insats=models.OuterRef("insats"),
            period=models.OuterRef("period"),
            version__gt=models.OuterRef("version"),
        )
        return self.lamnade().filter(~models.Exists(nyare))

    def synliga_for(self, anvandare: Anvandare) -> "KvartalsrapportQuerySet":
        """All reports, but to an insatsansvarig only those of their own insatser."""
        return self.filter(insats__in=Insats.objects.synliga_for(anvandare))


class Kvartalsrapport(models.Model):
    """One insats and period (quarter or tertial), one version; a correction is a new version.

    What is typed before it is handed in stands in Rapportutkast; the fields here are what was
    handed in. The questions are described in uppfoljning/fragor.py.
    """

    insats = models.ForeignKey(
        Insats, on_delete=models.PROTECT, related_name="kvartalsrapporter", verbose_name="insats"
    )
    period = PeriodField("period")
    version = models.PositiveSmallIntegerField("version", default=1)
    ersatter = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ersatts_av",
        verbose_name="ersätter",
    )
    rattelseskal = models.TextField("skäl till rättelsen", blank=True)
    status = models.CharField(
        "status", max_length=20, choices=Rapportstatus, default=Rapportstatus.EJ_PABORJAD
    )
    forfaller = models.DateField("ska lämnas senast")
    inlamnad_at = models.DateTimeField("inlämnad", null=True, blank=True)

    i_fas = svarsfalt("i fas med uppsatta mål")
    prognos_maluppfyllelse = svarsfalt("styrgruppens prognos för måluppfyllelse")
    start_i_tid = svarsfalt("start i tid")
    vakanser_sof = svarsfalt("vakanser SOF-medel")
    vakanser_egna = svarsfalt("vakanser egenfinansierade resurser")
    avvikelse_budget = svarsfalt("avvikelser gällande budget")
    styrgruppsmoten = svarsfalt("styrgruppsmöten enligt avtal")
    ordinarie_representanter = svarsfalt("alla ordinarie representanter har deltagit")
    uppfoljning_enligt_avtal = svarsfalt("uppföljning enligt avtal")
    kontroll_metod = svarsfalt("kontroll av metod")
    kontroll_malgrupp = svarsfalt("kontroll av målgrupp")
    jamlikhet = svarsfalt("jämlikhet")
    jamstalldhet = svarsfalt("jämställdhet")
    avvikelse_mal_malgrupp = svarsfalt("avvikelser gällande mål eller målgrupp")
    valdsfragor = svarsfalt("frågor om våld")
    implementering = svarsfalt("implementering")

    i_fas_kommentar = models.TextField("kommentar till läget", blank=True)
    kommentar_forutsattningar = models.TextField("kommentar till förutsättningar", blank=True)
    kommentar_kvalitet = models.TextField("kommentar till kvalitetssäkring", blank=True)
    handelser = models.TextField("viktiga händelser under perioden", blank=True)
    analys = models.TextField("styrgruppens analys", blank=True)

    history = HistoricalRecords()

    objects = KvartalsrapportQuerySet.as_manager()

    class Meta:
        verbose_name = "kvartalsrapport"
        verbose_name_plural = "kvartalsrapporter"
        ordering = ["-period", "insats__nr", "-version"]
        constraints = [
            bland_val("uppfoljning_kvartalsrapport_status", "status", Rapportstatus),
            *(
                bland_val(f"uppfoljning_kvartalsrapport_{fraga.falt}", fraga.falt, Svar)
                for fraga in FRAGOR
            ),
            models.UniqueConstraint(
                fields=["insats", "period", "version"],
                name="uppfoljning_kvartalsrapport_unik",
                violation_error_message="Insatsen har redan en rapport för perioden.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kvartalsrapport_rattelse",
                condition=Q(version=1, ersatter__isnull=True)
                | (Q(version__gt=1, ersatter__isnull=False) & ~Q(rattelseskal="")),
                violation_error_message="En rättelse pekar på rapporten den ersätter "
                "och har ett skäl.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kvartalsrapport_inlamnad",
                condition=~Q(status__in=LAMNADE) | Q(inlamnad_at__isnull=False),
                violation_error_message="En inlämnad rapport ska ha en dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.insats} {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:kvartalsrapport_detail", args=[self.pk])

    def clean(self) -> None:
        """A later version replaces the one before it; a file names it by its number alone."""
        if self.version > 1 and self.ersatter_id is None and self.insats_id:
            self.ersatter = Kvartalsrapport.objects.filter(
                insats=self.insats_id, period=self.period, version=self.version - 1
            ).first()

    @property
    def ar_oppen(self) -> bool:
        """Whether it can be written in: not handed in, or sent back."""
        return self.status not in LAMNADE

    @property
    def kan_granskas(self) -> bool:
        return self.status == Rapportstatus.INLAMNAD

    @property
    def periodnamn(self) -> str:
        """The period in words: "kvartal 1 2021"."""
        return las_period(self.period).namn


class Rapportutkast(models.Model):
    """What has been typed in a report that is not handed in: by field name, as it was typed.

    Shared by those who write it. `nr` counts the savings; `senast` tells per field who wrote it
    last and at which saving, so that each writer is shown what the other has changed.
    """

    rapport = models.OneToOneField(
        Kvartalsrapport, on_delete=models.CASCADE, related_name="utkast", verbose_name="rapport"
    )
    varden = models.JSONField("värden", default=dict)
    senast = models.JSONField("senast ändrat", default=dict)
    nr = models.PositiveIntegerField("sparning", default=0)
    andrad_at = models.DateTimeField("ändrat", auto_now=True)

    class Meta:
        verbose_name = "utkast till kvartalsrapport"
        verbose_name_plural = "utkast till kvartalsrapporter"

    def __str__(self) -> str:
        return f"Utkast {self.rapport}"

    @property
    def senast_av(self) -> str:
        """The name of whoever saved last; empty where nobody has."""
        spar = max(self.senast.values(), key=lambda ett: ett["nr"], default=None)
        return str(spar["namn"]) if spar else ""


class Malutfall(models.Model):
    """How a goal of the insats stood in the period."""

    rapport = models.ForeignKey(
        Kvartalsrapport, on_delete=models.CASCADE, related_name="malutfall", verbose_name="rapport"
    )
    mal = models.ForeignKey(
        Insatsmal, on_delete=models.PROTECT, related_name="utfallen", verbose_name="mål"
    )
    status = models.CharField(
        "status", max_length=20, choices=Malstatus, default=Malstatus.EJ_BEDOMT
    )
    utfall = models.TextField("utfall", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "utfall för mål"
        verbose_name_plural = "utfall för mål"
        ordering = ["rapport", "mal__ordning"]
        constraints = [
            bland_val("uppfoljning_malutfall_status", "status", Malstatus),
            models.UniqueConstraint(
                fields=["rapport", "mal"],
                name="uppfoljning_malutfall_unikt",
                violation_error_message="Målet har redan ett utfall i rapporten.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mal}: {self.get_status_display()}"


class Rapporthandelse(Statushandelse):
    rapport = models.ForeignKey(
        Kvartalsrapport, on_delete=models.CASCADE, related_name="steg", verbose_name="rapport"
    )
    lagen = Rapportstatus

    class Meta(Statushandelse.Meta):
        verbose_name = "steg för kvartalsrapport"
        verbose_name_plural = "steg för kvartalsrapporter"

    @property
    def i_ord(self) -> str:
        """The state that the report was taken to."""
        return str(Rapportstatus(self.till).label)


class Rapportbilaga(Bilaga):
    agare = models.ForeignKey(
        Kvartalsrapport, on_delete=models.CASCADE, related_name="bilagor", verbose_name="rapport"
    )

    class Meta(Bilaga.Meta):
        verbose_name = "bilaga till kvartalsrapport"
        verbose_name_plural = "bilagor till kvartalsrapporter"


class Paminnelse(models.Model):
    """A reminder that was sent, so that it is sent once."""

    rapport = models.ForeignKey(
        Kvartalsrapport,
        on_delete=models.CASCADE,
        related_name="paminnelser",
        verbose_name="rapport",
    )
    dag = models.DateField("dag")
    tillfalle = models.CharField("tillfälle", max_length=20)
    mottagare = models.EmailField("mottagare")

    class Meta:
        verbose_name = "påminnelse"
        verbose_name_plural = "påminnelser"
        ordering = ["-dag", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rapport", "tillfalle", "mottagare"],
                name="uppfoljning_paminnelse_unik",
                violation_error_message="Påminnelsen är redan skickad.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rapport} {self.dag}"

"""Internal control: the year's plan, what was checked, what was found and what is done about it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import PeriodField, SigneradAv
from finsam.internkontroll import systemkontroller
from finsam.periods import las_period
from finsam.querysets import SpardQuerySet
from finsam.typografi import datum
from uppfoljning.calculations.internkontroll import kontrollperioder
from uppfoljning.choices import (
    Internkontrollomrade,
    Kontrollfrekvens,
    Kontrollresultat,
    Planstatus,
    Stickprovsutfall,
)

SKALA = (MinValueValidator(1), MaxValueValidator(4))


class Internkontrollplan(models.Model):
    """A year's plan; one that the board has decided is kept, and only followed up."""

    verksamhetsar = models.PositiveSmallIntegerField("år", unique=True)
    status = models.CharField(
        "status", max_length=12, choices=Planstatus, default=Planstatus.UTKAST
    )
    beslutad = models.DateField("beslutad", null=True, blank=True)
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "internkontrollplan"
        verbose_name_plural = "internkontrollplaner"
        ordering = ["-verksamhetsar"]
        constraints = [
            bland_val("uppfoljning_internkontrollplan_status", "status", Planstatus),
            models.CheckConstraint(
                name="uppfoljning_internkontrollplan_beslut",
                condition=Q(status=Planstatus.UTKAST)
                | (Q(beslutad__isnull=False) & ~Q(paragraf="")),
                violation_error_message="Ange dag och paragraf för styrelsens beslut om planen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Internkontrollplan {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:internkontrollplan_detail", args=[self.verksamhetsar])

    @property
    def last(self) -> bool:
        """Whether the board has decided it."""
        return self.status == Planstatus.BESLUTAD


class KontrollmomentManager(models.Manager.from_queryset(SpardQuerySet)):  # type: ignore[misc]
    """A moment is called by its plan's year, so the plan is read with it."""

    def get_queryset(self) -> SpardQuerySet["Kontrollmoment"]:
        return super().get_queryset().select_related("plan")  # type: ignore[no-any-return]


class Kontrollmoment(models.Model):
    """One control of a plan, and the risk that it answers; likelihood and consequence are 1-4.

    `systemkontroll` is the id of a control that the system runs by itself, empty for one that
    somebody does.
    """

    plan = models.ForeignKey(
        Internkontrollplan, on_delete=models.CASCADE, related_name="moment", verbose_name="plan"
    )
    nr = models.PositiveSmallIntegerField("nr")
    omrade = models.CharField("område", max_length=20, choices=Internkontrollomrade)
    risk = models.TextField("risk")
    sannolikhet = models.PositiveSmallIntegerField("sannolikhet", validators=SKALA)
    konsekvens = models.PositiveSmallIntegerField("konsekvens", validators=SKALA)
    sannolikhet_efter = models.PositiveSmallIntegerField(
        "sannolikhet efter åtgärd", validators=SKALA, null=True, blank=True
    )
    konsekvens_efter = models.PositiveSmallIntegerField(
        "konsekvens efter åtgärd", validators=SKALA, null=True, blank=True
    )
    kontroll = models.TextField("kontroll")
    metod = models.CharField("metod", max_length=200, blank=True)
    frekvens = models.CharField(
        "frekvens", max_length=10, choices=Kontrollfrekvens, default=Kontrollfrekvens.AR
    )
    ansvarig = models.CharField("ansvarig", max_length=100, blank=True)
    systemkontroll = models.CharField("görs av systemet", max_length=40, blank=True)
    history = HistoricalRecords()

    objects = KontrollmomentManager()

    class Meta:
        verbose_name = "kontrollmoment"
        verbose_name_plural = "kontrollmoment"
        ordering = ["plan", "nr"]
        constraints = [
            bland_val("uppfoljning_kontrollmoment_omrade", "omrade", Internkontrollomrade),
            bland_val("uppfoljning_kontrollmoment_frekvens", "frekvens", Kontrollfrekvens),
            models.UniqueConstraint(
                fields=["plan", "nr"],
                name="uppfoljning_kontrollmoment_unikt",
                violation_error_message="Planen har redan ett moment med det numret.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kontrollmoment_skala",
                condition=Q(
                    sannolikhet__gte=1, sannolikhet__lte=4, konsekvens__gte=1, konsekvens__lte=4
                ),
                violation_error_message="Sannolikhet och konsekvens bedöms från 1 till 4.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kontrollmoment_efter",
                condition=Q(sannolikhet_efter__isnull=True, konsekvens_efter__isnull=True)
                # One of them left out is neither within the scale nor outside it.
                | Q(
                    sannolikhet_efter__isnull=False,
                    konsekvens_efter__isnull=False,
                    sannolikhet_efter__gte=1,
                    sannolikhet_efter__lte=4,
                    konsekvens_efter__gte=1,
                    konsekvens_efter__lte=4,
                ),
                violation_error_message="Ange både sannolikhet och konsekvens efter åtgärd, "
                "från 1 till 4, eller ingen av dem.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nr} {self.get_omrade_display()}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:kontrollmoment_detail", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for a control that the system does not run."""
        if self.systemkontroll and self.systemkontroll not in systemkontroller():
            text = f"Systemet har ingen kontroll ”{self.systemkontroll}”."
            raise ValidationError({"systemkontroll": text})

    @property
    def beteckning(self) -> str:
        """What people and files call it: the plan's year, colon, its number."""
        return f"{self.plan.verksamhetsar}:{self.nr}"


class Kontrollutforande(models.Model):
    """A control done for a period: what came of it, and what is to be done about a deviation."""

    moment = models.ForeignKey(
        Kontrollmoment, on_delete=models.PROTECT, related_name="utforda", verbose_name="moment"
    )
    period = PeriodField("period")
    utford = models.DateField("utförd")
    resultat = models.CharField("resultat", max_length=20, choices=Kontrollresultat)
    iakttagelse = models.TextField("iakttagelse", blank=True)
    atgard = models.TextField("åtgärd", blank=True)
    atgard_ansvarig = models.CharField("ansvarig för åtgärden", max_length=100, blank=True)
    atgard_senast = models.DateField("åtgärdas senast", null=True, blank=True)
    atgardad = models.DateField("åtgärdad", null=True, blank=True)
    # How many findings the system's own control had when the outcome was registered.
    fynd = models.PositiveIntegerField("systemets fynd", null=True, blank=True)
    utford_av = SigneradAv("utförd av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "utförd kontroll"
        verbose_name_plural = "utförda kontroller"
        ordering = ["moment", "period"]
        constraints = [
            bland_val("uppfoljning_kontrollutforande_resultat", "resultat", Kontrollresultat),
            models.UniqueConstraint(
                fields=["moment", "period"],
                name="uppfoljning_kontrollutforande_unikt",
                violation_error_message="Momentet är redan kontrollerat för perioden.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kontrollutforande_atgard",
                condition=~Q(resultat=Kontrollresultat.AVVIKELSE)
                | (~Q(atgard="") & Q(atgard_senast__isnull=False)),
                violation_error_message="Ange vad som ska göras åt avvikelsen, och när.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kontrollutforande_fynd",
                condition=Q(fynd__isnull=True)
                | Q(fynd=0)
                | ~Q(resultat=Kontrollresultat.UTAN_AVVIKELSE),
                violation_error_message="Systemets kontroll har fynd: resultatet är en mindre "
                "avvikelse eller en avvikelse.",
            ),
            models.CheckConstraint(
                name="uppfoljning_kontrollutforande_atgardad",
                condition=Q(atgardad__isnull=True) | ~Q(atgard=""),
                violation_error_message="Ange åtgärden som är klar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.moment} {self.period}"

    def get_absolute_url(self) -> str:
        return f"{self.moment.get_absolute_url()}#period-{self.period}"

    def clean(self) -> None:
        """Raises ValidationError for a period that is not the control's, or had not ended."""
        if not self.period or self.utford is None or self.moment_id is None:
            return
        period, moment = las_period(self.period), self.moment
        perioder = kontrollperioder(moment.frekvens, moment.plan.verksamhetsar)
        if period not in perioder:
            koder = ", ".join(ett.kod for ett in perioder)
            raise ValidationError(f"Momentet kontrolleras för {koder}, inte för {period.kod}.")
        if self.utford < period.slut:
            text = f"Kontrollen av {period.namn} görs tidigast {datum(period.slut)}."
            raise ValidationError({"utford": text})


class Stickprov(models.Model):
    """A draw from a population, that can be repeated: the same seed and frame give the same rows.

    `ram` is the number of rows drawn from and `ramsumma` a digest of their keys, so that it can be
    told whether the population is the same when the draw is repeated.
    """

    moment = models.ForeignKey(
        Kontrollmoment, on_delete=models.PROTECT, related_name="stickprov", verbose_name="moment"
    )
    population = models.CharField("dras ur", max_length=40)
    period = PeriodField("period")
    fro = models.PositiveBigIntegerField("frö")
    antal = models.PositiveSmallIntegerField("antal")
    ram = models.PositiveIntegerField("antal att dra ur")
    ramsumma = models.CharField("ramens kontrollsumma", max_length=64)
    dragen_at = models.DateTimeField("draget", default=timezone.now)
    dragen_av = SigneradAv("draget av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "stickprov"
        verbose_name_plural = "stickprov"
        ordering = ["-dragen_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["moment", "period", "population", "fro"],
                name="uppfoljning_stickprov_unikt",
                violation_error_message="Fröet är redan använt för momentet och perioden.",
            ),
            models.CheckConstraint(
                name="uppfoljning_stickprov_antal",
                condition=Q(antal__gte=1, antal__lte=F("ram")),
                violation_error_message="Dra minst en post, och inte fler än det finns.",
            ),
        ]

    def __str__(self) -> str:
        return f"Stickprov {self.moment} {self.period}, frö {self.fro}"

    def get_absolute_url(self) -> str:
        return reverse("uppfoljning:stickprov_detail", args=[self.pk])


class Stickprovspost(models.Model):
    """One drawn row: its key and name as drawn, and what the look at it gave."""

    stickprov = models.ForeignKey(
        Stickprov, on_delete=models.CASCADE, related_name="poster", verbose_name="stickprov"
    )
    ordning = models.PositiveSmallIntegerField("nr")
    nyckel = models.CharField("nyckel", max_length=60)
    etikett = models.CharField("post", max_length=200)
    utfall = models.CharField(
        "utfall", max_length=12, choices=Stickprovsutfall, default=Stickprovsutfall.EJ_GRANSKAD
    )
    anteckning = models.TextField("anteckning", blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "dragen post"
        verbose_name_plural = "dragna poster"
        ordering = ["stickprov", "ordning"]
        constraints = [
            bland_val("uppfoljning_stickprovspost_utfall", "utfall", Stickprovsutfall),
            models.UniqueConstraint(
                fields=["stickprov", "nyckel"],
                name="uppfoljning_stickprovspost_unik",
                violation_error_message="Posten är redan dragen.",
            ),
        ]

    def __str__(self) -> str:
        return self.etikett

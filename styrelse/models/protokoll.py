"""Minutes: who approves them, the approved text, and the notice that they are."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import SigneradAv
from finsam.models.bilaga import bilagelager, lagringsnamn
from finsam.querysets import SpardQuerySet
from styrelse.choices import Justeringsroll
from styrelse.models.mote import Mote
from styrelse.models.omedelbar import Omedelbarjustering
from styrelse.models.person import Person


class Justering(models.Model):
    """Who signs a meeting's minutes, as what, and the day they did (KL 5 kap. 69 §).

    `avtryck` is the SHA-256 of the text that was signed: all must have signed the same.
    """

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="justeringar", verbose_name="möte"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="justeringar", verbose_name="person"
    )
    roll = models.CharField("roll", max_length=20, choices=Justeringsroll)
    dag = models.DateField("undertecknat", null=True, blank=True)
    avtryck = models.CharField("textens kontrollsumma", max_length=64, blank=True, editable=False)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "justering"
        verbose_name_plural = "justeringar"
        ordering = ["mote", "roll", "person__namn"]
        constraints = [
            bland_val("styrelse_justering_roll", "roll", Justeringsroll),
            models.UniqueConstraint(
                fields=["mote", "person"],
                name="styrelse_justering_unik",
                violation_error_message="Personen undertecknar redan protokollet.",
            ),
            models.UniqueConstraint(
                fields=["mote", "roll"],
                condition=~Q(roll=Justeringsroll.JUSTERARE),
                name="styrelse_justering_en",
                violation_error_message="Mötet har redan en sådan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_roll_display()}"


class Protokoll(models.Model):
    """The minutes as they were approved: the text as data, its PDF and the hash of that."""

    # The database itself refuses to change or remove a row (finsam.triggers).
    skrivs_en_gang = True

    mote = models.OneToOneField(
        Mote, on_delete=models.PROTECT, related_name="protokoll", verbose_name="möte"
    )
    justerat = models.DateField("justerat")
    innehall = models.JSONField("protokollets innehåll")
    fil = models.FileField("PDF", storage=bilagelager, upload_to=lagringsnamn, max_length=200)
    sidor = models.PositiveIntegerField("sidor")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    registrerat_at = models.DateTimeField("registrerat", auto_now_add=True)
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords(excluded_fields=["innehall"])

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "protokoll"
        verbose_name_plural = "protokoll"
        ordering = ["-mote__datum"]

    def __str__(self) -> str:
        return f"Protokoll {self.mote}"

    def get_absolute_url(self) -> str:
        return reverse("styrelse:protokoll_detail", args=[self.mote_id])


class Anslag(models.Model):
    """The notice that minutes are approved, on the board from one day to another (KL 8 kap.).

    Of the whole minutes, or of a § that was approved at once. §§ of one meeting that were approved
    the same day and posted together are one notice (styrelse/selectors/anslag.py).
    """

    protokoll = models.OneToOneField(
        Protokoll,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="anslag",
        verbose_name="protokoll",
    )
    omedelbar = models.OneToOneField(
        Omedelbarjustering,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="anslag",
        verbose_name="omedelbart justerad paragraf",
    )
    anslaget = models.DateField("anslaget")
    tas_ned = models.DateField("tas ned")
    plats = models.CharField("anslagstavla", max_length=200, blank=True)
    forvaras = models.CharField("protokollet förvaras", max_length=200, blank=True)
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "anslag"
        verbose_name_plural = "anslag"
        ordering = ["-anslaget"]
        constraints = [
            models.CheckConstraint(
                name="styrelse_anslag_tid",
                condition=Q(tas_ned__gt=F("anslaget")),
                violation_error_message="Anslaget tas ned efter att det har satts upp.",
            ),
            models.CheckConstraint(
                name="styrelse_anslag_av",
                condition=Q(protokoll__isnull=False, omedelbar__isnull=True)
                | Q(protokoll__isnull=True, omedelbar__isnull=False),
                violation_error_message="Ett anslag gäller ett protokoll eller en paragraf.",
            ),
        ]

    def __str__(self) -> str:
        return f"Anslag {self.anslaget}"

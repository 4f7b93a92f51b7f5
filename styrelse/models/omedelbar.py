"""A § that is approved at once: who signs it, and its text as it was signed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.fields import SigneradAv
from finsam.querysets import SpardQuerySet
from styrelse.calculations.frysning import avtryck
from styrelse.calculations.protokoll import las
from styrelse.choices import Justeringsroll
from styrelse.models.person import Person
from styrelse.models.punkt import Punkt

OLASLIG = "Innehållet är ingen justerad paragraf."
FEL_SUMMA = "Kontrollsumman är inte innehållets."


class Paragrafunderskrift(models.Model):
    """Who has signed a § by itself, as what, and the day they did (KL 5 kap. 69 §).

    `avtryck` is the SHA-256 of the text that was signed: all must have signed the same.
    """

    punkt = models.ForeignKey(
        Punkt, on_delete=models.PROTECT, related_name="underskrifter", verbose_name="punkt"
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="paragrafunderskrifter",
        verbose_name="person",
    )
    roll = models.CharField("roll", max_length=20, choices=Justeringsroll)
    dag = models.DateField("undertecknat")
    avtryck = models.CharField("textens kontrollsumma", max_length=64, editable=False)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "underskrift av en paragraf"
        verbose_name_plural = "underskrifter av paragrafer"
        ordering = ["punkt", "roll", "person__namn"]
        constraints = [
            bland_val("styrelse_paragrafunderskrift_roll", "roll", Justeringsroll),
            models.UniqueConstraint(
                fields=["punkt", "person"],
                name="styrelse_paragrafunderskrift_unik",
                violation_error_message="Personen har redan undertecknat paragrafen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_roll_display()}"


class Omedelbarjustering(models.Model):
    """A § as it was approved at once: minutes with this § alone, as data, and the hash of them."""

    # The database itself refuses to change or remove a row (finsam.triggers).
    skrivs_en_gang = True

    punkt = models.OneToOneField(
        Punkt, on_delete=models.PROTECT, related_name="omedelbart", verbose_name="punkt"
    )
    justerat = models.DateField("justerat")
    innehall = models.JSONField("paragrafens innehåll")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    registrerat_at = models.DateTimeField("registrerat", auto_now_add=True)
    registrerat_av = SigneradAv("registrerat av", null=True)
    history = HistoricalRecords(excluded_fields=["innehall"])

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "omedelbart justerad paragraf"
        verbose_name_plural = "omedelbart justerade paragrafer"
        ordering = ["punkt"]

    def __str__(self) -> str:
        return f"{self.mappnamn}, justerad {self.justerat}"

    @property
    def mappnamn(self) -> str:
        """ "FS § 12/2021": what the folder's files call it."""
        return self.punkt.mappnamn

    def clean(self) -> None:
        """Raises ValidationError for data that is not the item's § alone."""
        try:
            (paragraf,) = las(self.innehall).paragrafer
        except (ValueError, KeyError, TypeError) as fel:
            raise ValidationError({"innehall": OLASLIG}) from fel
        if avtryck(self.innehall) != self.sha256:
            raise ValidationError({"sha256": FEL_SUMMA})
        egen: Any = getattr(self.punkt, "paragraf", None)
        if egen is None or paragraf.paragraf != egen.nummer:
            raise ValidationError({"innehall": OLASLIG})

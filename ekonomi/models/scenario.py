"""A named play with the decision space, and what is kept of one for good."""

import hashlib
import json
from typing import Any, NoReturn

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from finsam.fields import SigneradAv
from finsam.querysets import SpardQuerySet


class Scenario(models.Model):
    """The room's address without its path, by name: opening it shows the same play again.

    `fraga` is the query string in its canonical form; `per` the day whose decisions it builds on.
    """

    namn = models.CharField("namn", max_length=100)
    verksamhetsar = models.PositiveSmallIntegerField("år")
    per = models.DateField("läget per")
    fraga = models.TextField("val", blank=True)
    anteckning = models.TextField("anteckning", blank=True)
    skapat_av = SigneradAv("skapat av", null=True)
    skapat_at = models.DateTimeField("skapat", auto_now_add=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "scenario"
        verbose_name_plural = "scenarier"
        ordering = ["-verksamhetsar", "namn"]
        constraints = [
            models.UniqueConstraint(
                fields=["verksamhetsar", "namn"],
                name="ekonomi_scenario_unikt",
                violation_error_message="Året har redan ett scenario med det namnet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.namn} {self.verksamhetsar}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:scenario_detail", args=[self.pk])

    @property
    def adress(self) -> str:
        """The room with the scenario's play, on the scenario's day."""
        return (
            f"{reverse('ekonomi:utrymme', args=[self.verksamhetsar])}?per={self.per}&{self.fraga}"
        )


BORTTAGEN = "En fryst bilaga tas inte bort."


class Kopiaroras(TypeError):
    """Somebody tried to change what is kept unchanged."""


class FrystQuerySet(SpardQuerySet["Scenariobilaga"]):
    def delete(self) -> tuple[int, dict[str, int]]:
        """Nothing to remove is no harm; anything else raises Kopiaroras."""
        if self.exists():
            raise Kopiaroras(BORTTAGEN)
        return 0, {}


class Scenariobilaga(models.Model):
    """A scenario's document as it stood one day, kept unchanged so that a matter can carry it.

    `innehall` is the report object as data. `sha256` is the hash of the PDF: who has the file can
    see that it is this one. `sha256_innehall` is that of the data as canonical JSON.
    """

    # The database itself refuses to change or remove a row (finsam.triggers).
    skrivs_en_gang = True

    scenario = models.ForeignKey(
        Scenario, on_delete=models.PROTECT, related_name="bilagor", verbose_name="scenario"
    )
    titel = models.CharField("titel", max_length=200)
    innehall = models.JSONField("dokumentets innehåll")
    pdf = models.BinaryField("PDF")
    sha256 = models.CharField("kontrollsumma (SHA-256)", max_length=64)
    sha256_innehall = models.CharField("innehållets kontrollsumma (SHA-256)", max_length=64)
    frusen_at = models.DateTimeField("fryst", auto_now_add=True)
    frusen_av = SigneradAv("fryst av", null=True)
    # The document itself is bound to the log by its hashes.
    history = HistoricalRecords(excluded_fields=["innehall", "pdf"])

    objects = FrystQuerySet.as_manager()

    class Meta:
        verbose_name = "bilaga av scenario"
        verbose_name_plural = "bilagor av scenarier"
        ordering = ["-frusen_at", "-pk"]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once, with the hashes of what it holds. Raises Kopiaroras for a row that is there."""
        if not self._state.adding:
            raise Kopiaroras("En fryst bilaga ändras inte.")
        self.sha256, self.sha256_innehall = self._summor()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("rapporter:scenariobilaga_detail", args=[self.pk])

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kopiaroras(BORTTAGEN)

    @property
    def pdf_oforandrad(self) -> bool:
        """The PDF still has the hash it got."""
        return self._summor()[0] == self.sha256

    @property
    def innehall_oforandrat(self) -> bool:
        """The data still have the hash they got."""
        return self._summor()[1] == self.sha256_innehall

    def _summor(self) -> tuple[str, str]:
        # Canonical: neither the order of keys nor spaces, which a database may change, count.
        text = json.dumps(self.innehall, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return (
            hashlib.sha256(bytes(self.pdf)).hexdigest(),
            hashlib.sha256(text.encode()).hexdigest(),
        )

"""Who took part in a consultation with the members, or in a dialog with one of them (23 §)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from finsam.constraints import bland_val
from finsam.models import Medlem
from finsam.querysets import SpardQuerySet
from styrelse.choices import SAMRADEN, Samradsroll
from styrelse.models.mote import Mote
from styrelse.models.person import Person

INTE_SAMRAD = "Deltagare antecknas vid samråd och dialoger. Ett sammanträde har närvaro."
INTE_MEDLEM = "{medlem} är inte medlem den dagen."


class Samradsdeltagare(models.Model):
    """Somebody who took part, and for whom: a member, the association, or as a guest."""

    mote = models.ForeignKey(
        Mote, on_delete=models.PROTECT, related_name="deltagare", verbose_name="möte"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="samrad", verbose_name="person"
    )
    roll = models.CharField("deltar", max_length=10, choices=Samradsroll)
    medlem = models.ForeignKey(
        Medlem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="samradsdeltagare",
        verbose_name="företräder",
    )
    titel = models.CharField("titel", max_length=120, blank=True)
    history = HistoricalRecords()

    objects = SpardQuerySet.as_manager()

    class Meta:
        verbose_name = "deltagare i samråd"
        verbose_name_plural = "deltagare i samråd"
        ordering = ["mote", "medlem__namn", "person__namn"]
        constraints = [
            bland_val("styrelse_samradsdeltagare_roll", "roll", Samradsroll),
            models.UniqueConstraint(
                fields=["mote", "person"],
                name="styrelse_samradsdeltagare_unik",
                violation_error_message="Personen är redan antecknad.",
            ),
            models.CheckConstraint(
                name="styrelse_samradsdeltagare_medlem",
                condition=Q(roll=Samradsroll.MEDLEM, medlem__isnull=False)
                | (~Q(roll=Samradsroll.MEDLEM) & Q(medlem__isnull=True)),
                violation_error_message="Ange medlemmen för den som företräder en medlem, "
                "och bara för den.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.medlem or self.get_roll_display().lower()}"

    def clean(self) -> None:
        """Raises ValidationError at a meeting with minutes, and for who is no member that day."""
        if self.mote.organ not in SAMRADEN:
            raise ValidationError(INTE_SAMRAD)
        medlem, dag = self.medlem, self.mote.datum
        if medlem and not (medlem.fran <= dag and (medlem.tom is None or dag <= medlem.tom)):
            raise ValidationError({"medlem": INTE_MEDLEM.format(medlem=medlem)})

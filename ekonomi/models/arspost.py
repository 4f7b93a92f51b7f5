"""What a line of a year's budget and a line of its forecast have in common."""

from django.db import models
from django.db.models import UniqueConstraint
from django.db.models.functions import Coalesce

from ekonomi.models.kontoplan import Konto, Objekt
from finsam.fields import KronorField
from finsam.querysets import SpardQuerySet
from insatser.models import Insats


class Arspost(models.Model):
    """A year's amount on an account, with cost block or insats where it has one.

    Sign as in print: income positive, costs negative, in kr.
    """

    konto = models.ForeignKey(
        Konto, on_delete=models.PROTECT, related_name="+", verbose_name="konto"
    )
    kostnadsblock = models.ForeignKey(
        Objekt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kostnadsblock",
    )
    insats = models.ForeignKey(
        Insats,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ser",
        verbose_name="insats",
    )
    belopp = KronorField("belopp, kr")

    objects = SpardQuerySet.as_manager()

    class Meta:
        abstract = True


def unik_post(agare: str, namn: str) -> UniqueConstraint:
    """One line per account, block and insats of the budget or forecast named `agare`."""
    # Coalesce, since SQLite has no unique constraint where two nulls are the same.
    return UniqueConstraint(
        agare,
        "konto",
        Coalesce("kostnadsblock", 0),
        Coalesce("insats", 0),
        name=namn,
        violation_error_message="Posten för konto, block och insats finns redan.",
    )

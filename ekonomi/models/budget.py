"""Budget: a year's plan in versions (23 §)."""

from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from ekonomi.choices import Budgetstatus
from ekonomi.models.arspost import Arspost, unik_post
from finsam.constraints import bland_val
from finsam.fields import KronorField
from finsam.querysets import SpardQuerySet

MANADER = tuple(f"manad{nr}" for nr in range(1, 13))
_MANADSSUMMA = reduce(add, (F(manad) for manad in MANADER))


class BudgetQuerySet(SpardQuerySet["Budget"]):
    def forslag(self) -> Self:
        """Versions that nobody has decided."""
        return self.filter(status=Budgetstatus.FORSLAG)

    def beslutade(self) -> Self:
        """Versions that the board has decided, first or as a revision."""
        return self.exclude(status=Budgetstatus.FORSLAG)


class Budget(models.Model):
    """One version of a year's budget. A decided one is never changed: a revision is a new one."""

    verksamhetsar = models.PositiveSmallIntegerField("år")
    version = models.PositiveSmallIntegerField("version", default=1)
    status = models.CharField(
        "status", max_length=12, choices=Budgetstatus, default=Budgetstatus.FORSLAG
    )
    upprattad = models.DateField(
        "upprättad", null=True, blank=True, help_text="Dagen då förslaget lades fram."
    )
    samrad = models.DateField(
        "samråd", null=True, blank=True, help_text="Dagen för samrådet med medlemmarna."
    )
    beslutad = models.DateField("beslutad", null=True, blank=True)
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    kommentar = models.TextField("kommentar", blank=True)
    history = HistoricalRecords()

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "budget"
        verbose_name_plural = "budgetar"
        ordering = ["-verksamhetsar", "-version"]
        constraints = [
            bland_val("ekonomi_budget_status", "status", Budgetstatus),
            models.UniqueConstraint(
                fields=["verksamhetsar", "version"],
                name="ekonomi_budget_unik",
                violation_error_message="Versionen finns redan för året.",
            ),
            models.CheckConstraint(
                name="ekonomi_budget_beslut",
                condition=Q(status=Budgetstatus.FORSLAG) | Q(beslutad__isnull=False),
                violation_error_message="Ange dagen då budgeten beslutades.",
            ),
            models.CheckConstraint(
                name="ekonomi_budget_paragraf",
                condition=Q(status=Budgetstatus.FORSLAG) | ~Q(paragraf=""),
                violation_error_message="Ange paragrafen i styrelsens protokoll.",
            ),
            models.CheckConstraint(
                name="ekonomi_budget_samrad",
                # Unknown is neither before nor after: the day of the samråd must be there.
                condition=~Q(status=Budgetstatus.FASTSTALLD)
                | Q(samrad__isnull=False, beslutad__isnull=False, samrad__lte=F("beslutad")),
                violation_error_message="Samråd med medlemmarna ska vara genomfört före beslutet.",
            ),
        ]

    def __str__(self) -> str:
        return f"Budget {self.verksamhetsar}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("ekonomi:budget_detail", args=[self.pk])

    @property
    def last(self) -> bool:
        """Whether it is decided, and so never changed."""
        return self.status != Budgetstatus.FORSLAG

    def beslutad_per(self, dag: date) -> bool:
        """Whether it was decided by that day; until then it was a proposal."""
        return self.last and self.beslutad is not None and self.beslutad <= dag

    @property
    def statusfarg(self) -> str:
        """The colour of the status; see components/status.html."""
        return "ok" if self.last else "info"


class Budgetpost(Arspost):
    """A budgeted amount, even over the year (an insats: over its months) or month by month."""

    budget = models.ForeignKey(
        Budget, on_delete=models.CASCADE, related_name="poster", verbose_name="budget"
    )
    kommentar = models.CharField("kommentar", max_length=200, blank=True)
    # A plan per month with the sign of the amount; empty: even.
    manad1 = KronorField("januari, kr", null=True, blank=True)
    manad2 = KronorField("februari, kr", null=True, blank=True)
    manad3 = KronorField("mars, kr", null=True, blank=True)
    manad4 = KronorField("april, kr", null=True, blank=True)
    manad5 = KronorField("maj, kr", null=True, blank=True)
    manad6 = KronorField("juni, kr", null=True, blank=True)
    manad7 = KronorField("juli, kr", null=True, blank=True)
    manad8 = KronorField("augusti, kr", null=True, blank=True)
    manad9 = KronorField("september, kr", null=True, blank=True)
    manad10 = KronorField("oktober, kr", null=True, blank=True)
    manad11 = KronorField("november, kr", null=True, blank=True)
    manad12 = KronorField("december, kr", null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "budgetpost"
        verbose_name_plural = "budgetposter"
        ordering = ["budget", "konto__nummer", "pk"]
        constraints = [
            unik_post("budget", "ekonomi_budgetpost_unik"),
            models.CheckConstraint(
                name="ekonomi_budgetpost_manader",
                # A band, not equality: SQLite keeps decimals as floating point. A sum with a
                # missing part is unknown, and a rule lets the unknown pass: so each must be there.
                condition=Q(**{f"{manad}__isnull": True for manad in MANADER})
                | Q(
                    **{f"{manad}__isnull": False for manad in MANADER},
                    belopp__gt=_MANADSSUMMA - Decimal("0.005"),
                    belopp__lt=_MANADSSUMMA + Decimal("0.005"),
                ),
                violation_error_message="Fyll i alla tolv månaderna så att de summerar till "
                "årets belopp, eller ingen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.budget} {self.konto}"

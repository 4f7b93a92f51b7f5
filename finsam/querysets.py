"""The queryset of rows whose changes are logged."""

from datetime import date
from typing import Any, NoReturn, Self, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class UtanHistorik(TypeError):
    """A write that would leave no trace in the history."""


class SpardQuerySet(models.QuerySet[M]):
    """Refuses writes that pass no signal; save the rows one by one instead."""

    def update(self, **kwargs: Any) -> NoReturn:
        self._vagra("update")

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._vagra("bulk_create")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._vagra("bulk_update")

    def _vagra(self, metod: str) -> NoReturn:
        raise UtanHistorik(f"{self.model.__name__}.{metod} passes the history by: save each row.")


class TidsspannQuerySet(SpardQuerySet[M]):
    """Rows that hold from the day `fran` to the day `tom`, without end when that is empty."""

    def under(self, start: date, slut: date) -> Self:
        """Rows that hold at least one day of the span."""
        oppna_eller_senare = models.Q(tom__isnull=True) | models.Q(tom__gte=start)
        return self.filter(oppna_eller_senare, fran__lte=slut)

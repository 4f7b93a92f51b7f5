"""The queryset of rows whose changes are logged."""

from typing import Any, NoReturn, TypeVar

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

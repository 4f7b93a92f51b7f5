"""The one kind of list page: filter, sort, page, and export of just what is shown."""

from collections.abc import Iterator
from operator import methodcaller
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin, Table

from finsam.permissions import Ratt, RequireMixin, far
from finsam.tabular.export import Exportkolumn
from finsam.tabular.responses import exportsvar


def exportkolumner(table: Table) -> Iterator[Exportkolumn]:
    """The table's columns as exported: same headings and order, values instead of looks."""
    for column in table.columns.iterall():
        yield Exportkolumn(
            str(column.header),
            methodcaller("get_cell_value", column.name),
            getattr(column.column, "exportformat", "text"),
        )


class Listvy(RequireMixin, SingleTableMixin, FilterView):
    """A list is configuration: set queryset, table_class, filterset_class, ratt and the words."""

    template_name = "finsam/lista.html"
    # Not paginate_by: the view would count the rows once more than the table does.
    table_pagination = {"per_page": 25}
    # What is printed stands on one page; beyond this one fetches the list as a file.
    skrivs_ut = 5_000
    rubrik: str
    # The first sentence says that there is nothing, the rest what those who may write can do.
    tomt = ""
    # The page where a new row is made, and the right that it takes.
    ny_url: Any = None
    ny_text = ""
    ny_ratt: Ratt | None = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        svar = super().get(request, *args, **kwargs)
        filformat = request.GET.get("export", "")
        if filformat not in ("csv", "xlsx"):
            return svar
        table = svar.context_data["table"]
        return exportsvar(self.rubrik, list(exportkolumner(table)), table.rows, filformat)

    def get_table(self, **kwargs: Any) -> Table:
        table = super().get_table(**kwargs)
        table.rubrik = self.rubrik
        table.empty_text = self.get_tomt() or table.empty_text
        return table

    def get_tomt(self) -> str:
        """What an empty list says to the reader, who may have no right to fill it."""
        if self.ny_ratt is None or far(self.request.user, self.ny_ratt):
            return self.tomt
        forsta, punkt, _ = self.tomt.partition(". ")
        return f"{forsta}." if punkt else forsta

    def get_table_pagination(self, table: Table) -> dict[str, Any]:
        alla = {"per_page": self.skrivs_ut}
        return alla if self.request.GET.get("print") else self.table_pagination

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        """A sum of everything that the filter lets through, in words; empty for none."""
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        har_ny = self.ny_ratt is not None and far(self.request.user, self.ny_ratt)
        return super().get_context_data(
            rubrik=self.rubrik,
            summering=self.get_summering(self.object_list),
            ny_url=self.ny_url if har_ny else None,
            ny_text=self.ny_text,
            **kwargs,
        )

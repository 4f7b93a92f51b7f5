"""The two form pages: a new row and a changed one."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.views.generic import CreateView, DeleteView, UpdateView

from finsam.permissions import RequireMixin


class Formularsida(RequireMixin):
    """What the two have in common: heading, the way back, and a word when it is saved."""

    template_name: str | None = "finsam/formular.html"
    rubrik: str
    sparat = "Sparat."
    tillbaka: str | Promise = ""
    # The list that the row stands in: its word and its address.
    lista: tuple[str, str | Promise] | None = None

    # The row, its history and its seal: all of them or none.
    @transaction.atomic
    def form_valid(self, form: ModelForm) -> HttpResponse:
        svar: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        messages.success(self.request, self.sparat)  # type: ignore[attr-defined]
        return svar

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc,no-any-return]
            rubrik=self.rubrik,
            tillbaka=self.get_tillbaka(),
            brodsmulor=self.get_brodsmulor(),
            **kwargs,
        )

    def get_brodsmulor(self) -> list[tuple[str, str | Promise]]:
        """The way down to the form, as words and addresses: the list, then the row itself."""
        objekt = getattr(self, "object", None)
        sida = [(str(objekt), self.get_tillbaka())] if objekt else []
        return [self.lista, *sida] if self.lista else sida

    def get_tillbaka(self) -> str | Promise:
        objekt = getattr(self, "object", None)
        har_sida = hasattr(objekt, "get_absolute_url")
        if har_sida:
            return objekt.get_absolute_url()  # type: ignore[union-attr]
        return self.tillbaka or (self.lista[1] if self.lista else "")


class Skapavy(Formularsida, CreateView):
    """A new row."""


class Radsida(Formularsida):
    """A page that writes a row that is there: locked from the reading of it to the saving.

    What the view's queryset leaves out (a row that has been decided meanwhile) is then 404, and
    nobody decides it between the two.
    """

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]

    def get_queryset(self) -> QuerySet[Any]:
        rader: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        skrivs = self.request.method == "POST"  # type: ignore[attr-defined]
        return rader.select_for_update(of=("self",)) if skrivs else rader


class Andravy(Radsida, UpdateView):
    """An existing row; its name is the heading."""

    rubrik = "Ändra"


class Tabortvy(Radsida, DeleteView):  # type: ignore[misc]  # a plain form to its stubs
    """Asks once, then removes the row; what hangs on it is told of in `foljd`."""

    template_name = "finsam/ta_bort.html"
    rubrik = "Ta bort"
    sparat = "Borttaget."
    foljd = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(foljd=self.foljd, **kwargs)

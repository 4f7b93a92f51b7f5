"""Users: who may come in, and as what. Nobody is removed; an account is closed."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST

from finsam.filters import AnvandareFilter
from finsam.forms import AnvandareForm, NyAnvandareForm
from finsam.formularvyer import Andravy, Skapavy
from finsam.inloggning.actions import clear_second_step, losenordslank, send_losenordslank
from finsam.listor import Listvy
from finsam.models import Anvandare
from finsam.permissions import Ratt, require
from finsam.tables import AnvandareTable


class AnvandareListView(Listvy):
    model = Anvandare
    table_class = AnvandareTable
    filterset_class = AnvandareFilter
    ratt = Ratt.ANVANDARE
    rubrik = "Användare"
    ny_url = reverse_lazy("finsam:anvandare_create")
    ny_text = "Bjud in en användare"
    ny_ratt = Ratt.ANVANDARE


class AnvandareCreateView(Skapavy):
    model = Anvandare
    form_class = NyAnvandareForm
    ratt = Ratt.ANVANDARE
    rubrik = "Bjud in en användare"
    tillbaka = reverse_lazy("finsam:anvandare_list")

    def form_valid(self, form: ModelForm) -> HttpResponse:
        with transaction.atomic():
            anvandare = form.save()
        return _visa_lank(self.request, anvandare)


class AnvandareUpdateView(Andravy):
    model = Anvandare
    form_class = AnvandareForm
    ratt = Ratt.ANVANDARE
    template_name = "finsam/anvandare_update.html"
    tillbaka = reverse_lazy("finsam:anvandare_list")
    success_url = tillbaka

    def get_tillbaka(self) -> Any:
        return self.tillbaka

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "ar_jag": self.object == self.request.user}


@require_POST
@require(Ratt.ANVANDARE)
def anvandare_losenord(request: HttpRequest, pk: int) -> HttpResponse:
    """A link with which the user chooses a new password; the administrator never knows it."""
    return _visa_lank(request, get_object_or_404(Anvandare, pk=pk, is_active=True))


@require_POST
@require(Ratt.ANVANDARE)
def anvandare_tvasteg(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes away a lost second step, so that the user can set up a new one."""
    anvandare = get_object_or_404(Anvandare, pk=pk)
    clear_second_step(anvandare)
    messages.success(request, f"{anvandare} loggar nu in med bara lösenordet.")
    return redirect("finsam:anvandare_update", pk)


def _visa_lank(request: HttpRequest, anvandare: Anvandare) -> HttpResponse:
    lank = losenordslank(request, anvandare)
    if settings.SKICKAR_EPOST:
        send_losenordslank(request, anvandare, lank)
        messages.success(request, f"Länken är skickad till {anvandare.email}.")
        return redirect("finsam:anvandare_list")
    return render(request, "finsam/anvandare_lank.html", {"anvandare": anvandare, "lank": lank})

"""Pages of a survey's rounds: when it is open, how it is sent, and what came of it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.permissions import Ratt, require
from finsam.tabular.export import Exportkolumn, csv_bytes
from finsam.tabular.responses import bilaga
from uppfoljning.actions.enkat import (
    aterkalla_omgang,
    oppna_omgang,
    paminn_omgang,
    skicka_omgang,
)
from uppfoljning.brev import inbjudan, med_lank, paminnelse
from uppfoljning.forms.enkat import BrevForm, EnkatomgangForm, LanklistaForm, PaminnelseForm
from uppfoljning.models import Enkat, Enkatomgang
from uppfoljning.selectors.enkat import antal_svar, minst

OMGANGAR = Enkatomgang.objects.select_related("enkat")


@require(Ratt.ENKAT_LASA)
def enkatomgang_detail(request: HttpRequest, pk: int) -> HttpResponse:
    omgang = get_object_or_404(OMGANGAR, pk=pk)
    return render(
        request,
        "uppfoljning/enkatomgang_detail.html",
        {
            "omgang": omgang,
            "lage": omgang.lage(timezone.localdate()),
            "antal_svar": antal_svar(omgang),
            "minst": minst(),
        },
    )


class Omgangsformular:
    """What a new round and a changed one have in common."""

    form_class: Any = EnkatomgangForm
    ratt = Ratt.ENKAT_ANDRA

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "idag": timezone.localdate()}  # type: ignore[misc]


class EnkatomgangCreateView(Omgangsformular, Skapavy):
    model = Enkatomgang
    rubrik = "Ny omgång"

    @property
    def enkat(self) -> Enkat:
        return get_object_or_404(Enkat, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        return {"enkat": self.enkat, "oppnar": timezone.localdate()}

    def get_tillbaka(self) -> str:
        return self.enkat.get_absolute_url()


class EnkatomgangUpdateView(Omgangsformular, Andravy):
    queryset = OMGANGAR
    rubrik = "Ändra omgång"


class EnkatomgangDeleteView(Tabortvy):
    """Only a round that has not been sent."""

    queryset = OMGANGAR.filter(antal_utskick=0)
    ratt = Ratt.ENKAT_ANDRA

    def get_success_url(self) -> str:
        return self.object.enkat.get_absolute_url()


def _formular(request: HttpRequest, omgang: Enkatomgang, form: Any, **ord_: str) -> HttpResponse:
    innehall = {"form": form, "omgang": omgang, "tillbaka": omgang.get_absolute_url(), **ord_}
    return render(request, "uppfoljning/enkatomgang_brev.html", innehall)


def _lank(request: HttpRequest, hemlighet: str) -> str:
    return request.build_absolute_uri(reverse("uppfoljning:enkat_svara", args=[hemlighet]))


@require(Ratt.ENKAT_ANDRA)
@never_cache
@sensitive_post_parameters()
def enkatomgang_skicka(request: HttpRequest, pk: int) -> HttpResponse:
    """The round sent by e-mail to a pasted list of addresses."""
    omgang = get_object_or_404(OMGANGAR.filter(antal_utskick=0), pk=pk)
    amne, brev = inbjudan(omgang)
    form = BrevForm(request.POST or None, initial={"amne": amne, "brev": brev})
    if settings.SKICKAR_EPOST and form.is_valid():
        data = form.cleaned_data
        try:
            misslyckade = skicka_omgang(
                omgang,
                data["adresser"],
                data["amne"],
                lambda lank: med_lank(data["brev"], lank, omgang),
                lambda hemlighet: _lank(request, hemlighet),
                request.user,
            )
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            return _skickat(request, omgang, len(data["adresser"]), misslyckade)
    return _formular(request, omgang, form, rubrik="Skicka med e-post", knapp="Skicka länkarna")


def _skickat(
    request: HttpRequest, omgang: Enkatomgang, antal: int, misslyckade: list[Any]
) -> HttpResponse:
    """Back to the round; but links that could not be sent are shown, this once."""
    if misslyckade:
        innehall = {"omgang": omgang, "misslyckade": misslyckade, "antal": antal}
        return render(request, "uppfoljning/enkatomgang_ejskickade.html", innehall)
    messages.success(request, f"{antal} brev är skickade. Adresserna är inte sparade.")
    return redirect(omgang)


@require(Ratt.ENKAT_ANDRA)
@never_cache
def enkatomgang_lankar(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's links as a file, once: for those who hand them out in another way."""
    omgang = get_object_or_404(OMGANGAR.filter(antal_utskick=0), pk=pk)
    form = LanklistaForm(request.POST or None)
    if form.is_valid():
        try:
            hemligheter = oppna_omgang(omgang, form.cleaned_data["antal"], request.user)
        except ValidationError as fel:
            form.add_error("antal", fel)
        else:
            kolumner = [Exportkolumn("Länk", lambda hemlighet: _lank(request, hemlighet))]
            return bilaga(csv_bytes(kolumner, hemligheter), "enkatlankar.csv")
    return _formular(request, omgang, form, rubrik="Hämta länkar", knapp="Hämta länkarna")


@require(Ratt.ENKAT_ANDRA)
@never_cache
@sensitive_post_parameters()
def enkatomgang_paminn(request: HttpRequest, pk: int) -> HttpResponse:
    """A reminder, without any link, to a pasted list of addresses."""
    omgang = get_object_or_404(OMGANGAR, pk=pk)
    amne, brev = paminnelse(omgang)
    form = PaminnelseForm(
        request.POST or None,
        initial={"amne": amne, "brev": brev},
        hogst=omgang.antal_utskick,
    )
    if not omgang.oppen(timezone.localdate()):
        messages.warning(request, "Bara en öppen omgång kan påminnas om.")
        return redirect(omgang)
    if settings.SKICKAR_EPOST and form.is_valid():
        data = form.cleaned_data
        try:
            misslyckade = paminn_omgang(data["adresser"], data["amne"], data["brev"])
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            return _paminda(request, omgang, len(data["adresser"]), misslyckade)
    return _formular(request, omgang, form, rubrik="Påminn", knapp="Skicka påminnelsen")


def _paminda(
    request: HttpRequest, omgang: Enkatomgang, antal: int, misslyckade: list[str]
) -> HttpResponse:
    """Back to the round; addresses that were not reached are shown, and not kept as a message."""
    if misslyckade:
        innehall = {"omgang": omgang, "misslyckade": misslyckade, "antal": antal}
        return render(request, "uppfoljning/enkatomgang_ejpaminda.html", innehall)
    messages.success(request, f"{antal} påminnelser är skickade.")
    return redirect(omgang)


@require(Ratt.ENKAT_ANDRA)
@require_POST
def enkatomgang_aterkalla(request: HttpRequest, pk: int) -> HttpResponse:
    omgang = get_object_or_404(OMGANGAR, pk=pk)
    try:
        aterkalla_omgang(omgang, request.user)
    except ValidationError as fel:
        messages.error(request, fel.messages[0])
    else:
        messages.success(request, "Utskicket är återkallat. Länkarna som skickades gäller inte.")
    return redirect(omgang)

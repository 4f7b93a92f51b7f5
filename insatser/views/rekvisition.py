"""Claims: the list, a claim with its steps, its amounts and its files."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_POST

from finsam import typografi
from finsam.bilagor import BilagorForm, bilagesvar, ta_bort_bilaga, ta_emot_bilagor
from finsam.formularvyer import Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.money import kronor
from finsam.permissions import Ratt, far, require
from insatser.actions import rekvisition as steg
from insatser.filters.rekvisition import RekvisitionFilter
from insatser.forms.rekvisition import AterForm, BeloppForm, OverskridandeForm, RekvisitionForm
from insatser.models import Insats, Rekvisition, Rekvisitionsbilaga
from insatser.selectors.rekvisition import Lagesbild, lagesbild
from insatser.tables.rekvisition import RekvisitionTable


class RekvisitionListView(Listvy):
    queryset = Rekvisition.objects.select_related("insats__insatsagare").annotate(
        belopp=Sum("poster__belopp")
    )
    table_class = RekvisitionTable
    filterset_class = RekvisitionFilter
    ratt = Ratt.REKVISITION_LASA
    rubrik = "Rekvisitioner"
    tomt = "Inga rekvisitioner. En insats rekvirerar sina medel med ”Ny rekvisition”."
    ny_url = reverse_lazy("insatser:rekvisition_create")
    ny_text = "Ny rekvisition"
    ny_ratt = Ratt.RAPPORTERA

    def get_queryset(self) -> QuerySet[Rekvisition]:
        return super().get_queryset().synliga_for(self.request.user)

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        summa = kronor(queryset.aggregate(summa=Sum("poster__belopp"))["summa"])
        return f"Summa: {typografi.kr(summa, 2)} kr"


class RekvisitionCreateView(Skapavy):
    """Insats and period; the amounts and the files follow on the draft's own page."""

    model = Rekvisition
    form_class = RekvisitionForm
    ratt = Ratt.RAPPORTERA
    rubrik = "Ny rekvisition"
    sparat = "Utkastet är sparat. Fyll i beloppen."
    lista = ("Rekvisitioner", reverse_lazy("insatser:rekvisition_list"))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_initial(self) -> dict[str, Any]:
        return {falt: self.request.GET.get(falt, "") for falt in ("insats", "period")}

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The next number is taken and stored under the lock of the insats: one press at a time."""
        nr = request.POST.get("insats", "")
        if nr.isdecimal():
            Insats.objects.select_for_update().filter(pk=nr).first()
        return super().post(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("insatser:rekvisition_update", kwargs={"pk": self.object.pk})  # type: ignore[union-attr]


def _hamta(request: HttpRequest, pk: int) -> Rekvisition:
    synliga = Rekvisition.objects.synliga_for(inloggad(request))
    return get_object_or_404(
        synliga.select_related("insats__insatsagare"),
        pk=pk,
    )


@require(Ratt.REKVISITION_LASA)
def rekvisition_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _visa(request, _hamta(request, pk))


def _visa(
    request: HttpRequest, rekvisition: Rekvisition, steget: str = "", form: Any = None
) -> HttpResponse:
    """The claim's page; a step that was refused shows its form again with what was typed."""
    andringsbar = rekvisition.status in steg.ANDRINGSBARA
    bild = lagesbild(rekvisition)
    blanketter = {namn: ett.form(prefix=namn) for namn, ett in STEG.items() if ett.form}
    return render(
        request,
        "insatser/rekvisition_detail.html",
        {
            "rekvisition": rekvisition,
            "bild": bild,
            "provning": steg.provning(rekvisition),
            "handelser": list(rekvisition.handelser.select_related("av")),
            "bilagor": rekvisition.bilagor.select_related("uppladdad_av"),
            "bilageform": BilagorForm(),
            "far_andra": andringsbar and far(request.user, Ratt.RAPPORTERA),
            "overskridandet_stoppar": steg.overskrider_tillatet(rekvisition, bild.overskridande),
            "vantar": rekvisition.status in steg.VANTANDE,
            "far_attestera": _far_attestera(request.user, rekvisition),
            "blanketter": blanketter | ({steget: form} if form else {}),
            "form": form,
        },
    )


def _far_attestera(user: Any, rekvisition: Rekvisition) -> bool:
    egna = (rekvisition.inlamnad_av_id, rekvisition.attest1_av_id)
    return far(user, Ratt.REKVISITION_ATTESTERA) and user.pk not in egna


@require(Ratt.RAPPORTERA)
def rekvisition_update(request: HttpRequest, pk: int) -> HttpResponse:
    """The amounts, with the year's money beside them; "Räkna om" only shows the sums."""
    rekvisition = _hamta(request, pk)
    if hinder := steg.andringshinder(rekvisition):
        messages.error(request, hinder)
        return redirect(rekvisition)
    form = BeloppForm(request.POST or None, instance=rekvisition)
    if request.method == "POST" and "rakna" not in request.POST and form.is_valid():
        try:
            kommentar = form.cleaned_data["kommentar"]
            steg.spara_belopp(rekvisition, form.belopp(), kommentar, inloggad(request))
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            messages.success(request, "Sparat.")
            return redirect(rekvisition)
    bild = lagesbild(rekvisition, form.summa())
    sammanhang = {"rekvisition": rekvisition, "form": form, "bild": bild}
    return render(request, "insatser/rekvisition_form.html", sammanhang)


@require_POST
@require(Ratt.RAPPORTERA)
def rekvisition_summa(request: HttpRequest, pk: int) -> HttpResponse:
    """The sums of what is typed so far; nothing is stored."""
    rekvisition = _hamta(request, pk)
    bild: Lagesbild = lagesbild(rekvisition, BeloppForm(request.POST, instance=rekvisition).summa())
    return render(request, "insatser/_rekvisition_summa.html", {"bild": bild})


class Steg:
    """A step that a button takes: who may, what it does, which words it asks for."""

    def __init__(
        self, ratt: Ratt, gor: Callable[..., None], klart: str, form: type[forms.Form] | None = None
    ) -> None:
        self.ratt, self.gor, self.klart, self.form = ratt, gor, klart, form


STEG = {
    "lamna-in": Steg(Ratt.RAPPORTERA, steg.lamna_in, "Rekvisitionen är inlämnad."),
    "attestera": Steg(Ratt.REKVISITION_ATTESTERA, steg.attestera, "Attesten är sparad."),
    "ater": Steg(
        Ratt.REKVISITION_ATTESTERA, steg.skicka_ater, "Rekvisitionen är skickad åter.", AterForm
    ),
    "overskrid": Steg(
        Ratt.REKVISITION_OVERSKRIDA,
        steg.tillat_overskridande,
        "Överskridandet är tillåtet.",
        OverskridandeForm,
    ),
}


def _ta_steg(request: HttpRequest, pk: int, namn: str) -> HttpResponse:
    rekvisition, ett = _hamta(request, pk), STEG[namn]
    form = ett.form(request.POST, prefix=namn) if ett.form else forms.Form(request.POST)
    if not form.is_valid():
        return _visa(request, rekvisition, namn, form)
    try:
        ett.gor(rekvisition, request.user, *form.cleaned_data.values())
    except ValidationError as fel:
        form.add_error(None, fel.messages)
        return _visa(request, rekvisition, namn, form)
    messages.success(request, ett.klart)
    return redirect(rekvisition)


def stegvy(namn: str) -> Callable[..., Any]:
    """The view of one step, behind its right; anything but POST is 405."""

    def vy(request: HttpRequest, pk: int) -> HttpResponse:
        return _ta_steg(request, pk, namn)

    return require_POST(require(STEG[namn].ratt)(vy))


@require_POST
@require(Ratt.RAPPORTERA)
def rekvisition_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rekvisition = _hamta(request, pk)
    try:
        steg.ta_bort_utkast(rekvisition, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return redirect(rekvisition)
    messages.success(request, "Utkastet är borttaget.")
    return redirect("insatser:rekvisition_list")


@require_POST
@require(Ratt.RAPPORTERA)
def rekvisitionsbilaga_create(request: HttpRequest, pk: int) -> HttpResponse:
    rekvisition = _hamta(request, pk)
    if rekvisition.status not in steg.ANDRINGSBARA:
        messages.error(request, "En inlämnad rekvisition får inga nya bilagor.")
        return redirect(rekvisition)
    return ta_emot_bilagor(request, rekvisition, Rekvisitionsbilaga)


def _bilaga(request: HttpRequest, pk: int) -> Rekvisitionsbilaga:
    synliga = Rekvisition.objects.synliga_for(inloggad(request))
    return get_object_or_404(
        Rekvisitionsbilaga.objects.select_related("agare"), pk=pk, agare__in=synliga
    )


@require(Ratt.REKVISITION_LASA)
def rekvisitionsbilaga(request: HttpRequest, pk: int) -> Any:
    return bilagesvar(_bilaga(request, pk))


@require_POST
@require(Ratt.RAPPORTERA)
def rekvisitionsbilaga_delete(request: HttpRequest, pk: int) -> HttpResponse:
    bilaga = _bilaga(request, pk)
    if bilaga.agare.status in steg.ANDRINGSBARA:
        ta_bort_bilaga(bilaga)
        messages.success(request, f"{bilaga.filnamn} är borttagen.")
    else:
        messages.error(request, "Bilagor till en inlämnad rekvisition tas inte bort.")
    return redirect(f"{bilaga.agare.get_absolute_url()}#bilagor")

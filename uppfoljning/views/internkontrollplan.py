"""Pages of the plans of internal control: the list, a year's plan, and the board's decision."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Tabortvy
from finsam.internkontroll import systemkontroller
from finsam.listor import Listvy
from finsam.periods import Period
from finsam.permissions import Ratt, require
from uppfoljning.actions.internkontroll import besluta_plan, skapa_plan
from uppfoljning.calculations.internkontroll import Plan, riskmatris
from uppfoljning.choices import Planstatus
from uppfoljning.filters.internkontroll import InternkontrollplanFilter
from uppfoljning.forms.internkontroll import (
    KONSEKVENS,
    SANNOLIKHET,
    BeslutaPlanForm,
    PlanForm,
)
from uppfoljning.models import Internkontrollplan
from uppfoljning.selectors.internkontroll import planunderlag, synliga_planer
from uppfoljning.tables.internkontroll import InternkontrollplanTable

LISTA = ("Internkontroll", reverse_lazy("uppfoljning:internkontrollplan_list"))
OPPNA = ~Q(moment__utforda__atgard="") & Q(moment__utforda__atgardad__isnull=True)


class InternkontrollplanListView(Listvy):
    queryset = Internkontrollplan.objects.annotate(
        antal_moment=Count("moment", distinct=True),
        antal_utforda=Count("moment__utforda", distinct=True),
        antal_oppna=Count("moment__utforda", distinct=True, filter=OPPNA),
    )
    table_class = InternkontrollplanTable
    filterset_class = InternkontrollplanFilter
    ratt = Ratt.INTERNKONTROLL_LASA
    rubrik = "Internkontroll"
    tomt = "Ingen plan än. Gör årets plan, eller läs in filerna internkontrollplaner och moment."
    ny_url = reverse_lazy("uppfoljning:internkontrollplan_create")
    ny_text = "Ny plan"
    ny_ratt = Ratt.INTERNKONTROLL_ANDRA
    template_name = "uppfoljning/internkontrollplan_list.html"

    def get_queryset(self) -> QuerySet[Internkontrollplan]:
        return super().get_queryset().filter(pk__in=synliga_planer(self.request.user))


@require(Ratt.INTERNKONTROLL_ANDRA)
def internkontrollplan_create(request: HttpRequest) -> HttpResponse:
    """An empty plan, or a copy of another year's moments."""
    senaste = Internkontrollplan.objects.values_list("verksamhetsar", flat=True).first()
    start = {"ar": senaste + 1, "fran": senaste} if senaste else {"ar": timezone.localdate().year}
    form = PlanForm(request.POST or None, initial=start)
    if form.is_valid():
        ar, fran = form.cleaned_data["ar"], form.cleaned_data["fran"]
        try:
            plan = skapa_plan(ar, fran, request.user)
        except ValidationError as fel:
            for text in fel.messages:
                form.add_error("ar", text)
        else:
            messages.success(request, f"{plan} är sparad som utkast.")
            return redirect(plan)
    innehall = {
        "form": form,
        "rubrik": "Ny internkontrollplan",
        "tillbaka": LISTA[1],
        "brodsmulor": [LISTA],
    }
    return render(request, "finsam/formular.html", innehall)


@require(Ratt.INTERNKONTROLL_LASA)
def internkontrollplan_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The year's moments by area, with what has been done and what the system finds now."""
    rad = get_object_or_404(synliga_planer(request.user), verksamhetsar=verksamhetsar)
    idag = timezone.localdate()
    plan = planunderlag(verksamhetsar, idag)
    assert plan is not None, "the row is there"
    fynd = _fynd(plan, Period(verksamhetsar))
    return render(
        request,
        "uppfoljning/internkontrollplan_detail.html",
        {
            "plan": rad,
            "omraden": [
                (omrade, [(m, m.tillfallen(idag), fynd.get(m.systemkontroll)) for m in alla])
                for omrade, alla in plan.per_omrade()
            ],
            "atgarder": [
                (m, u, u.atgardslage(idag)) for m in plan.moment for u in m.oppna_atgarder()
            ],
            "matris": [(dict(KONSEKVENS)[nr], rutor) for nr, rutor in riskmatris(plan.moment)],
            "sannolikheter": [ord_ for _, ord_ in SANNOLIKHET],
        },
    )


def _fynd(plan: Plan, period: Period) -> dict[str, int]:
    """How much each of the system's controls that the plan uses finds, by the control's id."""
    anvands = {moment.systemkontroll for moment in plan.moment}
    alla = systemkontroller().values()
    return {kontroll.id: len(kontroll.fynd(period)) for kontroll in alla if kontroll.id in anvands}


@require(Ratt.INTERNKONTROLL_ANDRA)
def internkontrollplan_besluta(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The board's day and paragraph; the plan is then only followed up."""
    plan = get_object_or_404(Internkontrollplan, verksamhetsar=verksamhetsar)
    if plan.last:
        raise Http404
    form = BeslutaPlanForm(request.POST or None)
    if form.is_valid():
        try:
            besluta_plan(verksamhetsar, **form.cleaned_data, user=request.user)
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            messages.success(request, f"{plan} är beslutad. Nu följs den upp.")
            return redirect(plan)
    innehall = {"form": form, "plan": plan, "brodsmulor": [LISTA]}
    return render(request, "uppfoljning/internkontrollplan_besluta.html", innehall)


class InternkontrollplanDeleteView(Tabortvy):
    model = Internkontrollplan
    ratt = Ratt.INTERNKONTROLL_ANDRA
    foljd = "Planens moment tas bort tillsammans med den."
    success_url = LISTA[1]
    slug_field = slug_url_kwarg = "verksamhetsar"
    lista = LISTA

    def get_queryset(self) -> QuerySet[Internkontrollplan]:
        return super().get_queryset().filter(status=Planstatus.UTKAST)

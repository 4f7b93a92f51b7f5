"""Pages of a moment of the plan: what it is, how it is carried out, and changing it."""

from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import cached_property

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.internkontroll import systemkontroller
from finsam.permissions import Ratt, far, require
from uppfoljning.choices import Planstatus
from uppfoljning.forms.internkontroll import KontrollmomentForm
from uppfoljning.models import Internkontrollplan, Kontrollmoment
from uppfoljning.selectors.internkontroll import momentunderlag, synliga_planer
from uppfoljning.views.internkontrollplan import LISTA


@require(Ratt.INTERNKONTROLL_LASA)
def kontrollmoment_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Each period of the moment: what was done, sampled and found, and what is left to do."""
    rad = get_object_or_404(_synliga(request.user), pk=pk)
    moment, idag = momentunderlag(rad), timezone.localdate()
    kontroll = systemkontroller().get(moment.systemkontroll)
    tillfallen = [
        {
            "tillfalle": ett,
            "kan_goras": ett.period.slut <= idag,
            "atgardslage": ett.utforande.atgardslage(idag) if ett.utforande else None,
            "fynd": kontroll.fynd(ett.period) if kontroll and ett.period.start <= idag else None,
        }
        for ett in moment.tillfallen(idag)
    ]
    return render(
        request,
        "uppfoljning/kontrollmoment_detail.html",
        {
            "rad": rad,
            "moment": moment,
            "tillfallen": tillfallen,
            "kontroll": kontroll,
            "far_oppna": kontroll is not None and far(request.user, kontroll.ratt),
            "far_folja": rad.plan.last and far(request.user, Ratt.INTERNKONTROLL_ANDRA),
            "far_andra": not rad.plan.last and far(request.user, Ratt.INTERNKONTROLL_ANDRA),
        },
    )


def _synliga(user: Any) -> QuerySet[Kontrollmoment]:
    return Kontrollmoment.objects.filter(plan__in=synliga_planer(user))  # type: ignore[no-any-return]


class Momentsida:
    """What the forms of a moment share: its plan is a draft, and stays one while they are saved."""

    request: HttpRequest
    kwargs: dict[str, Any]
    model = Kontrollmoment
    ratt = Ratt.INTERNKONTROLL_ANDRA

    @transaction.atomic
    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().post(*args, **kwargs)  # type: ignore[misc,no-any-return]

    def utkast(self) -> QuerySet[Internkontrollplan]:
        planer = Internkontrollplan.objects.filter(status=Planstatus.UTKAST)
        return planer.select_for_update() if self.request.method == "POST" else planer

    def get_brodsmulor(self) -> list[Any]:
        return [LISTA, (str(self.plan), self.plan.get_absolute_url())]

    def get_tillbaka(self) -> str:
        return self.plan.get_absolute_url()

    def get_success_url(self) -> str:
        return self.plan.get_absolute_url()

    @cached_property
    def plan(self) -> Internkontrollplan:
        return get_object_or_404(self.utkast(), moment=self.kwargs["pk"])

    def get_queryset(self) -> QuerySet[Kontrollmoment]:
        rader: QuerySet[Kontrollmoment] = super().get_queryset()  # type: ignore[misc]
        return rader.filter(plan=self.plan)


class KontrollmomentCreateView(Momentsida, Skapavy):
    form_class = KontrollmomentForm
    rubrik = "Nytt moment"

    @cached_property
    def plan(self) -> Internkontrollplan:
        return get_object_or_404(self.utkast(), verksamhetsar=self.kwargs["verksamhetsar"])

    def get_initial(self) -> dict[str, Any]:
        sista = self.plan.moment.aggregate(nr=Max("nr"))["nr"]
        return {"nr": (sista or 0) + 1}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": Kontrollmoment(plan=self.plan)}


class KontrollmomentUpdateView(Momentsida, Andravy):
    form_class = KontrollmomentForm
    rubrik = "Ändra moment"


class KontrollmomentDeleteView(Momentsida, Tabortvy):  # type: ignore[misc]  # as Tabortvy
    """Only from a draft, of which nothing has been carried out."""

"""The forms where a control is carried out for a period, and its action followed up."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property

from finsam.formularvyer import Andravy, Skapavy
from finsam.internkontroll import Systemfynd, systemkontroller
from finsam.periods import Period
from finsam.permissions import Ratt
from finsam.typografi import antal
from uppfoljning.calculations.internkontroll import kontrollperioder
from uppfoljning.choices import Kontrollresultat, Planstatus
from uppfoljning.forms.internkontroll import KontrollutforandeForm
from uppfoljning.models import Kontrollmoment, Kontrollutforande
from uppfoljning.selectors.internkontroll import momentunderlag
from uppfoljning.views.internkontrollplan import LISTA

# So many findings are proposed as words; the others are told by number.
I_ORD = 5


class Utforandesida:
    """What the two forms share: a moment of a decided plan, and the way back to it."""

    model = Kontrollutforande
    form_class: Any = KontrollutforandeForm
    ratt = Ratt.INTERNKONTROLL_ANDRA
    template_name: str | None = "uppfoljning/kontrollutforande_form.html"
    sparat = "Utfallet är sparat."
    moment: Kontrollmoment

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return {**kwargs, "moment": momentunderlag(self.moment)}

    def get_brodsmulor(self) -> list[Any]:
        plan = self.moment.plan
        sida = (str(self.moment), self.moment.get_absolute_url())
        return [LISTA, (str(plan), plan.get_absolute_url()), sida]

    def get_tillbaka(self) -> str:
        return self.moment.get_absolute_url()

    def get_success_url(self) -> str:
        return self.moment.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(moment=self.moment, **kwargs)  # type: ignore[misc,no-any-return]


class KontrollutforandeCreateView(Utforandesida, Skapavy):
    """A period of the moment that nobody has carried out yet."""

    @cached_property
    def moment(self) -> Kontrollmoment:  # type: ignore[override]
        beslutade = Kontrollmoment.objects.filter(plan__status=Planstatus.BESLUTAD)
        return get_object_or_404(beslutade.select_related("plan"), pk=self.kwargs["pk"])

    @cached_property
    def period(self) -> Period:
        alla = kontrollperioder(self.moment.frekvens, self.moment.plan.verksamhetsar)
        for period in alla:
            if period.kod == self.kwargs["period"]:
                return period
        raise Http404

    @property
    def rubrik(self) -> str:  # type: ignore[override]
        return f"Utför moment {self.moment.nr}, {self.period.namn}"

    @cached_property
    def fynd(self) -> tuple[Systemfynd, ...] | None:
        """What the system finds now; None for a control that somebody does."""
        kontroll = systemkontroller().get(self.moment.systemkontroll)
        return kontroll.fynd(self.period) if kontroll else None

    def get_initial(self) -> dict[str, Any]:
        utan = Kontrollresultat.UTAN_AVVIKELSE
        start: dict[str, Any] = {"utford": timezone.localdate()}
        if self.fynd is None:
            return start
        resultat = Kontrollresultat.MINDRE_AVVIKELSE if self.fynd else utan
        return {**start, "resultat": resultat, "iakttagelse": _i_ord(self.fynd)}

    def get_form_kwargs(self) -> dict[str, Any]:
        rad = Kontrollutforande(
            moment=self.moment,
            period=self.period.kod,
            fynd=None if self.fynd is None else len(self.fynd),
            utford_av=self.request.user,  # type: ignore[misc]  # logged in
        )
        return {**super().get_form_kwargs(), "instance": rad}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(period=self.period, fynd=self.fynd, **kwargs)


def _i_ord(fynd: tuple[Systemfynd, ...]) -> str:
    if not fynd:
        return "Systemets kontroll har inga fynd."
    rader = [f"– {ett.text}" for ett in fynd[:I_ORD]]
    if len(fynd) > I_ORD:
        rader.append(f"– och {antal(len(fynd) - I_ORD)} till.")
    return "\n".join([f"Systemets kontroll har {antal(len(fynd))} fynd:", *rader])


class KontrollutforandeUpdateView(Utforandesida, Andravy):
    rubrik = "Ändra utfallet"

    @property
    def moment(self) -> Kontrollmoment:  # type: ignore[override]
        return self.object.moment  # type: ignore[no-any-return]

    def get_queryset(self) -> QuerySet[Kontrollutforande]:
        rader = super().get_queryset().filter(moment__plan__status=Planstatus.BESLUTAD)
        return rader.select_related("moment__plan")

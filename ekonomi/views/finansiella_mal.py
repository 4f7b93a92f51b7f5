"""Pages of the financial goals: how a year's goals stand, and each goal's form."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from ekonomi.actions.finansiella_mal import kopiera_finansiella_mal
from ekonomi.calculations.finansiella_mal import sammantaget
from ekonomi.forms.finansiella_mal import FinansielltMalForm, KopieraFinansiellaMalForm
from ekonomi.models import FinansielltMal
from ekonomi.selectors.finansiella_mal import ar_med_finansiella_mal, hittills, malunderlagen
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.synlighet import synliga_ar
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.malmatt import Malrad, Malunderlagen, malrader
from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt, far, require

LISTA = reverse_lazy("ekonomi:finansielltmal_list")
SMULA = ("Finansiella mål", LISTA)


def _valt_ar(request: HttpRequest, aren: list[int]) -> int:
    """The year asked for; else this one when it has goals, else the newest that has."""
    text, i_ar = request.GET.get("ar", ""), timezone.localdate().year
    if text.isdecimal() and 1990 <= int(text) <= 2200:
        return int(text)
    return i_ar if i_ar in aren or not aren else aren[0]


def _vald_period(request: HttpRequest, ar: int, ser_utfall: bool) -> Period:
    """The part of the year asked for; else as much of it as is booked.

    The whole year for a reader who may not see its outcome, nor then how far it is booked.
    """
    if not ser_utfall:
        return Period(ar)
    try:
        vald = las_period(request.GET.get("per", ""))
    except OgiltigPeriod:
        vald = None
    return vald if vald and vald.ar == ar else hittills(ar)


def _ser_utfall(request: HttpRequest, ar: int) -> bool:
    """Whether the reader may see how the year goes, begun or not."""
    synlig = synliga_ar(request.user).filter(verksamhetsar=ar)
    return far(request.user, Ratt.EKONOMI_LASA) or synlig.exists()


def _malrader(period: Period, underlagen: Malunderlagen) -> tuple[tuple[Malrad, ...], str]:
    """The goals as they stand, or none and the sentence that says what stops it."""
    if not underlagen.mal:
        return (), ""
    try:
        return malrader(berakning(period), underlagen), ""
    except (UppstallningSaknas, UppstallningFel) as hinder:
        return (), str(hinder)


@require(Ratt.UNDERLAG_LASA)
def finansielltmal_list(request: HttpRequest) -> HttpResponse:
    """A year's goals with outcome, limit and the word for how each stands.

    A ledamot reads goals and limits alone until the year is closed.
    """
    aren = ar_med_finansiella_mal()
    ar = _valt_ar(request, aren)
    ser_utfall = _ser_utfall(request, ar)
    period, underlagen = _vald_period(request, ar, ser_utfall), malunderlagen(ar)
    rader, fel = _malrader(period, underlagen)
    helar = not period.slag
    return render(
        request,
        "ekonomi/finansielltmal_list.html",
        {
            "ar": ar,
            "aren": aren,
            "period": period,
            "mal": underlagen.mal,
            "rader": rader,
            "ser_utfall": ser_utfall,
            "med_prognos": not helar and any(r.matning.prognos is not None for r in rader),
            "sammantaget": sammantaget([r.bedomning for r in rader], helar) if ser_utfall else "",
            "fattas": 100 - underlagen.nara,
            "fel": fel,
        },
    )


@require(Ratt.EKONOMI_ANDRA)
def finansielltmal_kopiera(request: HttpRequest) -> HttpResponse:
    """A form with two years; the goals of the one become goals of the other."""
    senaste = next(iter(ar_med_finansiella_mal()), None)
    start = {"fran": senaste, "till": senaste + 1} if senaste else {}
    form = KopieraFinansiellaMalForm(request.POST or None, initial=start)
    if form.is_valid():
        fran, till = form.cleaned_data["fran"], form.cleaned_data["till"]
        try:
            nya = kopiera_finansiella_mal(fran, till, request.user)
        except ValidationError as fel:
            form.add_error("till", fel.messages)
        else:
            messages.success(request, f"{len(nya)} mål är kopierade till {till}.")
            return redirect(nya[0].get_absolute_url())
    innehall = {
        "form": form,
        "rubrik": "Kopiera finansiella mål till ett annat år",
        "tillbaka": LISTA,
        "brodsmulor": [SMULA],
    }
    return render(request, "finsam/formular.html", innehall)


class FinansielltMalCreateView(Skapavy):
    model = FinansielltMal
    form_class = FinansielltMalForm
    ratt = Ratt.EKONOMI_ANDRA
    rubrik = "Nytt finansiellt mål"
    lista = SMULA

    def get_initial(self) -> dict[str, Any]:
        ar = _valt_ar(self.request, ar_med_finansiella_mal())
        arets = FinansielltMal.objects.filter(verksamhetsar=ar)
        sista = arets.aggregate(nr=Max("ordning"))["nr"]
        return {"verksamhetsar": ar, "ordning": (sista or 0) + 1}


class FinansielltMalUpdateView(Andravy):
    model = FinansielltMal
    form_class = FinansielltMalForm
    ratt = Ratt.EKONOMI_ANDRA
    rubrik = "Ändra finansiellt mål"
    lista = SMULA


class FinansielltMalDeleteView(Tabortvy):
    model = FinansielltMal
    ratt = Ratt.EKONOMI_ANDRA
    lista = SMULA

    def get_success_url(self) -> str:
        return f"{reverse('ekonomi:finansielltmal_list')}?ar={self.object.verksamhetsar}"

"""Member fees: the year's allocation and what each member pays of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ekonomi.calculations.avgifter import AvgiftFel
from ekonomi.filters import TilldelningFilter
from ekonomi.models import Tilldelning
from ekonomi.selectors.avgifter import arsavgifter
from ekonomi.tables import TilldelningTable
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class TilldelningListView(Listvy):
    model = Tilldelning
    table_class = TilldelningTable
    filterset_class = TilldelningFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Medlemsavgifter"
    tomt = "Ingen tilldelning än. Läs in filen tilldelning."


@require(Ratt.UNDERLAG_LASA)
def tilldelning_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The year's fee of each member, or what is missing to share it."""
    tilldelning = Tilldelning.objects.for_ar(verksamhetsar)
    if tilldelning is None:
        raise Http404
    try:
        avgifter, fel = arsavgifter(verksamhetsar), ""
    except AvgiftFel as hinder:
        avgifter, fel = None, str(hinder)
    return render(
        request,
        "ekonomi/tilldelning_detail.html",
        {"tilldelning": tilldelning, "avgifter": avgifter, "fel": fel},
    )

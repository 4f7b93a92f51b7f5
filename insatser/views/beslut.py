"""A decision on an insats, and the telling of the board."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from finsam.formularvyer import Andravy
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from insatser.choices import Beslutsinstans
from insatser.forms.beslut import AnmalanForm
from insatser.models import Ansokan, Insats, Insatsbeslut


@require(Ratt.INSATS_LASA)
def insatsbeslut_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who may see the insats, or the application, that it is about."""
    insatser = Insats.objects.synliga_for(inloggad(request))
    ansokningar = Ansokan.objects.synliga_for(inloggad(request))
    synliga = Insatsbeslut.objects.filter(Q(insats__in=insatser) | Q(ansokan__in=ansokningar))
    beslut = get_object_or_404(synliga.select_related("ansokan", "insats"), pk=pk)
    return render(request, "insatser/insatsbeslut_detail.html", {"beslut": beslut})


class InsatsbeslutAnmalView(Andravy):
    """When the board was told of a decision taken on delegation."""

    model = Insatsbeslut
    form_class = AnmalanForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Anmäl till styrelsen"
    sparat = "Anmälan är sparad."

    def get_queryset(self) -> QuerySet[Insatsbeslut]:
        return super().get_queryset().filter(instans=Beslutsinstans.DELEGATION)

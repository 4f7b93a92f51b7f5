"""Reports for the table of addresses: one to write in, one handed in."""

from typing import Any

from django.core.files.base import ContentFile

from finsam.bilagor import spara_bilaga
from insatser.models import Insats
from tests.uppfoljning import exempel
from uppfoljning.models import Rapportbilaga


def skapa_rapporter() -> dict[str, Any]:
    """Keys by kind of report, all of the first insats."""
    insats = Insats.objects.order_by("pk")[0]
    oppen = exempel.rapport(insats, "2018-K3", status="utkast")
    lamnad = exempel.rapport(insats, "2018-K2", inlamnad=True)
    bilaga = spara_bilaga(oppen, Rapportbilaga, ContentFile(b"Text", name="analys.txt"), None)
    return {
        "oppen_rapport": oppen.pk,
        "lamnad_rapport": lamnad.pk,
        "rapportbilaga": bilaga.pk,
        "att_rapportera": {"insats": insats.pk, "period": "2018-K1"},
    }

"""Who is shown small counts of persons inside the house."""

from typing import Any

from django.http import Http404, HttpRequest

from finsam.models import Forbund
from finsam.permissions import Ratt, far


def ser_sma_tal(user: Any) -> bool:
    """Those who enter or audit the counts; others where the association's setting says so."""
    if far(user, Ratt.SMA_TAL_LASA):
        return True
    forbund = Forbund.objects.first()
    return forbund is None or forbund.visa_sma_tal_internt


def krav_pa_sma_tal(request: HttpRequest) -> None:
    """404 for one who is not shown small counts."""
    if not ser_sma_tal(request.user):
        raise Http404

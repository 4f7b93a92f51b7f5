"""A financial year is closed when its accounts are done, and can be opened again by name."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ekonomi.models import Rakenskapsar
from finsam.signering import signera


def stang_rakenskapsar(ar: Rakenskapsar, anvandare: Any) -> None:
    """Close the year: its ledger can not be replaced after this. Closing twice changes nothing."""
    _satt(ar, True, anvandare)


def oppna_rakenskapsar(ar: Rakenskapsar, anvandare: Any) -> None:
    """Open a closed year again, so that a corrected file can replace its ledger."""
    _satt(ar, False, anvandare)


@transaction.atomic
def _satt(ar: Rakenskapsar, stangt: bool, anvandare: Any) -> None:
    last: Any = Rakenskapsar.objects.select_for_update().get(pk=ar.pk)
    if last.stangt != stangt:
        last.stangt_at = timezone.now() if stangt else None
        signera(last, anvandare)
        last._change_reason = "Stängt" if stangt else "Öppnat"
        last.save()
    ar.stangt_at = last.stangt_at

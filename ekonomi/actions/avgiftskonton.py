"""Which account each member's fee is booked on."""

from collections.abc import Mapping

from django.db import transaction

from ekonomi.models import Avgiftskonto
from finsam.models import Anvandare, Medlem
from finsam.signering import signera


@transaction.atomic
def spara_avgiftskonton(konton: Mapping[Medlem, int | None], user: Anvandare) -> None:
    """The members' accounts, by the account's key; None takes a member's away."""
    har = {
        rad.medlem_id: rad
        for rad in Avgiftskonto.objects.select_for_update().filter(medlem__in=konton)
    }
    for medlem, konto in konton.items():
        rad = har.get(medlem.pk) or Avgiftskonto(medlem=medlem)
        if rad.konto_id == konto:
            continue
        signera(rad, user)
        if konto is None:
            rad.delete()
            continue
        rad.konto_id = konto
        rad.full_clean()
        rad.save()

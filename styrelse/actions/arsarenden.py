"""Adding the yearly matters that most associations have."""

from django.db import transaction

from finsam.models import Anvandare, Forbund
from finsam.signering import signera
from styrelse.lagstadgat import lagstadgade
from styrelse.models import Arsarende


@transaction.atomic
def lagg_till_lagstadgade(user: Anvandare | None) -> int:
    """Stores those whose code is not there, leaves the others as they are; how many were new."""
    forbund = Forbund.objects.select_for_update().first()
    finns = set(Arsarende.objects.values_list("kod", flat=True))
    nya = [arende for arende in lagstadgade(forbund) if arende.kod not in finns]
    for arende in nya:
        arende.full_clean()
        signera(arende, user).save()
    return len(nya)

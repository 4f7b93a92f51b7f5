"""Adding what most associations have: yearly matters, and items of each agenda."""

from django.db import transaction

from finsam.models import Anvandare, Forbund
from finsam.signering import signera
from styrelse.lagstadgat import lagstadgade, vanliga_punkter
from styrelse.models import Arsarende, Dagordningsmall


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


@transaction.atomic
def lagg_till_vanliga_punkter(user: Anvandare | None) -> int:
    """Stores them for each organ that has no fixed items; how many were new."""
    Forbund.objects.select_for_update().first()
    har = set(Dagordningsmall.objects.values_list("organ", flat=True))
    nya = [punkt for punkt in vanliga_punkter() if punkt.organ not in har]
    for punkt in nya:
        punkt.full_clean()
        signera(punkt, user).save()
    return len(nya)

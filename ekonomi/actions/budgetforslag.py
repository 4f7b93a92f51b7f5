"""New proposals: empty, or from another budget, for one year or for several in one go."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ekonomi.actions.budget import Postinnehall, kopiera_poster, ny_version, spara_poster
from ekonomi.choices import Budgetgrund
from ekonomi.models import Budget
from ekonomi.selectors.budget import budgetbild, gallande_budget
from finsam.models import Anvandare

INGEN_FORLAGA = "Det finns ingen budget för {ar} eller tidigare att utgå från."


@transaction.atomic
def skapa_forslag(
    aren: Sequence[int], grund: str, efter_beviljat: bool, upprattad: date, user: Anvandare
) -> list[Budget]:
    """A proposal for each of the years, in order; the plan of one year builds on the one before.

    With `efter_beviljat` the insatser stand with what they have been granted for each year, else
    as in what the proposal builds on. Raises ValidationError when there is nothing to build on.
    """
    ut: list[Budget] = []
    for ar in aren:
        forlaga = _forlaga(ar, grund, ut[-1] if ut else None)
        ny = ny_version(ar, upprattad, user)
        if forlaga:
            kopiera_poster(forlaga, ny, user, utan_insatser=efter_beviljat)
        if efter_beviljat:
            _lagg_in_beviljat(ny, user)
        ut.append(ny)
    return ut


def _forlaga(ar: int, grund: str, nyss: Budget | None) -> Budget | None:
    """What the year's proposal is copied from. Raises ValidationError when it is missing."""
    if grund == Budgetgrund.TOM:
        return None
    egen = Budget.objects.filter(verksamhetsar=ar).order_by("-version").first()
    if grund == Budgetgrund.SENASTE and egen:
        return egen
    forlaga = nyss or gallande_budget(ar - 1)
    if forlaga is None:
        raise ValidationError(INGEN_FORLAGA.format(ar=ar - 1))
    return forlaga


def _lagg_in_beviljat(budget: Budget, user: Anvandare) -> None:
    """A post for each insats that has been granted money for the year."""
    beviljade = {
        post.nyckel: Postinnehall(post.beviljat)
        for post in budgetbild(budget).poster
        if post.beviljat is not None
    }
    spara_poster(budget, beviljade, user)

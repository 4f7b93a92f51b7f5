"""What a decision needs that takes seconds, done before any row is locked for others."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from finsam.models import Anvandare
from finsam.permissions import far
from styrelse.models import Beslut
from styrelse.selectors.beslutsverkan import (
    Sedda,
    form_som_data,
    motesbeslut,
    underlagsform,
    verkande_slag,
)


def forberedda(
    beslut: Iterable[Beslut], user: Anvandare, sedda: Sedda | None = None
) -> dict[int, Any]:
    """By the decision's key, what its room prepares of it for `user` to carry out.

    What cannot be prepared is left out: carrying it out says why, or does it there and then.
    """
    svar = {}
    for rad in beslut:
        slag = verkande_slag(rad)
        if slag is None or slag.forbered is None or not far(user, slag.verkstall_ratt):
            continue
        try:
            form = underlagsform(rad)
            underlag = form_som_data(form) if form is not None else {}
            svar[rad.pk] = slag.forbered(motesbeslut(rad, underlag or {}, sedda))
        except ValidationError:
            continue
    return svar

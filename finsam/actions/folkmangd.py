"""The populations of a day, stored together."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.folkmangdslas import hinder
from finsam.models import Anvandare, Folkmangd, Medlem
from finsam.signering import signera


@transaction.atomic
def spara_folkmangd(
    datum: date, antal: Mapping[Medlem, int | None], kalla: str, user: Anvandare
) -> int:
    """The day's inhabitants by municipality; one without a number is left as it is.

    How many rows were stored comes back. Raises ValidationError for a day that is locked.
    """
    if skal := hinder(datum):
        raise ValidationError(skal)
    finns = {
        rad.medlem_id: rad for rad in Folkmangd.objects.select_for_update().filter(datum=datum)
    }
    sparade = 0
    for medlem, invanare in antal.items():
        rad = finns.get(medlem.pk) or Folkmangd(medlem=medlem, datum=datum)
        if invanare is None or (rad.antal, rad.kalla) == (invanare, kalla):
            continue
        rad.antal, rad.kalla = invanare, kalla
        rad.full_clean()
        signera(rad, user)
        rad.save()
        sparade += 1
    return sparade

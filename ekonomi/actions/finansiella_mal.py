"""Writes over several financial goals at once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ekonomi.models import FinansielltMal
from ekonomi.selectors.finansiella_mal import malen
from finsam.signering import signera

FALT = ("ordning", "text", "matt", "rad", "namnare", "jamforelse", "malvarde")


@transaction.atomic
def kopiera_finansiella_mal(fran: int, till: int, user: Any) -> list[FinansielltMal]:
    """The goals of the year `fran` as goals of `till`.

    Raises ValidationError when `till` has goals already, or `fran` has none.
    """
    # Two who copy the same year wait for each other: the second finds the goals made.
    list(FinansielltMal.objects.select_for_update().filter(verksamhetsar=fran))
    forlagor = malen(fran)
    if not forlagor:
        raise ValidationError(f"Året {fran} har inga mål att kopiera.")
    if malen(till):
        raise ValidationError(f"Året {till} har redan mål.")
    nya = []
    for forlaga in forlagor:
        mal = FinansielltMal(verksamhetsar=till, **{falt: getattr(forlaga, falt) for falt in FALT})
        _spara(mal, f"Kopierat från {fran}", user)
        nya.append(mal)
    return nya


def _spara(rad: Any, skal: str, user: Any) -> None:
    rad.full_clean()
    signera(rad, user)
    rad._change_reason = skal
    rad.save()

"""Writes over several goals at once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.signering import signera
from uppfoljning.models import Resultatmal, Verksamhetsmal
from uppfoljning.selectors.mal import malen

# What a new year takes over; how the old year went is not among it.
RESULTATMALETS_FALT = (
    *("ordning", "text", "indikator", "riktning", "malvarde", "enhet", "uppfoljning"),
)


@transaction.atomic
def kopiera_mal(fran: int, till: int, user: Any) -> list[Verksamhetsmal]:
    """The goals of the year `fran` with their targets as goals of `till`; outcomes stay behind.

    Raises ValidationError when `till` has goals already, or `fran` has none.
    """
    forlagor = malen(fran)
    if not forlagor:
        raise ValidationError(f"Året {fran} har inga mål att kopiera.")
    if malen(till):
        raise ValidationError(f"Året {till} har redan mål.")
    nya = []
    for forlaga in forlagor:
        mal = Verksamhetsmal(verksamhetsar=till, nr=forlaga.nr, text=forlaga.text)
        _spara(mal, fran, user)
        for resultatmal in forlaga.resultatmalen.all():
            varden = {falt: getattr(resultatmal, falt) for falt in RESULTATMALETS_FALT}
            _spara(Resultatmal(mal=mal, **varden), fran, user)
        nya.append(mal)
    return nya


def _spara(rad: Any, fran: int, user: Any) -> None:
    signera(rad, user)
    rad._change_reason = f"Kopierat från {fran}"
    rad.save()

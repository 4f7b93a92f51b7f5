"""Drawing a sample and keeping what was drawn."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from finsam.internkontroll import Population
from finsam.periods import Period
from finsam.typografi import antal as i_ord
from uppfoljning.calculations.stickprov import dra, ramsumma
from uppfoljning.models import Kontrollmoment, Stickprov, Stickprovspost

STORSTA_FRO = 999_999_999


def nytt_fro() -> int:
    """A seed that nobody has chosen."""
    return secrets.randbelow(STORSTA_FRO) + 1


@transaction.atomic
def dra_stickprov(
    moment: Kontrollmoment,
    population: Population,
    period: Period,
    antal: int,
    fro: int,
    user: Any,
) -> Stickprov:
    """Draws `antal` rows of the period and keeps them with the seed and the digest of the frame.

    Raises ValidationError before the period has ended, since what comes later could then never be
    drawn, when there is nothing, or too little, to draw from, or the seed has been used for the
    same draw.
    """
    if timezone.localdate() <= period.slut:
        raise ValidationError(f"Stickprov för {period.namn} dras när perioden är slut.")
    ram = {rad.nyckel: rad for rad in population.ram(period)}
    if not ram:
        raise ValidationError(f"Det finns inget att dra ur för {period.namn}.")
    if antal > len(ram):
        raise ValidationError(f"Det finns {i_ord(len(ram))} poster att dra ur. Välj ett lägre tal.")
    stickprov = Stickprov(
        moment=moment,
        population=population.id,
        period=period.kod,
        fro=fro,
        antal=antal,
        ram=len(ram),
        ramsumma=ramsumma(ram),
        # To the second, as the folder writes it.
        dragen_at=timezone.now().replace(microsecond=0),
        dragen_av=user,
    )
    stickprov.full_clean()
    stickprov.save()
    for ordning, nyckel in enumerate(dra(fro, ram, antal), 1):
        Stickprovspost.objects.create(
            stickprov=stickprov, ordning=ordning, nyckel=nyckel, etikett=ram[nyckel].etikett[:200]
        )
    return stickprov

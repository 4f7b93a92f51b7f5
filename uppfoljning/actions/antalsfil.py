"""Writing what a file of counts told: into drafts, and into corrections of what is handed in."""

from collections.abc import Mapping

from django.db import transaction

from finsam.models import Anvandare
from finsam.periods import Period
from uppfoljning.actions.antal import skriv_manader
from uppfoljning.actions.granskning import ratta
from uppfoljning.actions.rapporter import borja
from uppfoljning.actions.utkast import klockslag, spara_utkast
from uppfoljning.calculations.manader import HELA_PERIODEN, Manadsvis, sammanslagna
from uppfoljning.calculations.underlag import Antal
from uppfoljning.calculations.utkast import Skrivning
from uppfoljning.forms.antal import faltnamn, som_varden
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.antalsfil import Antalslage, antalslagen

# The page that a draft's trace names as the writer: no browser page has this name.
SKRIBENT = "antalsfil"


@transaction.atomic
def spara_fil(
    antal: Mapping[int, Manadsvis], period: Period, anvandare: Anvandare, skal: str = ""
) -> list[Kvartalsrapport]:
    """The reports that the counts changed: drafts, of which some are corrections.

    Counts of an insats that the user may not see are passed by, and so is an insats whose counts
    already stand. Raises Fellage where a report that is handed in would change without a reason.
    """
    lagen = antalslagen(antal, period, anvandare)
    svar = []
    for nr, lage in sorted(lagen.items()):
        efter = sammanslagna(lage.manader, antal[nr])
        if efter != lage.manader:
            svar.append(_spara(lage, efter, period, anvandare, skal))
    return svar


def _spara(
    lage: Antalslage, efter: Manadsvis, period: Period, anvandare: Anvandare, skal: str
) -> Kvartalsrapport:
    rapport = lage.rapport or borja(lage.insats, period, anvandare)
    if lage.lamnad:
        rapport = ratta(rapport, anvandare, skal)
    skriv_manader(rapport, efter, anvandare)
    fore = lage.manader.get(HELA_PERIODEN, {})
    _till_utkast(rapport, fore, efter.get(HELA_PERIODEN, {}), anvandare)
    return rapport


def _till_utkast(rapport: Kvartalsrapport, fore: Antal, efter: Antal, anvandare: Anvandare) -> None:
    """The draft's boxes of the counts, so that who writes in it is told of the change."""
    tomda = {faltnamn(nyckel): "" for nyckel in fore if nyckel not in efter}
    skrivning = Skrivning(
        varden={falt: str(tal) for falt, tal in som_varden(efter).items()} | tomda,
        sett=2**31,
        skribent=SKRIBENT,
        namn=str(anvandare),
        tid=klockslag(),
    )
    grund = {falt: str(tal) for falt, tal in som_varden(fore).items()}
    spara_utkast(rapport, grund, skrivning, anvandare)

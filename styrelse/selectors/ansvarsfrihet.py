"""The only reads of discharge."""

from collections import Counter
from datetime import date

from finsam.models import Medlem
from finsam.periods import Period
from styrelse.calculations.ansvarsfrihet import Arsprovning, Medlemsbeslut, arsprovning
from styrelse.calculations.besattning import Medlemsplats
from styrelse.models import Ansvarsfrihet


def provning(ar: int) -> Arsprovning:
    """Those who were members at the end of the year, with what they have decided; 2 queries."""
    slut = date(ar, 12, 31)
    medlemmar = [Medlemsplats(m.pk, m.namn, m.typ) for m in Medlem.objects.under(slut, slut)]
    beslut = {
        rad.medlem_id: Medlemsbeslut(rad.pk, rad.utfall, rad.beslutad, rad.anmarkning)
        for rad in Ansvarsfrihet.objects.filter(verksamhetsar=ar)
    }
    return arsprovning(ar, medlemmar, beslut)


def provade_ar() -> dict[int, int]:
    """How many members have decided on each year, the newest year first; 1 query."""
    antal = Counter(Ansvarsfrihet.objects.values_list("verksamhetsar", flat=True))
    return dict(sorted(antal.items(), reverse=True))


def provade_perioder() -> list[Period]:
    """The years that anybody has decided on."""
    return [Period(ar) for ar in provade_ar()]

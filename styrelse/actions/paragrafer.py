"""§ numbers: one run per organ and year, given when a meeting opens and never used again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.models import Mote, Paragraf, Punkt
from styrelse.selectors.dagordning import i_ordning

INGA_PARAGRAFER = "{organ} har inga numrerade paragrafer."
REDAN_ANVAND = "§ {nummer} är redan använd. Nästa lediga är § {nasta}."


def nasta_nummer(mote: Mote) -> int:
    """The number that the organ's next § of the meeting's year gets; 1 for the first."""
    hogst = Paragraf.objects.filter(organ=mote.organ, verksamhetsar=mote.datum.year).aggregate(
        hogst=Max("nummer")
    )["hogst"]
    return (hogst or 0) + 1


@transaction.atomic
def ge_paragrafer(mote: Mote, user: Anvandare | None, forsta: int | None = None) -> list[Paragraf]:
    """A § for each item of the meeting that has none, in the order of the agenda.

    An item that had been struck from the agenda gets none. `forsta`: the number to begin with,
    where the year's earlier meetings are not kept here.
    Raises ValidationError for a number that has been used, and for an organ without minutes.
    """
    _las_arets(mote)
    nasta = nasta_nummer(mote)
    if forsta is not None and forsta < nasta:
        raise ValidationError(REDAN_ANVAND.format(nummer=forsta, nasta=nasta))
    punkter = i_ordning(mote.punkter.filter(utgar=False).select_related("paragraf"))
    utan = [p for p in punkter if not _har(p)]
    return [_ge(mote, punkt, nr, user) for nr, punkt in enumerate(utan, start=forsta or nasta)]


@transaction.atomic
def nasta_paragraf(punkt: Punkt, user: Anvandare | None) -> Paragraf:
    """The next § for an item that was added during its meeting; the one it has, if it has one."""
    _las_arets(punkt.mote)
    if har := Paragraf.objects.filter(punkt=punkt).first():
        return har
    return _ge(punkt.mote, punkt, nasta_nummer(punkt.mote), user)


def _har(punkt: Punkt) -> bool:
    return getattr(punkt, "paragraf", None) is not None


def _las_arets(mote: Mote) -> None:
    """Holds the organ's meetings of the year, so that two who number at once take turns."""
    if not mote.beslutar:
        raise ValidationError(INGA_PARAGRAFER.format(organ=mote.get_organ_display()))
    arets = Mote.objects.select_for_update().filter(organ=mote.organ, datum__year=mote.datum.year)
    list(arets.order_by("pk").values_list("pk"))


def _ge(mote: Mote, punkt: Punkt, nummer: int, user: Anvandare | None) -> Paragraf:
    rad = Paragraf(punkt=punkt, organ=mote.organ, verksamhetsar=mote.datum.year, nummer=nummer)
    rad.full_clean()
    signera(rad, user)
    rad.save()
    return rad

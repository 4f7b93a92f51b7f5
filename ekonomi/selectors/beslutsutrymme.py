"""The only reads of the decision space: a fixed number of queries, whatever there is of insatser,
years and applications.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from django.db.models import Max
from django.urls import reverse

from ekonomi.calculations.beslutsutrymme import Sokt, Utrymmesunderlag, med_sokta, rulla
from ekonomi.calculations.eget_kapital import EgetKapital
from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Budget, Prognos, Tilldelning
from ekonomi.selectors.arsplaner import gallande_budgetar, gallande_prognoser
from ekonomi.selectors.bokslut import fullstandiga_ar
from ekonomi.selectors.uppstallning import UppstallningSaknas, underlag, uppstallningsmall
from ekonomi.selectors.utrymmesadresser import utfallsadress
from ekonomi.selectors.utrymmesplaner import BUDGET_SAKNAS, Planlasning
from ekonomi.uppstallning import Berakning, UppstallningFel
from ekonomi.uppstallning.roller import rollrad, rollvarde
from finsam.money import NOLL, kronor
from finsam.periods import Period
from insatser.models import Insats
from insatser.selectors.beslutslage import beviljat_efter, obeslutade

# How many years after the report's own that are shown.
FRAMAT = 3
# The years that can have a room at all, and how far past the latest budget one may be.
AREN = range(1990, 2200)
LANGST = 5
KAPITALDELAR = ("reservfond", "tidigare_overskott", "resultat_fg_ar", "periodens_resultat")
Version = TypeVar("Version", Budget, Prognos)


class UtrymmeSaknas(LookupError):
    """The decision space cannot be worked out; the message says in Swedish what is missing."""


def lagesdag(ar: int, idag: date) -> date:
    """The day whose decisions the year is seen from; at most 1 query.

    Today for this year and later ones; for a past year the day of its latest laid forecast, else
    its last day. Raises UtrymmeSaknas for what is no year.
    """
    if ar not in AREN:
        raise UtrymmeSaknas(f"Året ska vara mellan {AREN[0]} och {AREN[-1]}.")
    if ar >= idag.year:
        return idag
    sista = date(ar, 12, 31)
    prognos = gallande_prognoser(Period(ar), (ar,), sista).first()
    return prognos.upprattad if prognos else sista


def utrymmesunderlag(ar: int, per: date, idag: date) -> Utrymmesunderlag:
    """The decision space of the year and the three after it, as it stood on the day `per`.

    It opens with the equity without the reserve fund (F6) of the latest year before with a
    complete ledger; the years between are rolled. Raises UtrymmeSaknas with a Swedish sentence.
    """
    per = min(per, idag)
    sista = Budget.objects.aggregate(ar=Max("verksamhetsar"))["ar"]
    if sista is not None and ar > sista + LANGST:
        raise UtrymmeSaknas(BUDGET_SAKNAS.format(ar=ar))
    bokforda = fullstandiga_ar(per)
    bokslutsar = max((bokfort for bokfort in bokforda if bokfort < ar), default=None)
    if bokslutsar is None:
        raise UtrymmeSaknas(
            f"Inget bokslut före {ar} är inläst. Läs in SIE-filen för {ar - 1} först."
        )
    try:
        return _underlag(ar, per, bokforda, bokslutsar)
    except UtrymmeSaknas:
        raise
    except (LookupError, UppstallningFel) as fel:
        raise UtrymmeSaknas(str(fel)) from fel


def _underlag(ar: int, per: date, bokforda: frozenset[int], bokslutsar: int) -> Utrymmesunderlag:
    lasning = _lasning(ar, per, bokforda, bokslutsar)
    kapital = _eget_kapital(lasning.berakning, bokslutsar)
    bokslut = kapital.ackumulerat_overskott
    sokta = tuple(
        Sokt(a.diarienummer, a.namn, a.agare, a.start, a.slut, a.per_ar, a.adress)
        for a in obeslutade(per)
    )
    mellan = tuple(lasning.basta(mellanar) for mellanar in range(bokslutsar + 1, ar))
    rullade = rulla(bokslut, mellan)
    planer = [*lasning.kolumner(ar), *map(lasning.basta, range(ar + 1, ar + FRAMAT + 1))]
    return Utrymmesunderlag(
        ar=ar,
        per=per,
        ingaende=rullade[-1].utrymme if rullade else bokslut,
        reservfond=kapital.reservfond,
        planer=med_sokta(planer, sokta),
        sokta=sokta,
        bokslutsar=bokslutsar,
        bokslut=bokslut,
        mellan=mellan,
        bokslutsresultat=rollvarde(lasning.berakning, "arets_resultat", Period(bokslutsar)),
        adresser={
            "ingaende": _bokslutsadress(lasning.berakning, "eget_kapital", bokslutsar),
            "resultat": _bokslutsadress(lasning.berakning, "arets_resultat", bokslutsar),
            "rum": f"{reverse('ekonomi:utrymme', args=[ar])}?per={per}",
        },
    )


def _lasning(ar: int, per: date, bokforda: frozenset[int], bokslutsar: int) -> Planlasning:
    mall = uppstallningsmall(ar)
    if mall.utrymmesrader is None:
        raise UppstallningSaknas(
            f"Uppställningen för {ar} säger inte vilka rader som är beslutsutrymmets. Lägg till "
            "avsnittet [beslutsutrymme] i uppstallning.toml."
        )
    aren = range(bokslutsar, ar + FRAMAT + 1)
    prognoser = _forsta(gallande_prognoser(Period(ar), aren, per))
    # What a forecast was laid before is granted after it.
    tidigast = min((per, *(prognos.upprattad for prognos in prognoser.values())))
    return Planlasning(
        berakning=Berakning(mall, underlag(Period(ar), aren, per), Period(ar)),
        rader=mall.utrymmesrader,
        per=per,
        budgetar=_forsta(gallande_budgetar(per).filter(verksamhetsar__in=aren)),
        prognoser=prognoser,
        bokforda=bokforda,
        efter=beviljat_efter(tidigast),
        tilldelningar=_tilldelningar(aren, per),
        insatsadresser={
            nr: reverse("insatser:insats_detail", args=[pk])
            for nr, pk in Insats.objects.values_list("nr", "pk")
        },
    )


def _forsta(versioner: Iterable[Version]) -> dict[int, Version]:
    """The first version of each year."""
    forsta: dict[int, Version] = {}
    for version in versioner:
        forsta.setdefault(version.verksamhetsar, version)
    return forsta


def _tilldelningar(aren: Iterable[int], per: date) -> Mapping[int, Decimal]:
    """Each year's allocation as it was known on the day."""
    versioner = Tilldelning.objects.filter(verksamhetsar__in=aren).order_by("verksamhetsar")
    per_ar = groupby(versioner, key=lambda tilldelning: tilldelning.verksamhetsar)
    return {ar: kronor(_kand(list(arets), per).belopp) for ar, arets in per_ar}


def _kand(versioner: list[Tilldelning], per: date) -> Tilldelning:
    """The year's latest version laid down by the day, else the preliminary one of the day.

    A version laid down later was preliminary until then, and those after it were not yet made.
    """
    fastst = [t for t in versioner if t.status == Avgiftsstatus.FASTSTALLD]
    senare = [t for t in fastst if t.beslutad and t.beslutad > per]
    if kanda := [t for t in fastst if t not in senare]:
        return max(kanda, key=_version)
    preliminara = [t for t in versioner if t not in fastst]
    if not senare:
        return max(preliminara, key=_version)
    nasta = min(senare, key=_version)
    fore = [t for t in preliminara if t.version < nasta.version]
    return max(fore, key=_version, default=nasta)


def _version(tilldelning: Tilldelning) -> int:
    return tilldelning.version


def _eget_kapital(berakning: Berakning, bokslutsar: int) -> EgetKapital:
    """The equity in its parts when the year had ended (F5)."""
    period = Period(bokslutsar)
    if rollvarde(berakning, "eget_kapital", period) is None:
        raise UppstallningSaknas(
            f"Uppställningen för {berakning.period.ar} säger inte vilken rad som är eget kapital. "
            "Lägg till eget_kapital i avsnittet [roller]."
        )
    delar = (rollvarde(berakning, roll, period) or NOLL for roll in KAPITALDELAR)
    return EgetKapital(*delar)


def _bokslutsadress(berakning: Berakning, roll: str, bokslutsar: int) -> str:
    rad = rollrad(berakning.mall, roll)
    return utfallsadress(berakning, rad, bokslutsar) if rad else ""


def rapportar(idag: date) -> list[int]:
    """The years that have a budget, and accounts before them to begin from; 2 queries."""
    bokforda = fullstandiga_ar(idag)
    aren = Budget.objects.order_by().values_list("verksamhetsar", flat=True).distinct()
    return sorted(ar for ar in aren if bokforda and ar > min(bokforda))

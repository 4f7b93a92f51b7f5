"""What stands of some insatser and a period before a file of counts is read in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from finsam.models import Anvandare
from finsam.periods import Period
from insatser.models import Insats
from uppfoljning.antalsfil.celler import normal
from uppfoljning.calculations.forvantade import fore
from uppfoljning.calculations.manader import HELA_PERIODEN
from uppfoljning.calculations.underlag import Antal, Antalsnyckel, Insatsfakta
from uppfoljning.forms.antal import lagg_pa
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Rapportutkast
from uppfoljning.models.kvartalsrapport import LAMNADE
from uppfoljning.selectors.rapporter import insatsfakta

Manader = dict[int, dict[Antalsnyckel, int]]


@dataclass(frozen=True)
class Antalslage:
    """An insats and its newest report of the period, None where nobody has begun it.

    `manader` are the counts that stand, with what a draft has typed; `fore` those of the period
    before, None where it is not handed in.
    """

    insats: Insats
    fakta: Insatsfakta
    rapport: Kvartalsrapport | None
    manader: Manader = field(default_factory=dict)
    fore: Antal | None = None

    @property
    def lamnad(self) -> bool:
        return self.rapport is not None and self.rapport.status in LAMNADE


def insatsnamn(anvandare: Anvandare) -> dict[str, int]:
    """The user's insatser by every name that they go by in files; a shared name names none."""
    namn: dict[str, set[int]] = defaultdict(set)
    for insats in Insats.objects.synliga_for(anvandare):
        for ett in (insats.nr, insats.projektkod, insats.namn, insats.kortnamn):
            namn[normal(ett)].add(insats.nr)
    return {ett: min(nr) for ett, nr in namn.items() if ett and len(nr) == 1}


def antalslagen(
    nummer: Iterable[int], period: Period, anvandare: Anvandare
) -> dict[int, Antalslage]:
    """By the number of the insats, of those that the user may see; 6 queries."""
    insatser = Insats.objects.synliga_for(anvandare).filter(nr__in=list(nummer))
    alla = list(insatser.select_related("insatsagare"))
    rapporter = _nyaste(Kvartalsrapport.objects.filter(insats__in=alla, period=period.kod))
    tidigare = _nyaste(
        Kvartalsrapport.objects.lamnade().filter(insats__in=alla, period=fore(period).kod)
    )
    antal = _antal([*rapporter.values(), *tidigare.values()])
    utkast = {
        ett.rapport_id: ett.varden
        for ett in Rapportutkast.objects.filter(rapport__in=rapporter.values())
    }
    svar = {}
    for insats in alla:
        rapport, forra = rapporter.get(insats.pk), tidigare.get(insats.pk)
        svar[insats.nr] = Antalslage(
            insats=insats,
            fakta=insatsfakta(insats),
            rapport=rapport,
            manader=_manader(antal, utkast, rapport),
            fore=antal[forra.pk].get(HELA_PERIODEN, {}) if forra else None,
        )
    return svar


def _nyaste(rapporter: Iterable[Kvartalsrapport]) -> dict[int, Kvartalsrapport]:
    """The newest version by the key of the insats."""
    return {rad.insats_id: rad for rad in sorted(rapporter, key=lambda rad: rad.version)}


def _antal(rapporter: list[Kvartalsrapport]) -> dict[int, Manader]:
    svar: dict[int, Manader] = defaultdict(lambda: defaultdict(dict))
    for rad in Deltagarantal.objects.filter(rapport__in=rapporter):
        svar[rad.rapport_id][rad.manad][Antalsnyckel(rad.matt, rad.kategori, rad.kon)] = rad.antal
    return svar


def _manader(
    antal: Mapping[int, Manader],
    utkast: Mapping[int, Mapping[str, str]],
    rapport: Kvartalsrapport | None,
) -> Manader:
    if rapport is None:
        return {}
    manader = {manad: dict(per) for manad, per in antal[rapport.pk].items()}
    hela = lagg_pa(manader.get(HELA_PERIODEN, {}), utkast.get(rapport.pk, {}))
    return {**manader, HELA_PERIODEN: hela} if hela else manader

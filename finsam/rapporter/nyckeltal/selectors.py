"""The only reads for the key figures: a fixed number of queries."""

from decimal import Decimal

from ekonomi.models import Rakenskapsar
from ekonomi.selectors.insatsutfall import manadsutfall
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.roller import rollvarde
from finsam.models import Forbund
from finsam.money import kronor
from finsam.periods import Period, las_period
from finsam.rapporter.nyckeltal.material import Insatsmaterial, Nyckeltalsmaterial
from insatser.models import Insats, Insatsbudget
from uppfoljning.calculations.underlag import Uppfoljningsunderlag
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.rapporter import uppfoljningsunderlag


def nyckeltalsmaterial(period: Period) -> Nyckeltalsmaterial:
    """The period's insatser, their reports, costs and grants."""
    forbund = Forbund.objects.first()
    underlag = uppfoljningsunderlag(period)
    utfall = manadsutfall(period)
    kompetens, totalt = _block(period) if utfall else (None, None)
    return Nyckeltalsmaterial(
        period=period,
        forbund=forbund.namn if forbund else "",
        insatser=_insatser(underlag, utfall),
        underlag=underlag,
        bokford_manad=max((nr for manader in (utfall or {}).values() for nr in manader), default=0),
        kompetens=kompetens,
        totalt=totalt,
    )


def _insatser(
    underlag: Uppfoljningsunderlag, utfall: dict[str, dict[int, Decimal]] | None
) -> tuple[Insatsmaterial, ...]:
    rader = Insats.objects.filter(nr__in=[fakta.nr for fakta in underlag.insatser])
    insatser = {insats.nr: insats for insats in rader}
    budgetar = {
        rad.insats_id: rad for rad in Insatsbudget.objects.filter(verksamhetsar=underlag.period.ar)
    }
    svar = []
    for fakta in underlag.insatser:
        insats = insatser[fakta.nr]
        budget = budgetar.get(insats.pk)
        kod = insats.projektkod or ""
        svar.append(
            Insatsmaterial(
                fakta=fakta,
                adress=insats.get_absolute_url(),
                projektkod=kod,
                kostnad=utfall.get(kod, {}) if utfall is not None and kod else None,
                budget=kronor(budget.belopp) if budget else None,
                plan=_plan(budget),
            )
        )
    return tuple(svar)


def _plan(budget: Insatsbudget | None) -> tuple[Decimal, ...] | None:
    """The insats's own plan of four quarters in kr; None for an even one."""
    if budget is None:
        return None
    kvartal = (budget.kvartal1, budget.kvartal2, budget.kvartal3, budget.kvartal4)
    givna = tuple(kronor(belopp) for belopp in kvartal if belopp is not None)
    return givna if len(givna) == len(kvartal) else None


def _block(period: Period) -> tuple[Decimal | None, Decimal | None]:
    """Costs of competence activities and of all insatser, kr positive, as the layout sums them."""
    try:
        rakning = berakning(period)
    except (UppstallningSaknas, UppstallningFel):
        return None, None
    svar = []
    for roll in ("kompetens", "insatser_totalt"):
        tal = rollvarde(rakning, roll, period)
        svar.append(None if tal is None else abs(tal))
    return svar[0], svar[1]


def nyckeltalsar() -> list[int]:
    """The years that have a ledger or a report handed in, newest first; 2 queries."""
    koder = Kvartalsrapport.objects.lamnade().order_by().values_list("period", flat=True).distinct()
    rapporterade = {las_period(kod).ar for kod in koder}
    bokforda = set(Rakenskapsar.objects.values_list("verksamhetsar", flat=True))
    return sorted(rapporterade | bokforda, reverse=True)

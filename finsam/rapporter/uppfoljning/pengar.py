"""What the insatser have used and might have used of their money in a period."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from ekonomi.selectors.insatsutfall import insatsutfall
from finsam.money import NOLL, kronor
from finsam.periods import Period
from finsam.rapporter.dokument import Kalla
from finsam.rapporter.uppfoljning.material import Insatspengar, Insatsuppgift
from insatser.calculations.forbrukning import budget_i_period
from insatser.calculations.forbrukningsrad import egen_plan
from insatser.models import Insats, Insatsbudget
from insatser.selectors.medel import medelslagen


def insatspengar(period: Period, insatser: Iterable[Insatsuppgift]) -> dict[int, Insatspengar]:
    """Outcome and budget by the number of the insats."""
    utfall = insatsutfall(period)
    koder = dict(Insats.objects.values_list("nr", "projektkod"))
    rader = Insatsbudget.objects.filter(verksamhetsar=period.ar).select_related("insats")
    budgetar = {rad.insats.nr: rad for rad in rader}
    lagen = medelslagen()
    tak = {rad.insats.nr: lagen[rad.insats_id, period.ar].tak for rad in rader}
    return {
        insats.nr: _pengar(
            insats,
            koder[insats.nr],
            utfall,
            budgetar.get(insats.nr),
            tak.get(insats.nr, NOLL),
            period,
        )
        for insats in insatser
    }


def _pengar(
    insats: Insatsuppgift,
    kod: str | None,
    utfall: Mapping[str, Decimal] | None,
    budget: Insatsbudget | None,
    tak: Decimal,
    period: Period,
) -> Insatspengar:
    """`tak` is the year's grant with what approved deviations have moved between years."""
    linjar = plan = None
    if budget is not None:
        linjar = budget_i_period(tak, insats.start, insats.slut, period)
        kvartal = (budget.kvartal1, budget.kvartal2, budget.kvartal3, budget.kvartal4)
        plan = egen_plan([None if b is None else kronor(b) for b in kvartal], period)
    return Insatspengar(
        utfall=None if utfall is None else utfall.get(kod or "", NOLL),
        budget=linjar if plan is None else plan,
        linjar=linjar,
        utfallskalla=Kalla(_konteringar(kod, period), f"{insats.namn}, bokfört") if kod else None,
        budgetkalla=Kalla(insats.adress, f"{insats.namn}, beviljade medel"),
    )


def _konteringar(kod: str, period: Period) -> str:
    """The list of what is booked on the projekt in the period."""
    fraga = {
        "ar": str(period.ar),
        "projekt": kod,
        "fran": period.start.isoformat(),
        "tom": period.slut.isoformat(),
    }
    return f"{reverse('ekonomi:kontering_list')}?{urlencode(fraga)}"

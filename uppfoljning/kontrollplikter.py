"""What the internal control asks for: controls to do, and actions that somebody has promised."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from finsam.arshjul import Plikt, tillstand
from finsam.periods import Period
from finsam.permissions import Ratt
from finsam.typografi import antal
from uppfoljning.calculations.internkontroll import (
    Atgardslage,
    Kontrollage,
    Moment,
    Plan,
    Tillfalle,
    Utforande,
)


def internkontrollens_plikter(planer: Iterable[Plan], idag: date) -> list[Plikt]:
    """A duty per plan and period that falls due in the calendar year, and one per open action."""
    ut: list[Plikt] = []
    for plan in planer:
        adress = reverse("uppfoljning:internkontrollplan_detail", args=[plan.ar])
        per_period: dict[Period, list[Tillfalle]] = defaultdict(list)
        for tillfalle in _tillfallen(plan, idag):
            if tillfalle.senast.year == idag.year:
                per_period[tillfalle.period].append(tillfalle)
        ut += [_kontroller(period, alla, adress, idag) for period, alla in per_period.items()]
        ut += [_atgard(moment, utforande, idag) for moment, utforande in _oppna(plan)]
    return ut


def _tillfallen(plan: Plan, idag: date) -> Iterable[Tillfalle]:
    return (ett for moment in plan.moment for ett in moment.tillfallen(idag))


def _oppna(plan: Plan) -> Iterable[tuple[Moment, Utforande]]:
    return ((moment, ett) for moment in plan.moment for ett in moment.oppna_atgarder())


def _kontroller(period: Period, alla: list[Tillfalle], adress: str, idag: date) -> Plikt:
    gjorda = sum(ett.lage == Kontrollage.GJORD for ett in alla)
    dag = alla[0].senast
    return Plikt(
        dag,
        f"Internkontroll {period.namn}",
        tillstand(dag, idag, klar=gjorda == len(alla)),
        Ratt.INTERNKONTROLL_ANDRA,
        adress,
        f"{antal(gjorda)} av {antal(len(alla))} kontroller är gjorda.",
    )


def _atgard(moment: Moment, utforande: Utforande, idag: date) -> Plikt:
    dag = utforande.atgard_senast or utforande.utford
    return Plikt(
        dag,
        f"Åtgärd: {utforande.atgard}",
        tillstand(dag, idag, klar=False),
        Ratt.INTERNKONTROLL_ANDRA,
        f"{moment.adress}#period-{utforande.period.kod}",
        f"Internkontroll {moment.ar}, moment {moment.nr}.",
    )


def internkontrollens_lage(planer: Iterable[Plan], idag: date) -> str:
    """ "2 kontroller försenade, 1 åtgärd försenad"."""
    alla = tuple(planer)
    if not alla:
        return "Ingen beslutad plan"
    kontroller = sum(
        ett.lage == Kontrollage.FORSENAD for plan in alla for ett in _tillfallen(plan, idag)
    )
    atgarder = sum(
        ett.atgardslage(idag) == Atgardslage.FORSENAD for plan in alla for _, ett in _oppna(plan)
    )
    if not kontroller and not atgarder:
        return "Inget är försenat"
    i_ord = (
        (kontroller, "kontroll försenad", "kontroller försenade"),
        (atgarder, "åtgärd försenad", "åtgärder försenade"),
    )
    return ", ".join(f"{antal(tal)} {ett if tal == 1 else fler}" for tal, ett, fler in i_ord if tal)

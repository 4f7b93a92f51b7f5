"""The plan of internal control and what is done by it, as plain data; a fixed number of reads."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from finsam.internkontroll import populationer
from finsam.models import Forbund
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt, far
from uppfoljning.calculations.internkontroll import (
    Moment,
    Plan,
    Riskvarde,
    Stickprovsunderlag,
    Utforande,
)
from uppfoljning.choices import Kontrollresultat, Planstatus, Stickprovsutfall
from uppfoljning.models import (
    Internkontrollplan,
    Kontrollmoment,
    Kontrollutforande,
    Stickprov,
    Stickprovspost,
)


def synliga_planer(user: Any) -> QuerySet[Internkontrollplan]:
    """The plans that the user may read: a draft is for those who work with drafts or audit them."""
    planer = Internkontrollplan.objects.all()
    if far(user, Ratt.RAPPORT_UTKAST):
        return planer
    return planer.filter(status=Planstatus.BESLUTAD)


def planunderlag(ar: int, idag: date) -> Plan | None:
    """The year's plan; None for a year without one; 5 queries."""
    planer = _planer(Internkontrollplan.objects.filter(verksamhetsar=ar), idag)
    return planer[0] if planer else None


def aktuella_planer(idag: date) -> tuple[Plan, ...]:
    """The decided plans of this year and the last, which ends in January; 5 queries."""
    beslutade = Internkontrollplan.objects.filter(status=Planstatus.BESLUTAD)
    return _planer(beslutade.filter(verksamhetsar__in=(idag.year - 1, idag.year)), idag)


def planerade_perioder() -> list[Period]:
    """The years with a plan, and the parts of them that the association reports; 2 queries."""
    aren = Internkontrollplan.objects.filter(moment__isnull=False).distinct()
    forbund = Forbund.objects.first()
    delar = ["", *(f"-{del_}" for del_ in (forbund.rapportperioder if forbund else []))]
    return [
        period
        for ar in aren.values_list("verksamhetsar", flat=True)
        for del_ in delar
        if (period := _period(f"{ar}{del_}"))
    ]


def _period(kod: str) -> Period | None:
    """None for what the association's settings call a part of the year, and is none."""
    try:
        return las_period(kod)
    except OgiltigPeriod:
        return None


def _planer(rader: Iterable[Internkontrollplan], idag: date) -> tuple[Plan, ...]:
    planer = list(rader)
    per_plan = defaultdict(list)
    for moment in Kontrollmoment.objects.filter(plan__in=planer).select_related("plan"):
        per_plan[moment.plan_id].append(moment)
    utforda, stickprov = _utforda(planer), _stickprov(planer)
    return tuple(
        Plan(
            ar=plan.verksamhetsar,
            beslutad=plan.beslutad,
            paragraf=plan.paragraf,
            last=plan.last,
            dag=idag,
            moment=tuple(
                _moment(rad, utforda[rad.pk], stickprov[rad.pk]) for rad in per_plan[plan.pk]
            ),
        )
        for plan in planer
    )


def momentunderlag(rad: Kontrollmoment) -> Moment:
    """One moment with all that has been done by it; 4 queries."""
    utforda = _utforda([rad.plan])[rad.pk]
    return _moment(rad, utforda, _stickprov([rad.plan])[rad.pk])


def _moment(
    rad: Kontrollmoment, utforda: Iterable[Utforande], stickprov: Iterable[Stickprovsunderlag]
) -> Moment:
    efter = None
    if rad.sannolikhet_efter is not None and rad.konsekvens_efter is not None:
        efter = Riskvarde(rad.sannolikhet_efter, rad.konsekvens_efter)
    return Moment(
        pk=rad.pk,
        nr=rad.nr,
        ar=rad.plan.verksamhetsar,
        omrade=rad.omrade,
        omradesord=rad.get_omrade_display(),
        risk=rad.risk,
        fore=Riskvarde(rad.sannolikhet, rad.konsekvens),
        efter=efter,
        kontroll=rad.kontroll,
        metod=rad.metod,
        frekvens=rad.frekvens,
        frekvensord=rad.get_frekvens_display(),
        ansvarig=rad.ansvarig,
        systemkontroll=rad.systemkontroll,
        adress=rad.get_absolute_url(),
        utforda=tuple(utforda),
        stickprov=tuple(stickprov),
    )


def _utforda(planer: list[Internkontrollplan]) -> dict[int, list[Utforande]]:
    """By moment, in order of time."""
    ut: dict[int, list[Utforande]] = defaultdict(list)
    for rad in Kontrollutforande.objects.filter(moment__plan__in=planer):
        ut[rad.moment_id].append(
            Utforande(
                pk=rad.pk,
                period=las_period(rad.period),
                utford=rad.utford,
                resultat=rad.resultat,
                resultatord=rad.get_resultat_display(),
                farg=Kontrollresultat(rad.resultat).farg,
                iakttagelse=rad.iakttagelse,
                fynd=rad.fynd,
                atgard=rad.atgard,
                atgard_ansvarig=rad.atgard_ansvarig,
                atgard_senast=rad.atgard_senast,
                atgardad=rad.atgardad,
            )
        )
    return defaultdict(list, {pk: sorted(alla, key=_slut) for pk, alla in ut.items()})


def _slut(utforande: Utforande) -> tuple[date, Period]:
    return utforande.period.slut, utforande.period


def _stickprov(planer: list[Internkontrollplan]) -> dict[int, list[Stickprovsunderlag]]:
    """By moment, the earliest first."""
    poster: dict[int, list[Stickprovspost]] = defaultdict(list)
    for post in Stickprovspost.objects.filter(stickprov__moment__plan__in=planer):
        poster[post.stickprov_id].append(post)
    namn = {id_: population.rubrik for id_, population in populationer().items()}
    ut: dict[int, list[Stickprovsunderlag]] = defaultdict(list)
    for rad in Stickprov.objects.filter(moment__plan__in=planer).order_by("dragen_at", "pk"):
        egna = poster[rad.pk]
        fel = tuple(post.etikett for post in egna if post.utfall == Stickprovsutfall.FEL)
        ut[rad.moment_id].append(
            Stickprovsunderlag(
                pk=rad.pk,
                period=las_period(rad.period),
                population=namn.get(rad.population, rad.population),
                fro=rad.fro,
                antal=rad.antal,
                ram=rad.ram,
                ramsumma=rad.ramsumma,
                ratt=sum(post.utfall == Stickprovsutfall.RATT for post in egna),
                fel=len(fel),
                felaktiga=fel,
                adress=rad.get_absolute_url(),
            )
        )
    return ut

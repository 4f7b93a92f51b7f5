"""What is granted, moved and claimed per insats and year; a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.db.models.functions import Substr

from finsam.money import NOLL, kronor
from finsam.periods import las_period
from insatser.calculations.medel import Medelslage, upptar
from insatser.choices import Avvikelseslag, Avvikelsestatus, Rekvisitionsstatus
from insatser.models import Avvikelse, Insats, Insatsbudget, Rekvisition, Rekvisitionspost

# Handed in and waiting; a draft or a claim sent back is no claim yet.
VANTANDE = (Rekvisitionsstatus.INLAMNAD, Rekvisitionsstatus.GRANSKAD)
GALLANDE = (*VANTANDE, Rekvisitionsstatus.ATTESTERAD)

Nyckel = tuple[int, int]


def medelslagen(insatser: QuerySet[Insats] | None = None) -> Mapping[Nyckel, Medelslage]:
    """Every (insats pk, year) that has money, with its state; 3 queries."""
    urval = {} if insatser is None else {"insats__in": insatser}
    beviljat: dict[Nyckel, Decimal] = {
        (pk, ar): kronor(belopp)
        for pk, ar, belopp in Insatsbudget.objects.filter(**urval).values_list(
            "insats_id", "verksamhetsar", "belopp"
        )
    }
    overfort = _overfort(urval)
    rekvirerat = _rekvirerat(urval)
    inn = {(pk, ar + 1): belopp for (pk, ar), belopp in overfort.items()}
    nycklar = {*beviljat, *overfort, *inn, *(nyckel for nyckel, _ in rekvirerat)}
    return {
        nyckel: Medelslage(
            beviljat=beviljat.get(nyckel, NOLL),
            overfort_in=inn.get(nyckel, NOLL),
            overfort_ut=overfort.get(nyckel, NOLL),
            inlamnat=rekvirerat.get((nyckel, False), NOLL),
            attesterat=rekvirerat.get((nyckel, True), NOLL),
        )
        for nyckel in sorted(nycklar)
    }


def medelslage(insats: Insats, ar: int) -> Medelslage:
    """The money of one insats and year; 3 queries."""
    lagen = medelslagen(Insats.objects.filter(pk=insats.pk))
    return lagen.get((insats.pk, ar), Medelslage())


def godkanda_tak(ar: int) -> Mapping[int, Decimal]:
    """How much each insats, by pk, may cost the year, in kr; 4 queries.

    What is granted and what the head of the association has let through beyond it. An approval
    says how far the year's claims then went beyond the grant, so a later one takes in an earlier
    and the largest counts; one on a claim that two persons have not attested does not.
    """
    over: dict[int, Decimal] = defaultdict(lambda: NOLL)
    godkanda = Rekvisition.objects.filter(
        status=Rekvisitionsstatus.ATTESTERAD,
        overskrids_belopp__isnull=False,
        period__startswith=f"{ar}",
    )
    for pk, belopp in godkanda.values_list("insats_id", "overskrids_belopp"):
        over[pk] = max(over[pk], kronor(belopp))
    return {
        pk: max(lage.tak, NOLL) + over[pk]
        for (pk, lagets_ar), lage in medelslagen().items()
        if lagets_ar == ar
    }


def rekvisitionssumma(rekvisition: Rekvisition) -> Decimal:
    """What the claim asks for, in kr; 1 query."""
    return kronor(rekvisition.poster.aggregate(summa=Sum("belopp"))["summa"])


def _overfort(urval: Mapping[str, object]) -> dict[Nyckel, Decimal]:
    """Money that an approved deviation moves from the year to the next."""
    ut: dict[Nyckel, Decimal] = defaultdict(lambda: NOLL)
    godkanda = Avvikelse.objects.filter(
        slag=Avvikelseslag.OVERFORING, status=Avvikelsestatus.GODKAND, **urval
    )
    for pk, period, belopp in godkanda.values_list("insats_id", "period", "belopp"):
        ut[pk, las_period(period).ar] += kronor(belopp)
    return dict(ut)


def _rekvirerat(urval: Mapping[str, object]) -> dict[tuple[Nyckel, bool], Decimal]:
    """Claimed per (insats, year) and whether two persons have attested it; claim by claim."""
    ut: dict[tuple[Nyckel, bool], Decimal] = defaultdict(lambda: NOLL)
    rader = (
        Rekvisitionspost.objects.filter(
            rekvisition__status__in=GALLANDE,
            **{f"rekvisition__{falt}": varde for falt, varde in urval.items()},
        )
        .values_list(
            "rekvisition__insats_id",
            Substr("rekvisition__period", 1, 4),
            "rekvisition__status",
            "rekvisition_id",
        )
        .annotate(summa=Sum("belopp"))
        .order_by()
    )
    for pk, ar, status, _, summa in rader:
        attesterad, belopp = status == Rekvisitionsstatus.ATTESTERAD, kronor(summa)
        ut[(pk, int(ar)), attesterad] += belopp if attesterad else upptar(belopp)
    return dict(ut)

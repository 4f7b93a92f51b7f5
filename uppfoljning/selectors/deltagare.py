"""Counts of participants: from before a period, and the sum of a selection."""

from django.db.models import Count, Q, QuerySet, Sum

from finsam.periods import Period, las_period
from uppfoljning.calculations.antal import NOLL, Konsantal
from uppfoljning.choices import Kon, Matt
from uppfoljning.models import Deltagarantal, Kvartalsrapport


def tidigare_avslutade(period: Period) -> dict[int, Konsantal]:
    """Who had ended before the period, by the number of the insats; 2 queries.

    Ended in the reports of earlier periods, and what any report up to the period's end tells of
    the time before the first report kept here. An insats of which nothing is told is left out.
    """
    gallande = dict(Kvartalsrapport.objects.gallande().order_by().values_list("pk", "period"))
    koder = set(gallande.values())
    fore = [kod for kod in koder if las_period(kod).slut < period.start]
    till_slutet = [kod for kod in koder if las_period(kod).start <= period.slut]
    rader = (
        Deltagarantal.objects.filter(manad=0, rapport__in=gallande)
        .filter(
            Q(matt=Matt.AVSLUTADE, rapport__period__in=fore)
            | Q(matt=Matt.AVSLUTADE_TIDIGARE, rapport__period__in=till_slutet)
        )
        .order_by()
        .values_list("rapport__insats__nr", "kon")
        .annotate(summa=Sum("antal"))
    )
    svar: dict[int, Konsantal] = {}
    for nr, kon, summa in rader:
        svar[nr] = svar.get(nr, NOLL) + _av_kon(kon, summa)
    return svar


# Not people but their days, and people who stand in every period until they leave.
PER_TILLFALLE = (Matt.PAGAENDE_START, Matt.PAGAENDE_SLUT)
SAMMA_MANNISKOR = (Matt.AVSLUTADE, Matt.AVSLUTADE_TIDIGARE)


def summa_antal(antal: QuerySet[Deltagarantal]) -> int | None:
    """The sum of a selection of counts where it means something, else None; 1 query.

    Different measures count the same people and are not added, nor are those who were ongoing at
    several times.
    """
    svar = antal.order_by().aggregate(
        summa=Sum("antal"),
        matten=Count("matt", distinct=True, filter=~Q(matt__in=SAMMA_MANNISKOR)),
        avslutade=Count("pk", filter=Q(matt__in=SAMMA_MANNISKOR)),
        pagaende=Count("pk", filter=Q(matt__in=PER_TILLFALLE)),
        tillfallen=Count("rapport__period", distinct=True),
        manader=Count("manad", distinct=True),
    )
    sorter = svar["matten"] + bool(svar["avslutade"])
    flera_tillfallen = svar["pagaende"] and max(svar["tillfallen"], svar["manader"]) > 1
    return None if sorter != 1 or flera_tillfallen else int(svar["summa"])


def _av_kon(kon: str, tal: int) -> Konsantal:
    return Konsantal(
        k=tal if kon == Kon.K else 0,
        m=tal if kon == Kon.M else 0,
        okant=tal if kon == Kon.OKANT else 0,
    )

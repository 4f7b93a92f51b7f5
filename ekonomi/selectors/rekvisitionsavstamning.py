"""Attested claims and what is booked on their projekt; a fixed number of queries."""

from datetime import date

from django.db.models import Sum

from ekonomi.calculations.rekvisitionsavstamning import Avstamning, Bokning, Krav, stam_av
from ekonomi.choices import Kontotyp, Radslag
from ekonomi.models import Kontering
from finsam.money import kronor
from finsam.periods import las_period
from insatser.choices import Rekvisitionsstatus
from insatser.models import Insats, Rekvisition


def avstamda(ar: int) -> tuple[Avstamning, ...]:
    """The year's claims and bookings, matched; 3 queries.

    The year before and the first quarter after are read too: a claim for the last quarter is
    often booked in the next year.
    """
    rader = stam_av(_krav(ar - 1, ar), _bokningar(date(ar - 1, 1, 1), date(ar + 1, 3, 31)))
    return tuple(rad for rad in rader if rad.ar == ar)


def _krav(*aren: int) -> list[Krav]:
    attesterade = Rekvisition.objects.filter(status=Rekvisitionsstatus.ATTESTERAD)
    rader = attesterade.order_by("pk").values_list("insats__nr", "pk", "period")
    alla = [
        Krav(nr, pk, las_period(period), kronor(belopp))
        for nr, pk, period, belopp in rader.annotate(summa=Sum("poster__belopp"))
    ]
    return [krav for krav in alla if krav.period.ar in aren]


def _bokningar(fran: date, tom: date) -> list[Bokning]:
    insatser = dict(Insats.objects.exclude(projektkod=None).values_list("projektkod", "nr"))
    rader = (
        Kontering.objects.filter(
            slag=Radslag.TRANS,
            projekt__kod__in=insatser,
            konto__kontotyp__in=(Kontotyp.INTAKT, Kontotyp.KOSTNAD),
            verifikation__datum__range=(fran, tom),
        )
        .order_by()
        .values_list(
            "projekt__kod",
            "verifikation_id",
            "verifikation__serie",
            "verifikation__nummer",
            "verifikation__datum",
        )
        .annotate(summa=Sum("belopp"))
    )
    return [
        Bokning(insatser[kod], pk, f"{serie}{nummer}", dag, kronor(belopp))
        for kod, pk, serie, nummer, dag, belopp in rader
    ]

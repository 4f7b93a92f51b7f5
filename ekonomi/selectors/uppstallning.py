"""The reads behind every statement: layout, balances, plans, insatser and staff of some years.

The balance table is summed in the database, once for all years: account × block × projekt × a few
spans of months. So the number of queries is the same whatever the ledger holds, and the rows that
come back do not grow with its vouchers.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Case, FloatField, PositiveSmallIntegerField, Sum, Value, When

from ekonomi.models import (
    Konto,
    Objekt,
    Personalar,
    Rakenskapsar,
    Saldo,
    Uppstallning,
)
from ekonomi.selectors.arsplaner import budgetrader, prognosrader
from ekonomi.selectors.tidigare import tidigare_tal
from ekonomi.uppstallning import (
    Berakning,
    Kontounderlag,
    Personal,
    Saldorad,
    Underlag,
    Uppstallningsmall,
    las_uppstallning,
)
from finsam.money import kronor
from finsam.periods import Period
from insatser.selectors import insatsunderlag

# The same text is read again for every page of a report; the layouts of an association are few.
_mall = lru_cache(maxsize=8)(las_uppstallning)


class UppstallningSaknas(LookupError):
    """No layout is valid for the year; the message says in Swedish what to do."""


def uppstallningsmall(verksamhetsar: int) -> Uppstallningsmall:
    """The layout valid for the year, i.e. the latest that begins then or before; 1 query.

    Raises UppstallningSaknas, and UppstallningFel when the stored text cannot be used.
    """
    text = (
        Uppstallning.objects.filter(giltig_fran__lte=verksamhetsar)
        .order_by("-giltig_fran")
        .values_list("innehall", flat=True)
        .first()
    )
    if text is None:
        raise UppstallningSaknas(
            f"Ingen uppställning gäller för {verksamhetsar}. Läs in en fil uppstallning.toml med "
            f"giltig_fran = {verksamhetsar} eller tidigare."
        )
    return _mall(text)


def berakning(period: Period, per: date | None = None) -> Berakning:
    """The period's statements, ready to be asked for; 13 queries. Raises as uppstallningsmall.

    `per`: with budgets and forecasts as they stood that day.
    """
    mall = uppstallningsmall(period.ar).for_ar(period.ar)
    return Berakning(mall, underlag(period, {period.ar + ar for ar in mall.ar}, per), period)


def underlag(period: Period, aren: Collection[int], per: date | None = None) -> Underlag:
    """Balances, budget, forecast and staff of the years; months are summed to the spans that the
    period and the same part of other years need. 12 queries.

    `per`: budgets and forecasts as they stood that day; without it the latest decided budget and
    the latest forecast laid that the period may read.
    """
    konton = {
        konto.pk: Kontounderlag(konto.nummer, konto.namn, konto.kontotyp)
        for konto in Konto.objects.only("nummer", "namn", "kontotyp").order_by("nummer")
    }
    koder: dict[int | None, str] = dict(Objekt.objects.values_list("pk", "kod"))
    return Underlag(
        konton=tuple(konton.values()),
        saldon=_saldon(period, aren, konton, koder),
        budget=budgetrader(aren, konton, koder, per),
        prognos=prognosrader(period, aren, konton, koder, per),
        insatser=insatsunderlag(),
        personal=_personal(aren),
        tidigare=tidigare_tal(
            {Period(ar) for ar in aren} | {period.for_ar(ar - period.ar) for ar in aren}
        ),
    )


def _saldon(
    period: Period,
    aren: Collection[int],
    konton: Mapping[int, Kontounderlag],
    koder: Mapping[int | None, str],
) -> dict[int, tuple[Saldorad, ...]]:
    verksamhetsar = dict(
        Rakenskapsar.objects.filter(verksamhetsar__in=aren).values_list("pk", "verksamhetsar")
    )
    saldon: dict[int, list[Saldorad]] = {ar: [] for ar in verksamhetsar.values()}
    summor = (
        Saldo.objects.filter(rakenskapsar__in=verksamhetsar)
        .annotate(spann=_spann(period))
        .values_list("rakenskapsar_id", "konto_id", "kostnadsblock_id", "projekt_id", "spann")
        # As the database gives it, float on SQLite: kronor makes it exact, at once and only once.
        .annotate(summa=Sum("belopp", output_field=FloatField()))
        .order_by()
    )
    for ar, konto, block, projekt, manad, summa in summor.iterator(chunk_size=5000):
        saldon[verksamhetsar[ar]].append(
            Saldorad(
                konton[konto].nummer, manad, kronor(summa), koder.get(block), koder.get(projekt)
            )
        )
    return {ar: tuple(rader) for ar, rader in saldon.items()}


def _spann(period: Period) -> Case:
    """The last month of the span that a balance row belongs to: opening, before, in, after."""
    granser = sorted({0, period.forsta_manad - 1, period.sista_manad})
    fall = [When(manad__lte=grans, then=Value(grans)) for grans in granser]
    return Case(*fall, default=Value(12), output_field=PositiveSmallIntegerField())


def _personal(aren: Collection[int]) -> dict[int, Personal]:
    """The years' staff, and that of the year before the first: turnover compares with it."""
    rader = Personalar.objects.filter(verksamhetsar__in={ar - 1 for ar in aren} | set(aren))
    return {
        rad.verksamhetsar: Personal(rad.heltidstjanster, rad.slutat, rad.bytt_tjanst)
        for rad in rader
    }

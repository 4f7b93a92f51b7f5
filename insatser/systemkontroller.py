"""What the insatser check by themselves: attests, grants and decisions."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from finsam.internkontroll import Systemfynd, Systemkontroll
from finsam.money import NOLL, kronor
from finsam.periods import Period, las_period
from finsam.permissions import Ratt
from finsam.typografi import HARDBLANK, datum, kr
from insatser.choices import Beslutsinstans, Beslutsutfall, Rekvisitionsstatus
from insatser.models import Insats, Insatsbeslut, Insatsbudget, Rekvisition
from insatser.selectors.medel import godkanda_tak, medelslagen

ANDRA_ATTEST_INOM = timedelta(days=30)
ANMALS_INOM = timedelta(days=90)


def kontroller() -> tuple[Systemkontroll, ...]:
    return KONTROLLER


def _rekvisitioner(period: Period) -> list[Rekvisition]:
    """The claims whose period ends within the period; a year's claims are few."""
    rader = Rekvisition.objects.filter(period__startswith=f"{period.ar}")
    ordnade = rader.select_related("insats__insatsagare").order_by("period", "insats__nr", "lopnr")
    return [rad for rad in ordnade if las_period(rad.period).slut in period]


def _attester(period: Period) -> Iterator[Systemfynd]:
    grans = timezone.now() - ANDRA_ATTEST_INOM
    for rad in _rekvisitioner(period):
        namn = [" ".join(ett.split()).casefold() for ett in _namn(rad)]
        forsta, andra, inlamnare = namn
        vad, adress = f"Rekvisition {rad}, nr {rad.lopnr}", rad.get_absolute_url()
        if rad.status == Rekvisitionsstatus.ATTESTERAD and forsta == andra:
            yield Systemfynd(f"{vad} är attesterad två gånger av samma person.", adress)
        if inlamnare and inlamnare in (forsta, andra):
            yield Systemfynd(f"{vad} är attesterad av den som lämnade in den.", adress)
        vantar = rad.status == Rekvisitionsstatus.GRANSKAD and rad.attest1_at
        if vantar and vantar < grans:
            dag = datum(timezone.localtime(vantar).date())
            yield Systemfynd(f"{vad} saknar den andra attesten sedan {dag}.", adress)


def _namn(rad: Rekvisition) -> tuple[str, str, str]:
    return rad.attest1_namn, rad.attest2_namn, rad.inlamnad_namn


def _utover_beviljat(period: Period) -> Iterator[Systemfynd]:
    tak = godkanda_tak(period.ar)
    insatser = Insats.objects.select_related("insatsagare").in_bulk()
    for (pk, ar), lage in medelslagen().items():
        if ar == period.ar and (over := lage.attesterat - tak[pk]) > NOLL:
            insats = insatser[pk]
            yield Systemfynd(
                f"{insats}: {_kr(lage.attesterat)} är attesterat {ar}, {_kr(over)} mer än det "
                "beviljade.",
                insats.get_absolute_url(),
            )


def _kr(belopp: Decimal) -> str:
    return f"{kr(belopp)}{HARDBLANK}kr"


def _delegationsbeslut(period: Period) -> list[Insatsbeslut]:
    rader = Insatsbeslut.objects.filter(
        instans=Beslutsinstans.DELEGATION, beslutsdatum__range=(period.start, period.slut)
    )
    return list(
        rader.select_related("insats__insatsagare", "ansokan").order_by("beslutsdatum", "pk")
    )


def _delegation(period: Period) -> Iterator[Systemfynd]:
    idag = timezone.localdate()
    for beslut in _delegationsbeslut(period):
        senast = beslut.beslutsdatum + ANMALS_INOM
        if beslut.anmalt and beslut.anmalt > senast:
            text = f"anmäldes {datum(beslut.anmalt)}, efter {datum(senast)}."
        elif beslut.anmalt is None and senast < idag:
            text = f"är inte anmält till styrelsen; senaste dag var {datum(senast)}."
        else:
            continue
        yield Systemfynd(f"{_beslutet(beslut)} {text}", beslut.get_absolute_url())


def _utan_nummer(period: Period) -> Iterator[Systemfynd]:
    for beslut in _delegationsbeslut(period):
        if not beslut.paragraf:
            yield Systemfynd(f"{_beslutet(beslut)} har inget nummer.", beslut.get_absolute_url())


def _beslutet(beslut: Insatsbeslut) -> str:
    return f"Delegationsbeslutet {datum(beslut.beslutsdatum)} om {beslut.insats or beslut.ansokan}"


def _utan_beslut(period: Period) -> Iterator[Systemfynd]:
    bifall = Insatsbeslut.objects.filter(
        utfall=Beslutsutfall.BIFALL,
        insats__isnull=False,
        fran__lte=Period(period.ar).slut,
        tom__gte=Period(period.ar).start,
    )
    beviljade = Insatsbudget.objects.filter(verksamhetsar=period.ar, belopp__gt=0)
    utan = beviljade.exclude(insats__in=bifall.values("insats"))
    for budget in utan.select_related("insats__insatsagare").order_by("insats__nr"):
        yield Systemfynd(
            f"{budget.insats}: {_kr(kronor(budget.belopp))} är beviljat {period.ar} utan att "
            "något beslut är registrerat.",
            budget.insats.get_absolute_url(),
        )


KONTROLLER = (
    Systemkontroll(
        "tva-attester",
        "Två personer attesterar",
        "beslut",
        "En rekvisition attesteras av två olika personer, och ingen av dem har lämnat in den. "
        f"Den andra attesten ges inom {ANDRA_ATTEST_INOM.days} dagar.",
        Ratt.REKVISITION_LASA,
        _attester,
    ),
    Systemkontroll(
        "utover-beviljat",
        "Inget rekvireras utöver det beviljade",
        "insatser",
        "Årets attesterade rekvisitioner ryms i det som är beviljat, eller i ett överskridande "
        "som är godkänt med skäl.",
        Ratt.INSATSER_LASA,
        _utover_beviljat,
    ),
    Systemkontroll(
        "delegation-anmald",
        "Delegationsbeslut anmäls till styrelsen",
        "beslut",
        f"Ett beslut på delegation anmäls till styrelsen inom {ANMALS_INOM.days} dagar.",
        Ratt.INSATSER_LASA,
        _delegation,
    ),
    Systemkontroll(
        "beslut-paragraf",
        "Beslut har nummer",
        "beslut",
        "Ett beslut på delegation har ett nummer, som styrelsens har en paragraf.",
        Ratt.INSATSER_LASA,
        _utan_nummer,
    ),
    Systemkontroll(
        "medel-utan-beslut",
        "Beviljade medel har ett beslut",
        "beslut",
        "Varje insats med beviljade medel har ett bifall som gäller något av årets dagar.",
        Ratt.INSATSER_LASA,
        _utan_beslut,
    ),
)

"""What a sample may be drawn from among the insatser: attested claims, and decisions."""

from finsam.internkontroll import Population, Ramrad
from finsam.periods import Period, las_period
from finsam.permissions import Ratt
from finsam.typografi import datum
from insatser.choices import Rekvisitionsstatus
from insatser.models import Insatsbeslut, Rekvisition


def populationer() -> tuple[Population, ...]:
    return (
        Population(
            "rekvisitioner", "Attesterade rekvisitioner", Ratt.REKVISITION_LASA, _rekvisitioner
        ),
        Population("beslut", "Beslut om insatser", Ratt.INSATSER_LASA, _beslut),
    )


def _rekvisitioner(period: Period) -> list[Ramrad]:
    """The claims attested by two whose period ends within the period."""
    attesterade = Rekvisition.objects.filter(
        status=Rekvisitionsstatus.ATTESTERAD, period__startswith=f"{period.ar}"
    )
    return [
        Ramrad(
            f"{rad.insats.nr}/{rad.period}/{rad.lopnr}",
            f"{rad}, nr {rad.lopnr}",
            rad.get_absolute_url(),
        )
        for rad in attesterade.select_related("insats__insatsagare")
        if las_period(rad.period).slut in period
    ]


def _beslut(period: Period) -> list[Ramrad]:
    """The decisions taken in the period, by the board or for it."""
    rader = Insatsbeslut.objects.filter(beslutsdatum__range=(period.start, period.slut))
    return [
        Ramrad(
            f"{_om(rad)}/{datum(rad.beslutsdatum)}/{rad.paragraf}",
            f"{rad} om {rad.insats or rad.ansokan}",
            rad.get_absolute_url(),
        )
        for rad in rader.select_related("insats__insatsagare", "ansokan")
    ]


def _om(beslut: Insatsbeslut) -> str:
    """What the decision is about, by what people call it."""
    if beslut.ansokan:
        return beslut.ansokan.diarienummer
    assert beslut.insats, "a decision is about an application or an insats"
    return f"insats {beslut.insats.nr}"

"""A year's goals and activities, small enough to count by hand."""

from datetime import date
from decimal import Decimal

from uppfoljning.models import Aktivitet, Resultatmal, Verksamhetsmal


def skapa_mal(ar: int = 2024) -> Verksamhetsmal:
    """Goal 1 of the year, with one target: at least 2 activities."""
    mal = Verksamhetsmal.objects.create(verksamhetsar=ar, nr=1, text="Vara en arena för kunskap.")
    Resultatmal.objects.create(
        mal=mal,
        text="Minst 2 aktiviteter ska genomföras.",
        indikator="antal_aktiviteter",
        malvarde=Decimal(2),
        enhet="antal",
    )
    return mal


def skapa_aktivitet(dag: date = date(2024, 3, 14), **falt: object) -> Aktivitet:
    varden = {"titel": "Samverkan kring unga", "form": "webbinarium", **falt}
    return Aktivitet.objects.create(datum=dag, **varden)

"""Where an outcome of the decision space comes from: the page behind the figure."""

from django.urls import reverse

from ekonomi.uppstallning import Berakning


def utfallsadress(berakning: Berakning, rad: str, ar: int) -> str:
    """The page that shows which accounts a row's outcome of the year is made of."""
    tabell, _ = berakning.rader[rad]
    return reverse(
        "rapporter:underlag_detail",
        args=["arsredovisning", str(ar), tabell.id, rad, f"utfall-{ar}"],
    )

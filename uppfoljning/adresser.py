"""Addresses of lists that show what stands behind a figure."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from finsam.periods import Period
from uppfoljning.filters.antal import PER_MANAD


def antal_adress(
    *,
    insatser: Collection[int] = (),
    period: Period | None = None,
    fran: date | None = None,
    tom: date | None = None,
    matt: str = "",
    kategori: str = "",
    kon: str = "",
    per_manad: bool = False,
) -> str:
    """The list of counts that a figure is made of.

    `insatser` are numbers, none of them for all; a `period` gives both days, `fran` and `tom`
    one each; `matt`, `kategori` and `kon` are the values of the list's filter.
    """
    dagar = (fran or (period and period.start), tom or (period and period.slut))
    val = {
        "insats": ", ".join(str(nr) for nr in insatser),
        "fran": str(dagar[0] or ""),
        "tom": str(dagar[1] or ""),
        "matt": matt,
        "kategori": kategori,
        "kon": kon,
        "per": PER_MANAD if per_manad else "",
    }
    fraga = urlencode({namn: varde for namn, varde in val.items() if varde})
    return f"{reverse('uppfoljning:antal_list')}{'?' if fraga else ''}{fraga}"

"""A document frozen with a matter, as its pages show it: a report, or minutes."""

from typing import Any

from finsam.rapporter.lankar import for_lasaren
from finsam.rapporter.render.json_las import las
from styrelse.calculations import protokoll
from styrelse.choices import Bilageslag
from styrelse.models import Arendebilaga
from styrelse.protokollssida import sammanhang


def innehallet(bilaga: Arendebilaga, user: Any) -> dict[str, Any]:
    """What the templates need: "protokollet" of minutes, "rapport" and "avsnitten" of a report."""
    if bilaga.slag == Bilageslag.PROTOKOLL:
        return sammanhang(protokoll.las(bilaga.innehall or {}))
    rapport, avsnitten = for_lasaren(las(bilaga.innehall or {}), user)
    return {"rapport": rapport, "avsnitten": avsnitten}

"""What the other rooms warn of before an application is granted.

A room that sees what the money means has a module `beslutsvarning.py` with
`varningar(per_ar, dag)`; the rooms are asked without being known.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from finsam.rummen import rummens


def varningar(per_ar: Mapping[int, Decimal], dag: date) -> list[str]:
    """Swedish sentences about granting these kr by year on the day; none when all is well."""
    if not any(per_ar.values()):
        return []
    rummen = rummens("beslutsvarning", "varningar", utom=__name__)
    return [text for rummets in rummen for text in rummets(per_ar, dag)]

"""The figures that are kept from before the ledgers."""

from collections.abc import Collection, Mapping

from ekonomi.models import TidigareVarde
from ekonomi.uppstallning import Tidigaretal
from finsam.periods import Period


def tidigare_tal(
    perioder: Collection[Period],
) -> Mapping[Period, Mapping[str, Tidigaretal]]:
    """What the rows showed for those periods, in base unit; 1 query."""
    per_kod = {period.kod: period for period in perioder}
    funna: dict[Period, dict[str, Tidigaretal]] = {}
    for rad in TidigareVarde.objects.filter(period__in=per_kod):
        funna.setdefault(per_kod[rad.period], {})[rad.rad] = Tidigaretal(rad.varde, rad.kalla)
    return funna

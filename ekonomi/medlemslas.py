"""Members that share a fee that the board has laid down."""

from datetime import date

from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Tilldelning
from finsam.models import Medlem


def hinder(fore: Medlem | None, efter: Medlem) -> str:
    """Why the member may not go from `fore` to `efter`; empty when it may. 1 query at most.

    It is refused when the member would come, go or become another kind in a year whose fees are
    laid down: another member shares them anew.
    """
    if fore and _vad(fore) == _vad(efter):
        return ""
    fastst = Tilldelning.objects.filter(status=Avgiftsstatus.FASTSTALLD)
    aren = fastst.order_by("verksamhetsar").values_list("verksamhetsar", flat=True).distinct()
    rorda = [str(ar) for ar in aren if _under(fore, ar) != _under(efter, ar)]
    if not rorda:
        return ""
    return (
        f"Ändringen skulle fördela de fastställda avgifterna {', '.join(rorda)} på nytt. "
        "Typ och datum för medlemskapet står kvar för de åren."
    )


def _vad(medlem: Medlem) -> tuple[str, date, date | None]:
    return medlem.typ, medlem.fran, medlem.tom


def _under(medlem: Medlem | None, ar: int) -> str:
    """What kind of member it is in the year; empty when it is none."""
    if medlem is None or medlem.fran > date(ar, 12, 31):
        return ""
    return "" if medlem.tom and medlem.tom < date(ar, 1, 1) else medlem.typ

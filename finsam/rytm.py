"""How often the association's insatser report."""

from finsam.choices import Rytm
from finsam.models import Forbund


def rytm() -> str:
    """The kind of period that they report and claim for: "K" or "T"; 1 query."""
    forbund = Forbund.objects.first()
    return "T" if forbund and forbund.rytm == Rytm.TERTIAL else "K"

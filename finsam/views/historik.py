"""The whole log as one list."""

from finsam.filters import HistorikFilter
from finsam.listor import Listvy
from finsam.models import Sigill
from finsam.permissions import Ratt
from finsam.tables import HistorikTable


class HistorikListView(Listvy):
    model = Sigill
    queryset = Sigill.objects.select_related("anvandare")
    table_class = HistorikTable
    filterset_class = HistorikFilter
    ratt = Ratt.HISTORIK_LASA
    rubrik = "Historik"

"""Projects with others' money: the list and its forms."""

from django.urls import reverse, reverse_lazy

from finsam.formularvyer import Andravy, Formularsida, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt
from insatser.filters.avvikelse import ExterntProjektFilter
from insatser.forms.avvikelse import ExterntProjektForm
from insatser.models import ExterntProjekt
from insatser.tables.avvikelse import ExterntProjektTable


class ExterntProjektListView(Listvy):
    queryset = ExterntProjekt.objects.select_related("insats__insatsagare")
    table_class = ExterntProjektTable
    filterset_class = ExterntProjektFilter
    ratt = Ratt.INSATSER_LASA
    rubrik = "Externa projekt"
    tomt = "Inga projekt än. Lägg till det första, eller läs in filen externa_projekt."
    ny_url = reverse_lazy("insatser:externt_projekt_create")
    ny_text = "Nytt projekt"
    ny_ratt = Ratt.INSATSER_ANDRA


class TillListan(Formularsida):
    """A project has no page but its form: both forms lead back to the list."""

    ratt = Ratt.INSATSER_ANDRA

    def get_tillbaka(self) -> str:
        return reverse("insatser:externt_projekt_list")

    def get_success_url(self) -> str:
        return self.get_tillbaka()


class ExterntProjektCreateView(TillListan, Skapavy):
    model = ExterntProjekt
    form_class = ExterntProjektForm
    rubrik = "Nytt externt projekt"


class ExterntProjektUpdateView(TillListan, Andravy):
    model = ExterntProjekt
    form_class = ExterntProjektForm
    rubrik = "Ändra externt projekt"

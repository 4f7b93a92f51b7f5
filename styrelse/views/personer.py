"""Pages of people: a person, the office and the auditors."""

from typing import Any

from django.urls import reverse, reverse_lazy

from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt
from styrelse.filters.uppdrag import KanslirollFilter, RevisorFilter
from styrelse.forms.uppdrag import KanslirollForm, PersonForm, RevisorForm
from styrelse.models import Kansliroll, Person, Revisor
from styrelse.tables.uppdrag import KanslirollTable, RevisorTable


class PersonUpdateView(Andravy):
    model = Person
    form_class = PersonForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra person"
    lista = ("Uppdrag", reverse_lazy("styrelse:uppdrag_list"))

    def get_tillbaka(self) -> str:
        """The latest seat of the person, else the office."""
        uppdrag = self.object.uppdrag.order_by("-fran").first()
        return uppdrag.get_absolute_url() if uppdrag else reverse("styrelse:kansliroll_list")

    def get_success_url(self) -> str:
        return self.get_tillbaka()


class KanslirollListView(Listvy):
    queryset = Kansliroll.objects.select_related("person")
    table_class = KanslirollTable
    filterset_class = KanslirollFilter
    ratt = Ratt.STYRELSE_LASA
    rubrik = "Kansliet"
    tomt = "Ingen på kansliet än. Lägg till den första, eller läs in filen kansliroller."
    ny_url = reverse_lazy("styrelse:kansliroll_create")
    ny_text = "Ny på kansliet"
    ny_ratt = Ratt.STYRELSE_ANDRA


class KanslirollCreateView(Skapavy):
    model = Kansliroll
    form_class = KanslirollForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ny på kansliet"
    tillbaka = success_url = reverse_lazy("styrelse:kansliroll_list")


class KanslirollUpdateView(Andravy):
    model = Kansliroll
    form_class = KanslirollForm
    template_name = "styrelse/kansliroll_form.html"
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra kansliroll"
    success_url = reverse_lazy("styrelse:kansliroll_list")

    def get_brodsmulor(self) -> list[tuple[str, Any]]:
        return [("Kansliet", self.get_tillbaka())]

    def get_tillbaka(self) -> Any:
        return self.success_url


class RevisorListView(Listvy):
    queryset = Revisor.objects.select_related("person")
    table_class = RevisorTable
    filterset_class = RevisorFilter
    ratt = Ratt.STYRELSE_LASA
    rubrik = "Revisorer"
    tomt = "Inga revisorer än. Lägg till den första, eller läs in filen revisorer."
    ny_url = reverse_lazy("styrelse:revisor_create")
    ny_text = "Ny revisor"
    ny_ratt = Ratt.STYRELSE_ANDRA


class RevisorCreateView(Skapavy):
    model = Revisor
    form_class = RevisorForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ny revisor"
    tillbaka = success_url = reverse_lazy("styrelse:revisor_list")


class RevisorUpdateView(Andravy):
    model = Revisor
    form_class = RevisorForm
    template_name = "styrelse/revisor_form.html"
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra revisor"
    tillbaka = success_url = reverse_lazy("styrelse:revisor_list")

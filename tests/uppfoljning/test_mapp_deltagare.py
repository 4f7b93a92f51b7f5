"""Counts of participants as a file: written and read again, and what is refused."""

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from tests.uppfoljning import exempel
from tests.uppfoljning.antal import antal
from uppfoljning.actions.antal import spara_antal, spara_manader
from uppfoljning.choices import KATEGORIER
from uppfoljning.models import Deltagarantal

pytestmark = pytest.mark.django_db


def skapa():
    exempel.forbund()
    rapport = exempel.rapport(exempel.insats(), inlamnad=True)
    alla = {
        matt: {kategori: (2, 1) for kategori in lista.values} for matt, lista in KATEGORIER.items()
    }
    spara_antal(rapport, antal(inskrivna=(3, 4), **alla), None)
    spara_manader(rapport, {2: antal(anonyma=(0, 0, 5))}, None)


def rader():
    return list(Deltagarantal.objects.values_list("manad", "matt", "kategori", "kon", "antal"))


def test_the_folder_gives_the_same_counts_back(tmp_path):
    skapa()
    fore, filer = rader(), list(exporterade())
    text = next(fil.innehall for fil in filer if fil.namn == "deltagare.csv").decode("utf-8-sig")
    assert "1;2021-K1;1;2;Anonymt registrerade;;Okänt;5" in text.splitlines()
    assert "1;2021-K1;1;0;Omfattning av arbete;Arbetar 25 %;Män;1" in text.splitlines()
    skriv_mapp(tmp_path, filer)
    Deltagarantal.objects.all().delete()
    las = las_in(filer_i(tmp_path))
    assert las.sparad, [str(fel) for fel in las.alla_fel]
    assert rader() == fore
    assert list(exporterade()) == filer


@pytest.mark.parametrize(
    ("fran", "till", "mening"),
    [
        ("Ålder;15–29 år;Kv", "Ålder;Studerande;Kv", "Kategorin hör inte till måttet."),
        ("Inskrivna;;Kv", "Inskrivna;Studerande;Kv", "Kategorin hör inte till måttet."),
        ("Ålder;15–29 år;Kv", "Ålder;Unga;Kv", "”Unga” är ingen kategori"),
        (";2;Anonymt", ";13;Anonymt", "Månaden ska vara 1–12, eller 0 för hela perioden."),
    ],
)
def test_what_does_not_belong_is_refused(tmp_path, fran, till, mening):
    skapa()
    skriv_mapp(tmp_path, exporterade())
    fil = tmp_path / "deltagare.csv"
    text = fil.read_text("utf-8-sig")
    assert fran in text
    fil.write_text(text.replace(fran, till, 1))
    fel = [str(fel) for fel in las_in(filer_i(tmp_path)).alla_fel]
    assert len(fel) == 1 and mening in fel[0] and "rad " in fel[0]

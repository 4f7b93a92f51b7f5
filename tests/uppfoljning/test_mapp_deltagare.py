"""Counts of participants as a file: written and read again, and what is refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Sigill
from finsam.sigill import granska
from tests.uppfoljning import exempel
from tests.uppfoljning.antal import antal
from tests.uppfoljning.databas import med_manader
from uppfoljning.actions.antal import spara_antal
from uppfoljning.choices import KATEGORIER
from uppfoljning.imports import DELTAGARE
from uppfoljning.models import Deltagarantal

pytestmark = pytest.mark.django_db


def skapa(inlamnad=False):
    exempel.forbund()
    rapport = exempel.rapport(exempel.insats(), inlamnad=inlamnad)
    alla = {
        matt: {kategori: (2, 1) for kategori in lista.values} for matt, lista in KATEGORIER.items()
    }
    spara_antal(rapport, antal(inskrivna=(3, 4), **alla), None)
    med_manader(rapport, {2: antal(anonyma=(0, 0, 5))}, None)


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


def test_rows_stored_together_have_history_and_unbroken_seals(tmp_path):
    skapa()
    skriv_mapp(tmp_path, exporterade())
    Deltagarantal.objects.all().delete()
    assert las_in(filer_i(tmp_path)).sparad
    for antal_ in Deltagarantal.objects.all():
        assert antal_.history.get().antal == antal_.antal
        assert Sigill.objects.om(antal_).get().skal == "Inläst från deltagare.csv"
    assert list(granska()) == []


def test_the_same_file_again_writes_nothing_and_a_changed_cell_one_row(tmp_path):
    skapa()
    skriv_mapp(tmp_path, exporterade())
    fore = Sigill.objects.count()
    assert las_in(filer_i(tmp_path)).antal_andrade == 0
    assert Sigill.objects.count() == fore
    fil = tmp_path / "deltagare.csv"
    fil.write_text(fil.read_text("utf-8-sig").replace("Inskrivna;;Kvinnor;3", "Inskrivna;;K;6"))
    rapport = las_in(filer_i(tmp_path))
    assert (rapport.antal_nya, rapport.antal_andrade) == (0, 1)


def test_the_rows_are_written_together(tmp_path):
    skapa()
    skriv_mapp(tmp_path, [fil for fil in exporterade() if fil.namn == "deltagare.csv"])
    Deltagarantal.objects.all().delete()
    with CaptureQueriesContext(connection) as fragor:
        rapport = las_in(filer_i(tmp_path))
    assert rapport.antal_nya > 70
    # The counts, their history and the seals, each in a statement or two (SQLite has a limit).
    assert sum(fraga["sql"].startswith("INSERT") for fraga in fragor) <= 6


def test_the_export_asks_once(django_assert_num_queries):
    skapa()
    with django_assert_num_queries(1):
        list(DELTAGARE.exportera())


@pytest.mark.parametrize(
    ("fran", "till", "mening"),
    [
        ("Ålder;15–29 år;Kv", "Ålder;Studerande;Kv", "Kategorin hör inte till måttet."),
        ("Inskrivna;;Kv", "Inskrivna;Studerande;Kv", "Kategorin hör inte till måttet."),
        ("Ålder;15–29 år;Kv", "Ålder;Unga;Kv", "”Unga” är ingen kategori"),
        ("1;2021-K1;1;2;", "1;2021-K2;1;2;", "Rapporten finns inte i kvartalsrapporter.csv."),
        ("Kvinnor;3", "Kvinnor;-3", "större än eller lika med 0"),
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


def test_counts_that_do_not_add_up_are_told_and_stored(tmp_path):
    skapa(inlamnad=True)
    skriv_mapp(tmp_path, exporterade())
    las = las_in(filer_i(tmp_path))
    # 3 + 4 came in, nobody left and nobody is left; the age bands hold 5 × (2 + 1).
    varningar = [str(ett) for fil in las.filer for ett in fil.varningar]
    assert las.sparad
    assert any(
        "Vägen 1, Öst, 2021-K1: Pågående vid start + inskrivna (7) är inte lika med" in ett
        for ett in varningar
    )
    assert any("Åldrarna summerar till 15, men 7 har skrivits in." in ett for ett in varningar)

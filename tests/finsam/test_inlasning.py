"""The import page: choose, see, confirm; nothing is stored before that."""

import io
import os
import re
import time
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.urls import reverse
from openpyxl import load_workbook

from finsam.choices import Roll
from finsam.mapp import arbete
from finsam.mapp.uppladdning import Uppladdning
from finsam.mapp.utskrift import exporterade, zipfil
from finsam.models import Medlem
from tests.finsam.mappexempel import FILER

pytestmark = pytest.mark.django_db
SIDA = "/inlasning/"


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR / "inlasning"


@pytest.fixture
def chef(klient):
    return klient(Roll.FORBUNDSCHEF)


def fil(namn, innehall=None):
    innehall = FILER[namn] if innehall is None else innehall
    return SimpleUploadedFile(namn, innehall if isinstance(innehall, bytes) else innehall.encode())


def ladda_upp(client, *filer):
    return client.post(SIDA, {"filer": list(filer)}, follow=True)


def text(svar):
    return " ".join(svar.content.decode().split())


def test_the_preview_shows_what_would_happen_and_stores_nothing(chef):
    svar = ladda_upp(chef, fil("medlemmar.csv"), fil("kontoplan.csv"))
    assert "7 nya, 0 ändrade, 0 oförändrade." in text(svar)
    assert "Öst kommun" in text(svar) and "Spara 7 rader" in text(svar)
    assert Medlem.objects.count() == 0


def test_the_confirmation_stores_and_the_files_are_thrown_away(chef, var):
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    svar = chef.post(adress, follow=True)
    assert "Sparat: 4 nya" in text(svar) and Medlem.objects.count() == 4
    assert [namn for _, _, filer in os.walk(var) for namn in filer if namn.endswith("csv")] == []
    # A second click finds nothing to do.
    chef.post(adress)
    assert Medlem.objects.count() == 4
    assert Medlem.objects.first().history.get().history_user.roll == Roll.FORBUNDSCHEF


def test_changed_values_are_shown_before_and_after(chef):
    chef.post(ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"])
    andrad = FILER["medlemmar.csv"].replace("2020-12-31", "2021-12-31")
    svar = ladda_upp(chef, fil("medlemmar.csv", andrad))
    assert "Till och med: 2020-12-31 → 2021-12-31" in text(svar)
    svar = ladda_upp(chef, fil("medlemmar.csv"))
    assert "Det finns inget att spara." in text(svar)


def test_faults_stand_first_and_cannot_be_confirmed(chef):
    svar = ladda_upp(chef, fil("medlemmar.csv", FILER["medlemmar.csv"].replace("region;", "stad;")))
    sidan = text(svar)
    assert "Ett fel: ingenting sparas förrän allt är rättat" in sidan
    assert "<td>4</td><td>Typ</td><td>”stad” känns inte igen." in sidan
    assert "Spara " not in sidan and "Rätta och börja om" in sidan
    chef.post(svar.request["PATH_INFO"])
    assert Medlem.objects.count() == 0


def test_of_very_many_faults_the_first_are_shown(chef):
    rader_ = "Namn;Kort namn;Typ;Från;Till och med\n" + "a;b;stad;;\n" * 250
    sidan = text(ladda_upp(chef, fil("medlemmar.csv", rader_)))
    assert "250 fel: ingenting sparas" in sidan and "De första 200 felen visas." in sidan


@pytest.mark.parametrize(
    ("filen", "felet"),
    [
        (fil("virus.exe", "x"), "virus.exe: Filtypen .exe tillåts inte."),
        (fil("makro.xlsm", "x"), "makro.xlsm: Filtypen .xlsm tillåts inte."),
        (fil("a.zip", "x"), "a.zip: Zip-filen är avkortad, skadad eller låst med lösenord."),
    ],
)
def test_files_that_are_not_received(chef, var, filen, felet):
    svar = ladda_upp(chef, filen)
    assert felet in text(svar) and svar.request["PATH_INFO"] == SIDA
    assert list(var.iterdir()) == []


def test_no_file_chosen(chef):
    assert "Något behöver rättas" in text(chef.post(SIDA, {}))


def test_an_empty_file_is_named(chef):
    assert "Filen är tom (0 byte)." in text(ladda_upp(chef, fil("uppdrag.csv", b"")))


def test_a_zip_of_the_whole_folder(chef):
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        for namn, innehall in FILER.items():
            arkiv.writestr(f"prov/{namn}", innehall)
    svar = ladda_upp(chef, fil("prov.zip", ut.getvalue()))
    assert int(re.search(r"Spara (\d+) rader", text(svar))[1]) >= 62


@pytest.mark.parametrize(
    ("roll", "fil_", "far"),
    [
        (Roll.EKONOM, "kontoplan.csv", True),
        (Roll.EKONOM, "medlemmar.csv", False),
        (Roll.KANSLI, "medlemmar.csv", True),
        (Roll.KANSLI, "kontoplan.csv", False),
        (Roll.KANSLI, "uppgifter.csv", True),
        (Roll.EKONOM, "uppgifter.csv", True),
    ],
)
def test_a_role_reads_only_its_own_files(klient, roll, fil_, far):
    svar = ladda_upp(klient(roll), fil(fil_))
    assert ("Din roll får inte läsa in" in text(svar)) is not far


def test_the_page_says_beforehand_who_reads_in_the_rest(klient):
    sida = text(klient(Roll.KANSLI).get(reverse("finsam:inlasning")))
    forbundschefens = next(rad for rad in sida.splitlines() if "<li>Förbundschef:" in rad)
    assert "skickade möteshandlingar" in forbundschefens
    assert "Ekonom och förbundschef: " in sida and "kontoplan" in sida
    assert "sparas inget ur den" in sida
    assert "en annan roll" not in text(klient(Roll.FORBUNDSCHEF).get(reverse("finsam:inlasning")))


def test_a_zip_with_packs_that_were_sent_says_who_may_read_it_in(klient):
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        arkiv.writestr("prov/motespaket/fs-2021-10-21-1.json", "{}")
    svar = ladda_upp(klient(Roll.KANSLI), fil("prov.zip", ut.getvalue()))
    assert (
        "Din roll får inte läsa in skickade möteshandlingar. Det får rollen förbundschef göra."
        in text(svar)
    )


@pytest.mark.parametrize("roll", [Roll.LEDAMOT, Roll.REVISOR, Roll.ADMINISTRATOR])
@pytest.mark.parametrize("namn", ["inlasning", "mallar", "export"])
def test_other_roles_find_nothing(klient, roll, namn):
    assert klient(roll).get(reverse(f"finsam:{namn}")).status_code == 404


def test_an_upload_is_its_user_s_own(chef, klient):
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    assert klient(Roll.KANSLI).get(adress).status_code == 404
    assert klient(Roll.KANSLI).post(adress).status_code == 404
    assert chef.get("/inlasning/AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404
    assert chef.get("/inlasning/..%2F..%2Fetc/").status_code == 404


def test_leaving_throws_the_files_away(chef, var):
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    svar = chef.post(f"{adress}avbryt/", follow=True)
    assert "Ingenting sparades." in text(svar) and list(var.iterdir()) == []
    assert chef.get(adress).status_code == 404


def test_what_nobody_has_touched_for_a_day_is_removed(chef, var):
    ladda_upp(chef, fil("medlemmar.csv"))
    [gammal] = var.iterdir()
    igar = time.time() - 25 * 3600
    os.utime(gammal, (igar, igar))
    ladda_upp(chef, fil("medlemmar.csv"))
    assert len(list(var.iterdir())) == 1 and not gammal.exists()


def test_data_changed_between_preview_and_confirmation_is_shown_again(chef):
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    Medlem.objects.create(namn="Öst kommun", kortnamn="Ö", typ="kommun")
    svar = chef.post(adress, follow=True)
    assert "Uppgifterna har ändrats sedan filerna granskades." in text(svar)
    assert "3 nya, 1 ändrade" in text(svar) and Medlem.objects.count() == 1
    assert "Sparat: 3 nya, 1 ändrade" in text(chef.post(adress, follow=True))


def test_a_long_reading_runs_in_a_process_of_its_own(chef, monkeypatch, var, forbundschef):
    startade = []
    monkeypatch.setattr(arbete, "STORST_DIREKT", 0)
    monkeypatch.setattr(arbete.subprocess, "Popen", lambda kommando, **_: startade.append(kommando))
    svar = ladda_upp(chef, fil("medlemmar.csv"))
    adress = svar.request["PATH_INFO"]
    assert "<progress" in text(svar) and "Granskar" in text(svar)
    assert "<progress" in text(chef.get(f"{adress}forlopp/"))
    token, vem = startade[0][3:]
    assert re.fullmatch("[0-9a-f]{32}", token)  # never taken for a switch
    call_command("arbeta_inlasning", token, int(vem))
    assert chef.get(f"{adress}forlopp/")["HX-Refresh"] == "true"
    assert "Spara 4 rader" in text(chef.get(adress))
    assert "Sparar" in text(chef.post(adress, follow=True))
    assert startade[1][-1] == "--spara"
    call_command("arbeta_inlasning", token, int(vem), "--spara")
    assert "Sparat: 4 nya" in text(chef.get(adress))
    with pytest.raises(CommandError, match="finns inte"):
        call_command("arbeta_inlasning", "a" * 32, int(vem))


def test_a_work_that_died_says_so(chef, var, monkeypatch):
    monkeypatch.setattr(arbete, "STORST_DIREKT", 0)
    monkeypatch.setattr(arbete.subprocess, "Popen", lambda *_, **__: None)
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    [mapp] = var.iterdir()
    lange_sedan = time.time() - 16 * 60
    os.utime(mapp / "lage.json", (lange_sedan, lange_sedan))
    assert "Arbetet avbröts. Ingenting sparades." in text(chef.get(adress))


def test_a_fault_in_the_work_is_not_hidden(chef, monkeypatch, forbundschef, var):
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    monkeypatch.setattr(arbete, "las_in", lambda *_, **__: 1 / 0)
    [mapp] = var.iterdir()
    with pytest.raises(ZeroDivisionError):
        arbete.utfor(Uppladdning(mapp.name), forbundschef, spara=True)
    assert "Arbetet avbröts" in text(chef.get(adress))


def test_the_page_offers_templates_and_everything(chef):
    sidan = text(chef.get(SIDA))
    assert "/inlasning/mallar/medlemmar.xlsx" in sidan and "/inlasning/export.zip" in sidan
    bok = load_workbook(io.BytesIO(chef.get("/inlasning/mallar/medlemmar.xlsx").content))
    assert bok.sheetnames == ["Medlemmar", "Förklaring"]
    assert chef.get("/inlasning/mallar/finnsinte.xlsx").status_code == 404
    namn = zipfile.ZipFile(io.BytesIO(chef.get("/inlasning/mallar.zip").content)).namelist()
    assert "medlemmar.xlsx" in namn and "forbund.toml" in namn


def test_the_export_of_everything_reads_back(chef):
    chef.post(ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"])
    # All at once is asked for by one who has just shown who it is.
    svar = chef.get("/inlasning/export.zip")
    assert svar["Location"].startswith(reverse("account_reauthenticate"))
    chef.post(svar["Location"], {"password": f"hemligt-for-{Roll.FORBUNDSCHEF}"})
    svar = chef.get("/inlasning/export.zip")
    assert svar["Content-Disposition"] == 'attachment; filename="finsam-export.zip"'
    assert svar.content == zipfil(exporterade())
    assert "Det finns inget att spara." in text(ladda_upp(chef, fil("allt.zip", svar.content)))


def test_a_long_examination_writes_in_a_copy_of_an_sqlite_database(tmp_path, monkeypatch):
    installning = connection.settings_dict | {"NAME": tmp_path / "riktig.sqlite3", "OPTIONS": {}}
    riktig = DatabaseWrapper(installning, "prov")
    monkeypatch.setattr(arbete, "connection", riktig)

    def sql(fraga):
        with riktig.cursor() as cursor:
            return cursor.execute(fraga).fetchall()

    sql("CREATE TABLE prov (namn)")
    with arbete.lanad_kopia(tmp_path):
        sql("INSERT INTO prov VALUES ('Håbo')")
        assert sql("SELECT namn FROM prov") == [("Håbo",)]
    assert sql("SELECT namn FROM prov") == []
    riktig.close()
    assert [fil.name for fil in tmp_path.iterdir()] == ["riktig.sqlite3"]


def test_asking_how_far_it_has_come_does_not_prolong_the_login(chef, monkeypatch):
    monkeypatch.setattr(arbete, "STORST_DIREKT", 0)
    monkeypatch.setattr(arbete.subprocess, "Popen", lambda *_, **__: None)
    adress = ladda_upp(chef, fil("medlemmar.csv")).request["PATH_INFO"]
    session = chef.session
    session["_senast"] = 1
    session.save()
    chef.get(f"{adress}forlopp/")
    assert chef.session["_senast"] == 1
    chef.get(adress)
    assert chef.session["_senast"] > 1

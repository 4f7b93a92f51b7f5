"""Out and in again: the same rows, the same bytes; templates that read back as nothing."""

import io
import zipfile
from contextlib import suppress

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError
from openpyxl import load_workbook

from finsam.mapp.delar import alla_delar
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.tabellfil import Tabellfil
from finsam.mapp.utskrift import exporterade, mallfiler, skriv_mapp, zipfil
from finsam.models import Medlem
from tests.finsam.mappexempel import skriv

pytestmark = pytest.mark.django_db
AFFARSRUM = ("finsam", "styrelse", "insatser", "ekonomi", "uppfoljning", "rapporter")
# What tells when something was done is not what the folder holds.
LOGG = ("ekonomi.Inlasning", "finsam.Sigill")
STUNDER = ("andrad_at", "registrerat_at", "skapat_at")


def rader():
    """Every business row as its values, whatever its key in the database."""
    ut = {}
    for modell in apps.get_models():
        if modell._meta.label in LOGG or modell.__name__.startswith("Historical"):
            continue
        if modell._meta.app_label in AFFARSRUM:
            egna = [f for f in modell._meta.fields if not f.primary_key]
            falt = [f for f in egna if f.name not in STUNDER]
            pekare = [f.name for f in falt if f.is_relation]
            ut[modell._meta.label] = sorted(
                str([str(getattr(rad, f.name)) for f in falt])
                for rad in modell.objects.select_related(*pekare)
            )
    return ut


def tom_databas():
    """Every business row gone; those that others point at wait for the next round."""
    kvar = [
        modell
        for modell in apps.get_models()
        if modell._meta.app_label in AFFARSRUM and not modell.__name__.startswith("Historical")
    ]
    while kvar:
        for modell in list(kvar):
            try:
                modell.objects.all().delete()
            except ProtectedError as undantag:
                # A row that points at another of its own kind goes before it.
                for rad in undantag.protected_objects:
                    if isinstance(rad, modell):
                        with suppress(ProtectedError):
                            rad.delete()
            else:
                kvar.remove(modell)


def test_a_round_trip_is_exact(tmp_path):
    las_in(filer_i(skriv(tmp_path / "in")))
    fore, filer = rader(), list(exporterade())
    skriv_mapp(tmp_path / "ut", filer)
    tom_databas()
    assert Medlem.objects.count() == 0
    rapport = las_in(filer_i(tmp_path / "ut"))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert rader() == fore
    assert list(exporterade()) == filer


def test_an_export_reads_back_as_unchanged(tmp_path):
    las_in(filer_i(skriv(tmp_path / "in")))
    skriv_mapp(tmp_path / "ut", exporterade())
    rapport = las_in(filer_i(tmp_path / "ut"))
    assert rapport.sparad and rapport.antal_nya == rapport.antal_andrade == 0


@pytest.mark.parametrize("kalkylblad", [False, True])
def test_templates_read_back_as_no_rows(tmp_path, kalkylblad):
    skriv_mapp(tmp_path, mallfiler(kalkylblad=kalkylblad))
    rapport = las_in(filer_i(tmp_path))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert rapport.antal_nya == 0


@pytest.mark.parametrize(
    "del_", [d for d in alla_delar() if isinstance(d, Tabellfil)], ids=lambda d: d.namn
)
def test_every_example_in_a_template_can_be_read_by_its_own_column(del_):
    for kolumn in del_.kolumner:
        assert kolumn.forklaring.endswith("."), kolumn.rubrik
        assert kolumn.exempel or not del_.kravs(kolumn), kolumn.rubrik
        if kolumn.exempel and hasattr(kolumn.typ, "las"):
            kolumn.typ.las(kolumn.exempel)


def test_the_example_row_becomes_data_when_its_mark_is_taken_away(tmp_path):
    for fil in mallfiler():
        if fil.namn == "medlemmar.csv":
            (tmp_path / fil.namn).write_bytes(fil.innehall.replace(b"\r\n# H", b"\r\nH"))
    assert las_in(filer_i(tmp_path)).sparad
    assert Medlem.objects.get().kortnamn == "Håbo"


def test_a_filled_in_workbook_is_read(tmp_path):
    [fil] = [f for f in mallfiler(kalkylblad=True) if f.namn == "medlemmar.xlsx"]
    bok = load_workbook(io.BytesIO(fil.innehall))
    assert bok.sheetnames == ["Medlemmar", "Förklaring"]
    bok["Medlemmar"].append(["Nord kommun", "Nord", "Kommun", "2020-01-01", None])
    bok.save(tmp_path / "medlemmar.xlsx")
    assert las_in(filer_i(tmp_path)).sparad
    assert Medlem.objects.get().tom is None


def test_the_archive_holds_the_folder():
    innehall = zipfil(mallfiler())
    assert innehall == zipfil(mallfiler())
    assert "medlemmar.csv" in zipfile.ZipFile(io.BytesIO(innehall)).namelist()


def test_commands(tmp_path, capsys):
    skriv(tmp_path / "in")
    call_command("las_in", tmp_path / "in", "--torrkor")
    ut = capsys.readouterr().out
    assert "medlemmar.csv: 4 nya, 0 ändrade, 0 oförändrade" in ut and "ny: Öst kommun" in ut
    assert "ingenting sparades" in ut and Medlem.objects.count() == 0
    call_command("las_in", tmp_path / "in")
    assert "Allt sparades." in capsys.readouterr().out and Medlem.objects.count() == 4
    call_command("exportera", tmp_path / "ut")
    assert (tmp_path / "ut" / "texter" / "arsredovisning" / "2019" / "ordforande.md").exists()
    with pytest.raises(CommandError, match="är inte tom"):
        call_command("mallar", tmp_path / "ut")


def test_the_command_tells_every_fault_and_fails(tmp_path, capsys):
    mapp = skriv(tmp_path, {"medlemmar.csv": "Namn\n", "okand.csv": "x"})
    with pytest.raises(CommandError, match="Ingenting sparades"):
        call_command("las_in", mapp)
    fel = capsys.readouterr().err
    assert "Fel: medlemmar.csv: Filen saknar kolumnen ”Typ”." in fel
    assert "Fel: okand.csv: Filen känns inte igen." in fel
    with pytest.raises(CommandError, match="finns inte"):
        call_command("las_in", tmp_path / "saknas")

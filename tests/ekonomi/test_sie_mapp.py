"""The ledger as part of the folder."""

import pytest

from ekonomi.imports.sie import Siefiler
from ekonomi.models import Konto, Rakenskapsar
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Handling
from tests.ekonomi.siefiler import FILEN, KONTOPLAN, bytes_av


@pytest.fixture
def mapp(db, tmp_path):
    rader = [f"{nummer};Konto {nummer};{typ}" for nummer, typ in KONTOPLAN.items()]
    (tmp_path / "kontoplan.csv").write_text("\n".join(["Konto;Namn;Typ", *rader]), "utf-8")
    (tmp_path / "2024.se").write_bytes(bytes_av(FILEN))
    return tmp_path


def filrapport(mapp, namn: str, **kwargs):
    rapport = las_in(filer_i(mapp), **kwargs)
    return rapport, next(fil for fil in rapport.filer if fil.fil == namn)


def test_a_folder_brings_its_accounts_and_then_its_ledger(mapp):
    rapport, fil = filrapport(mapp, "2024.se")
    assert rapport.sparad
    (rad,) = fil.rader
    assert (rad.handling, rad.vad) == (
        Handling.NY,
        "Räkenskapsåret 2024: 2 verifikationer, 7 konteringar",
    )
    assert filrapport(mapp, "2024.se")[1].oforandrade == 1


def test_a_replacement_shows_the_vouchers_and_accounts_that_it_changes(mapp):
    las_in(filer_i(mapp))
    utan = FILEN[: FILEN.index("#VER A 2")].replace("1299.75", "1500.00")
    (mapp / "2024.se").write_bytes(bytes_av(utan.replace("#RES 0 4010 200.25\n", "")))
    _, fil = filrapport(mapp, "2024.se", torrkor=True)
    (rad,) = fil.rader
    assert rad.handling == Handling.ANDRAD
    assert rad.vad == "Räkenskapsåret 2024: 1 verifikation, 2 konteringar; ersätter 2024.se"
    assert [(a.kolumn, a.fore, a.efter) for a in rad.andringar] == [
        ("borttagna verifikationer (1)", "", "A2"),
        # 1 299,75 with the 200,25 that A2 paid put back; the cost of 200,25 is gone.
        ("konto 1930 Konto 1930", "1\u00a0299,75", "1\u00a0500,00"),
        ("konto 4010 Konto 4010", "200,25", "0,00"),
    ]


def test_faults_carry_file_and_row_and_nothing_of_the_folder_is_stored(mapp):
    (mapp / "2024.se").write_bytes(bytes_av(FILEN.replace("{} -500.00", "{} -500.01")))
    rapport, fil = filrapport(mapp, "2024.se")
    assert not rapport.sparad
    rad = FILEN.splitlines().index('#VER A 1 20240315 "Avgift" 20240316 "EK"') + 1
    vantat = f"2024.se, rad {rad}: Verifikation A1 balanserar inte."
    assert any(str(ett).startswith(vantat) for ett in fil.fel)
    assert not Konto.objects.exists()


def test_two_files_for_one_year_are_refused_by_name(mapp):
    (mapp / "2024-rattad.se").write_bytes(bytes_av(FILEN.replace("Avgift", "Avgifter")))
    rapport, _ = filrapport(mapp, "2024.se")
    assert [str(ett) for ett in rapport.alla_fel] == [
        "2024.se: Även 2024-rattad.se innehåller räkenskapsåret 2024. Behåll en av filerna."
    ]
    assert not Rakenskapsar.objects.exists()


def test_the_folder_gets_one_file_per_year_and_reads_it_back_unchanged(mapp):
    las_in(filer_i(mapp))
    (ut,) = Siefiler().exportera()
    assert ut.namn == "bokforing-2024.se"
    (mapp / "2024.se").unlink()
    (mapp / ut.namn).write_bytes(ut.innehall)
    assert filrapport(mapp, ut.namn)[1].oforandrade == 1

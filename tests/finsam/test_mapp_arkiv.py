import io
import zipfile

import pytest

from finsam.mapp.arkiv import packa_upp
from finsam.mapp.filer import filer_i
from finsam.tabular.location import Filfel


def arkiv(**filer):
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as mal:
        for namn, innehall in filer.items():
            mal.writestr(namn, innehall)
    ut.seek(0)
    return ut


def uppackade(tmp_path, innehall):
    packa_upp("mapp.zip", innehall, tmp_path)
    return [kalla.namn for kalla in filer_i(tmp_path)]


def test_the_folder_around_the_files_is_left_out(tmp_path):
    innehall = arkiv(**{"uppsala/a.csv": "x", "uppsala/texter/b.md": "y", "__MACOSX/a.csv": "z"})
    assert uppackade(tmp_path, innehall) == ["a.csv", "texter/b.md"]


@pytest.mark.parametrize(
    "filer", [{"a.csv": "x", "texter/b.md": "y"}, {"texter/a/b.md": "x"}, {"a.csv": "x"}]
)
def test_files_without_a_folder_around_them(tmp_path, filer):
    assert uppackade(tmp_path, arkiv(**filer)) == sorted(filer)


@pytest.mark.parametrize("namn", ["../ut.csv", "/etc/ut.csv", "a/../../ut.csv", "a\\b.csv", "."])
def test_paths_that_lead_outside_are_refused(tmp_path, namn):
    with pytest.raises(Filfel, match="tillåts inte"):
        packa_upp("mapp.zip", arkiv(**{namn: "x"}), tmp_path / "in")
    assert not (tmp_path / "ut.csv").exists()


def test_a_doubled_slash_does_not_make_the_rest_an_absolute_path(tmp_path):
    utanfor = tmp_path / "ut.csv"
    packa_upp("mapp.zip", arkiv(**{f"a/{utanfor}": "x"}), tmp_path / "in")
    assert not utanfor.exists()
    assert [kalla.sokvag.name for kalla in filer_i(tmp_path / "in")] == ["ut.csv"]


@pytest.mark.parametrize(
    ("innehall", "text"),
    [
        (io.BytesIO(b"PK\3\4skrap"), "avkortad, skadad eller låst"),
        (io.BytesIO(b""), "avkortad, skadad eller låst"),
        (arkiv(), "innehåller inga filer"),
        (arkiv(**{"a.csv": b"\0" * 5_000_000}), "orimligt mycket data"),
        (arkiv(**{f"{nr}.csv": "" for nr in range(2001)}), "fler än 2000 filer"),
    ],
)
def test_archives_that_are_not_unpacked(tmp_path, innehall, text):
    with pytest.raises(Filfel, match=text):
        packa_upp("mapp.zip", innehall, tmp_path)
    assert filer_i(tmp_path) == []

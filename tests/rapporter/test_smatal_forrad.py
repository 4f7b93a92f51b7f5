"""What a publication hides is worked out once for the same counts, whoever asks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache

from finsam.periods import Period
from finsam.rapporter.uppfoljning import smatal
from tests.uppfoljning.smatal import exempel
from uppfoljning.calculations.smatal.rakning import Antalsdel
from uppfoljning.calculations.underlag import Uppfoljningsunderlag

TVA = Antalsdel(1, "2021-K1", "inskrivna", "", "kvinnor")
TRE = Antalsdel(1, "2021-K1", "inskrivna", "", "man")
SVAR = ({frozenset({TVA}): False},)


@pytest.fixture(autouse=True)
def _tomt() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


class Rakning:
    """Counts how often it has had to work."""

    ganger = 0

    def __call__(self) -> tuple[smatal.Visade, ...]:
        self.ganger += 1
        return SVAR


def test_samma_fraga_raknas_en_gang() -> None:
    rakna = Rakning()
    for antal in ([(TVA, 2), (TRE, 3)], [(TRE, 3), (TVA, 2)]):
        assert smatal._sparad((5, frozenset(antal)), rakna) == SVAR
    assert rakna.ganger == 1


@pytest.mark.parametrize(
    "annan",
    [
        pytest.param((5, frozenset({(TVA, 2), (TRE, 4)})), id="annat antal"),
        pytest.param((4, frozenset({(TVA, 2), (TRE, 3)})), id="annan gräns"),
    ],
)
def test_en_annan_fraga_raknas_om(annan: object) -> None:
    rakna = Rakning()
    smatal._sparad((5, frozenset({(TVA, 2), (TRE, 3)})), rakna)
    smatal._sparad(annan, rakna)
    assert rakna.ganger == 2


def test_ett_annat_raknesatt_raknar_om(monkeypatch: pytest.MonkeyPatch) -> None:
    rakna = Rakning()
    smatal._sparad((5,), rakna)
    monkeypatch.setattr(smatal, "_raknesatt", lambda: "ett annat")
    smatal._sparad((5,), rakna)
    assert rakna.ganger == 2


def test_raknesattet_ar_allt_som_det_ar_gjort_av() -> None:
    """Whatever the calculation takes in from the house is part of what tells it from another."""
    filer = smatal.raknesattets_filer()
    rot = Path(__file__).resolve().parents[2]
    tar_in = set()
    for fil in (f for f in filer if f.parent.name == "smatal"):
        for rad in ast.walk(ast.parse(fil.read_text())):
            if isinstance(rad, ast.ImportFrom) and (rad.module or "").startswith(
                ("finsam", "uppfoljning")
            ):
                modul = rot / (rad.module or "").replace(".", "/")
                under = {(modul / f"{namn.name}.py") for namn in rad.names}
                tar_in |= under if modul.is_dir() else {modul.with_suffix(".py")}
    assert {fil.name for fil in tar_in} >= {"matt.py", "plan.py", "periods.py"}
    assert tar_in <= set(filer)


TVA_KVINNOR = exempel.rapport(1, 1, {("inskrivna", "", "K"): 2})


def test_andra_rapporter_i_utgavan_ar_en_annan_fraga() -> None:
    (en, *_) = exempel.ar([TVA_KVINNOR])
    for annan in (replace(en, rapporter=()), replace(en, i_ar=())):
        assert smatal._utgavans(en) != smatal._utgavans(annan)


def test_antalen_sjalva_sparas_inte(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept tells which figures are shown; the counts come with the question."""
    monkeypatch.setattr(smatal, "_utgavor", lambda underlag: exempel.ar(underlag.rapporter))
    monkeypatch.setattr(smatal, "_fore_aret", lambda ar: [])
    sparat: list[object] = []
    spara = smatal.forrad.set
    monkeypatch.setattr(smatal.forrad, "set", lambda *vad: (sparat.append(vad[1]), spara(*vad)))
    forsta, andra = (
        smatal._arets(Uppfoljningsunderlag(Period(2021), (), (TVA_KVINNOR,)), 5, None)
        for _ in range(2)
    )
    (svar,) = sparat
    assert isinstance(svar, tuple)
    assert {type(visas) for utgavans in svar for visas in utgavans.values()} == {bool}
    assert forsta == andra
    assert list(andra.utgivet[0][1].antal.values()) == [2]


def test_fragan_skrivs_lika_i_varje_process() -> None:
    """A set of texts has another order in each process; what is asked for has not."""
    program = (
        "from finsam.rapporter.uppfoljning.smatal import _ordnad; "
        "print(_ordnad((frozenset({('b', 1), ('a', 2), ('c', 3)}), ('z', frozenset('xyz')))))"
    )
    ur = "import tests.settings, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; "
    ur += "import django; django.setup(); "
    svar = {
        subprocess.run(
            [sys.executable, "-c", ur + program],
            env={"PYTHONHASHSEED": fro, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for fro in ("1", "2")
    }
    assert svar == {"([('a', 2), ('b', 1), ('c', 3)], ('z', ['x', 'y', 'z']))\n"}

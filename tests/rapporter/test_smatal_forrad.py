"""What a publication hides is worked out once for the same counts, whoever asks."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.core.cache import cache

from finsam.rapporter.uppfoljning import smatal
from uppfoljning.calculations.smatal.rakning import Antalsdel
from uppfoljning.calculations.smatal.skydd import Doljning

TVA = Antalsdel(1, "2021-K1", "inskrivna", "", "kvinnor")
TRE = Antalsdel(1, "2021-K1", "inskrivna", "", "man")
SVAR = (Doljning(5, {TVA: 2}, {frozenset({TVA}): False}),)


@pytest.fixture(autouse=True)
def _tomt() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


class Rakning:
    """Counts how often it has had to work."""

    ganger = 0

    def __call__(self) -> tuple[Doljning, ...]:
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

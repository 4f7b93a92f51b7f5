from dataclasses import dataclass, field

import pytest

from finsam.mapp import delar
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.location import Anmarkning, Plats


@dataclass
class Provdel:
    """A part whose every line is a member; "fel" is a fault."""

    namn: str = "prov"
    rubrik: str = "Prov"
    filmonster: tuple[str, ...] = ("prov*.csv",)
    ratt: Ratt = Ratt.FORBUND_ANDRA
    sedda: list[float] = field(default_factory=list)

    def las_in(self, kallor, tillfalle):
        return [self.las(kalla, tillfalle) for kalla in kallor]

    def las(self, kalla, tillfalle):
        rapport = Filrapport(kalla.namn, self.rubrik)
        for nr, namn in enumerate(kalla.innehall().decode().split(), start=1):
            if namn == "fel":
                rapport.fel.append(Anmarkning(Plats(kalla.namn, rad=nr), "Namnet är fel."))
            else:
                Medlem.objects.create(namn=namn, kortnamn=namn, typ="kommun")
                rapport.rader.append(Planrad(nr, namn, Handling.NY))
        tillfalle.framsteg(1)
        return rapport

    def exportera(self):
        return []

    def mallar(self):
        return []


@pytest.fixture
def provdel(monkeypatch):
    del_ = Provdel()
    monkeypatch.setattr("finsam.mapp.inlasning.alla_delar", lambda: (del_,))
    monkeypatch.setattr(delar, "alla_delar", lambda: (del_,))
    return del_


@pytest.fixture
def mapp(tmp_path):
    def skriv(**filer):
        for namn, innehall in filer.items():
            sokvag = tmp_path / namn.replace("__", "/").replace("_", ".")
            sokvag.parent.mkdir(exist_ok=True)
            sokvag.write_text(innehall)
        return filer_i(tmp_path)

    return skriv


def namn():
    return sorted(Medlem.objects.values_list("namn", flat=True))


@pytest.mark.django_db
def test_a_good_folder_is_stored(provdel, mapp):
    rapport = las_in(mapp(prov1_csv="Håbo Heby", prov2_csv="Tierp"))
    assert rapport.sparad and rapport.antal_nya == 3
    assert namn() == ["Heby", "Håbo", "Tierp"]


@pytest.mark.django_db
def test_a_dry_run_tells_the_same_and_stores_nothing(provdel, mapp):
    rapport = las_in(mapp(prov1_csv="Håbo Heby"), torrkor=True)
    assert not rapport.sparad and rapport.antal_nya == 2
    assert namn() == []


@pytest.mark.django_db
def test_one_fault_in_one_file_stores_nothing_of_any(provdel, mapp):
    rapport = las_in(mapp(prov1_csv="Håbo", prov2_csv="Heby fel"))
    assert [str(fel) for fel in rapport.alla_fel] == ["prov2.csv, rad 2: Namnet är fel."]
    assert not rapport.sparad and namn() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fil", "text"),
    [
        ("virus.exe", "virus.exe: Filtypen .exe tillåts inte."),
        ("makro.xlsm", "makro.xlsm: Filtypen .xlsm tillåts inte."),
        ("lista", "lista: Filtypen utan ändelse tillåts inte."),
        (
            "medlemar.csv",
            "medlemar.csv: Filen känns inte igen. "
            "Den ska heta som i mallarna, till exempel medlemmar.csv.",
        ),
    ],
)
def test_a_file_without_a_part_stops_the_folder(provdel, tmp_path, fil, text):
    (tmp_path / fil).write_text("x")
    (tmp_path / "prov.csv").write_text("Håbo")
    rapport = las_in(filer_i(tmp_path))
    assert [str(fel) for fel in rapport.fel] == [text]
    assert namn() == []


@pytest.mark.django_db
def test_an_empty_folder_says_so(provdel):
    assert str(las_in([]).fel[0]) == "mappen: Här finns inga filer att läsa in."


def test_hidden_files_and_the_readme_are_left_out(tmp_path):
    for namn in ("README.md", ".DS_Store", "prov.csv", ".git/config", "texter/a.md"):
        (tmp_path / namn).parent.mkdir(exist_ok=True)
        (tmp_path / namn).write_text("x")
    assert [kalla.namn for kalla in filer_i(tmp_path)] == ["prov.csv", "texter/a.md"]


@pytest.mark.django_db
def test_a_user_reads_only_what_the_role_may_change(provdel, mapp, django_user_model):
    filer = mapp(prov_csv="Håbo")
    ekonom = django_user_model(roll="ekonom")
    assert str(las_in(filer, ekonom).fel[0]) == (
        "prov.csv: Din roll får inte läsa in prov. Det får rollerna kansli och förbundschef göra."
    )
    assert namn() == []
    assert las_in(filer, django_user_model(roll="kansli")).sparad


@pytest.mark.django_db
def test_progress_names_the_file_and_the_share_done(provdel, mapp):
    sedda = []
    las_in(mapp(prov1_csv="A", prov2_csv="B"), framsteg=lambda fil, andel: sedda.append(andel))
    assert sedda == [0, 1, 1]


def test_patterns_match_the_whole_path_in_lower_case(provdel):
    assert delar.del_for("PROV1.CSV") is provdel
    assert delar.del_for("mapp/prov.csv") is None

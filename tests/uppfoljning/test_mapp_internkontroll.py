"""The internal control in the folder: out, in again, and what is locked."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from tests.finsam.test_mapp_utskrift import rader, tom_databas
from tests.uppfoljning.exempelkontroll import skapa_internkontroll, skapa_moment
from uppfoljning.models import Internkontrollplan, Kontrollmoment, Stickprovspost

pytestmark = pytest.mark.django_db


def test_out_and_in_again(tmp_path: Path) -> None:
    skapa_internkontroll()
    plan = Internkontrollplan.objects.get(verksamhetsar=1999)
    tionde = skapa_moment(plan, 10, systemkontroll="tva-attester", sannolikhet_efter=1,
                          konsekvens_efter=3)  # fmt: skip
    tionde.utforda.create(
        period="1999-H2", utford=date(2000, 1, 9), resultat="avvikelse", fynd=2, atgard="Rutin",
        atgard_ansvarig="Ekonomen", atgard_senast=date(2000, 3, 1), atgardad=date(2000, 2, 1),
    )  # fmt: skip
    fore, filer = rader(), list(exporterade())
    skriv_mapp(tmp_path, filer)
    tom_databas()
    rapport = las_in(filer_i(tmp_path))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert rader() == fore
    igen = las_in(filer_i(tmp_path))
    assert (igen.antal_nya, igen.antal_andrade) == (0, 0)


def las(mapp: Path, namn: str, text: str) -> list[str]:
    (mapp / f"{namn}.csv").write_text(text, encoding="utf-8")
    return [fel.text for fel in las_in(filer_i(mapp)).alla_fel]


def test_a_decided_plan_takes_no_moments_and_changes_none(tmp_path: Path) -> None:
    skapa_internkontroll()
    las_text = "Planen är beslutad och ändras inte."
    hela = (
        "Plan;Nr;Område;Risk;Sannolikhet;Konsekvens;Sannolikhet efter;Konsekvens efter;Kontroll;"
        "Metod;Frekvens;Ansvarig;Systemkontroll\n"
        "{};{};Verksamhetsmål;Ny;1;1;;;K;;Varje halvår;;\n"
    )
    for ar, nr in ((1999, 1), (1999, 2)):
        assert las_text in " ".join(las(tmp_path, "kontrollmoment", hela.format(ar, nr)))
    assert las(tmp_path, "kontrollmoment", hela.format(1998, 2)) == []
    assert Kontrollmoment.objects.filter(plan__verksamhetsar=1998).count() == 2
    beslut = "År;Status;Beslutad;Paragraf\n1998;Beslutad;1997-12-01;§ 1\n"
    (tmp_path / "kontrollmoment.csv").unlink()
    (fel,) = las(tmp_path, "internkontrollplaner", beslut)
    assert "registrera styrelsens beslut på dess sida" in fel


def test_a_draw_is_not_changed_but_reviewed(tmp_path: Path) -> None:
    skapa_internkontroll()
    rubriker = "Moment;Period;Dras ur;Frö;Antal;Av;Ramsumma;Draget"
    ram = f"{rubriker}\n1999:1;1999-H1;beslut;7;1;9;a;1999-07-01\n"
    (fel,) = las(tmp_path, "stickprov", ram)
    assert "Stickprovet är draget och ändras inte." in fel
    (tmp_path / "stickprov.csv").unlink()
    rubrik = "Moment;Period;Dras ur;Frö;Nr;Nyckel;Post;Utfall;Anteckning\n1999:1;1999-H1;beslut;7;"
    assert las(tmp_path, "stickprovsposter", f"{rubrik}1;A;Beslut A;Fel;Nummer saknas\n") == []
    assert Stickprovspost.objects.get().utfall == "fel"
    (fel,) = las(tmp_path, "stickprovsposter", f"{rubrik}2;B;Beslut B;Rätt;\n")
    assert "Stickprovet är draget och ändras inte." in fel


UTFORANDE = (
    "Moment;Period;Utförd;Resultat;Iakttagelse;Systemets fynd;Åtgärd;Ansvarig;Senast;Åtgärdad\n"
)


@pytest.mark.parametrize(
    ("moment", "period", "felet"),
    [
        ("1998:1", "1998-H1", "Planen är inte beslutad: det finns inget att följa upp."),
        ("1999:1", "1999-T1", "Momentet kontrolleras för 1999-H1, 1999-H2, inte för 1999-T1."),
    ],
)
def test_only_what_the_decided_plan_asks_for_is_followed_up(
    tmp_path: Path, moment: str, period: str, felet: str
) -> None:
    skapa_internkontroll()
    Kontrollmoment.objects.filter(plan__verksamhetsar=1999, nr=1).get().utforda.all().delete()
    rad = f"{moment};{period};2001-01-09;Utan avvikelse;;;;;;\n"
    assert felet in " ".join(las(tmp_path, "kontrollutforanden", UTFORANDE + rad))


def test_a_moment_names_a_control_that_the_system_runs() -> None:
    skapa_internkontroll()
    plan = Internkontrollplan.objects.get(verksamhetsar=1998)
    fel = skapa_moment(plan, 9)
    fel.systemkontroll = "tva-atester"
    with pytest.raises(ValidationError, match="Systemet har ingen kontroll ”tva-atester”"):
        fel.full_clean()

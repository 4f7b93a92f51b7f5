"""Matters, their parts and annexes leave with the folder, and come back with it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from styrelse.actions.arende import bifoga_dokument, bifoga_fil
from styrelse.imports.arenden import AVSLUTAT, UTSKICKAD
from styrelse.models import Arende, Arendebilaga, Delarende
from tests.styrelse.dagordningsexempel import punkt_om, skapa_arende, skapa_mote
from tests.styrelse.pdfexempel import pdf, uppladdad
from tests.uppfoljning.exempelkontroll import skapa_moment
from uppfoljning.models import Internkontrollplan

LISTA = """Ärende;Ordning;Titel;Dokument;Period;Fil
2021-9;1;Plan;;;arendebilagor/plan.pdf
2021-9;2;;internkontroll;2021;
"""
FILER = ("arenden", "delarenden", "arendebilagor")


pytestmark = pytest.mark.django_db


@pytest.fixture
def mapp(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path / "var"
    (tmp_path / "ut").mkdir()
    return tmp_path / "ut"


def skriv(mapp: Path, namn: str, text: str) -> None:
    (mapp / namn).parent.mkdir(exist_ok=True)
    (mapp / namn).write_text(text, encoding="utf-8")


def las(mapp: Path) -> Any:
    return las_in([fil for fil in filer_i(mapp) if fil.namn.startswith(FILER)])


def _i_mappen(mapp: Path) -> dict[str, bytes]:
    return {fil.namn: fil.innehall() for fil in filer_i(mapp) if fil.namn.startswith(FILER)}


def test_fram_och_tillbaka(mapp, kansli, settings, tmp_path, django_capture_on_commit_callbacks):
    arende = skapa_arende("Plan", forslag="att anta\natt tacka", arendet="Två\n\nstycken")
    Delarende.objects.create(arende=arende, ordning=1, rubrik="Del A", forslag="att dela")
    gammal = bifoga_fil(arende, uppladdad("plan.pdf"), kansli)
    gammal.ersatt_av = bifoga_fil(arende, uppladdad("plan 2.pdf", bredd=200), kansli)
    gammal.save()
    bifoga_dokument(arende, {"å": [1, None]}, "PM", "pm 2021", "rapport", kansli, True)
    skriv_mapp(mapp, exporterade())
    fore = _i_mappen(mapp)
    assert len(fore) == 6  # two lists and a part's, two files, a document
    for modell in (Arendebilaga, Delarende, Arende):
        for rad in modell.objects.order_by("pk"):
            rad.delete()
    settings.VAR_DIR = tmp_path / "nytt"
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las(mapp)
    assert rapport.sparad, rapport.alla_fel
    skriv_mapp(tmp_path / "igen", exporterade())
    assert _i_mappen(tmp_path / "igen") == fore
    assert las(mapp).antal_nya == 0


def test_en_mapp_for_hand_har_filer_och_dokument(mapp, django_capture_on_commit_callbacks):
    skriv(mapp, "arenden.csv", "Diarienummer;Rubrik;Beslut\n2021-9;Mötesplan;ja\n")
    skriv(mapp, "arendebilagor.csv", LISTA)
    skapa_moment(Internkontrollplan.objects.create(verksamhetsar=2021), 1)
    (mapp / "arendebilagor").mkdir()
    (mapp / "arendebilagor" / "plan.pdf").write_bytes(pdf(sidor=2))
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las(mapp)
    assert rapport.sparad, rapport.alla_fel
    fil, dokument = Arende.objects.get().bilagor.order_by("ordning")
    assert (fil.titel, fil.filnamn, fil.sidor, fil.slag) == ("Plan", "plan.pdf", 2, "uppladdad")
    with fil.fil.open() as oppen:
        assert oppen.read() == pdf(sidor=2)
    assert (dokument.kalla, dokument.slag) == ("internkontroll 2021", "rapport")
    assert dokument.innehall["period"]["kod"] == "2021"
    assert las(mapp).antal_oforandrade == 3


@pytest.mark.parametrize(
    ("rad", "fel"),
    [
        ("2021-8;1;A;;;x.pdf", "Ärendet ”2021-8” finns inte i arenden.csv."),
        ("2021-9;1;A;;;x.pdf", "Filen ”x.pdf” saknas i mappen."),
        ("2021-9;1;A;;;", "Ange en fil, eller ett dokument och en period."),
        ("2021-9;1;A;hittepa;2021;", "Dokumentet ”hittepa 2021” kan inte göras: Okänt dokument."),
        (
            "2021-9;1;A;delarsrapport;2021-H1;",
            "Dokumentet ”delarsrapport 2021-H1” kan inte göras: Bokföringen för 2021",
        ),
        ("2021-9;1;A;;;arendebilagor/fejk.pdf", "fejk.pdf: Filtypen"),
    ],
)
def test_fel_i_listan_sags_med_rad(mapp, rad, fel):
    skriv(mapp, "arenden.csv", "Diarienummer;Rubrik;Beslut\n2021-9;Mötesplan;ja\n")
    skriv(mapp, "arendebilagor.csv", f"Ärende;Ordning;Titel;Dokument;Period;Fil\n{rad}\n")
    skriv(mapp, "arendebilagor/fejk.pdf", "<html></html>")
    rapport = las(mapp)
    assert not rapport.sparad
    (anmarkning,) = rapport.alla_fel
    assert anmarkning.text.startswith(fel) and anmarkning.plats.rad == 2


def test_det_som_skickats_ut_andrar_ingen_fil(mapp):
    mote = skapa_mote(status="kallat")
    arende = skapa_arende("Plan", diarienummer="2021-9")
    punkt_om(mote, 1, "", arende=arende)
    skriv(mapp, "arenden.csv", "Diarienummer;Rubrik;Beslut\n2021-9;Annan plan;ja\n")
    (fel,) = las(mapp).alla_fel
    assert fel.text == "Ärendet har skickats ut: ändra det på dess sida."
    mote.status = "planerat"
    mote.save()
    assert las(mapp).sparad


AMNESFIL = "Diarienummer;Rubrik;Ämne;Ämnets nyckel\n2021-9;Plan;{};{}\n"


def skickat_arende(amnesslag: str, amnesnyckel: str, **varden: Any) -> Arende:
    amne = {"amnesslag": amnesslag, "amnesnyckel": amnesnyckel, "till_beslut": False}
    arende = skapa_arende("Plan", diarienummer="2021-9", **amne, **varden)
    punkt_om(skapa_mote(status="kallat"), 1, "", arende=arende)
    return arende


@pytest.mark.parametrize(
    ("skrivet", "kvar"),
    [
        (("delarsrapport", "2021-H1"), ("rapport", "delarsrapport 2021-H1")),
        (("medlemsavgifter", "2021"), ("tilldelning", "2021")),
        (("hittepa", "2021"), ("hittepa", "2021")),
    ],
)
def test_ett_dokument_under_sitt_eget_namn_blir_ett_amne_och_andras_inte_igen(mapp, skrivet, kvar):
    skriv(mapp, "arenden.csv", AMNESFIL.format(*skrivet))
    assert las(mapp).antal_nya == 1
    arende = Arende.objects.get()
    assert (arende.amnesslag, arende.amnesnyckel) == kvar
    punkt_om(skapa_mote(status="kallat"), 1, "", arende=arende)
    igen = las(mapp)
    assert (igen.sparad, igen.antal_oforandrade) == (True, 1)


def test_ett_skickat_arende_utan_amne_far_ett(mapp):
    arende = skickat_arende("", "")
    skriv(mapp, "arenden.csv", AMNESFIL.format("budget", "2022"))
    rapport = las(mapp)
    assert rapport.sparad, rapport.alla_fel
    arende.refresh_from_db()
    assert (arende.amnesslag, arende.amnesnyckel) == ("budget", "2022")
    assert las(mapp).antal_oforandrade == 1


@pytest.mark.parametrize(
    ("fore", "varden", "fil", "fel"),
    [
        (("budget", "2021"), {}, "Plan;budget;2022", UTSKICKAD),
        (("budget", "2021"), {}, "Plan;;", UTSKICKAD),
        (("", ""), {}, "Annan plan;budget;2022", UTSKICKAD),
        (("", ""), {"avslutat": date(2026, 3, 19)}, "Plan;budget;2022", AVSLUTAT),
    ],
)
def test_annat_i_ett_skickat_arende_andrar_ingen_fil(mapp, fore, varden, fil, fel):
    skickat_arende(*fore, **varden)
    skriv(mapp, "arenden.csv", f"Diarienummer;Rubrik;Ämne;Ämnets nyckel\n2021-9;{fil}\n")
    assert [ett.text for ett in las(mapp).alla_fel] == [fel]

"""Goals, activities and surveys in the folder: out, in again, and what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from tests.finsam.test_mapp_utskrift import rader, tom_databas
from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang, stang
from tests.uppfoljning.exempelmal import skapa_aktivitet, skapa_mal
from uppfoljning.actions.enkat import oppna_omgang
from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.models import Enkatnyckel, Fritextsvar, Resultatmal, Svarsrakning, Verksamhetsmal

pytestmark = pytest.mark.django_db


def test_out_and_in_again(tmp_path: Path) -> None:
    mal = skapa_mal()
    Resultatmal.objects.create(
        mal=mal, ordning=2, text="Egen", malvarde=Decimal("2.5"), enhet="antal",
        eget_utfall=Decimal(1), kommentar="På väg.", uppfoljning="Räknas.", riktning="hogst",
    )  # fmt: skip
    Verksamhetsmal.objects.create(verksamhetsar=2025, nr=1, text="Utan resultatmål")
    skapa_aktivitet(kvinnor=3, man=0, redovisas_som="nätverk", kompetenshojande=False)
    skapa_aktivitet(date(2024, 5, 1))
    enkat = skapa_enkat()
    skapa_enkat("Utan omgång")
    omgang = skapa_omgang(enkat)
    en, _, text = enkat.fragor.order_by("ordning")
    for hemlighet in oppna_omgang(omgang, 6, None):
        spara_svar(hemlighet, {en.pk: 4, text.pk: "Mer tid."}, timezone.localdate())
    stang(omgang)
    Enkatnyckel.objects.all().delete()  # keys are not taken out

    fore, filer = rader(), list(exporterade())
    namn = {fil.namn for fil in filer}
    assert {"resultatmal.csv", "aktiviteter.csv", "enkatsvar.csv", "enkattexter.csv"} <= namn
    skriv_mapp(tmp_path, filer)
    tom_databas()
    rapport = las_in(filer_i(tmp_path))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert rader() == fore
    assert Fritextsvar.objects.filter(text="Mer tid.").count() == 6
    igen = las_in(filer_i(tmp_path))
    assert (igen.antal_nya, igen.antal_andrade) == (0, 0)


def test_an_open_round_gives_no_answers_to_the_folder() -> None:
    omgang = skapa_omgang(skapa_enkat())
    text = omgang.enkat.fragor.get(skala="fritext")
    for hemlighet in oppna_omgang(omgang, 6, None):
        spara_svar(hemlighet, {text.pk: "Hemligt ord."}, timezone.localdate())
    innehall = {fil.namn: bytes(fil.innehall) for fil in exporterade()}
    assert "enkatomgangar.csv" in innehall
    assert not {"enkatsvar.csv", "enkattexter.csv"} & set(innehall)
    assert not any(b"Hemligt ord" in fil for fil in innehall.values())


ENKAT = {
    "enkater.csv": "Titel;Inledning\nSamverkan;\n",
    "enkatfragor.csv": "Enkät;Ordning;Fråga;Svar\nSamverkan;1;Bra?;Ja eller nej, fyra steg\n"
    "Samverkan;2;Mer?;Ja eller nej, fyra steg\n",
    "enkatomgangar.csv": "Enkät;Omgång;Öppnar;Stänger;Utskick;Sammanfattning\n"
    "Samverkan;våren;2024-03-01;2024-03-31;22;\n",
}
HUVUD = "Omgång;Fråga;Steg;Antal\n"
VAREN = "Samverkan, våren;Samverkan: "


@pytest.mark.parametrize(
    ("svar", "mening"),
    [
        (f"{VAREN}1;4;14\n{VAREN}2;4;13\n", "frågorna har olika många svar"),
        (f"{VAREN}1;4;23\n", "fler svar än skickade länkar (22)"),
        (f"{VAREN}1;5;14\n", "steget 5 finns inte på skalan"),
        (f"{VAREN}3;1;14\n", "”Samverkan: 3” finns inte bland frågor."),
    ],
)
def test_counters_that_cannot_be_are_refused(tmp_path: Path, svar, mening) -> None:
    for namn, innehall in {**ENKAT, "enkatsvar.csv": HUVUD + svar}.items():
        (tmp_path / namn).write_text(innehall, "utf-8")
    rapport = las_in(filer_i(tmp_path))
    assert not rapport.sparad
    assert any(mening in str(fel) for fel in rapport.alla_fel), [str(f) for f in rapport.alla_fel]
    assert not Svarsrakning.objects.exists()


def test_a_target_names_its_goal_by_year_and_number(tmp_path: Path) -> None:
    (tmp_path / "verksamhetsmal.csv").write_text("År;Nr;Mål\n2024;1;Vara en arena.\n", "utf-8")
    (tmp_path / "resultatmal.csv").write_text(
        "Mål;Ordning;Resultatmål;Indikator;Riktning;Målvärde;Enhet;Uppföljning;Eget utfall;"
        "Kommentar\n2024:1;1;Minst 15 aktiviteter;Antal kompetenshöjande aktiviteter;Minst;15;"
        "antal;Räknas;;\n",
        "utf-8",
    )
    rapport = las_in(filer_i(tmp_path))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    ett = Resultatmal.objects.get()
    assert (ett.mal.beteckning, ett.malvarde, ett.enhet) == ("2024:1", Decimal(15), "antal")

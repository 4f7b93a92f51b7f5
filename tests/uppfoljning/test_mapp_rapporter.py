"""Quarterly reports and the outcome of goals as files: read, written and read again."""

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from tests.uppfoljning import exempel
from uppfoljning.fragor import FRAGOR
from uppfoljning.models import Kvartalsrapport, Malutfall

pytestmark = pytest.mark.django_db


def skapa():
    exempel.forbund()
    ett = exempel.insats()
    forsta = exempel.rapport(ett, inlamnad=True, i_fas="delvis", i_fas_kommentar="Sen start")
    rattad = exempel.rapport(
        ett,
        version=2,
        ersatter=forsta,
        rattelseskal="Fel antal",
        inlamnad=True,
        i_fas="ja",
        analys="Två\nrader",
    )
    rattad.malutfall.create(mal=exempel.mal(ett), status="uppnatt", utfall="36 %")


def rader():
    falt = [f.name for f in Kvartalsrapport._meta.fields if f.name not in ("id", "ersatter")]
    rapporter = Kvartalsrapport.objects.order_by("version")
    return (
        list(rapporter.values_list(*falt, "ersatter__version")),
        list(Malutfall.objects.values_list("rapport__version", "mal__text", "status", "utfall")),
    )


def test_the_folder_gives_the_same_reports_back(tmp_path):
    skapa()
    fore, filer = rader(), list(exporterade())
    assert {"kvartalsrapporter.csv", "malutfall.csv"} <= {fil.namn for fil in filer}
    skriv_mapp(tmp_path, filer)
    Kvartalsrapport.objects.filter(version=2).delete()
    Kvartalsrapport.objects.all().delete()
    las = las_in(filer_i(tmp_path))
    assert las.sparad, [str(fel) for fel in las.alla_fel]
    assert rader() == fore
    assert list(exporterade()) == filer


def test_an_answer_that_is_none_is_refused_with_row_and_column(tmp_path):
    skapa()
    skriv_mapp(tmp_path, exporterade())
    fil = tmp_path / "kvartalsrapporter.csv"
    fil.write_text(fil.read_text("utf-8-sig").replace("Sen start", "").replace(";Delvis;", ";?;"))
    fel = [str(fel) for fel in las_in(filer_i(tmp_path)).alla_fel]
    assert len(fel) == 1 and "”?” känns inte igen" in fel[0] and "I fas" in fel[0]


def test_every_question_is_a_column(tmp_path):
    skapa()
    skriv_mapp(tmp_path, exporterade())
    rubriker = (tmp_path / "kvartalsrapporter.csv").read_text("utf-8-sig").splitlines()[0]
    assert rubriker.count(";") == 6 + len(FRAGOR) + 5

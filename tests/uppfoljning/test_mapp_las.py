"""What has been handed in, or answered, is not changed by a file."""

from datetime import date

import pytest
from django.utils import timezone

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from tests.uppfoljning import exempel
from tests.uppfoljning.antal import antal
from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang, stang
from uppfoljning.actions.antal import spara_antal
from uppfoljning.actions.enkat import oppna_omgang
from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.models import Kvartalsrapport

pytestmark = pytest.mark.django_db
LAST = "Rapporten är inlämnad: rätta den som en ny version med ett skäl."
PABORJAD = "Rapporten är påbörjad: lämna in den på dess sida."


def skapa(inlamnad=True, **falt):
    exempel.forbund()
    insats = exempel.insats()
    rapport = exempel.rapport(insats, inlamnad=inlamnad, i_fas_kommentar="Sen start", **falt)
    rapport.malutfall.create(mal=exempel.mal(insats), status="uppnatt", utfall="36 %")
    spara_antal(rapport, antal(inskrivna=(3, 4)), None)
    return rapport


def las_med(mapp, fil, fran, till):
    """The folder as written, with one change in one file; read in alone."""
    skriv_mapp(mapp, [en for en in exporterade() if en.namn == fil])
    text = (mapp / fil).read_text("utf-8-sig")
    assert fran in text
    (mapp / fil).write_text(text.replace(fran, till, 1), "utf-8")
    return [str(fel) for fel in las_in(filer_i(mapp)).alla_fel]


NY_RAD = "1;2021-K1;1;0;Inskrivna;;Kvinnor;3"


@pytest.mark.parametrize(
    ("fil", "fran", "till"),
    [
        ("kvartalsrapporter.csv", "Sen start", "I tid"),
        ("kvartalsrapporter.csv", ";;Inlämnad;", ";;Åter för komplettering;"),
        ("malutfall.csv", "36 %", "63 %"),
        ("deltagare.csv", "Kvinnor;3", "Kvinnor;6"),
        # A count that the report does not have.
        ("deltagare.csv", NY_RAD, f"{NY_RAD}\n1;2021-K1;1;0;Inskrivna;;Okänt;1"),
    ],
)
def test_a_report_handed_in_is_not_changed(tmp_path, fil, fran, till):
    skapa()
    fel = las_med(tmp_path, fil, fran, till)
    assert len(fel) == 1 and LAST in fel[0] and f"{fil}, rad " in fel[0]


def test_a_report_that_is_open_may_be_changed_but_not_handed_in_once_begun(tmp_path):
    rapport = skapa(inlamnad=False, status="utkast")
    assert las_med(tmp_path / "antal", "deltagare.csv", "Kvinnor;3", "Kvinnor;6") == []
    rapport.inlamnad_at = timezone.now()
    rapport.save()
    fel = las_med(tmp_path / "rapport", "kvartalsrapporter.csv", ";Utkast;", ";Granskad;")
    assert len(fel) == 1 and PABORJAD in fel[0]


def test_a_report_that_waits_comes_by_file_with_its_counts(tmp_path):
    rapport = skapa()
    skriv_mapp(tmp_path, exporterade())
    antal_fore = rapport.antalen.count()
    rapport.delete()
    exempel.rapport(rapport.insats)
    las = las_in(filer_i(tmp_path))
    assert las.sparad, [str(fel) for fel in las.alla_fel]
    assert Kvartalsrapport.objects.get().antalen.count() == antal_fore > 0


@pytest.mark.parametrize(("skal", "fel"), [("", 1), ("Fel antal", 0)])
def test_a_correction_is_a_new_version_with_a_reason(tmp_path, skal, fel):
    skapa()
    skriv_mapp(tmp_path, [en for en in exporterade() if en.namn == "kvartalsrapporter.csv"])
    fil = tmp_path / "kvartalsrapporter.csv"
    rubriker, rad = fil.read_text("utf-8-sig").splitlines()
    ny = rad.replace("2021-K1;1;;", f"2021-K1;2;{skal};")
    assert ny != rad
    fil.write_text(f"{rubriker}\n{rad}\n{ny}\n", "utf-8")
    texter = [str(ett) for ett in las_in(filer_i(tmp_path)).alla_fel]
    assert len(texter) == fel and all("har ett skäl" in text for text in texter)
    assert Kvartalsrapport.objects.filter(version=2).count() == 1 - fel


def besvarad(antal_svar):
    omgang = skapa_omgang(skapa_enkat())
    en, _, text = omgang.enkat.fragor.order_by("ordning")
    for hemlighet in oppna_omgang(omgang, 9, None)[:antal_svar]:
        spara_svar(hemlighet, {en.pk: 4, text.pk: "Mer tid."}, timezone.localdate())
    return stang(omgang, date(2024, 10, 31))


@pytest.mark.parametrize(
    ("fil", "fran", "till", "mening"),
    [
        ("enkatomgangar.csv", "-10-31;9;", "-11-30;9;", "ändra den på dess sida"),
        ("enkatomgangar.csv", "-10-31;9;", "-10-31;7;", "ändra den på dess sida"),
        ("enkatfragor.csv", "Har stödet", "Är stödet", "Frågan är ställd i en omgång"),
        ("enkatsvar.csv", ": 1;4;6", ": 1;4;5", "svar är räknade och ändras inte"),
        ("enkattexter.csv", "Mer tid.", "Mindre tid.", "svar är räknade och ändras inte"),
    ],
)
def test_a_round_that_was_sent_is_not_changed(tmp_path, fil, fran, till, mening):
    besvarad(6)
    fel = las_med(tmp_path, fil, fran, till)
    assert fel and mening in fel[0] and f"{fil}, rad " in fel[0]


def test_the_summary_of_a_closed_round_may_be_written(tmp_path):
    omgang = besvarad(6)
    assert las_med(tmp_path, "enkatomgangar.csv", "-10-31;9;", "-10-31;9;Goda omdömen") == []
    omgang.refresh_from_db()
    assert omgang.sammanfattning == "Goda omdömen"


@pytest.mark.parametrize(("antal_svar", "skrivs"), [(4, False), (5, True)])
def test_a_round_that_too_few_answered_is_not_written(antal_svar, skrivs):
    besvarad(antal_svar)
    namn = {fil.namn for fil in exporterade()}
    assert ("enkatsvar.csv" in namn, "enkattexter.csv" in namn) == (skrivs, skrivs)

"""Who took part in a consultation: entered on its page, kept by rules, in the folder and back."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Medlem
from styrelse.models import Kansliroll, Mote, Person, Samradsdeltagare, Uppdrag
from tests.styrelse.exempelmoten import deltagare, mote

pytestmark = pytest.mark.django_db
DAG = date(2024, 5, 2)


@pytest.fixture
def alby():
    return Medlem.objects.create(namn="Alby kommun", kortnamn="A", typ="kommun")


@pytest.fixture
def region():
    return Medlem.objects.create(namn="Region Ek", kortnamn="R", typ="region")


def text(svar):
    assert svar.status_code == 200
    return " ".join(svar.content.decode().split())


def lagg_till(klient, ett, **svar):
    return klient.post(reverse("styrelse:deltagare_create", args=[ett.pk]), svar, follow=True)


def test_entered_on_the_page_and_seen_by_member(kansli_klient, ledamot_klient, alby, region):
    Kansliroll.objects.create(
        person=Person.objects.create(namn="Cia Ceder"),
        befattning="Förbundschef",
        fran=date(2023, 1, 1),
    )
    ett = mote(DAG, "samrad", status="hallet")
    assert "Inga deltagare är antecknade." in text(kansli_klient.get(ett.get_absolute_url()))
    lagg_till(kansli_klient, ett, namn=" Ada  Alm ", deltar=alby.pk, titel="socialchef")
    lagg_till(kansli_klient, ett, namn="Cia Ceder", deltar="forbund", titel="")
    sida = text(lagg_till(kansli_klient, ett, namn="Gun Gast", deltar="gast", titel=""))
    assert "Ada Alm, socialchef" in sida
    # Without a title of its own, that of the office held on the day.
    assert "Cia Ceder, Förbundschef" in sida
    assert "Region Ek företräddes inte av någon." in sida and "Ingen från förbundet" not in sida
    assert {(str(d.person), d.roll, d.medlem) for d in ett.deltagare.all()} == {
        ("Ada Alm", "medlem", alby),
        ("Cia Ceder", "forbund", None),
        ("Gun Gast", "gast", None),
    }
    lases = text(ledamot_klient.get(ett.get_absolute_url()))
    assert "Ada Alm, socialchef" in lases and "Lägg till deltagare" not in lases


def test_the_same_name_again_is_refused_and_changes_nothing(kansli_klient, alby):
    ett = mote(DAG, "samrad", status="hallet")
    lagg_till(kansli_klient, ett, namn="Ada Alm", deltar=alby.pk, titel="socialchef")
    sida = text(lagg_till(kansli_klient, ett, namn="Ada  Alm", deltar="forbund", titel="ombud"))
    assert "Ada Alm är redan antecknad. Stryk den raden först" in sida and 'value="ombud"' in sida
    rad = ett.deltagare.get()
    assert (rad.roll, rad.medlem, rad.titel) == ("medlem", alby, "socialchef")
    assert rad.history.count() == 1 and rad.history.first().history_user.roll == "kansli"


def test_it_is_not_moved_to_a_day_before_who_was_heard_became_a_member(alby):
    ett = mote(DAG, "samrad")
    deltagare(ett, "Ada Alm", "medlem", medlem=alby)
    deltagare(ett, "Gun Gast")
    alby.fran = date(2024, 5, 1)
    alby.save()
    ett.datum = alby.fran
    ett.full_clean()
    # What stays where it is may still be written in, whatever the register says today.
    alby.fran = date(2024, 5, 3)
    alby.save()
    Mote.objects.get(pk=ett.pk).full_clean()
    ett.datum = date(2024, 4, 30)
    with pytest.raises(ValidationError) as fel:
        ett.full_clean()
    assert fel.value.message_dict == {
        "datum": ["Alby kommun är inte medlem den dagen men har antecknade deltagare."]
    }


@pytest.mark.parametrize("organ", ["samrad", "natverk"])
def test_it_is_never_approved(organ):
    ett = mote(DAG, organ, status="hallet")
    ett.status = "justerat"
    with pytest.raises(ValidationError, match="Ett möte utan protokoll blir inte justerat"):
        ett.full_clean()


def test_struck_out(kansli_klient, alby):
    ett = mote(DAG, "samrad", status="hallet")
    rad = deltagare(ett, "Ada Alm", "medlem", medlem=alby)
    adress = reverse("styrelse:deltagare_delete", args=[rad.pk])
    assert "Ada Alm är struken." in text(kansli_klient.post(adress, follow=True))
    assert not ett.deltagare.exists()
    assert Samradsdeltagare.history.filter(history_type="-").count() == 1


@pytest.mark.parametrize(
    ("svar", "mening"),
    [
        ({"namn": "", "deltar": "gast"}, "Skriv deltagarens namn."),
        ({"namn": "Ada", "deltar": ""}, "Välj vem deltagaren företräder, eller gäst."),
        ({"namn": "Ada 811228-9874", "deltar": "gast"}, "personnummer"),
    ],
)
def test_a_refused_answer_is_said_and_kept(kansli_klient, svar, mening):
    ett = mote(DAG, "samrad")
    sida = text(lagg_till(kansli_klient, ett, **svar, titel="ombud"))
    assert mening in sida and "ombud" in sida and not Samradsdeltagare.objects.exists()


def test_who_sits_on_the_board_is_told_of(kansli_klient, alby):
    person = Person.objects.create(namn="Ada Alm")
    Uppdrag.objects.create(person=person, medlem=alby, roll="ersattare", fran=date(2023, 4, 1))
    ett = mote(DAG, "samrad")
    sida = text(lagg_till(kansli_klient, ett, namn="Ada Alm", deltar=alby.pk, titel=""))
    assert "Ada Alm företräder Alby kommun och sitter i styrelsen." in sida


@pytest.mark.parametrize(
    ("organ", "falt", "mening"),
    [
        ("fs", {}, "Ett sammanträde har närvaro."),
        ("samrad", {"roll": "medlem"}, "Ange medlemmen för den som företräder en medlem"),
        ("samrad", {"medlem": None}, "Ange medlemmen för den som företräder en medlem"),
        ("samrad", {"roll": "medlem", "medlem": date(2020, 1, 1)}, "är inte medlem den dagen."),
    ],
)
def test_the_rules_of_a_row(organ, falt, mening):
    if "medlem" in falt:
        medlem = Medlem.objects.create(namn="Gamla kommunen", typ="kommun", tom=falt["medlem"])
        falt = {**falt, "medlem": medlem}
    falt = {"roll": "gast", **falt}
    rad = Samradsdeltagare(
        mote=mote(DAG, organ), person=Person.objects.create(namn="Ada Alm"), **falt
    )
    with pytest.raises(ValidationError, match=mening):
        rad.full_clean()


def test_a_role_is_one_of_the_list():
    rad = Samradsdeltagare(mote=mote(DAG, "samrad"), roll="nagon")
    with pytest.raises(ValidationError, match="Företräder en medlem, Från förbundet, Gäst"):
        rad.validate_constraints(exclude={"person"})


def test_the_same_person_twice_is_refused():
    ett = mote(DAG, "samrad")
    rad = deltagare(ett, "Ada Alm")
    with pytest.raises(ValidationError, match="Personen är redan antecknad"):
        Samradsdeltagare(mote=ett, person=rad.person, roll="gast").full_clean()


def test_a_meeting_called_off_takes_nobody(kansli_klient):
    ett = mote(DAG, "samrad", status="installt")
    assert "Lägg till deltagare" not in text(kansli_klient.get(ett.get_absolute_url()))
    sida = text(lagg_till(kansli_klient, ett, namn="Ada Alm", deltar="gast", titel=""))
    assert "Mötet är inställt och har inga deltagare." in sida
    assert not Samradsdeltagare.objects.exists()


def test_a_board_meeting_takes_nobody(kansli_klient):
    svar = lagg_till(kansli_klient, mote(DAG), namn="Ada Alm", deltar="gast", titel="")
    assert svar.status_code == 404


def test_with_participants_it_stays_and_stays_a_consultation(kansli_klient):
    ett = mote(DAG, "samrad")
    deltagare(ett, "Ada Alm")
    assert not Mote.objects.borttagbara().filter(pk=ett.pk).exists()
    ett.organ = "fs"
    with pytest.raises(ValidationError, match="är ett samråd eller en dialog"):
        ett.full_clean()


def test_before_the_invitation_a_ledamot_sees_nobody(ledamot_klient):
    ett = mote(DAG, "samrad")
    deltagare(ett, "Ada Alm")
    assert "Ada Alm" not in text(ledamot_klient.get(ett.get_absolute_url()))


def innehall(mapp: Path) -> dict[str, bytes]:
    namnen = ("moten.csv", "samradsdeltagare.csv", "personer.csv", "medlemmar.csv")
    return {fil.namn: fil.innehall() for fil in filer_i(mapp) if fil.namn in namnen}


def test_out_with_the_folder_and_back(tmp_path, alby):
    ett = mote(DAG, "samrad", status="hallet")
    deltagare(ett, "Ada Alm", "medlem", medlem=alby, titel="socialchef")
    deltagare(ett, "Gun Gast")
    skriv_mapp(tmp_path, exporterade())
    fore = innehall(tmp_path)
    rader = fore["samradsdeltagare.csv"].decode("utf-8-sig").splitlines()
    assert rader[1] == (
        "Medlemssamråd;2024-05-02;09.00;1;Ada Alm;Företräder en medlem;Alby kommun;socialchef"
    )
    for rad in (*Samradsdeltagare.objects.all(), *Mote.objects.all()):
        rad.delete()
    filer = [fil for fil in filer_i(tmp_path) if fil.namn in fore]
    rapport = las_in(filer)
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    (tmp_path / "igen").mkdir()
    skriv_mapp(tmp_path / "igen", exporterade())
    assert innehall(tmp_path / "igen") == fore
    assert las_in(filer).antal_nya == 0


def test_a_file_adds_to_a_held_consultation_but_not_to_one_called_off(tmp_path):
    mote(DAG, "samrad", status="hallet")
    mote(date(2024, 5, 3), "samrad", status="installt")
    fil = tmp_path / "samradsdeltagare.csv"
    rubrik = "Organ;Datum;Börjar;Namn;Deltar;Medlem;Titel"
    for dag, vantat in (("2024-05-02", True), ("2024-05-03", False)):
        fil.write_text(f"{rubrik}\nMedlemssamråd;{dag};09.00;Ada Alm;Gäst;;\n", encoding="utf-8")
        assert las_in(filer_i(tmp_path)).sparad is vantat
    assert Samradsdeltagare.objects.count() == 1

"""Minutes, signatures and what is to be done leave with the folder, and come back with it."""

import json
from datetime import date

import pytest
from django.db import transaction

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import skriv_mapp
from styrelse.imports.protokoll import ATGARDER
from styrelse.imports.protokollsfiler import Protokolldel
from styrelse.imports.sammantrade import JUSTERINGAR
from styrelse.models import Anslag, Atgard, Mote, Protokoll
from tests.styrelse import exempelprotokoll as ex

pytestmark = pytest.mark.django_db
DAG = date(2024, 3, 21)
NAMN = "protokoll/au-2024-03-21-0900"


@pytest.fixture
def mapp(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    (tmp_path / "ut").mkdir()
    return tmp_path / "ut"


def ut(mapp, *delar) -> dict[str, bytes]:
    """The parts' files, written to the folder."""
    filer = [fil for del_ in delar for fil in del_.exportera()]
    skriv_mapp(mapp, filer)
    return {fil.namn: fil.innehall for fil in filer}


def las(mapp):
    return las_in(filer_i(mapp))


def anslaget() -> Mote:
    mote = ex.justerat_mote(DAG)
    ex.steg.ansla(mote, date(2024, 3, 28), "Tavlan", "Kansliet", None)
    return mote


@pytest.fixture
def utskrivet(mapp):
    """The minutes' files, of a meeting that is then there with its §§ but without minutes."""
    with transaction.atomic():
        anslaget()
        filer = ut(mapp, JUSTERINGAR, Protokolldel())
        transaction.set_rollback(True)
    mote = ex.hallet_mote(DAG)
    for rad in mote.justeringar.all():
        rad.delete()
    mote.status = "anslaget"
    mote.save()
    return filer


def test_there_and_back(mapp, utskrivet, tmp_path, django_capture_on_commit_callbacks):
    assert sorted(utskrivet) == ["justeringar.csv", f"{NAMN}.json", f"{NAMN}.pdf"]
    # The signatures belong to a locked meeting: they come with it, or not at all.
    (mapp / "justeringar.csv").unlink()
    with django_capture_on_commit_callbacks(execute=True):
        svar = las(mapp)
    assert svar.sparad, svar.alla_fel
    assert Anslag.objects.get().tas_ned == date(2024, 4, 19)
    (tmp_path / "igen").mkdir()
    igen = ut(tmp_path / "igen", Protokolldel())
    assert igen == {namn: fil for namn, fil in utskrivet.items() if namn != "justeringar.csv"}
    assert las(mapp).antal_oforandrade == 1


def test_a_dry_run_leaves_nothing(mapp, utskrivet):
    (mapp / "justeringar.csv").unlink()
    assert las_in(filer_i(mapp), torrkor=True).alla_fel == []
    assert not Protokoll.objects.exists()


def test_no_file_changes_approved_minutes(mapp):
    anslaget()
    ut(mapp, Protokolldel())
    vag = mapp / f"{NAMN}.json"
    vag.write_bytes(vag.read_bytes().replace(b"att anta planen", b"att anta annat"))
    assert "Protokollet är justerat och ändras inte." in str(las(mapp).alla_fel[0])


@pytest.mark.parametrize(
    ("namn", "innehall", "mening"),
    [
        (f"{NAMN}.pdf", b"annan", f"Filen {NAMN}.pdf är inte den som justerades."),
        (f"{NAMN}.json", b"{", "Filen är inget protokoll."),
        (f"{NAMN}.json", b'{"innehall": {}}', "Filen är inget protokoll."),
    ],
)
def test_a_file_that_is_not_the_minutes(mapp, utskrivet, namn, innehall, mening):
    (mapp / "justeringar.csv").unlink()
    (mapp / namn).write_bytes(innehall)
    assert [mening in str(fel) for fel in las(mapp).alla_fel] == [True]


@pytest.mark.parametrize(
    ("anslag", "mening"),
    [
        ({"tas_ned": "2024-03-01"}, "Anslaget tas ned efter att det har satts upp."),
        ({"tas_ned": "snart"}, "snart"),
        ({"id": 7}, "Filen är inget protokoll."),
    ],
)
def test_a_notice_is_judged(mapp, utskrivet, anslag, mening):
    (mapp / "justeringar.csv").unlink()
    data = json.loads(utskrivet[f"{NAMN}.json"])
    data["anslag"] |= anslag
    (mapp / f"{NAMN}.json").write_text(json.dumps(data))
    assert [mening in str(fel) for fel in las(mapp).alla_fel] == [True]


def test_minutes_of_a_meeting_that_is_not_approved(mapp, utskrivet):
    (mapp / "justeringar.csv").unlink()
    mote = Mote.objects.get(datum=DAG)
    mote.status = "hallet"
    mote.save()
    assert "Mötet är inte justerat i moten.csv." in str(las(mapp).alla_fel[0])
    mote.datum = date(2024, 3, 22)
    mote.save()
    assert "Mötet finns inte i moten.csv." in str(las(mapp).alla_fel[0])


def test_signatures_of_approved_minutes_are_locked(mapp):
    anslaget()
    ut(mapp, JUSTERINGAR)
    vag = mapp / "justeringar.csv"
    vag.write_text(vag.read_text(encoding="utf-8-sig").replace("2024-03-28", "2024-03-27"))
    assert "Protokollet är justerat och mötet ändras inte." in str(las(mapp).alla_fel[0])


def test_what_is_to_be_done_there_and_back(mapp):
    rader = ex.atgarder(3)
    filer = ut(mapp, ATGARDER)
    assert "FS § 1/2003" in filer["atgarder.csv"].decode()
    fore = list(Atgard.objects.order_by("vad").values("beslut", "vad", "senast", "klar_genom"))
    for rad in rader:
        rad.delete()
    svar = las(mapp)
    assert (svar.alla_fel, svar.antal_nya) == ([], 3)
    assert list(Atgard.objects.order_by("vad").values(*fore[0])) == fore
    assert las(mapp).antal_oforandrade == 3

"""Reading counts from a file in the browser: looked at, confirmed, and nothing of a row kept."""

import re
from datetime import date

import pytest
from django.core.files import uploadedfile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from finsam.choices import Roll
from tests.uppfoljning import exempel, test_antalsfil
from tests.uppfoljning.antal import antal
from tests.uppfoljning.databas import rapport
from tests.uppfoljning.test_antalsfil import TABELL
from uppfoljning.actions.antal import spara_antal
from uppfoljning.calculations.manader import sammanslagna
from uppfoljning.forms.antal import lagrade_antal
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Rapportutkast

ADRESS = "/uppfoljning/antal/las-in/"
# The file says nothing of anonymous ones.
RUBRIKER = test_antalsfil.RUBRIKER[:-1]
KVAR = [3, "Kvinna", 1994, date(2021, 4, 12), *[None] * 7]
SLUTADE = [3, "Man", 1981, date(2021, 1, 4), date(2021, 5, 31), "Studerande", *[None] * 5]


def bok(*rader, rubriker=RUBRIKER):
    return test_antalsfil.bok(*rader, rubriker=rubriker)


@pytest.fixture
def insats(db):
    exempel.forbund(forsta_rapportperiod="2021-K1")
    return exempel.insats(3)


def granska(klient, innehall=None, fil="insatsdata.xlsx", period="2021-K2"):
    innehall = bok(KVAR, SLUTADE) if innehall is None else innehall
    data = {"period": period, "fil": SimpleUploadedFile(fil, innehall)}
    return klient.post(ADRESS, data)


def underlag(svar):
    return re.search(r'name="underlag" value="([^"]+)"', svar.content.decode())[1]


def text(svar):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", svar.content.decode()))


def test_a_file_becomes_counts_by_month_in_a_draft(insats, kansli_klient):
    svar = granska(kansli_klient)
    sida = text(svar)
    assert "2 rader är räknade. Ingenting är sparat än" in sida
    assert "Blir ett utkast" in sida and "Inskrivna, kvinnor" in sida
    assert not Deltagarantal.objects.exists()
    kansli_klient.post(ADRESS, {"underlag": underlag(svar)})
    utkast = Kvartalsrapport.objects.get()
    assert (utkast.period, utkast.status) == ("2021-K2", "utkast")
    hela = lagrade_antal(utkast)
    assert hela.items() >= antal(
        pagaende_start=(0, 1), inskrivna=(1, 0), avslutade=(0, 1), pagaende_slut=(1, 0)
    ).items()  # fmt: skip
    april = Deltagarantal.objects.get(manad=4, matt="inskrivna", kon="K")
    assert april.antal == 1 and april.history.get().history_user.roll == Roll.KANSLI
    # The form of the draft holds the same.
    assert utkast.utkast.varden["antal__avslutade____M"] == "1"


def test_the_same_file_twice_changes_nothing(insats, kansli_klient):
    kansli_klient.post(ADRESS, {"underlag": underlag(granska(kansli_klient))})
    historik = Deltagarantal.history.count()
    svar = granska(kansli_klient)
    assert "Filen säger detsamma som redan står. Ingenting ändras." in text(svar)
    assert "Oförändrad" in text(svar) and 'name="underlag"' not in svar.content.decode()
    assert Deltagarantal.history.count() == historik


def test_what_is_handed_in_is_corrected_with_a_reason(insats, kansli_klient):
    gammal = rapport(insats, "2021-K2", pagaende_start=(0, 1), pagaende_slut=(0, 1), anonyma=(4, 0))
    svar = granska(kansli_klient)
    assert "Inlämnad: blir en rättelse" in text(svar) and "(var 1)" in text(svar)
    data = {"underlag": underlag(svar)}
    svar = kansli_klient.post(ADRESS, data)
    assert "Skäl till rättelsen: Detta fält måste fyllas i." in text(svar)
    assert Kvartalsrapport.objects.count() == 1
    kansli_klient.post(ADRESS, {**data, "skal": "Filen kom sent"})
    ny = Kvartalsrapport.objects.get(version=2)
    assert (ny.ersatter, ny.rattelseskal, ny.status) == (gammal, "Filen kom sent", "utkast")
    assert lagrade_antal(gammal).items() >= antal(pagaende_slut=(0, 1)).items()
    # What the file says nothing of is as it was.
    assert lagrade_antal(ny).items() >= antal(pagaende_slut=(1, 0), anonyma=(4, 0)).items()


def test_another_change_meanwhile_is_shown_first(insats, kansli_klient):
    utkast = rapport(insats, "2021-K2", status="utkast", anonyma=(1, 0))
    data = {"underlag": underlag(granska(kansli_klient))}
    spara_antal(utkast, antal(anonyma=(2, 0)), None)
    svar = kansli_klient.post(ADRESS, data)
    assert "Antalen har ändrats sedan du granskade dem." in text(svar)
    assert not Deltagarantal.objects.filter(matt="inskrivna").exists()
    kansli_klient.post(ADRESS, {"underlag": underlag(svar)})
    assert Deltagarantal.objects.filter(matt="inskrivna").exists()


def test_what_was_looked_at_cannot_be_made_up(insats, kansli_klient, forbundschef_klient):
    signerat = underlag(granska(kansli_klient))
    for klient, skickat in ((kansli_klient, signerat[:-2] + "xx"), (forbundschef_klient, signerat)):
        svar = klient.post(ADRESS, {"underlag": skickat}, follow=True)
        assert "Granskningen gäller inte längre. Läs in filen igen." in text(svar)
    assert not Kvartalsrapport.objects.exists()


def test_counts_that_cannot_be_are_refused(insats, kansli_klient):
    rader = [[3, "2021-K2", "Inskrivna", "", "K", 3], [3, "2021-K2", "Avslutade", "", "K", 1]]
    svar = granska(kansli_klient, bok(*rader, rubriker=TABELL))
    assert "Antalen går inte ihop. Rätta filen och läs in den igen." in text(svar)
    assert "är inte lika med avslutade + pågående vid slut (1)." in text(svar)
    assert 'name="underlag"' not in svar.content.decode()


def test_a_file_for_an_insats_that_does_not_run_is_refused(insats, kansli_klient):
    insats.slut = date(2021, 3, 31)
    insats.save()
    sida = text(granska(kansli_klient))
    assert "Insatsen pågår 2021-01-01–2021-03-31, men filen har antal för kvartal 2 2021." in sida


def test_faults_are_listed_by_row_and_column(insats, kansli_klient):
    fel = [3, "?", *KVAR[2:]]
    sida = text(granska(kansli_klient, bok(KVAR, fel)))
    assert "insatsdata.xlsx, bladet ”Sheet”, rad 3, kolumnen ”Kön”" in sida


def test_persons_are_refused_and_not_repeated(insats, kansli_klient, caplog):
    hemlig = [3, "Kvinna", 1994, date(2021, 4, 12), *[None] * 4, "Ada Lovisa Ek", *[None] * 2]
    svar = granska(kansli_klient, bok(hemlig))
    assert "Innehållet ser ut att vara personuppgifter (namn)." in text(svar)
    assert "Lovisa" not in svar.content.decode() + caplog.text


def test_nobody_sees_or_writes_the_insatser_of_others(insats, klient, anvandare):
    egen = exempel.insats(7)
    ansvarig = anvandare(Roll.INSATSANSVARIG)
    egen.ansvariga.add(ansvarig)
    svar = granska(klient(ansvarig))
    assert "Insatsen finns inte bland dina insatser." in text(svar)
    svar = granska(klient(ansvarig), bok([7, *KVAR[1:]]))
    klient(ansvarig).post(ADRESS, {"underlag": underlag(svar)})
    assert Kvartalsrapport.objects.get().insats == egen


def test_the_file_never_lies_on_disk(insats, kansli_klient, monkeypatch):
    def aldrig(*args, **kwargs):
        raise AssertionError("en fil skrevs på disk")

    monkeypatch.setattr(uploadedfile.tempfile, "NamedTemporaryFile", aldrig)
    # Larger than what Django keeps in memory by itself.
    rad = ";".join(" " * 300 if cell is None else str(cell) for cell in KVAR)
    innehall = "\n".join([";".join(RUBRIKER), *[rad] * 2_000]).encode()
    assert len(innehall) > 4_000_000
    svar = granska(kansli_klient, innehall, "insatsdata.csv")
    assert "2\u00a0000 rader är räknade" in svar.content.decode()
    svar = granska(kansli_klient, b"\n" * 11_000_001, "insatsdata.csv")
    assert "Filen är för stor; högst 10 MB tas emot." in text(svar)


def test_the_form_asks_for_its_token(insats, kansli):
    klient = Client(enforce_csrf_checks=True)
    klient.force_login(kansli)
    assert granska(klient).status_code == 403


def test_what_somebody_is_typing_is_not_lost(insats, kansli_klient):
    utkast = rapport(insats, "2021-K2", status="utkast")
    Rapportutkast.objects.create(
        rapport=utkast, varden={"antal__anonyma____K": "6", "analys": "Bra kvartal"}, nr=4
    )
    kansli_klient.post(ADRESS, {"underlag": underlag(granska(kansli_klient))})
    utkast.utkast.refresh_from_db()
    varden = utkast.utkast.varden
    assert (varden["analys"], varden["antal__anonyma____K"]) == ("Bra kvartal", "6")
    assert varden["antal__inskrivna____K"] == "1" and utkast.utkast.nr == 5
    assert utkast.utkast.senast["antal__inskrivna____K"]["skribent"] == "antalsfil"


@pytest.mark.parametrize(
    ("namn", "rubriker"), [("deltagarantal", tuple(TABELL)), ("insatsdata", None)]
)
def test_the_empty_files_are_of_the_right_shape(insats, kansli_klient, namn, rubriker, tmp_path):
    svar = kansli_klient.get(reverse("uppfoljning:antal_mall", args=[namn]))
    fil = tmp_path / "mall.xlsx"
    fil.write_bytes(svar.content)
    forsta = next(load_workbook(fil).worksheets[0].values)
    assert rubriker is None or forsta == rubriker
    assert "Filen har inga rader under rubrikerna." in text(granska(kansli_klient, svar.content))
    assert kansli_klient.get(reverse("uppfoljning:antal_mall", args=["annan"])).status_code == 404


manadsantal = st.dictionaries(
    st.integers(0, 3),
    st.builds(
        lambda a, b: antal(anonyma=(a,), med_plan=(b,)) if b else antal(anonyma=(a,)),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
)


@given(manadsantal, manadsantal)
def test_laying_the_same_counts_on_twice_is_laying_them_on_once(lagrade, nya):
    en_gang = sammanslagna(lagrade, nya)
    assert sammanslagna(en_gang, nya) == en_gang

"""The steps of a report: begun once, handed in once, sent back, reviewed, corrected."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from finsam.bilagor import spara_bilaga
from finsam.choices import Roll
from finsam.periods import las_period
from tests.uppfoljning import exempel
from uppfoljning.actions.granskning import granska, ratta, skicka_ater
from uppfoljning.actions.inlamning import granska_utkast, lamna_in
from uppfoljning.actions.rapporter import Fellage, borja, skapa_vantade
from uppfoljning.actions.utkast import spara_utkast
from uppfoljning.calculations.utkast import Skrivning
from uppfoljning.models import Kvartalsrapport, Rapportbilaga, Rapportutkast
from uppfoljning.selectors.varden import malfalt, skrivunderlag

pytestmark = pytest.mark.django_db
FLODE = {
    "antal__pagaende_start____K": "2",
    "antal__inskrivna____K": "3",
    "antal__inskrivna____M": "1",
    "antal__avslutade____K": "1",
    "antal__pagaende_slut____K": "4",
    "antal__pagaende_slut____M": "1",
    "antal__avslutsorsak__studerande__K": "1",
}


def skriv(rapport, varden, user, skribent="A"):
    grund = skrivunderlag(rapport).grund
    return spara_utkast(rapport, grund, Skrivning(varden, 0, skribent, "Anna", "10:42"), user)


@pytest.fixture
def rapport(insatsansvarig):
    exempel.forbund(forsta_rapportperiod="2021-K1")
    insats = exempel.insats()
    insats.ansvariga.add(insatsansvarig)
    exempel.mal(insats)
    return exempel.rapport(insats)


def test_a_report_is_begun_once(kansli):
    insats = exempel.insats()
    ett = borja(insats, las_period("2021-K2"), kansli)
    assert (ett.forfaller, ett.status, ett.version) == (date(2021, 7, 31), "ej_paborjad", 1)
    assert borja(insats, las_period("2021-K2"), kansli) == ett


def test_reports_make_themselves_for_ended_periods_and_not_twice():
    exempel.forbund(forsta_rapportperiod="2021-K1")
    exempel.insats(1)
    exempel.insats(2, insatstyp="kompetenshojande")
    exempel.insats(3, start=date(2021, 4, 1), slut=date(2021, 5, 1))
    skapade = [(r.insats.nr, r.period) for r in skapa_vantade(date(2021, 7, 1))]
    # K3 has begun and not ended; insats 2 has no steering group that reports.
    assert skapade == [(1, "2021-K1"), (1, "2021-K2"), (3, "2021-K2")]
    assert skapa_vantade(date(2021, 7, 2)) == []


def test_what_is_typed_is_the_report_when_it_is_handed_in(rapport, insatsansvarig):
    (mal,) = skrivunderlag(rapport).mal
    varden = {
        "i_fas": "delvis",
        "i_fas_kommentar": "Sen start",
        malfalt(mal.pk, "status"): "uppnatt",
        malfalt(mal.pk, "utfall"): "36 %",
        **FLODE,
    }
    skriv(rapport, varden, insatsansvarig)
    rapport.refresh_from_db()
    assert (rapport.status, rapport.i_fas) == ("utkast", "ej_besvarad")
    lamna_in(rapport, insatsansvarig)
    rapport.refresh_from_db()
    assert (rapport.status, rapport.i_fas) == ("inlamnad", "delvis")
    assert rapport.prognos_maluppfyllelse == "ej_besvarad"
    assert rapport.malutfall.get().utfall == "36 %"
    assert rapport.antalen.get(matt="inskrivna", kon="K").antal == 3
    assert [(s.till, s.av) for s in rapport.steg.all()] == [
        ("utkast", insatsansvarig),
        ("inlamnad", insatsansvarig),
    ]
    assert not Rapportutkast.objects.exists()


def test_a_report_sent_twice_says_by_whom_it_is_handed_in(rapport, insatsansvarig):
    skriv(rapport, FLODE, insatsansvarig)
    lamna_in(rapport, insatsansvarig)
    with pytest.raises(Fellage, match="redan inlämnad av Insatsansvarig Testsson 20"):
        lamna_in(rapport, insatsansvarig)
    with pytest.raises(Fellage, match="redan inlämnad"):
        skriv(rapport, {"analys": "Ett ord till"}, insatsansvarig)


@pytest.mark.parametrize(
    ("varden", "mening"),
    [
        ({"i_fas": "nej"}, "Förklara varför svaret om fas är ”nej”."),
        (
            {"antal__inskrivna____K": "4"},
            "Pågående vid start + inskrivna (7) är inte lika med avslutade + pågående vid slut "
            "(6).",
        ),
        (
            {"analys": "Anna 811228-9874 fick arbete"},
            "Innehållet ser ut att vara personuppgifter (personnummer). "
            "Endast antal får registreras.",
        ),
        ({"antal__inskrivna____K": "tre"}, "Skriv ett heltal, till exempel 12."),
    ],
)
def test_a_fault_stops_the_handing_in_and_loses_nothing(rapport, insatsansvarig, varden, mening):
    skriv(rapport, {**FLODE, **varden}, insatsansvarig)
    assert any(mening in text for _, text in granska_utkast(rapport).fel)
    with pytest.raises(Fellage, match="förrän felen är rättade"):
        lamna_in(rapport, insatsansvarig)
    assert Rapportutkast.objects.get().varden.items() >= varden.items()


def test_a_warning_takes_a_word(rapport, insatsansvarig):
    exempel.rapport(rapport.insats, "2020-K4", inlamnad=True).antalen.create(
        matt="pagaende_slut", kon="K", antal=9
    )
    skriv(rapport, FLODE, insatsansvarig)
    (varning,) = granska_utkast(rapport).varningar
    assert "förra perioden slutade med 9" in varning.text
    with pytest.raises(Fellage, match="Skriv några ord"):
        lamna_in(rapport, insatsansvarig)
    lamna_in(rapport, insatsansvarig, "Rättat efter genomgång")
    assert rapport.steg.last().ord == "Rättat efter genomgång"


def test_the_office_sends_back_with_words_and_reviews(rapport, insatsansvarig, kansli):
    skriv(rapport, {**FLODE, "analys": "Kort"}, insatsansvarig)
    lamna_in(rapport, insatsansvarig)
    with pytest.raises(Fellage, match="Skriv vad som behöver kompletteras"):
        skicka_ater(rapport, kansli, " ")
    skicka_ater(rapport, kansli, "Skriv mer om målen")
    rapport.refresh_from_db()
    assert rapport.ar_oppen and skrivunderlag(rapport).grund["analys"] == "Kort"
    skriv(rapport, {"analys": "Längre"}, insatsansvarig)
    lamna_in(rapport, insatsansvarig)
    granska(rapport, kansli)
    rapport.refresh_from_db()
    assert (rapport.status, rapport.analys) == ("granskad", "Längre")
    assert [s.till for s in rapport.steg.all()] == [
        "utkast", "inlamnad", "ater", "inlamnad", "granskad",
    ]  # fmt: skip
    with pytest.raises(Fellage, match="redan granskad av Kansli Testsson"):
        skicka_ater(rapport, kansli, "En gång till")


def test_a_correction_is_a_new_version_with_everything_copied(
    rapport, insatsansvarig, settings, tmp_path
):
    settings.VAR_DIR = tmp_path
    (mal,) = skrivunderlag(rapport).mal
    skriv(rapport, {**FLODE, "analys": "Ett", malfalt(mal.pk, "utfall"): "3"}, insatsansvarig)
    spara_bilaga(rapport, Rapportbilaga, ContentFile(b"Text", name="a.txt"), insatsansvarig)
    lamna_in(rapport, insatsansvarig)
    rapport.refresh_from_db()
    with pytest.raises(Fellage, match="Skriv varför"):
        ratta(rapport, insatsansvarig, "")
    ny = ratta(rapport, insatsansvarig, "Fel antal")
    assert (ny.version, ny.ersatter, ny.rattelseskal) == (2, rapport, "Fel antal")
    assert list(Kvartalsrapport.objects.gallande()) == [rapport]  # until it is handed in
    skriv(ny, {"antal__inskrivna____K": "5", "antal__pagaende_slut____K": "6"}, insatsansvarig)
    ny.bilagor.get().delete()
    lamna_in(ny, insatsansvarig)
    ny.refresh_from_db()
    assert list(Kvartalsrapport.objects.gallande()) == [ny]
    assert (ny.analys, ny.malutfall.get().utfall) == ("Ett", "3")
    assert ny.antalen.get(matt="inskrivna", kon="K").antal == 5
    assert rapport.antalen.get(matt="inskrivna", kon="K").antal == 3  # the old one is as it was
    with rapport.bilagor.get().fil.open() as fil:
        assert fil.read() == b"Text"
    with pytest.raises(Fellage, match="nyare version"):
        ratta(rapport, insatsansvarig, "En gång till")


def test_a_stranger_is_told_that_there_is_no_such_report(rapport, klient, anvandare):
    rapport.insats.ansvariga.clear()
    client = klient(Roll.INSATSANSVARIG)
    for namn in ("detail", "update", "lamna", "ratta"):
        adress = reverse(f"uppfoljning:kvartalsrapport_{namn}", args=[rapport.pk])
        assert client.get(adress).status_code == 404
    adress = reverse("uppfoljning:kvartalsrapport_utkast", args=[rapport.pk])
    assert client.post(adress, {"analys": "x"}).status_code == 404

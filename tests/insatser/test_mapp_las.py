"""What has been handed in, attested or decided is not changed by a file."""

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from insatser.models import Avvikelse, Rekvisition, Rekvisitionspost
from tests.finsam.mappexempel import FILER, skriv

pytestmark = pytest.mark.django_db
POST = "1;2019-T1;1;Personal;180 000\n"
AVVIKELSE = "1;2019-T3;Metod;2019-12-01;Ny metod;Byte;;"
SLUTRAPPORT = "2;Inlämnad;Gick bra"
ANSOKAN = ";2020-12-31;Arbete;Unga;;;;20;;2018-09-01"


@pytest.fixture
def inlast(tmp_path):
    rapport = las_in(filer_i(skriv(tmp_path / "forst")))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    return tmp_path


def las_med(mapp, fil, fran, till):
    assert fran in FILER[fil]
    andrad = {fil: FILER[fil].replace(fran, till, 1)}
    return [str(fel) for fel in las_in(filer_i(skriv(mapp / "sedan", andrad, [fil]))).alla_fel]


@pytest.mark.parametrize(
    ("fil", "fran", "till", "mening"),
    [
        ("rekvisitioner.csv", "Cia Ceder", "Eva Ek", "är attesterad: ändra den på dess sida."),
        (
            "rekvisitioner.csv",
            "1;2019-T2;1;;Mer än planerat;;;;;;;",
            "1;2019-T2;1;Attesterad;;2019-09-01;A;2019-09-02;Bo;2019-09-03;Cia;",
            "Rekvisitionen finns redan: lämna in och attestera den på dess sida.",
        ),
        ("rekvisitionsposter.csv", "180 000", "190 000", "Rekvisitionen är attesterad"),
        ("rekvisitionsposter.csv", POST, f"{POST}1;2019-T1;1;Resor;9\n", "är attesterad"),
        ("avvikelser.csv", "50 000", "60 000", "är godkänd: beslutet ändras inte."),
        (
            "avvikelser.csv",
            f"{AVVIKELSE};;",
            f"{AVVIKELSE}Godkänd;2019-12-15;Ja",
            "Avvikelsen finns redan: fatta beslutet på dess sida.",
        ),
        ("ansokningar.csv", ";Bra;", ";Dålig;", "Ansökan är beslutad och ändras inte."),
        (
            "ansokningar.csv",
            ";Bereds;",
            ";Beslutad;",
            "Ansökan finns redan: registrera beslutet på dess sida.",
        ),
        (
            "ansokningsposter.csv",
            "2018-1;2020",
            "2017-4;2018",
            "Ansökan är beslutad och ändras inte.",
        ),
        ("ansokningsmal.csv", "2018-1;1", "2017-4;1", "Ansökan är beslutad och ändras inte."),
        ("insatsbeslut.csv", "600 000", "900 000", "Beslut ändras inte i efterhand"),
        ("insatsbeslut.csv", "125 000,50", "900 000", "Beslut ändras inte i efterhand"),
        ("insatsbeslut.csv", "§ 40", "§ 41", "registrera ett nytt på ansökans sida"),
        ("beslutade_ar.csv", "350 000", "360 000", "per år finns redan och ändras inte."),
        ("beslutade_ar.csv", ";2019;", ";2020;", "per år finns redan och ändras inte."),
        ("slutrapporter.csv", "Gick bra", "Gick illa", "Slutrapporten är inlämnad"),
    ],
)
def test_a_locked_row_is_refused_with_file_row_and_reason(inlast, fil, fran, till, mening):
    [fel] = las_med(inlast, fil, fran, till)
    assert mening in fel and f"{fil}, rad " in fel
    assert Rekvisitionspost.objects.count() == 2


@pytest.mark.parametrize(
    ("fil", "fran", "till"),
    [
        ("rekvisitioner.csv", "Mer än planerat", "Mer"),
        ("rekvisitionsposter.csv", POST, f"{POST}1;2019-T2;1;Resor;9\n"),
        ("avvikelser.csv", "Ny metod;Byte", "Ny metod;Annat"),
        ("ansokningar.csv", ANSOKAN, ANSOKAN.replace("Unga", "Alla")),
        ("ansokningsposter.csv", "500 000", "600 000"),
    ],
)
def test_an_open_row_is_changed(inlast, fil, fran, till):
    assert las_med(inlast, fil, fran, till) == []


def test_a_claim_comes_back_with_its_amounts(inlast):
    Rekvisition.objects.all().delete()
    Avvikelse.objects.all().delete()
    filer = ["rekvisitioner.csv", "rekvisitionsposter.csv", "avvikelser.csv"]
    rapport = las_in(filer_i(skriv(inlast / "sedan", bara=filer)))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert Rekvisition.objects.get(period="2019-T1").poster.count() == 2


def test_a_decision_may_be_given_its_years_afterwards_once(inlast):
    """One taken before its years were kept here: ";2;2018-12-01" has none."""
    rubrik = FILER["beslutade_ar.csv"].split("\n")[0]
    aren = {"beslutade_ar.csv": f"{rubrik}\n;2;2018-12-01;;2019;125 000,50\n"}
    assert las_in(filer_i(skriv(inlast / "sedan", aren, ["beslutade_ar.csv"]))).sparad
    aren["beslutade_ar.csv"] += ";2;2018-12-01;;2020;1\n"
    rapport = las_in(filer_i(skriv(inlast / "igen", aren, ["beslutade_ar.csv"])))
    assert "finns redan och ändras inte." in str(rapport.alla_fel[0])


def test_years_that_do_not_add_to_the_grant_are_told(inlast):
    aren = {"beslutade_ar.csv": "Ansökan;Insats;Beslutsdatum;Paragraf;År;Belopp\n"
            ";2;2018-12-01;;2019;125 000\n"}  # fmt: skip
    rapport = las_in(filer_i(skriv(inlast / "sedan", aren, ["beslutade_ar.csv"])))
    text = " ".join(str(v) for fil in rapport.filer for v in fil.varningar)
    assert (
        "åren summerar till 125\u00a0000\u00a0kr, beslutet är på högst 125\u00a0001\u00a0kr" in text
    )

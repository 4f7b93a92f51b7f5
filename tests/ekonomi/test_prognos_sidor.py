"""A forecast's way: made, changed by hand, laid, and compared with what the year became."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ekonomi.actions import prognos as prognossteg
from ekonomi.actions.prognos import lagg_prognos, skapa_prognos, spara_rutan
from ekonomi.actions.rakenskapsar import stang_rakenskapsar
from ekonomi.models import Budget, Konto, Prognos, Prognospost, Rakenskapsar, Saldo
from finsam.choices import Roll
from tests.conftest import SkapaKlient
from tests.rapporter.databas import lagg_upp

pytestmark = pytest.mark.django_db
NY = {"verksamhetsar": "2019", "manad": "12", "upprattad": "2020-01-10", "kommentar": "Bokslut"}


@pytest.fixture(autouse=True)
def underlag() -> None:
    """The report tests' year 2019, whose budget is added up in tests/rapporter/underlag.py."""
    lagg_upp()


@pytest.fixture
def ekonom(klient: SkapaKlient) -> Client:
    return klient(Roll.EKONOM)


def belopp(prognos: Prognos) -> dict[tuple[str, str], Decimal]:
    """Each post's amount by account and block or insats."""
    return {
        (nummer, block or str(insats)): belopp
        for nummer, block, insats, belopp in prognos.poster.values_list(
            "konto__nummer", "kostnadsblock__kod", "insats__nr", "belopp"
        )
    }


def adress(namn: str, prognos: Prognos) -> str:
    return reverse(f"ekonomi:prognos_{namn}", args=[prognos.pk])


def test_utan_utfall_ar_forslaget_budgeten() -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    assert belopp(prognos) == {
        ("3010", "None"): 1_000_000,
        ("4010", "1"): -700_000,
        ("4010", "2"): -110_000,
        ("5010", "20"): -150_000,
        ("6010", "10"): -50_000,
    }
    assert prognos.utfall_tom is None


def test_utfall_till_och_med_manaden_och_budget_for_resten() -> None:
    Saldo.objects.filter(manad=12).update(manad=6)
    prognos = skapa_prognos(2019, 6, date(2019, 7, 10), "", None)
    assert belopp(prognos) == {
        # Outcome of the half-year and 6/12 of the budget: 600 + 500, 700,4 + 350 and so on.
        ("3010", "None"): 1_100_000,
        ("4010", "1"): -1_050_400,
        ("4010", "2"): -155_600,
        ("5010", "20"): -225_000,
        ("6010", "10"): -85_000,
        # Booked, not budgeted.
        ("3020", "None"): 400_000,
    }
    assert prognos.utfall_tom == date(2019, 6, 30)


def test_nasta_version_far_nummer_och_kommentarer() -> None:
    ett = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    post = ett.poster.get(konto__nummer="5010")
    post.kommentar = "Vakans"
    post.save()
    tva = skapa_prognos(2019, 12, date(2020, 1, 10), "", None)
    assert (ett.version, tva.version) == (1, 2)
    assert tva.poster.get(konto__nummer="5010").kommentar == "Vakans"


def test_ekonomen_gor_andrar_och_lagger(ekonom: Client) -> None:
    svar = ekonom.post(reverse("ekonomi:prognos_create"), NY)
    prognos = Prognos.objects.get()
    assert svar.url == adress("update", prognos)
    sida = ekonom.get(svar.url).content.decode()
    data = dict(re.findall(r'name="((?:belopp|kommentar)-[^"]+)" value="([^"]*)"', sida))
    data = {namn.replace("&quot;", '"'): varde for namn, varde in data.items()}
    data["belopp-5010.20."] = "-130 000"
    data["kommentar-5010.20."] = "Vakans"
    data |= {"ny-konto-0": "5010", "ny-block-0": "10", "ny-belopp-0": "−5 000"}
    data["ny-kommentar-0"] = "Extra möte"
    assert ekonom.post(svar.url, data).url == prognos.get_absolute_url()
    sparat = belopp(prognos)
    assert (sparat["5010", "20"], sparat["5010", "10"]) == (-130_000, -5_000)
    assert prognos.poster.get(konto__nummer="5010", belopp=-130_000).kommentar == "Vakans"
    assert "Lägg prognosen" in ekonom.get(adress("lagg", prognos)).content.decode()
    assert ekonom.post(adress("lagg", prognos)).status_code == 302
    prognos.refresh_from_db()
    assert prognos.last and prognos.faststalld_av
    for namn in ("update", "lagg", "delete"):
        assert ekonom.get(adress(namn, prognos)).status_code == 404
        assert ekonom.post(adress(namn, prognos)).status_code == 404


def test_rakna_visar_det_som_skrivits_utan_att_spara(ekonom: Client) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    data = {f"belopp-{kod}": "0" for kod in ("3010..", "4010..1", "4010..2", "5010.20.")}
    data |= {"belopp-6010.10.": "-1 234", "rakna": "1"}
    sida = ekonom.post(adress("update", prognos), data).content.decode()
    assert "<strong>−1\u00a0234\u00a0kr</strong>" in sida
    assert belopp(prognos)["3010", "None"] == 1_000_000


@pytest.mark.parametrize(
    ("data", "mening"),
    [
        ({"manad": "12", "verksamhetsar": "2018"}, "Bokföringen för 2018 är inte inläst."),
        (
            {"manad": "0", "verksamhetsar": "2018"},
            "2018 har varken beslutad budget eller valt utfall.",
        ),
        (
            {"upprattad": "2019-10-01"},
            "Prognosen kan inte bygga på utfall efter dagen då den upprättades.",
        ),
    ],
)
def test_en_prognos_som_inte_kan_goras(ekonom: Client, data: dict[str, str], mening: str) -> None:
    svar = ekonom.post(reverse("ekonomi:prognos_create"), {**NY, **data})
    assert mening in svar.content.decode()
    assert not Prognos.objects.exists()


def test_ett_belopp_maste_anges(ekonom: Client) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    sida = ekonom.post(adress("update", prognos), {"belopp-3010..": "4 682 00"}).content.decode()
    assert "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000." in sida


def test_en_lagd_prognos_ar_last() -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    lagg_prognos(prognos, None)
    for steg in (lambda: spara_rutan(prognos, {}, None, None), lambda: lagg_prognos(prognos, None)):
        with pytest.raises(ValidationError, match="Prognosen är lagd och ändras inte"):
            steg()


def test_en_tom_prognos_laggs_inte() -> None:
    prognos = Prognos.objects.create(verksamhetsar=2019, upprattad=date(2019, 1, 10))
    with pytest.raises(ValidationError, match="Prognosen har inga poster"):
        lagg_prognos(prognos, None)


def test_tva_som_skriver_samtidigt_skriver_inte_over_varandra(
    ekonom: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    andra = adress("update", prognos)
    form = ekonom.get(andra).context["form"]
    data = {namn: form[namn].value() or "" for namn in form.fields}
    arvode = prognos.poster.get(konto__nummer="6010")
    spara_rutan(prognos, {arvode.pk: (Decimal(-1), "")}, None, None)
    svar = ekonom.post(andra, {**data, "belopp-5010.20.": "-2"})
    assert "Prognosen har ändrats sedan sidan öppnades." in svar.content.decode()
    assert belopp(prognos)["6010", "10"] == -1 and belopp(prognos)["5010", "20"] == -150_000
    nu = svar.context["form"]["stand"].value()
    # Told, and another comes between the form's look and the lock.
    riktig = prognossteg.spara_rutan

    def hinner_fore(*args: Any) -> int:
        riktig(prognos, {arvode.pk: (Decimal(-3), "")}, None, None)
        return riktig(*args)

    with monkeypatch.context() as lapp:
        lapp.setattr(prognossteg, "spara_rutan", hinner_fore)
        svar = ekonom.post(andra, {**data, "stand": nu})
    assert "Prognosen har ändrats sedan sidan öppnades." in svar.content.decode()
    assert belopp(prognos)["6010", "10"] == -3
    nu = svar.context["form"]["stand"].value()
    assert ekonom.post(andra, {**data, "stand": nu}).status_code == 302
    assert belopp(prognos)["6010", "10"] == -50_000


def test_det_som_laggs_ar_det_som_visades(ekonom: Client) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    visat = ekonom.get(adress("lagg", prognos)).context["bild"].stand
    post = prognos.poster.get(konto__nummer="6010")
    spara_rutan(prognos, {post.pk: (Decimal(-1), "")}, None, None)
    svar = ekonom.post(adress("lagg", prognos), {"stand": visat})
    assert "Prognosen har ändrats sedan sidan öppnades. Granska igen" in svar.content.decode()
    prognos.refresh_from_db()
    assert not prognos.last
    nu = svar.context["bild"].stand
    assert ekonom.post(adress("lagg", prognos), {"stand": nu}).status_code == 302


def test_ett_utkast_som_tagits_bort_under_tiden_sags() -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    Prognos.objects.get(pk=prognos.pk).delete()
    for steg in (lambda: spara_rutan(prognos, {}, None, None), lambda: lagg_prognos(prognos, None)):
        with pytest.raises(ValidationError, match=r"Utkastet är borttaget\."):
            steg()


def test_avvikelser_utan_kommentar_pekas_ut(ekonom: Client) -> None:
    prognos = skapa_prognos(2019, 12, date(2020, 1, 10), "", None)
    sida = ekonom.get(prognos.get_absolute_url()).content.decode().replace("&nbsp;", "\u00a0")
    # Fees 600 of 1 000, 400 not budgeted, the board 60 of 50; insatser 700,4 of 700 and 100,6 of
    # 110 and the salaries lie within 80–110 %.
    assert "3 poster avviker från budgeten utanför 80–110\u00a0%" in sida.replace(
        "&nbsp;", "\u00a0"
    )


def test_traffsakerheten_ar_utfall_minus_prognos(klient: SkapaKlient) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    lagg_prognos(prognos, None)
    ledamot = klient(Roll.LEDAMOT)
    sida = ledamot.get(reverse("ekonomi:prognos_traff")).content.decode()
    # A ledamot sees the outcome of years that are closed.
    assert "Inget år som är bokfört till och med december" in sida
    prognosen = ledamot.get(prognos.get_absolute_url()).content.decode()
    assert "Utfall" not in prognosen.partition("Poster, kr")[2]
    stang_rakenskapsar(Rakenskapsar.objects.get(), None)
    sida = ledamot.get(reverse("ekonomi:prognos_traff")).content.decode()
    assert "355 dagar före årets slut" in sida
    # The budget's result −10 000 and the year's −11 000: 1 000 worse, 9 % of the outcome.
    assert re.search(r"−10\u00a0000</td><td[^>]*>−1\u00a0000</td><td[^>]*>−9\u00a0%", sida)


def test_ett_ar_som_inte_ar_bokfort_till_slut_visas_inte(ekonom: Client) -> None:
    lagg_prognos(skapa_prognos(2019, 0, date(2019, 1, 10), "", None), None)
    Saldo.objects.filter(manad=12).update(manad=11)
    sida = ekonom.get(reverse("ekonomi:prognos_traff")).content.decode()
    assert "Inget år som är bokfört till och med december" in sida


def test_versionerna_sida_vid_sida(ekonom: Client) -> None:
    skapa_prognos(2019, 0, date(2019, 1, 10), "", None)
    tva = skapa_prognos(2019, 12, date(2020, 1, 10), "", None)
    sida = ekonom.get(tva.get_absolute_url()).content.decode()
    assert "Prognoser 2019, kr" in sida
    assert "Version 1</a><br>2019-01-10" in sida


@pytest.mark.parametrize("namn", ["detail", "update"])
def test_antalet_fragor_vaxer_inte(ekonom: Client, namn: str) -> None:
    prognos = skapa_prognos(2019, 0, date(2019, 1, 10), "", None)

    def fragor() -> int:
        with CaptureQueriesContext(connection) as fangade:
            assert ekonom.get(adress(namn, prognos)).status_code == 200
        return len(fangade)

    fore = fragor()
    for nr in range(30):
        konto = Konto.objects.create(nummer=str(6100 + nr), namn="Kontor", kontotyp="K")
        Prognospost.objects.create(prognos=prognos, konto=konto, belopp=-nr)
    assert fragor() == fore


def test_budgeten_som_galler_ar_den_som_ar_beslutad() -> None:
    Budget.objects.create(verksamhetsar=2019, version=2)
    assert belopp(skapa_prognos(2019, 0, date(2019, 1, 10), "", None))["6010", "10"] == -50_000

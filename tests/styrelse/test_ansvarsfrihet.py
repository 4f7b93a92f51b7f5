"""Discharge: who has decided on a year and who remains, on the page and as a document."""

from datetime import date

import pytest
from django.urls import reverse

from finsam.models import Medlem
from finsam.periods import Period
from finsam.rapporter.dokument import Lage
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.slag import build
from finsam.rapporter.texter import bunden
from styrelse.models import Ansvarsfrihet
from styrelse.oversikt import plikter

pytestmark = pytest.mark.django_db
IDAG = date(2025, 9, 1)


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


@pytest.fixture
def medlemmar():
    """Four members of 2024, and one that left before the year's end."""
    grund = {"fran": date(2010, 1, 1)}
    return {
        namn: Medlem.objects.create(namn=namn, kortnamn=namn, typ=typ, **{**grund, **tid})
        for namn, typ, tid in (
            ("Ås", "kommun", {}),
            ("Alby", "kommun", {}),
            ("Regionen", "region", {}),
            ("FK", "fk", {}),
            ("Gamla kommunen", "kommun", {"tom": date(2024, 12, 30)}),
        )
    }


def beslut(medlem, **annat):
    grund = {"verksamhetsar": 2024, "utfall": "beviljad", "beslutad": date(2025, 6, 2)}
    return Ansvarsfrihet.objects.create(medlem=medlem, **{**grund, **annat})


def test_dokumentet_har_medlemmarna_med_utfall_och_dag(medlemmar):
    beslut(medlemmar["FK"])
    beslut(medlemmar["Ås"], utfall="beviljad_anmarkning", anmarkning="Sen redovisning.")
    rapport = build("ansvarsfrihet", Period(2024), IDAG)
    (tabell,) = rapport.tabeller
    rader = [(rad["label"], rad["values"]) for rad in som_data(rapport)["tables"][0]["rows"]]
    assert rader == [
        ("FK", ["Beviljad", "2025-06-02", None]),
        ("Regionen", ["Återstår", None, None]),
        ("Alby", ["Återstår", None, None]),
        ("Ås", ["Beviljad med anmärkning", "2025-06-02", "Sen redovisning."]),
    ]
    lage = tabell.rader[0].varden[0]
    assert isinstance(lage, Lage) and lage.kalla
    assert lage.kalla.adress == "/styrelse/ansvarsfrihet/2024/"
    sagt = {k.id: k.text for k in rapport.kontroller}
    assert sagt["ansvarsfrihet:alla"] == "Återstår: Regionen, Alby."
    assert not rapport.roda


def test_sammanfattningen_raknar_medlemmarna(medlemmar):
    """Of four, two granted (one with a remark), one refused, one remains."""
    beslut(medlemmar["FK"])
    beslut(medlemmar["Ås"], utfall="beviljad_anmarkning", anmarkning="Sen.")
    beslut(medlemmar["Alby"], utfall="vagrad", anmarkning="Ingen redovisning.")
    rapport = build("ansvarsfrihet", Period(2024), IDAG)
    (laget,) = [b for a in rapport.avsnitt if a.id == "laget" for b in a.block]
    assert bunden(laget.markdown, laget.figurer) == (
        "Av 4 medlemmar har 2 beviljat styrelsen ansvarsfrihet, 1 har vägrat och 1 har inte "
        "beslutat än."
    )


@pytest.mark.parametrize(
    ("period", "mening"),
    [
        (Period(2024), "Ingen medlem har beslutat om ansvarsfrihet för 2024."),
        (Period(2024, "H", 1), "Ansvarsfrihet prövas för ett helt år, till exempel 2024."),
    ],
)
def test_utan_beslut_finns_inget_dokument(medlemmar, period, mening):
    with pytest.raises(UnderlagSaknas, match=mening):
        build("ansvarsfrihet", period, IDAG)
    assert perioder("ansvarsfrihet") == []


def test_plikten_ar_klar_nar_alla_har_beslutat(medlemmar):
    (plikt,) = [p for p in plikter(IDAG) if p.titel == "Ansvarsfrihet 2024"]
    assert (plikt.dag, plikt.tillstand.text) == (date(2025, 12, 31), "Kommande")
    assert plikt.grund == "0 av 4 medlemmar har beslutat."
    for medlem in Medlem.objects.filter(tom=None):
        beslut(medlem)
    (plikt,) = [p for p in plikter(IDAG) if p.titel == "Ansvarsfrihet 2024"]
    assert plikt.tillstand.text == "Klar"


def test_ett_beslut_antecknas_fran_arets_sida(kansli_klient, ledamot_klient, medlemmar):
    sidan = reverse("styrelse:ansvarsfrihet_ar", args=[2024])
    assert "4 av 4 medlemmar har inte beslutat än." in text(ledamot_klient.get(sidan))
    adress = reverse("styrelse:ansvarsfrihet_create")
    data = {"verksamhetsar": "2024", "medlem": medlemmar["FK"].pk, "beslutad": "2025-09-13"}
    assert kansli_klient.post(adress, {**data, "utfall": "beviljad"}).url == sidan
    sida = text(ledamot_klient.get(sidan))
    assert "2025-09-13" in sida and "3 av 4 medlemmar" in sida and "Anteckna" not in sida


@pytest.mark.parametrize(
    ("annat", "mening"),
    [
        ({"beslutad": "2024-12-31"}, "Ansvarsfrihet prövas först efter årets slut."),
        ({"utfall": "vagrad"}, "Skriv vad medlemmen har anmärkt."),
        ({}, "Medlemmen har redan ett beslut för året."),
    ],
)
def test_reglerna_sags_i_ord(kansli_klient, medlemmar, annat, mening):
    beslut(medlemmar["Alby"])
    data = {
        "verksamhetsar": "2024",
        "medlem": medlemmar["Alby"].pk,
        "utfall": "beviljad",
        "beslutad": "2025-09-13",
    }
    adress = reverse("styrelse:ansvarsfrihet_create")
    assert mening in text(kansli_klient.post(adress, {**data, **annat}))

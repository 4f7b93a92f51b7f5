"""Where wrong weekdays and periods are told of: on the matter's page, and before sending."""

import re
from datetime import date

import pytest
from django.urls import reverse

from finsam.models import Medlem
from finsam.rapporter.paket import forrad
from styrelse.models import Delarende, Punkt
from styrelse.selectors.textvarningar import arendets_varningar, motets_varningar
from tests.styrelse.arendeexempel import fryst_rapport
from tests.styrelse.dagordningsexempel import punkt_om, skapa_arende
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db
H = "\u00a0"
FREDAG = f"”torsdag 22 oktober 2021”: den 22{H}oktober{H}2021 är en fredag."
PERIOD = "Rapporten avser första halvåret 2021 men rubriken anger 2022."


def sida(svar):
    assert svar.status_code == 200
    return re.sub(r"[ \n]+", " ", svar.content.decode())


def test_a_matter_is_judged_by_its_own_words(kansli_klient, revisor_klient):
    arende = skapa_arende("Delårsrapport 2022", arendet="Rapporten lämnas torsdag 22 oktober 2021.")
    fryst_rapport(arende)  # delarsrapport 2021-H1
    assert arendets_varningar(arende) == (PERIOD, FREDAG)
    for klient in (kansli_klient, revisor_klient):
        text = sida(klient.get(arende.get_absolute_url()))
        assert PERIOD in text and FREDAG in text


def test_a_background_paper_of_another_year_is_no_fault():
    arende = skapa_arende("Budget 2022")
    fryst_rapport(arende)
    assert arendets_varningar(arende) == ()


def test_the_subject_is_asked_about_whatever_the_title_calls_it():
    om = {"amnesslag": "rapport", "amnesnyckel": "delarsrapport 2021-H1"}
    assert arendets_varningar(skapa_arende("Halvårsbokslut 2022", **om)) == (PERIOD,)
    assert arendets_varningar(skapa_arende("Halvårsbokslut 2021", **om)) == ()


def test_the_parts_are_read_too():
    arende = skapa_arende("Mötesplan")
    Delarende.objects.create(
        arende=arende, ordning=1, rubrik="A", forslag="att mötas torsdag 22 oktober 2021"
    )
    assert arendets_varningar(arende) == (FREDAG,)


def test_the_meetings_own_words_are_of_its_year(django_assert_num_queries):
    ett = mote(date(2021, 10, 21), inledning="Välkomna fredagen den 21 oktober!")
    Punkt.objects.create(
        mote=ett,
        plats="sist",
        ordning=1,
        slag="formalia",
        rubrik="Nästa möte",
        text="fredag 2021-10-21",
    )
    for nr in range(3):
        arende = skapa_arende(f"Ärende {nr}", arendet="torsdag 22 oktober 2021")
        punkt_om(ett, nr + 1, "", arende=arende)
    with django_assert_num_queries(3):
        varningar = motets_varningar(ett)
    assert varningar[:2] == (
        f"”fredagen den 21 oktober”: den 21{H}oktober{H}2021 är en torsdag.",
        "Nästa möte: ”fredag 2021-10-21”: 2021-10-21 är en torsdag.",
    )
    assert sorted(varningar[2:]) == [f"Ärende {nr}: {FREDAG}" for nr in range(3)]


def test_they_are_read_before_anything_is_sent_and_stop_nothing(kansli_klient, monkeypatch):
    monkeypatch.setattr(forrad, "bygg_vidare", lambda papper, igen: None)  # Nothing is drawn.
    ett = mote(date(2021, 10, 21))
    punkt_om(ett, 1, "", arende=skapa_arende("Plan", arendet="torsdag 22 oktober 2021"))
    svar = kansli_klient.get(reverse("rapporter:mote_paket", args=[ett.pk]))
    assert f"Plan: {FREDAG}" in sida(svar)
    assert not any(FREDAG in text for text in svar.context["granskning"].stopp)


def test_the_invitation_tells_those_who_prepare_it(kansli_klient, ledamot_klient):
    Medlem.objects.create(namn="Alby kommun", kortnamn="A", typ="kommun")
    ett = mote(date(2021, 10, 21), "samrad", status="kallat", inledning="Fredagen den 21 oktober")
    adress = reverse("rapporter:inbjudan", args=[ett.pk])
    fel = f"den 21{H}oktober{H}2021 är en torsdag."
    assert fel in sida(kansli_klient.get(adress))
    assert fel not in sida(ledamot_klient.get(adress))

"""The letter of invitation: whom it names, what it says, and who may read it before it is sent."""

from datetime import date

import pytest
from django.urls import reverse

from finsam.models import Forbund, Medlem
from styrelse.models import Kansliroll, Person, Punkt, Uppdrag
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db
DAG = date(2024, 5, 2)


@pytest.fixture
def medlemmar():
    Forbund.objects.create(namn="Samordningsförbundet Ek")
    Medlem.objects.create(namn="Gamla kommunen", kortnamn="G", typ="kommun", tom=date(2020, 1, 1))
    region = Medlem.objects.create(namn="Region Ek", kortnamn="R", typ="region")
    kommun = Medlem.objects.create(namn="Alby kommun", kortnamn="A", typ="kommun")
    for namn, roll in (("Ada Alm", "ordforande"), ("Bo Berg", "ersattare")):
        person = Person.objects.create(namn=namn)
        Uppdrag.objects.create(person=person, medlem=region, roll=roll, fran=date(2023, 4, 1))
    chef = Person.objects.create(namn="Cia Ceder")
    Kansliroll.objects.create(person=chef, befattning="Förbundschef", fran=date(2023, 1, 1))
    return kommun


def brev(klient, ett):
    svar = klient.get(reverse("rapporter:inbjudan", args=[ett.pk]))
    assert svar.status_code == 200
    return " ".join(svar.content.decode().split())


def test_samradet_bjuder_in_dagens_medlemmar(kansli_klient, medlemmar):
    ett = mote(DAG, "samrad", plats="Rådhuset")
    tom = brev(kansli_klient, ett)
    assert "Dagordningen är tom" in tom
    Punkt.objects.create(mote=ett, plats="forst", ordning=1, slag="formalia", rubrik="Året 2023")
    sida = brev(kansli_klient, ett)
    assert "Till Alby kommun, Region Ek<" in sida and "Gamla kommunen" not in sida
    assert "torsdagen den 2 maj 2024" in sida and "Rådhuset" in sida
    assert "ordförande Ada Alm och förbundschef Cia Ceder" in sida and "Bo Berg" not in sida
    assert "<li>Året 2023</li>" in sida and "Dagordningen är tom" not in sida


def test_dialogen_bjuder_in_sin_medlem(kansli_klient, medlemmar):
    sida = brev(kansli_klient, mote(DAG, "dialog", medlem=medlemmar))
    assert "Till Alby kommun<" in sida and "Region Ek" not in sida and "Meddelas senare" in sida


def test_brevet_lases_av_ledamoten_nar_det_ar_skickat(ledamot_klient, medlemmar):
    ett = mote(DAG, "samrad")
    adress = reverse("rapporter:inbjudan", args=[ett.pk])
    assert ledamot_klient.get(adress).status_code == 404
    ett.status = "kallat"
    ett.save()
    assert ledamot_klient.get(adress).status_code == 200
    styrelsens = mote(DAG, "fs", status="kallat")
    adress = reverse("rapporter:inbjudan", args=[styrelsens.pk])
    assert ledamot_klient.get(adress).status_code == 404

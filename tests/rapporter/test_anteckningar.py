"""The notes of a consultation as a document: who took part, what was said, and who reads it."""

from datetime import date

import pytest
from django.urls import reverse

from finsam.models import Forbund, Medlem
from styrelse.models import Punkt
from tests.styrelse.exempelmoten import deltagare, mote

pytestmark = pytest.mark.django_db
DAG = date(2024, 5, 2)


@pytest.fixture
def ett():
    Forbund.objects.create(namn="Samordningsförbundet Ek")
    alby = Medlem.objects.create(namn="Alby kommun", kortnamn="A", typ="kommun")
    Medlem.objects.create(namn="Region Ek", kortnamn="R", typ="region")
    samrad = mote(DAG, "samrad", status="hallet", anteckningar="Medlemmarna var eniga.")
    Punkt.objects.create(mote=samrad, plats="forst", ordning=1, slag="formalia", rubrik="Året")
    deltagare(samrad, "Ada Alm", "medlem", medlem=alby, titel="socialchef")
    return samrad


def sida(klient, ett):
    svar = klient.get(reverse("rapporter:anteckningar", args=[ett.pk]))
    assert svar.status_code == 200
    return " ".join(svar.content.decode().split())


def test_what_the_document_says(ledamot_klient, kansli_klient, ett):
    text = sida(ledamot_klient, ett)
    assert "torsdagen den 2 maj 2024" in text
    assert '<th scope="row">Alby kommun</th><td>Ada Alm, socialchef</td>' in text
    assert "Inte företrädda: Region Ek." in text and "<li>Året</li>" in text
    assert "Medlemmarna var eniga." in text
    # What to see to is for those who prepare.
    assert "Ingen från förbundet" not in text
    assert "Ingen från förbundet är antecknad." in sida(kansli_klient, ett)


@pytest.mark.parametrize(("organ", "status"), [("samrad", "kallat"), ("fs", "hallet")])
def test_only_of_a_consultation_that_is_held(kansli_klient, organ, status):
    annat = mote(DAG, organ, status=status)
    adress = reverse("rapporter:anteckningar", args=[annat.pk])
    assert kansli_klient.get(adress).status_code == 404
    assert adress not in kansli_klient.get(annat.get_absolute_url()).content.decode()


def test_the_page_leads_to_it(ledamot_klient, ett):
    svar = ledamot_klient.get(ett.get_absolute_url()).content.decode()
    assert reverse("rapporter:anteckningar", args=[ett.pk]) in svar

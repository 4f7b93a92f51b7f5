"""The rooms' warnings before a decision are gathered, and stand in its preview."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from finsam.choices import Roll
from finsam.models import Medlem
from finsam.rummen import rummens
from insatser import beslutsvarning
from insatser.beslutsvarning import varningar
from tests.insatser.ansokningsexempel import ansokan_for

DAG = date(2024, 11, 21)
FORM = {
    "utfall": "bifall",
    "beslutsdatum": "2024-11-21",
    "instans": "styrelse",
    "paragraf": "§ 52",
    "belopp": "1 500 000",
    "fran": "2025-01-01",
    "tom": "2026-06-30",
}


@pytest.fixture
def agare():
    return Medlem.objects.create(namn="Ås kommun", kortnamn="Ås", typ="kommun")


def test_rummens_varningar_samlas(monkeypatch):
    fragade = []
    rummen = [lambda per_ar, dag: [f"{per_ar[2025]} {dag}"], lambda *f: fragade.append(f) or []]
    monkeypatch.setattr(beslutsvarning, "rummens", lambda *namn, utom: rummen)
    assert varningar({2025: Decimal(7)}, DAG) == ["7 2024-11-21"]
    assert varningar({2025: Decimal(0)}, DAG) == []
    assert len(fragade) == 1


def test_det_egna_rummet_fragas_inte():
    assert varningar in rummens("beslutsvarning", "varningar")
    assert varningar not in rummens("beslutsvarning", "varningar", utom=beslutsvarning.__name__)


@pytest.mark.django_db
def test_varningen_star_innan_beslutet_fattas(klient, agare, monkeypatch):
    text = "Beslutet gör beslutsutrymmet 2025 negativt (−5 tkr)."
    monkeypatch.setattr(beslutsvarning, "rummens", lambda *n, utom: [lambda per_ar, dag: [text]])
    ansokan = ansokan_for(agare)
    adress = reverse("insatser:ansokan_beslut", args=[ansokan.pk])
    sida = klient(Roll.KANSLI).post(adress, FORM).content.decode()
    assert text in sida and "Registrera beslutet" in sida
    avslag = klient(Roll.KANSLI).post(adress, {**FORM, "utfall": "avslag"}).content.decode()
    assert text not in avslag and "Registrera beslutet" in avslag

"""The two form pages: what they save, they save whole."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam import sigill
from finsam.choices import Roll
from finsam.models import Medlem, Sigill
from tests.insatser.ansokningsexempel import ansokan_for

pytestmark = pytest.mark.django_db


def test_raden_sparas_inte_utan_sitt_sigill(klient, monkeypatch):
    def brister(*allt):
        raise OSError

    chef = klient(Roll.FORBUNDSCHEF)
    monkeypatch.setattr(sigill, "varden", brister)
    with pytest.raises(OSError):
        chef.post(
            "/medlemmar/ny/",
            {"namn": "Byarums kommun", "kortnamn": "Byarum", "typ": "kommun", "fran": "2020-01-01"},
        )
    assert not Medlem.objects.exists() and not Sigill.objects.filter(tabell="finsam.medlem")


def test_raden_ar_last_fran_lasning_till_sparande(klient):
    """PostgreSQL locks the row; SQLite lets one writer in at a time and knows no such words."""
    medlem = Medlem.objects.create(namn="Byarums kommun", kortnamn="B", typ="kommun")
    falt = {"namn": medlem.namn, "kortnamn": "Byarum", "typ": "kommun", "fran": "2020-01-01"}
    with CaptureQueriesContext(connection) as fragor:
        svar = klient(Roll.FORBUNDSCHEF).post(f"/medlemmar/{medlem.pk}/andra/", falt)
    assert svar.status_code == 302
    medlem.refresh_from_db()
    assert medlem.kortnamn == "Byarum"
    last = any("FOR UPDATE" in fraga["sql"] for fraga in fragor)
    assert last is connection.features.has_select_for_update


def test_en_beslutad_ansokan_skrivs_inte_over_av_ett_formular_som_stod_oppet(klient):
    agare = Medlem.objects.create(namn="Öst kommun", kortnamn="Öst", typ="kommun")
    ansokan = ansokan_for(agare)
    formular = f"/insatser/ansokningar/{ansokan.pk}/andra/"
    kansli = klient(Roll.KANSLI)
    assert kansli.get(formular).status_code == 200
    ansokan.status, ansokan.inkom = "beslutad", date(2024, 1, 2)
    ansokan.save()
    assert kansli.post(formular, {"kortnamn": "Annat"}).status_code == 404
    ansokan.refresh_from_db()
    assert ansokan.status == "beslutad" and ansokan.kortnamn != "Annat"

"""A scenario as a document: what is chosen in words, its figures, and a copy that never changes."""

import hashlib
import json
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from ekonomi.imports.scenarier import SCENARIER, scenariots_las
from ekonomi.models import Scenario
from ekonomi.models.scenario import Kopiaroras
from ekonomi.selectors import utrymmesminne
from finsam.triggers import TEXT, lay_triggers
from tests.ekonomi.utrymmesexempel import PER, underlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def scenario(monkeypatch):
    """Two applications of tests/ekonomi/utrymmesexempel.py granted, and less income in 2022."""
    utrymmesminne._las.cache_clear()
    monkeypatch.setattr(utrymmesminne, "lagesdag", lambda ar, idag: PER)
    monkeypatch.setattr(
        utrymmesminne, "utrymmesunderlag", lambda ar, per, idag: replace(underlag(), per=per)
    )
    return Scenario.objects.create(
        namn="Två av tre",
        verksamhetsar=2021,
        per=PER,
        fraga="sokt=2021-21&sokt=2021-23&intakter-2022=23000000",
        anteckning="Till presidiet",
    )


def test_the_document_tells_what_is_chosen_and_what_it_leaves(ledamot_klient, scenario):
    svar = ledamot_klient.get(reverse("rapporter:scenario_json", args=[scenario.pk]))
    data = json.loads(svar.content)
    assert data["titel"] == "Ekonomisk information, scenario Två av tre"
    listor = [b for a in data["sections"] for b in a["blocks"] if b["kind"] == "list"]
    val = [[term, text.replace("\u00a0", " ")] for term, text in listor[1]["items"]]
    assert val == [
        ["Ansökan 2021-21 Insatsen i Håbo, Håbo", "Beviljas med 2023 3 597 tkr, 2024 3 000 tkr."],
        ["Ansökan 2021-23 Insatsen i Enköping, Enköping", "Beviljas med 2023 6 000 tkr."],
        ["Intäkter 2022", "23 000 tkr i stället för 23 090 tkr (−90 tkr)."],
    ]
    tabeller = {tabell["id"]: tabell for tabell in data["tables"]}
    rader = {rad["id"]: rad["values"] for rad in tabeller["fore-och-efter"]["rows"]}
    # 462 − 90; 12 548 − 90 − 3 597 − 6 000; 26 913 − 90 − 3 597 − 3 000 − 6 000
    assert rader["efter-fore"][2:] == [462, 12_548, 26_913]
    assert rader["efter-efter"][2:] == [372, 2_861, 14_226]
    assert rader["efter-skillnad"][2:] == [-90, -9_687, -12_687]
    assert "ekonomisk-information" in tabeller


def test_the_workbook_holds_the_same_tables(ledamot_klient, scenario):
    svar = ledamot_klient.get(reverse("rapporter:scenario_xlsx", args=[scenario.pk]))
    assert svar.content.startswith(b"PK")


def test_frozen_is_kept_as_it_was_with_its_hash(ekonom_klient, ekonom, ledamot_klient, scenario):
    adress = reverse("rapporter:scenario_frys", args=[scenario.pk])
    assert "Bilagan ändras aldrig" in ekonom_klient.get(adress).content.decode()
    svar = ekonom_klient.post(adress)
    bilaga = scenario.bilagor.get()
    assert svar["Location"] == bilaga.get_absolute_url()
    assert bilaga.frusen_av == ekonom
    pdf = ledamot_klient.get(reverse("rapporter:scenariobilaga_pdf", args=[bilaga.pk])).content
    assert pdf.startswith(b"%PDF")
    assert hashlib.sha256(pdf).hexdigest() == bilaga.sha256
    scenario.fraga = "sokt=2021-22"
    scenario.save()
    sida = ledamot_klient.get(bilaga.get_absolute_url()).content.decode()
    assert bilaga.sha256 in sida
    assert "PDF-filen är oförändrad" in sida
    assert bilaga.sha256_innehall in sida
    assert "Innehållet är oförändrat" in sida
    assert "Insatsen i Enköping" in sida
    detalj = ledamot_klient.get(scenario.get_absolute_url()).content.decode()
    assert bilaga.get_absolute_url() in detalj


@pytest.fixture
def bilaga(ledamot_klient, scenario):
    svar = ledamot_klient.get(reverse("rapporter:scenario_json", args=[scenario.pk]))
    return scenario.bilagor.create(titel="T", innehall=json.loads(svar.content), pdf=b"%PDF x")


@pytest.mark.parametrize(
    ("satt", "texter"),
    [
        ({"pdf": b"%PDF y"}, ("PDF-filen har ändrats", "Innehållet är oförändrat")),
        ({"sha256_innehall": "x"}, ("PDF-filen är oförändrad", "Innehållet har ändrats")),
    ],
)
def test_a_copy_that_somebody_has_changed_is_told(ledamot_klient, bilaga, satt, texter):
    ((kolumn, varde),) = satt.items()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE ekonomi_scenariobilaga SET {kolumn} = %s", [varde])
    sida = ledamot_klient.get(bilaga.get_absolute_url()).content.decode()
    assert all(text in sida for text in texter)


def test_the_hash_of_the_content_is_of_canonical_json(scenario):
    """{"a":1,"b":["å"]} whatever the order of the keys."""
    facit = hashlib.sha256('{"a":1,"b":["å"]}'.encode()).hexdigest()
    for innehall in ({"a": 1, "b": ["å"]}, {"b": ["å"], "a": 1}):
        bilaga = scenario.bilagor.create(titel="T", innehall=innehall, pdf=b"%PDF")
        assert bilaga.sha256_innehall == facit


def test_a_copy_is_not_removed_by_way_of_a_queryset(scenario, bilaga):
    with pytest.raises(Kopiaroras, match="tas inte bort"):
        scenario.bilagor.all().delete()
    with pytest.raises(Kopiaroras, match="tas inte bort"):
        bilaga.delete()
    with pytest.raises(Kopiaroras, match="ändras inte"):
        bilaga.save()


@pytest.mark.parametrize("sats", ["UPDATE {} SET titel = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses(bilaga, sats):
    lay_triggers()
    with (
        pytest.raises(DatabaseError, match=TEXT),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sats.format("ekonomi_scenariobilaga"))


def test_no_file_changes_a_scenario_with_a_copy(scenario, bilaga):
    assert scenariots_las(scenario).startswith("Scenariot är fryst som bilaga")
    assert SCENARIER.tabell.las.skal is scenariots_las
    scenario.pk = None
    scenario.namn = "Ett annat"
    scenario.save()
    assert scenariots_las(scenario) == ""


def test_who_only_reads_freezes_nothing(ledamot_klient, revisor_klient, scenario):
    adress = reverse("rapporter:scenario_frys", args=[scenario.pk])
    for klient in (ledamot_klient, revisor_klient):
        assert klient.post(adress).status_code == 404

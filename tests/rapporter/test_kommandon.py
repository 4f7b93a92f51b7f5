"""manage.py rapport and kontrollera: files, messages and exit."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ekonomi.models import Budgetpost, Rakenskapsar
from finsam.rapporter.models import Textblock
from tests.rapporter.databas import lagg_upp

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forbund() -> None:
    lagg_upp()


@pytest.mark.parametrize(
    ("format_", "borjan"), [("json", b'{\n "slag"'), ("html", b"<!doctype html>"), ("xlsx", b"PK")]
)
def test_a_report_is_written_to_a_file(format_: str, borjan: bytes, tmp_path: Path) -> None:
    fil = tmp_path / "ut"
    call_command("rapport", "arsredovisning", "2019", format=format_, ut=fil, stdout=io.StringIO())
    assert fil.read_bytes().startswith(borjan)


def test_the_json_has_the_tables_and_checks(tmp_path: Path) -> None:
    fil = tmp_path / "r.json"
    call_command("rapport", "arsredovisning", "2019", ut=fil, stdout=io.StringIO())
    data = json.loads(fil.read_text(encoding="utf-8"))
    assert data["period"] == {"kod": "2019", "from": "2019-01-01", "to": "2019-12-31"}
    (rr,) = [t for t in data["tables"] if t["id"] == "resultatrakning"]
    assert rr["rows"][-1]["values"] == [-11000, None, -10000]
    assert data["figures"]["soliditet"] == {"value": 78, "unit": "procent"}
    assert all(check["ok"] for check in data["checks"])


@pytest.mark.parametrize(
    ("period", "fel"),
    [
        ("1999", "Bokföringen för 1999 är inte inläst. Läs in årets SIE-fil först."),
        ("2019-H1", "En årsredovisning avser ett helt år, till exempel 2019."),
        ("i fjol", "”i fjol” är ingen period. Skriv till exempel 2024, 2021-H1 eller 2021-K3."),
    ],
)
def test_what_is_missing_is_said(period: str, fel: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=fel):
        call_command("rapport", "arsredovisning", period, ut=tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_year_without_a_layout_says_what_to_read_in(tmp_path: Path) -> None:
    Rakenskapsar.objects.create(verksamhetsar=2010, start="2010-01-01", slut="2010-12-31")
    with pytest.raises(CommandError, match="Ingen uppställning gäller för 2010"):
        call_command("rapport", "arsredovisning", "2010", ut=tmp_path / "r")


def test_kontrollera_is_silent_about_green_and_fails_on_red() -> None:
    ut = io.StringIO()
    call_command("kontrollera", stdout=ut)
    assert "0 röda" in ut.getvalue()
    Textblock.objects.create(
        slag="arsredovisning", period="2019", avsnitt="personal", innehall="Vi var 5."
    )
    with pytest.raises(CommandError, match=r"1 kontroll är röd\."):
        call_command("kontrollera", "2019", stdout=ut)
    assert "Obunden siffra ”5”" in ut.getvalue()


def test_a_budget_moved_is_red_in_kontrollera() -> None:
    for post in Budgetpost.objects.filter(konto__nummer="4010"):
        post.belopp = -1
        post.save()
    ut = io.StringIO()
    with pytest.raises(CommandError, match="kontroller är röda"):
        call_command("kontrollera", stdout=ut)
    assert "Röd: insatsbudget:1" in ut.getvalue() and "Röd: insatsbudget:2" in ut.getvalue()

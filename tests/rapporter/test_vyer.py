"""The pages of a report: who sees what, writing, letting a rule pass, fastställa."""

import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from ekonomi.models import Rakenskapsar, Saldo
from finsam.choices import Roll
from finsam.models import Medlem
from finsam.rapporter import pdfforrad
from finsam.rapporter.models import FaststalldRapport, Textblock, Undantag
from finsam.rapporter.views import faststall
from insatser.models import Insats
from tests.rapporter.databas import lagg_upp

SIDA = "/rapporter/arsredovisning/2019/"
BESLUT = {"beslutsdatum": "2020-03-12", "beslut": "§ 5"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forbund(settings, tmp_path, monkeypatch, request):
    """The association, and a PDF that is not drawn, but for the test that asks for a real one."""
    settings.VAR_DIR = tmp_path
    lagg_upp()
    if "ritad" not in request.fixturenames:
        monkeypatch.setattr(faststall, "_pdf", lambda rapport, beslut: b"%PDF-1.7")
    monkeypatch.setattr(pdfforrad, "bestall", lambda html: "0" * 64)


@pytest.fixture
def ritad() -> None:
    """The PDF is really drawn."""


def _skriv(klient: Client, text: str, version: int = 0, avsnitt: str = "personal"):
    return klient.post(f"{SIDA}text/{avsnitt}/", {"innehall": text, "version": version})


def test_the_list_leads_to_drafts(ekonom_klient: Client) -> None:
    sida = ekonom_klient.get("/rapporter/").content.decode()
    assert f'href="{SIDA}"' in sida
    assert "Utkast" in sida


def test_the_page_shows_every_section_and_links_its_figures(ekonom_klient: Client) -> None:
    sida = ekonom_klient.get(SIDA).content.decode()
    assert "<h2>Resultaträkning</h2>" in sida
    adress = f"{SIDA}underlag/resultatrakning/arets_resultat/utfall-2019/"
    assert (
        f'<a href="{adress}" title="Årets resultat, 2019-01-01 2019-12-31">−11\u00a0000</a>' in sida
    )
    assert "Inga röda kontroller." in sida


def test_a_year_without_ledger_is_not_found(ekonom_klient: Client) -> None:
    assert ekonom_klient.get("/rapporter/arsredovisning/1999/").status_code == 404
    assert ekonom_klient.get("/rapporter/arsredovisning/2019-K9/").status_code == 404


def test_every_link_of_a_figure_leads_to_a_page(ledamot_klient: Client, klient) -> None:
    klient(Roll.FORBUNDSCHEF).post(f"{SIDA}faststall/", BESLUT)
    sida = klient(Roll.EKONOM).get(SIDA).content.decode()
    adresser = sorted(set(re.findall(r'href="(/rapporter/[^"]+/underlag/[^"]+)"', sida)))
    assert len(adresser) > 40
    for adress in adresser:
        assert ledamot_klient.get(adress).status_code == 200, adress


def test_empty_sections_say_what_to_write_to_the_one_who_writes(klient) -> None:
    ledtext = "Förändringar i kansliet under året."
    assert ledtext in klient(Roll.EKONOM).get(SIDA).content.decode()
    assert ledtext not in klient(Roll.REVISOR).get(SIDA).content.decode()


def test_downloads(ekonom_klient: Client) -> None:
    assert ekonom_klient.get(f"{SIDA[:-1]}.json").json()["titel"] == "Årsredovisning 2019"
    bok = load_workbook(io.BytesIO(ekonom_klient.get(f"{SIDA[:-1]}.xlsx").content))
    assert "Resultaträkning" in bok.sheetnames
    assert bok["Resultaträkning"]["A1"].value == "Resultaträkning, kr"


def test_a_text_is_saved_with_its_writer_and_shown(ekonom_klient: Client, ekonom) -> None:
    svar = _skriv(ekonom_klient, "Resultatet blev {arets_resultat|tkr}.")
    assert svar.status_code == 302 and svar.url == f"{SIDA}#a-personal"
    block = Textblock.objects.get()
    assert (block.version, block.andrad_av) == (1, ekonom)
    sida = ekonom_klient.get(SIDA).content.decode()
    assert "Resultatet blev <a" in sida and "−11\u00a0tkr</a>" in sida
    assert (
        ekonom.get_full_name()
        in ekonom_klient.get(f"{SIDA}text/personal/historik/").content.decode()
    )


def test_a_text_with_faults_is_saved_and_they_are_told(ekonom_klient: Client) -> None:
    _skriv(ekonom_klient, "Vi var 5 personer. {okand|kr}")
    sida = ekonom_klient.get(SIDA).content.decode()
    assert "Texten är sparad, men 2 kontroller i avsnittet är röda: " in sida
    assert "Siffran ”okand” finns inte." in sida and "Obunden siffra ”5”" in sida


def test_the_second_of_two_writers_sees_both_texts(klient) -> None:
    _skriv(klient(Roll.EKONOM), "Ekonomens text.")
    svar = _skriv(klient(Roll.KANSLI), "Kansliets text.", version=0)
    assert svar.status_code == 409
    sida = svar.content.decode()
    assert "Ekonomens text." in sida and "Kansliets text." in sida
    assert Textblock.objects.get().innehall == "Ekonomens text."


def test_the_editor_lists_the_figures(ekonom_klient: Client) -> None:
    sida = ekonom_klient.get(f"{SIDA}text/personal/").content.decode()
    assert "<code>{arets_resultat|kr}</code>" in sida
    assert ekonom_klient.get(f"{SIDA}text/resultatrakning/").status_code == 404


def test_a_red_rule_is_shown_and_can_be_let_pass_by_the_head(klient) -> None:
    _skriv(klient(Roll.EKONOM), "Vi var 5 personer.")
    chef = klient(Roll.FORBUNDSCHEF)
    lista = f"{SIDA}kontroller/"
    assert "1 röd," in chef.get(lista).content.decode()
    assert "1 röd" in chef.get(f"{lista}antal/").content.decode()
    adress = f"{SIDA}undantag/?kontroll=obunden-siffra:personal:1:5"
    assert chef.post(adress, {"skal": ""}).status_code == 200
    assert chef.post(adress, {"skal": "Antalet är räknat."}).status_code == 302
    assert "0 röda, 1 med undantag" in chef.get(lista).content.decode()
    assert "Antalet är räknat." in chef.get(SIDA).content.decode()
    chef.post(f"{SIDA}undantag/ta-bort/", {"kontroll": "obunden-siffra:personal:1:5"})
    assert not Undantag.objects.exists()


def test_faststall_is_refused_while_a_rule_is_red(klient) -> None:
    _skriv(klient(Roll.EKONOM), "Vi var 5 personer.")
    svar = klient(Roll.FORBUNDSCHEF).post(f"{SIDA}faststall/", BESLUT)
    assert "Rapporten kan inte fastställas: 1 kontroll är röd." in svar.content.decode()
    assert not FaststalldRapport.objects.exists()


@pytest.mark.parametrize(
    ("andrat", "svar"),
    [
        ({"beslutsdatum": "2999-01-01"}, "Beslutsdatum kan inte ligga i framtiden."),
        ({"beslutsdatum": "mars"}, "Skriv datumet som 2024-12-31."),
        ({"beslut": "Styrelsen"}, "Ange paragrafen i protokollet, till exempel § 12."),
    ],
)
def test_a_decision_has_a_day_and_a_paragraph(andrat, svar, forbundschef_klient) -> None:
    sida = forbundschef_klient.post(f"{SIDA}faststall/", BESLUT | andrat).content.decode()
    assert svar in sida
    assert not FaststalldRapport.objects.exists()


def test_an_open_year_is_warned_of_and_a_red_rule_hides_the_form(forbundschef_klient) -> None:
    sida = forbundschef_klient.get(f"{SIDA}faststall/").content.decode()
    assert "Räkenskapsåret 2019 är öppet" in sida and 'name="beslut"' in sida
    ar = Rakenskapsar.objects.get()
    ar.stangt_at = timezone.now()
    ar.save()
    _skriv(forbundschef_klient, "Vi var 5 personer.")
    sida = forbundschef_klient.get(f"{SIDA}faststall/").content.decode()
    assert "är öppet" not in sida and 'name="beslut"' not in sida
    assert "gör undantag med skäl" in sida


def test_the_decided_version_stands_whatever_happens(klient, ritad) -> None:
    chef = klient(Roll.FORBUNDSCHEF)
    svar = chef.post(f"{SIDA}faststall/", BESLUT)
    version = FaststalldRapport.objects.get()
    assert svar.url == version.get_absolute_url()
    pdf = chef.get(f"/rapporter/faststalld/{version.pk}.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert (
        "Fastställd av styrelsen 2020-03-12, § 5"
        in chef.get(version.get_absolute_url()).content.decode()
    )
    assert (
        "Med dagens underlag skulle rapporten bli likadan." in chef.get(svar.url).content.decode()
    )
    Saldo.objects.filter(konto__nummer="5010").update(belopp=Decimal(151_000))
    sida = chef.get(svar.url).content.decode()
    assert "uppgifter skulle bli annorlunda" in sida
    assert "−150\u00a0000" in sida
    assert bytes(FaststalldRapport.objects.get().pdf) == pdf.content


def test_a_correction_is_a_new_version_with_a_reason(klient) -> None:
    chef = klient(Roll.FORBUNDSCHEF)
    chef.post(f"{SIDA}faststall/", BESLUT)
    assert chef.post(f"{SIDA}faststall/", BESLUT | {"skal": ""}).status_code == 200
    chef.post(f"{SIDA}faststall/", BESLUT | {"skal": "Fel namn i styrelsen."})
    ny, gammal = FaststalldRapport.objects.all()
    assert (ny.version, ny.ersatter, ny.skal) == (2, gammal, "Fel namn i styrelsen.")


def test_a_board_member_sees_the_decided_only(klient) -> None:
    ledamot = klient(Roll.LEDAMOT)
    figur = f"{SIDA}underlag/resultatrakning/arets_resultat/utfall-2019/"
    assert "Inga fastställda rapporter" in ledamot.get("/rapporter/").content.decode()
    assert [ledamot.get(a).status_code for a in (SIDA, figur)] == [404, 404]
    klient(Roll.FORBUNDSCHEF).post(f"{SIDA}faststall/", BESLUT)
    version = FaststalldRapport.objects.get()
    assert version.get_absolute_url() in ledamot.get("/rapporter/").content.decode()
    assert [ledamot.get(a).status_code for a in (SIDA, figur)] == [404, 200]
    sida = ledamot.get(version.get_absolute_url())
    assert sida.status_code == 200 and f'href="{figur}"' in sida.content.decode()


def test_a_board_member_sees_no_year_after_the_decided(klient) -> None:
    klient(Roll.FORBUNDSCHEF).post(f"{SIDA}faststall/", BESLUT)
    for roll, kod in ((Roll.LEDAMOT, 404), (Roll.EKONOM, 200)):
        rot = f"{SIDA}underlag/resultatrakning/arets_resultat"
        assert klient(roll).get(f"{rot}/utfall-2020/").status_code == kod
        assert klient(roll).get(f"{rot}/utfall-2018/").status_code == 200


def test_the_auditor_reads_and_changes_nothing(klient) -> None:
    revisor = klient(Roll.REVISOR)
    for adress in ("", "kontroller/", "text/personal/historik/"):
        assert revisor.get(f"{SIDA}{adress}").status_code == 200
    assert _skriv(revisor, "Nej").status_code == 404
    for adress in ("faststall/", "undantag/", "undantag/ta-bort/", "text/personal/utkast/"):
        assert revisor.post(f"{SIDA}{adress}").status_code == 404


def test_a_report_costs_the_same_queries_whatever_it_holds(
    ekonom_klient: Client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(75) as fore:
        ekonom_klient.get(SIDA)
    alby = Medlem.objects.get(kortnamn="Alby")
    for nr in range(10, 40):
        insats = Insats.objects.create(
            nr=nr, namn=f"Insats {nr}", kortnamn=f"I{nr}", insatstyp="individ", insatsagare=alby,
            start=date(2019, 1, 1), slut=date(2019, 12, 31),
        )  # fmt: skip
        insats.parter.add(*Medlem.objects.all())
    with django_assert_max_num_queries(len(fore)):
        ekonom_klient.get(SIDA)

"""Next year's meetings in one step, as the office makes them."""

from datetime import date, time

import pytest
from django.urls import reverse

from finsam.models import Forbund
from styrelse.actions.motesplan import skapa_plan
from styrelse.calculations.motesplan import Planmote
from styrelse.models import Arende, Arsarende, Dagordningsmall, Mote
from tests.styrelse.exempelmoten import arsarende, mote

pytestmark = pytest.mark.django_db
PLAN = "/styrelse/moten/plan/"
RADER = (
    ("au", "torsdag 2023-11-09", "9.00", "12.00", "Salen"),
    ("fs", "2023-11-23", "9.00", "12.00", "Salen"),
)


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def data(*rader, ar=2023, **annat):
    falt = ("organ", "datum", "start", "slut", "plats")
    celler = {
        f"rad-{nr}-{namn}": varde
        for nr, rad in enumerate(rader)
        for namn, varde in zip(falt, rad, strict=True)
    }
    ledning = {"rad-TOTAL_FORMS": len(rader), "rad-INITIAL_FORMS": 0, "ar": ar}
    return {**celler, **ledning, **annat}


def granskat(klient, *rader, **annat):
    """The plan's page after it has been looked over, and its print."""
    sida = text(klient.post(PLAN, data(*rader, **annat)))
    return sida, sida.split('name="granskat" value="')[1].split('"')[0]


def test_the_form_proposes_last_years_weeks_with_their_weekday(kansli_klient):
    for manad in (3, 5, 9, 10, 11):
        mote(date(2022, manad, 24))
    sida = text(kansli_klient.get(PLAN, {"ar": 2023}))
    assert 'value="torsdag 2023-03-23"' in sida and 'value="09.00"' in sida
    assert not Mote.objects.filter(datum__year=2023).exists()


def test_the_place_is_said_once_for_all_and_the_year_gone_by_is_named(kansli_klient):
    assert "Förslaget utgår från ett vanligt år" in text(kansli_klient.get(PLAN, {"ar": 2023}))
    for manad, plats in ((3, "Salen"), (5, "Salen"), (9, "Salen"), (10, "Gården"), (11, "Salen")):
        mote(date(2022, manad, 24), plats=plats)
    sida = text(kansli_klient.get(PLAN, {"ar": 2023}))
    assert "Förslaget utgår från mötena 2022" in sida
    assert sida.count('value="Salen"') == 1 and sida.count('value="Gården"') == 1
    utan = (*RADER[0][:4], "")
    _, avtryck = granskat(kansli_klient, utan, ("fs", *RADER[1][1:4], "Gården"), plats="Salen")
    rader = (utan, ("fs", *RADER[1][1:4], "Gården"))
    kansli_klient.post(PLAN, data(*rader, plats="Salen", skapa=1, granskat=avtryck))
    platser = Mote.objects.filter(datum__year=2023).order_by("datum")
    assert [m.plats for m in platser] == ["Salen", "Gården"]


def test_the_lawful_matters_are_added_in_the_review_with_the_rows_kept(kansli_klient):
    Forbund.objects.create(namn="Förbundet")
    assert "Lägg till de lagstadgade" in granskat(kansli_klient, *RADER)[0]
    sida = text(kansli_klient.post(PLAN, data(*RADER, lagstadgade=1)))
    assert "Lägg till de lagstadgade" not in sida and 'value="torsdag 2023-11-09"' in sida
    assert Arsarende.objects.filter(kod="budget").exists() and not Mote.objects.exists()


def test_looked_over_then_made_with_fixed_items_and_yearly_matters(kansli_klient):
    Forbund.objects.create(namn="Förbundet")
    arsarende(forslag="att fastställa budgeten för {ar+1}", amnesslag="budget", nyckel="{ar+1}")
    Dagordningsmall.objects.create(organ="fs", plats="forst", ordning=1, rubrik="Öppnande")
    sida, avtryck = granskat(kansli_klient, *RADER)
    assert "Torsdag 2023-11-23" in sida and "Budget 2024" in sida and "I tid" in sida
    assert not Mote.objects.exists()
    svar = kansli_klient.post(PLAN, data(*RADER, skapa=1, granskat=avtryck), follow=True)
    assert "Mötesplanen är skapad: 2 möten och 1 ärenden." in text(svar)
    au, fs = Mote.objects.order_by("datum")
    arende = Arende.objects.get()
    assert (arende.rubrik, arende.amnesnyckel, arende.verksamhetsar) == (
        "Budget 2024",
        "2024",
        2023,
    )
    assert arende.forslag == "att fastställa budgeten för 2024"
    assert [p.titel for p in fs.punkter.order_by("plats", "ordning")] == ["Budget 2024", "Öppnande"]
    assert [p.titel for p in au.punkter.all()] == ["Budget 2024"]


def test_a_yearly_report_is_a_subject_that_its_decision_acts_on(kansli_klient):
    Forbund.objects.create(namn="Förbundet")
    arsarende(forslag="att fastställa", amnesslag="delarsrapport", nyckel="{ar}-H1")
    _, avtryck = granskat(kansli_klient, *RADER)
    kansli_klient.post(PLAN, data(*RADER, skapa=1, granskat=avtryck))
    arende = Arende.objects.get()
    assert (arende.amnesslag, arende.amnesnyckel) == ("rapport", "delarsrapport 2023-H1")


def test_what_is_made_is_what_was_looked_over(kansli_klient):
    Forbund.objects.create(namn="Förbundet")
    _, avtryck = granskat(kansli_klient, *RADER)
    andrad = [RADER[0], ("fs", "2023-11-24", "9.00", "12.00", "Salen")]
    sida = text(kansli_klient.post(PLAN, data(*andrad, skapa=1, granskat=avtryck)))
    assert "Planen har ändrats sedan du granskade den." in sida
    assert not Mote.objects.exists()


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        (("fs", "fredag 2023-11-23", "9.00", "", ""), "2023-11-23 är en torsdag."),
        (("fs", "2023-11-25", "9.00", "", ""), "2023-11-25 är en lördag."),
        (
            ("fs", "2023-06-06", "9.00", "", ""),
            "2023-06-06 är en tisdag och en röd dag: Nationaldagen.",
        ),
    ],
)
def test_an_odd_day_is_warned_of_and_let_through(kansli_klient, rad, mening):
    sida, _ = granskat(kansli_klient, rad)
    assert mening in sida and "Skapa möten och ärenden" in sida


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        (("fs", "torsdag", "9.00", "", "Salen"), "Skriv datumet som 2024-12-31."),
        (("fs", "2024-11-23", "9.00", "", "Salen"), "Dagen ligger inte i 2023."),
        (("fs", "2023-11-23", "9.00", "8.00", "Salen"), "Mötet måste sluta efter att det har"),
        (("", "2023-11-23", "9.00", "", "Salen"), "Detta fält måste fyllas i."),
        (RADER[1], "Det finns redan ett sådant möte den dagen och tiden."),
    ],
)
def test_a_fault_stands_at_its_field_and_nothing_typed_is_lost(kansli_klient, rad, mening):
    sida = text(kansli_klient.post(PLAN, data(RADER[1], rad)))
    assert mening in sida and f'value="{rad[1]}"' in sida and 'value="Salen"' in sida
    assert 'name="skapa"' not in sida


def test_a_row_more_and_a_row_less_without_script(kansli_klient):
    sida = text(kansli_klient.post(PLAN, data(*RADER, fler=1)))
    assert 'value="torsdag 2023-11-09"' in sida and "Möte 3" in sida
    assert "Detta fält måste fyllas i." not in sida
    sida, _ = granskat(kansli_klient, *RADER, **{"rad-0-DELETE": "on"})
    assert "2023-11-09" not in sida.split("Årets ärenden")[0].split("Så blir planen")[1]


def test_a_day_that_is_taken_is_refused_and_a_year_with_meetings_can_get_more(kansli_klient):
    mote(date(2023, 11, 23))
    sida = text(kansli_klient.post(PLAN, data(RADER[1])))
    assert "Det finns redan ett sådant möte den dagen och tiden." in sida
    sida = text(kansli_klient.get(PLAN, {"ar": 2023}))
    assert "Redan planerat 2023" in sida and "Torsdagen den 23 november 2023" in sida


def test_what_does_not_fit_is_said_in_red_words(kansli_klient):
    arsarende(senast_dag=1)
    sida, _ = granskat(kansli_klient, *RADER)
    assert "status-fel" in sida and "Ryms inte" in sida
    assert "Förbundsstyrelsen har inget möte 1 oktober – 1 november." in sida


def test_a_decision_after_the_day_of_the_start_page_is_warned_of(kansli_klient):
    """A half-year report is with the board and the auditors by 31 August; it may decide later."""
    Forbund.objects.create(namn="Förbundet", rapportperioder=["H1"])
    arsarende(
        kod="h1", rubrik="Halvårsrapport", tidigast_manad=7, senast_manad=10, senast_dag=31,
        amnesslag="delarsrapport", nyckel="{ar}-H1", via_au=False,
    )  # fmt: skip
    for dag, ord_, finns_ej in (
        ("2023-10-26", "Efter startsidans dag", "I tid<"),
        ("2023-08-31", "I tid<", "Efter startsidans dag"),
    ):
        sida, _ = granskat(kansli_klient, ("fs", dag, "9.00", "12.00", "Salen"))
        assert ord_ in sida and finns_ej not in sida and "2023-08-31" in sida
        sent = ord_ == "Efter startsidans dag"
        assert ("Till styrelsen och revisorerna" in sida) == sent
        assert ("status-varning" in sida) == sent and "status-fel" not in sida


def test_a_budget_without_consultation_says_so(kansli_klient):
    arsarende(efter_samrad=True)
    sida, _ = granskat(kansli_klient, *RADER)
    assert "Samråd med medlemmarna ska vara genomfört före beslutet." in sida


def test_the_year_has_its_matter_once():
    arsarende()
    skapa_plan(2023, [Planmote("fs", date(2023, 11, 23), time(9))], None)
    skapa_plan(2023, [Planmote("fs", date(2023, 11, 30), time(9))], None)
    assert Arende.objects.get().punkter.get().mote.datum == date(2023, 11, 23)


@pytest.mark.parametrize("ar", ["tjugo", "1999", "2100"])
def test_a_year_that_is_none_is_not_found(kansli_klient, ar):
    assert kansli_klient.get(PLAN, {"ar": ar}).status_code == 404


@pytest.mark.parametrize(
    ("rytm", "rapporter", "finns", "saknas"),
    [
        ("kvartal", ["H1"], "uppfoljning-forsta-halvaret", "tertialrapport-2"),
        ("tertial", ["T1", "T2"], "tertialrapport-2", "delarsrapport"),
    ],
)
def test_the_matters_of_the_associations_own_rhythm(kansli_klient, rytm, rapporter, finns, saknas):
    Forbund.objects.create(namn="Förbundet", rytm=rytm, rapportperioder=rapporter)
    egen = arsarende("budget", rubrik="Vår budget")
    lagg_till = reverse("styrelse:arsarende_lagstadgade")
    kansli_klient.post(lagg_till)
    koder = set(Arsarende.objects.values_list("kod", flat=True))
    assert finns in koder and saknas not in koder and "arsredovisning" in koder
    egen.refresh_from_db()
    assert egen.rubrik == "Vår budget"  # what the association has changed stays
    sida = text(kansli_klient.post(lagg_till, follow=True))
    assert "Alla fanns redan. Inget ändrades." in sida


def test_every_brace_of_a_pattern_is_a_year(kansli_klient):
    svar = {
        "rubrik": "Budget {år}", "kod": "b", "organ": "fs", "tidigast_manad": 10,
        "senast_manad": 11, "senast_dag": 30,
    }  # fmt: skip
    sida = text(kansli_klient.post(reverse("styrelse:arsarende_create"), svar))
    assert "”{år}” är inget årtal. Skriv {ar} eller {ar+1}." in sida


def test_a_yearly_matter_that_a_year_has_used_stays(kansli_klient):
    egen = arsarende()
    adress = reverse("styrelse:arsarende_delete", args=[egen.pk])
    assert kansli_klient.get(adress).status_code == 200
    Arende.objects.create(rubrik="Budget", arsarende=egen, verksamhetsar=2023)
    assert kansli_klient.get(adress).status_code == 404

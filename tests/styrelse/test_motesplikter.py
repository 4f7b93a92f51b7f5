"""The year's duties of the meetings, and the page that each role is sent to."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from ekonomi.models import Budget
from ekonomi.oversikt import plikter as ekonomins_plikter
from ekonomi.selectors.budgetsamrad import hallet_samrad
from finsam.arshjul import Plikt, Tillstand, plikter, sammanslagna
from finsam.choices import Roll
from finsam.models import Forbund
from finsam.permissions import Ratt
from styrelse.models import Arende, Paragraf, Protokoll, Punkt
from styrelse.oversikt import plikter as styrelsens_plikter
from tests.styrelse.exempelmoten import arsarende, mote

pytestmark = pytest.mark.django_db
IDAG = date(2026, 11, 20)


def om(titel, idag=IDAG):
    return next((p for p in styrelsens_plikter(idag) if titel in p.titel), None)


@pytest.mark.parametrize(
    ("status", "titel", "dag", "grund"),
    [
        # 3 December less ten days is 23 November.
        ("planerat", "Kallelse till", date(2026, 11, 23), "Skickas 10 dagar före mötet."),
        ("kallat", "sammanträder", date(2026, 12, 3), "Kallelsen är skickad och handlingarna"),
        # 3 December and fourteen days is Thursday 17 December.
        ("hallet", "Justera", date(2026, 12, 17), "Protokollet ska justeras inom 14 dagar."),
    ],
)
def test_a_meetings_next_duty(status, titel, dag, grund):
    Forbund.objects.create(namn="Förbundet", kallelsedagar=10)
    ett = mote(date(2026, 12, 3), status=status)
    # Minutes are asked for of what has been minuted here.
    punkt = Punkt.objects.create(mote=ett, ordning=1, slag="oppnande", rubrik="Mötets öppnande")
    Paragraf.objects.create(punkt=punkt, organ=ett.organ, verksamhetsar=2026, nummer=1)
    plikt = om(titel)
    assert plikt.dag == dag and plikt.grund.startswith(grund)
    assert str(ett.pk) in plikt.adress


def test_approved_minutes_are_put_up_within_two_days():
    ett = mote(date(2026, 11, 5), status="justerat")
    Protokoll.objects.create(
        mote=ett, justerat=date(2026, 11, 17), innehall={}, fil="x.pdf", sidor=1, sha256="0" * 64
    )
    plikt = om("Anslå")
    assert (plikt.dag, plikt.tillstand) == (date(2026, 11, 19), Tillstand.FORSENAD)
    assert plikt.grund == "Justeringen ska anslås senast andra dagen."
    assert plikt.adresser[0][0] == Ratt.MOTE_ANDRA
    ett.status = "anslaget"
    ett.save()
    assert om("Anslå") is None


def test_something_to_be_done_names_its_item_where_the_section_is_not_kept():
    punkt = Punkt.objects.create(
        mote=mote(date(2026, 11, 5), status="hallet"), ordning=1, slag="formalia", rubrik="Lokaler"
    )
    beslut = punkt.beslut.create(utfall="bifall")
    beslut.atgarder.create(vad="Säg upp avtalet", ansvarig="Åsa Ek", senast=date(2026, 12, 1))
    assert om("Säg upp").grund == "Åsa Ek, enligt Lokaler."


def test_a_notice_far_off_is_no_duty_yet():
    mote(date(2026, 12, 3))
    assert om("Kallelse", date(2026, 9, 1)) is None
    assert om("Kallelse", date(2026, 10, 1)) is not None


def test_next_years_plan_is_done_when_there_is_a_meeting_in_it():
    mote(date(2026, 11, 26), status="anslaget")
    plan = om("Möten 2027")
    assert (plan.dag, plan.tillstand) == (date(2026, 11, 26), Tillstand.SNART)
    assert plan.adresser == ((Ratt.MOTE_ANDRA, "/styrelse/moten/plan/?ar=2027"),)
    mote(date(2027, 3, 4))
    assert om("Möten 2027").tillstand is Tillstand.KLAR


def test_a_yearly_matter_says_where_it_is_taken_up_and_when_it_is_decided():
    ett, budget = mote(date(2026, 11, 26)), arsarende(amnesslag="budget", nyckel="{ar+1}")
    plikt = om("Budget 2027")
    assert plikt.grund.startswith("Tas upp 2026-11-26.") and plikt.tillstand is Tillstand.SNART
    assert plikt.adress == ett.get_absolute_url() and plikt.amne == "budget 2027"
    arende = Arende.objects.create(rubrik="Budget 2027", arsarende=budget, verksamhetsar=2026)
    punkt = ett.punkter.create(ordning=1, arende=arende)
    punkt.beslut.create(utfall="bordlaggning")
    assert om("Budget 2027").tillstand is Tillstand.SNART
    punkt.beslut.all().delete()
    punkt.beslut.create(utfall="bifall")
    assert om("Budget 2027").tillstand is Tillstand.SNART  # the meeting is not over
    ett.status = "hallet"
    ett.save()
    assert om("Budget 2027").tillstand is Tillstand.KLAR


def test_a_yearly_matter_that_was_rejected_is_not_done():
    ett, budget = mote(date(2026, 11, 5), status="hallet"), arsarende()
    arende = Arende.objects.create(
        rubrik="Budget 2027", arsarende=budget, verksamhetsar=2026, avslutat=ett.datum
    )
    avslag = ett.punkter.create(ordning=1, arende=arende).beslut.create(utfall="avslag")
    assert om("Budget 2027").tillstand is Tillstand.SNART
    avslag.delete()
    assert om("Budget 2027").tillstand is Tillstand.KLAR  # closed by hand


def test_a_yearly_matter_without_a_meeting_says_so():
    arsarende(grund="23 §")
    grund = "Förbundsstyrelsen har inget möte 1 oktober – 30 november. 23 §"
    assert om("Budget 2027").grund == grund


def test_what_is_told_for_information_is_done_when_the_meeting_is_held():
    arsarende(till_beslut=False)
    ett = mote(date(2026, 11, 5))
    assert om("Budget 2027").tillstand is Tillstand.SNART
    ett.status = "hallet"
    ett.save()
    assert om("Budget 2027").tillstand is Tillstand.KLAR


def test_a_budget_without_a_consultation_says_so_until_one_is_held():
    def budgeten(idag=IDAG):
        return [p for p in ekonomins_plikter(idag) if "udget 2027" in p.titel]

    budget, samrad = budgeten()
    assert budget.grund.endswith("Samråd med medlemmarna ska vara genomfört före beslutet.")
    assert samrad.tillstand is Tillstand.SNART
    ett = mote(date(2026, 10, 29), "samrad")
    assert budgeten()[1].tillstand is Tillstand.SNART  # planned is not held
    ett.status = "hallet"
    ett.save()
    budget, samrad = budgeten()
    assert "Samråd" not in budget.grund and samrad.tillstand is Tillstand.KLAR
    assert samrad.adress == ett.get_absolute_url()
    assert hallet_samrad(2027, IDAG) == date(2026, 10, 29)
    assert hallet_samrad(2027, date(2026, 10, 28)) is None
    assert hallet_samrad(2026, IDAG) is None


def test_the_consultation_on_the_budget_is_one_duty(anvandare):
    """What the yearly matters and the budget say of it: one row, and done when it was held."""
    arsarende("medlemssamrad", organ="samrad", rubrik="Samråd om budget {ar+1}", senast_dag=29)

    def samradet():
        return [p for p in plikter(anvandare("kansli"), IDAG) if p.titel == "Samråd om budget 2027"]

    (ett,) = samradet()
    assert (ett.dag, ett.tillstand) == (date(2026, 11, 29), Tillstand.SNART)
    assert "Medlemssamråd har inget möte" in ett.grund
    Budget.objects.create(
        verksamhetsar=2027, upprattad=date(2026, 10, 15), samrad=date(2026, 11, 5)
    )
    (ett,) = samradet()
    assert ett.tillstand is Tillstand.KLAR and "inget möte" not in ett.grund


def test_the_day_of_the_consultation_is_proposed_where_the_budget_is_decided(ekonom_klient):
    idag = timezone.localdate()
    budget = Budget.objects.create(verksamhetsar=idag.year + 1)
    dag = max(idag - timedelta(days=1), date(idag.year, 1, 1))
    mote(dag, "samrad", status="hallet", start=time(1), slut=None)
    sida = ekonom_klient.get(f"/ekonomi/budgetar/{budget.pk}/faststall/").content.decode()
    assert f'value="{dag}"' in sida


def test_two_duties_on_one_subject_are_one():
    grund = {"dag": IDAG, "ratt": Ratt.MOTE_LASA, "amne": "budget 2027"}
    motets = Plikt(titel="Budget 2027", tillstand=Tillstand.KLAR, grund="Tas upp.", **grund)
    rummets = Plikt(
        titel="Budget", tillstand=Tillstand.SNART, adress="/b/", grund="Senast.", **grund
    )
    (en,) = sammanslagna([motets, rummets])
    # The room, not the meeting, says whether the budget is decided.
    assert (en.titel, en.adress, en.tillstand) == ("Budget", "/b/", Tillstand.SNART)
    assert en.grund == "Senast. Tas upp."
    (en,) = sammanslagna([motets, replace(rummets, tillstand=Tillstand.SAKNAR_UNDERLAG)])
    assert en.tillstand is Tillstand.KLAR


def test_each_role_is_sent_to_the_page_it_may_open(anvandare):
    plikt = Plikt(
        IDAG, "Något", Tillstand.SNART, Ratt.MOTE_LASA, "/las/",
        adresser=((Ratt.MOTE_ANDRA, "/gor/"), (Ratt.MOTE_BEREDA, "/se/")),
    )  # fmt: skip
    adresser = {roll: plikt.for_(anvandare(roll)).adress for roll in ("kansli", "revisor")}
    assert adresser == {"kansli": "/gor/", "revisor": "/se/"}
    assert plikt.for_(anvandare(Roll.LEDAMOT)).adress == "/las/"


def test_an_insatsansvarig_and_an_administrator_are_told_nothing_of_meetings(anvandare):
    mote(date(2026, 12, 3), status="kallat")
    for roll in (Roll.INSATSANSVARIG, Roll.ADMINISTRATOR):
        assert [p for p in plikter(anvandare(roll), IDAG) if "sammanträder" in p.titel] == []
    assert any("sammanträder" in p.titel for p in plikter(anvandare(Roll.LEDAMOT), IDAG))

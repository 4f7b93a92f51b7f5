"""The page of an insats, its money and goals, and its final report."""

from datetime import date
from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from finsam.choices import Roll
from insatser import oversikt
from insatser.actions.slutrapport import ta_steg
from insatser.models import Insats, Insatsbudget, Insatsmal, Slutrapport
from tests import rader
from tests.insatser.ansokningsexempel import ansokan_om
from uppfoljning.models import Kvartalsrapport, Malutfall

pytestmark = pytest.mark.django_db


@pytest.fixture
def insats():
    return rader.insatser(1)[0]


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def till(namn, insats):
    return reverse(f"insatser:{namn}", args=[insats.pk])


def test_an_insatsansvarig_opens_own_insatser_only(insats, insatsansvarig, insatsansvarig_klient):
    adress = insats.get_absolute_url()
    assert insatsansvarig_klient.get(adress).status_code == 404
    assert insatsansvarig_klient.get(till("slutrapport_update", insats)).status_code == 404
    insats.ansvariga.add(insatsansvarig)
    sida = text(insatsansvarig_klient.get(adress))
    assert "Skriv slutrapport" in sida
    assert "/andra/" not in sida and "Insatsansvarig Testsson" in sida


def test_the_money_of_a_year_with_its_plan(kansli_klient, insats):
    adress = till("insatsbudget_create", insats)
    data = {"verksamhetsar": "2024", "belopp": "400 000", "kvartal1": "100 000"}
    assert "Planen ska fyllas i för alla fyra kvartalen" in text(kansli_klient.post(adress, data))
    data |= {"kvartal2": "50 000", "kvartal3": "50 000", "kvartal4": "200 000"}
    # Another insats in the form is not listened to: the address says whose money it is.
    assert kansli_klient.post(adress, {**data, "insats": "99"}).status_code == 302
    assert insats.budgetar.get().kvartal4 == D(200_000)
    assert "Insatsen har redan en budget för året." in text(kansli_klient.post(adress, data))
    sida = text(kansli_klient.get(insats.get_absolute_url()))
    assert "Plan kvartal 4" in sida and "200\u00a0000" in sida


def test_the_next_number_is_proposed(kansli_klient):
    rader.insatser(3)
    sida = kansli_klient.get(reverse("insatser:insats_create"))
    assert sida.context["form"].initial["nr"] == 4


def test_only_an_insatsansvarig_can_be_made_one(kansli_klient, insats, anvandare):
    vem, annan = anvandare(Roll.INSATSANSVARIG), anvandare(Roll.EKONOM)
    val = kansli_klient.get(till("insats_update", insats)).context["form"]["ansvariga"]
    assert str(vem) in str(val) and str(annan) not in str(val)


def test_a_goal_that_reports_speak_of_stays(kansli_klient, insats):
    mal = Insatsmal.objects.create(insats=insats, text="Till arbete")
    rapport = Kvartalsrapport.objects.create(
        insats=insats, period="2024-K1", forfaller=date(2024, 4, 30)
    )
    Malutfall.objects.create(rapport=rapport, mal=mal)
    data = {
        "malen-TOTAL_FORMS": "1", "malen-INITIAL_FORMS": "1", "malen-0-id": mal.pk,
        "malen-0-maltyp": "insats", "malen-0-text": "Till arbete", "malen-0-status": "ej_bedomt",
        "malen-0-DELETE": "on",
    }  # fmt: skip
    svar = kansli_klient.post(till("insatsmal_update", insats), data, follow=True)
    assert "Målet har utfall i kvartalsrapporter och kan inte tas bort." in text(svar)
    assert Insatsmal.objects.exists()


def test_the_final_report_from_draft_to_approved(
    insats, insatsansvarig, insatsansvarig_klient, kansli_klient, kansli
):
    insats.ansvariga.add(insatsansvarig)
    mal = Insatsmal.objects.create(insats=insats, text="Till arbete", malvarde="minst 35 %")
    steg = till("slutrapport_steg", insats)
    data = {
        "sammanfattning": "", "maluppfyllelse": "god",
        "malen-TOTAL_FORMS": "1", "malen-INITIAL_FORMS": "1", "malen-0-id": mal.pk,
        "malen-0-status": "ej_bedomt",
    }  # fmt: skip
    insatsansvarig_klient.post(till("slutrapport_update", insats), data)
    sida = text(insatsansvarig_klient.post(steg, {"till": "inlamnad"}, follow=True))
    assert "Skriv en sammanfattning." in sida and "Bedöm varje mål." in sida
    data |= {
        "sammanfattning": "Många gick till arbete.", "malen-0-status": "uppnatt",
        "malen-0-utfall": "38 %",
    }  # fmt: skip
    insatsansvarig_klient.post(till("slutrapport_update", insats), data)
    insatsansvarig_klient.post(steg, {"till": "inlamnad"})
    # To approve and to send back is the kansli's.
    assert insatsansvarig_klient.post(steg, {"till": "godkand"}).status_code == 404
    assert "Skriv vad som behöver kompletteras." in text(
        kansli_klient.post(steg, {"till": "utkast"}, follow=True)
    )
    kansli_klient.post(steg, {"till": "utkast", "ord": "Lärdomar saknas."})
    insatsansvarig_klient.post(steg, {"till": "inlamnad"})
    sida = text(kansli_klient.post(steg, {"till": "godkand"}, follow=True))
    assert "38 %" in sida and "Lärdomar saknas." in sida and "Uppnått" in sida
    rapport = Slutrapport.objects.get()
    assert (rapport.status, rapport.godkand_av) == ("godkand", kansli)
    assert Insats.objects.get().maluppfyllelse == "god"
    svar = kansli_klient.get(till("slutrapport_update", insats), follow=True)
    assert "Slutrapporten är inlämnad och kan inte ändras." in text(svar)
    with pytest.raises(ValidationError, match="Slutrapporten är godkänd och kan inte bli utkast"):
        ta_steg(rapport, "utkast", "x", kansli, date(2025, 3, 1))


@pytest.mark.parametrize(
    ("roll", "utkast"),
    [
        (Roll.KANSLI, True),
        (Roll.FORBUNDSCHEF, True),
        (Roll.REVISOR, True),
        (Roll.INSATSANSVARIG, True),
        (Roll.EKONOM, False),
        (Roll.LEDAMOT, False),
    ],
)
def test_a_draft_of_the_final_report_is_for_those_who_write_it(
    insats, anvandare, klient, roll, utkast
):
    vem = anvandare(roll)
    if roll == Roll.INSATSANSVARIG:
        insats.ansvariga.add(vem)
    klient = klient(vem)
    rapport = Slutrapport.objects.create(insats=insats, sammanfattning="Halvskrivet.")
    adress = rapport.get_absolute_url()
    assert klient.get(adress).status_code == (200 if utkast else 404)
    assert (adress in text(klient.get(insats.get_absolute_url()))) == utkast
    rapport.status, rapport.inlamnad = "inlamnad", date(2025, 1, 15)
    rapport.save()
    assert "Halvskrivet." in text(klient.get(adress))
    assert adress in text(klient.get(insats.get_absolute_url()))


def test_no_link_to_reports_that_one_may_not_read(insats, ledamot_klient, revisor_klient):
    rapporter = reverse("uppfoljning:kvartalsrapport_list")
    assert rapporter not in text(ledamot_klient.get(insats.get_absolute_url()))
    assert rapporter in text(revisor_klient.get(insats.get_absolute_url()))


def test_the_story_asks_as_many_questions_for_much_as_for_little(
    kansli_klient, insats, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def antal():
        with CaptureQueriesContext(connection) as fragor:
            text(kansli_klient.get(insats.get_absolute_url()))
        return len(fragor)

    ansokan_om(insats)
    Insatsbudget.objects.create(insats=insats, verksamhetsar=2023, belopp=D(5))
    Insatsmal.objects.create(insats=insats, text="Ett")
    antal()
    ett = antal()
    for i in range(2, 12):
        ansokan_om(insats, diarienummer=f"2024-{i + 20}")
        Insatsbudget.objects.create(insats=insats, verksamhetsar=2023 + i, belopp=D(5))
        Insatsmal.objects.create(insats=insats, text="Ett", ordning=i)
    assert antal() == ett


def test_the_start_page_says_what_waits(insats):
    for i, status in enumerate(("utkast", "inkommen", "bereds", "komplettering", "beslutad")):
        ansokan_om(insats, diarienummer=f"2024-{i}", status=status)
    lage = {rad.titel: rad.text for rad in oversikt.lage(date(2025, 2, 1))}
    assert lage["Ansökningar"] == "2 väntar på beslut, 1 åter för komplettering"
    # The insats ended 2024-12-31 without a report.
    assert lage["Slutrapporter"] == "1 saknas efter insatser som slutat det senaste året"
    Slutrapport.objects.create(insats=insats, status="inlamnad", inlamnad=date(2025, 1, 15))
    lage = {rad.titel: rad.text for rad in oversikt.lage(date(2025, 2, 1))}
    assert lage["Slutrapporter"] == (
        "0 saknas efter insatser som slutat det senaste året, 1 att godkänna"
    )

"""The page to write on: without script, by autosave, with few queries, and for the right ones."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.choices import Roll
from tests.uppfoljning import exempel
from uppfoljning.models import Kvartalsrapport, Rapportutkast
from uppfoljning.selectors.skrivlage import skrivlage
from uppfoljning.selectors.varden import gallande_varden, skrivunderlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapport(insatsansvarig):
    exempel.forbund(forsta_rapportperiod="2021-K1")
    insats = exempel.insats()
    insats.ansvariga.add(insatsansvarig)
    exempel.mal(insats)
    forsta = exempel.rapport(
        insats, inlamnad=True, kontroll_metod="ja", i_fas="ja", vakanser_sof="nej"
    )
    forsta.antalen.create(matt="pagaende_slut", kon="K", antal=12)
    return exempel.rapport(insats, "2021-K2", forfaller=date(2021, 7, 31))


def adress(rapport, sida="update"):
    return reverse(f"uppfoljning:kvartalsrapport_{sida}", args=[rapport.pk])


def autospara(client, rapport, nr=0, skribent="A", **varden):
    data = {"nr": nr, "skribent": skribent, **varden}
    return client.post(adress(rapport, "utkast"), data, headers={"HX-Request": "true"})


def test_what_lasts_is_filled_in_and_what_happened_is_not(rapport):
    underlag = skrivunderlag(rapport)
    # Method is an arrangement that lasts; vacancies and phase are asked anew.
    assert underlag.forifyllda == {"kontroll_metod", "antal__pagaende_start____K"}
    assert underlag.grund["kontroll_metod"] == "ja"
    assert underlag.grund["antal__pagaende_start____K"] == "12"
    assert underlag.grund["vakanser_sof"] == underlag.grund["i_fas"] == "ej_besvarad"
    assert underlag.forra["vakanser_sof"] == "nej"  # shown beside


def test_the_page_shows_the_last_answers_beside_and_asks_a_new_insats_about_its_start(
    rapport, insatsansvarig_klient
):
    sida = insatsansvarig_klient.get(adress(rapport)).content.decode()
    assert "Förra: Nej" in sida and "Ifyllt därifrån" in sida
    assert "Startade insatsen i tid?" in sida
    rapport.insats.start = date(2020, 1, 1)
    rapport.insats.save()
    sida = insatsansvarig_klient.get(adress(rapport)).content.decode()
    assert "Startade insatsen i tid?" not in sida


def test_autosave_keeps_the_changed_fields_and_tells_what_is_left(rapport, insatsansvarig_klient):
    svar = autospara(insatsansvarig_klient, rapport, i_fas="nej", antal__inskrivna____K="3")
    sida = svar.content.decode()
    assert Rapportutkast.objects.get().varden == {"i_fas": "nej", "antal__inskrivna____K": "3"}
    assert "Sparat" in sida and 'name="nr" value="1"' in sida
    # 17 questions and goals; one answered, method filled in, a comment now wanted.
    underlag = skrivunderlag(rapport)
    lage = skrivlage(underlag, gallande_varden(underlag, Rapportutkast.objects.get()))
    assert len(lage.kvar) == 16 + 1 - 2 + 1
    assert "i_fas_kommentar" in {kvar.falt for kvar in lage.kvar}
    # 12 + 3 in, nobody out yet
    assert "(15) är inte lika med avslutade + pågående vid slut (0)" in sida


def test_unknown_fields_are_not_stored_and_nothing_new_is_no_answer(rapport, insatsansvarig_klient):
    svar = autospara(insatsansvarig_klient, rapport, status="granskad", antal__x____K="3")
    assert svar.status_code == 204
    rapport.refresh_from_db()
    assert rapport.status != "granskad"


def test_a_persons_number_is_refused_at_its_field_and_not_stored(rapport, insatsansvarig_klient):
    svar = autospara(
        insatsansvarig_klient, rapport, analys="Anna 811228-9874", handelser="Flytt till nya hus"
    )
    assert Rapportutkast.objects.get().varden == {"handelser": "Flytt till nya hus"}
    text = (
        "Innehållet ser ut att vara personuppgifter (personnummer). Endast antal får registreras."
    )
    assert 'id="not-analys"' in svar.content.decode() and text in svar.content.decode()


def test_as_many_queries_whatever_is_typed(rapport, insatsansvarig_klient):
    autospara(insatsansvarig_klient, rapport, analys="Ett")
    for nr, varden in enumerate(({"analys": "Två"}, {"i_fas": "ja", "antal__inskrivna____M": "4"})):
        with CaptureQueriesContext(connection) as fragor:
            autospara(insatsansvarig_klient, rapport, nr=nr + 1, **varden)
        # Session and user; the report, the one before, goals, counts and outcomes of both; the
        # report locked; the draft read and written between the two ends of a savepoint.
        assert len(fragor) <= 12


def test_without_script_the_whole_page_is_saved_and_anothers_change_is_a_choice(
    rapport, insatsansvarig_klient, kansli, kansli_klient
):
    autospara(kansli_klient, rapport, skribent="K", i_fas="delvis")
    sida = insatsansvarig_klient.post(
        adress(rapport), {"nr": "0", "skribent": "A", "i_fas": "ja", "analys": "Min text"}
    ).content.decode()
    assert "Kansli ändrade detta till ”Delvis”" in sida and "Min text" in sida
    assert Rapportutkast.objects.get().varden == {"i_fas": "delvis", "analys": "Min text"}
    data = {"nr": "2", "skribent": "A", "i_fas": "ja", "olost": "i_fas"}
    insatsansvarig_klient.post(adress(rapport), data)
    assert Rapportutkast.objects.get().varden["i_fas"] == "delvis"  # no choice made yet
    insatsansvarig_klient.post(adress(rapport), {**data, "behall": "i_fas"})
    assert Rapportutkast.objects.get().varden["i_fas"] == "ja"


def test_the_office_may_write_for_the_steering_group_and_the_revisor_may_not(
    rapport, kansli_klient, revisor_klient
):
    assert (
        "Du skriver åt insatsens styrgrupp." in kansli_klient.get(adress(rapport)).content.decode()
    )
    assert revisor_klient.get(adress(rapport)).status_code == 404
    assert autospara(revisor_klient, rapport, i_fas="ja").status_code == 404


def test_a_report_handed_in_meanwhile_takes_no_more(rapport, insatsansvarig_klient, insatsansvarig):
    autospara(insatsansvarig_klient, rapport, analys="Ett")
    insatsansvarig_klient.post(
        adress(rapport, "utkast"), {"nr": 1, "skribent": "A", "antal__pagaende_slut____K": "12"}
    )
    svar = insatsansvarig_klient.post(
        adress(rapport, "lamna"), {"ord": "Stämmer", "nr": "2"}, follow=True
    )
    assert "Rapporten är inlämnad. Tack!" in svar.content.decode()
    svar = insatsansvarig_klient.post(adress(rapport, "lamna"), {"ord": ""}, follow=True)
    assert "redan inlämnad av Insatsansvarig Testsson" in svar.content.decode()
    assert (
        "är inte sparat" in autospara(insatsansvarig_klient, rapport, analys="x").content.decode()
    )
    svar = insatsansvarig_klient.get(adress(rapport), follow=True)
    assert "redan inlämnad" in svar.content.decode()


def test_a_draft_that_another_changed_is_shown_again_before_it_is_handed_in(
    rapport, insatsansvarig_klient, kansli_klient
):
    autospara(insatsansvarig_klient, rapport, analys="Ett", antal__pagaende_slut____K="12")
    sida = insatsansvarig_klient.get(adress(rapport, "lamna")).content.decode()
    assert '<input type="hidden" name="nr" value="1">' in sida
    autospara(kansli_klient, rapport, nr=1, skribent="B", analys="Två")
    data = {"ord": "Stämmer", "nr": "1"}
    sida = insatsansvarig_klient.post(adress(rapport, "lamna"), data).content.decode()
    assert "Kansli har ändrat utkastet sedan du granskade det." in sida
    assert "Två" in sida and "Stämmer" in sida  # the draft as it is, and one's own words kept
    assert '<input type="hidden" name="nr" value="2">' in sida
    assert Kvartalsrapport.objects.get(pk=rapport.pk).ar_oppen
    insatsansvarig_klient.post(adress(rapport, "lamna"), {**data, "nr": "2"})
    assert Kvartalsrapport.objects.get(pk=rapport.pk).analys == "Två"
    assert not Rapportutkast.objects.exists()


def test_begun_from_the_board_and_shown_there(rapport, insatsansvarig_klient, klient):
    skapa = reverse("uppfoljning:kvartalsrapport_create", args=[rapport.insats.pk, "2021-K3"])
    svar = insatsansvarig_klient.post(skapa)
    ny = Kvartalsrapport.objects.get(period="2021-K3")
    assert svar["Location"] == adress(ny)
    sida = insatsansvarig_klient.get(f"{reverse('uppfoljning:lage')}?ar=2021").content.decode()
    assert "Mina insatser" in sida and "Ej påbörjad" in sida and "Inlämnad" in sida
    utanfor = reverse("uppfoljning:kvartalsrapport_create", args=[rapport.insats.pk, "2019-K1"])
    assert insatsansvarig_klient.post(utanfor).status_code == 404
    rapport.insats.ansvariga.clear()
    assert klient(Roll.INSATSANSVARIG).post(skapa).status_code == 404


def test_as_many_queries_for_ten_insatser_on_the_board_as_for_one(rapport, kansli_klient):
    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert kansli_klient.get(reverse("uppfoljning:lage")).status_code == 200
        return len(fragor)

    antal()
    fore = antal()
    for nr in range(2, 11):
        exempel.rapport(exempel.insats(nr), "2021-K2")
    assert antal() == fore

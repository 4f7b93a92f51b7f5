"""The office's pages of a survey, and what the one who answers is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang, stang
from uppfoljning.actions.enkat import oppna_omgang
from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.models import Enkat, Enkatfraga, Enkatnyckel, Svarsrakning

pytestmark = pytest.mark.django_db
ADRESSER = "\n".join(f"person{nr}@kommun.example" for nr in range(6))


@pytest.fixture
def enkat():
    return skapa_enkat()


@pytest.fixture
def omgang(enkat):
    return skapa_omgang(enkat)


def adress(namn, *args):
    return reverse(f"uppfoljning:{namn}", args=args)


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def test_from_nothing_to_a_questionnaire(kansli_klient):
    kansli_klient.post(adress("enkat_create"), {"titel": "Samverkan", "ingress": "Hej."})
    enkat = Enkat.objects.get()
    for nr, (fraga, skala) in enumerate([("Bra?", "ja_nej"), ("Varför?", "fritext")], start=1):
        svar = kansli_klient.post(
            adress("enkatfraga_create", enkat.pk),
            {"enkat": enkat.pk, "ordning": nr, "text": fraga, "skala": skala},
        )
        assert svar["Location"] == enkat.get_absolute_url()
    sida = text(kansli_klient.get(enkat.get_absolute_url()))
    assert "Ja eller nej, fyra steg" in sida and "Så hålls svaren anonyma" in sida
    visning = text(kansli_klient.get(adress("enkat_forhandsvisa", enkat.pk)))
    assert "Ja, till viss del" in visning and "<button" not in visning.split("<main")[1]


def test_questions_change_places(enkat, kansli_klient):
    forsta, andra, tredje = enkat.fragor.order_by("ordning")
    svar = kansli_klient.post(
        adress("enkatfraga_flytta", tredje.pk), {"riktning": "upp"}, follow=True
    )
    assert "Frågan står nu på plats 2." in text(svar)
    kansli_klient.post(adress("enkatfraga_flytta", forsta.pk), {"riktning": "ned"})
    kansli_klient.post(adress("enkatfraga_flytta", tredje.pk), {"riktning": "upp"})  # already first
    assert list(enkat.fragor.order_by("ordning")) == [tredje, forsta, andra]
    assert [rad.ordning for rad in tredje.history.order_by("history_id")] == [3, 2, 1]


def test_what_a_round_has_asked_stands_as_it_was_asked(omgang, kansli_klient, kansli):
    fraga = omgang.enkat.fragor.first()
    oppna_omgang(omgang, 5, kansli)
    assert "Ställd, och kan därför inte ändras" in text(kansli_klient.get(fraga.get_absolute_url()))
    for namn in ("enkatfraga_update", "enkatfraga_delete"):
        assert kansli_klient.get(adress(namn, fraga.pk)).status_code == 404
    # A question that comes later is not asked of those who have their links.
    Enkatfraga.objects.create(enkat=omgang.enkat, ordning=9, text="Ny?", skala="ja_nej")
    assert Svarsrakning.objects.filter(omgang=omgang, fraga__text="Ny?").count() == 0


@pytest.mark.parametrize(
    ("rader", "mening"),
    [
        ("a@b.se\nfel", "Rad 2: ”fel” är ingen e-postadress."),
        ("a@b.se\n\nA@B.se;", "Rad 3: adressen står redan på rad 1."),
        ("a@b.se", "Minst 5 behöver få enkäten; med färre kan resultatet aldrig visas."),
        ("", "måste fyllas i"),
    ],
)
def test_a_list_of_addresses_that_will_not_do(omgang, kansli_klient, settings, rader, mening):
    settings.SKICKAR_EPOST = True
    data = {"adresser": rader, "amne": "Enkät", "brev": "Svara gärna."}
    sida = text(kansli_klient.post(adress("enkatomgang_skicka", omgang.pk), data))
    assert mening in sida and "Svara gärna." in sida
    assert mail.outbox == [] and not Enkatnyckel.objects.exists()


def test_a_round_is_sent_once(omgang, kansli_klient, settings):
    settings.SKICKAR_EPOST = True
    skicka = adress("enkatomgang_skicka", omgang.pk)
    data = {"adresser": ADRESSER, "amne": "Enkät", "brev": "Svara gärna."}
    svar = kansli_klient.post(skicka, data, follow=True)
    assert "6 brev är skickade. Adresserna är inte sparade." in text(svar)
    assert f"till och med {omgang.stanger.day}\u00a0" in mail.outbox[0].body
    assert kansli_klient.post(skicka, data).status_code == 404
    assert kansli_klient.post(adress("enkatomgang_lankar", omgang.pk)).status_code == 404
    assert (len(mail.outbox), Enkatnyckel.objects.count()) == (6, 6)


def test_a_reminder_has_no_link_and_goes_to_no_more_than_were_asked(
    omgang, kansli_klient, settings, kansli
):
    settings.SKICKAR_EPOST = True
    oppna_omgang(omgang, 5, kansli)
    paminn = adress("enkatomgang_paminn", omgang.pk)
    data = {"adresser": ADRESSER, "amne": "Påminnelse", "brev": "Hinner du?"}
    assert "6 adresser, men bara 5 har fått en länk." in text(kansli_klient.post(paminn, data))
    data["adresser"] = ADRESSER.rsplit("\n", 1)[0]
    assert "5 påminnelser är skickade." in text(kansli_klient.post(paminn, data, follow=True))
    assert [brev.body for brev in mail.outbox] == ["Hinner du?"] * 5
    assert Enkatnyckel.objects.count() == 5


class Trasig(EmailBackend):
    """Takes every letter but one."""

    def send_messages(self, messages):
        if messages[0].to == ["person2@kommun.example"]:
            raise OSError("okänd mottagare")
        return super().send_messages(messages)


class Tyst(EmailBackend):
    def open(self):
        raise OSError("ingen server")


def test_an_address_that_a_reminder_did_not_reach_is_shown_and_not_kept(
    omgang, kansli_klient, settings
):
    settings.SKICKAR_EPOST = True
    omgang.antal_utskick = 6
    omgang.save()
    settings.EMAIL_BACKEND = f"{__name__}.Trasig"
    data = {"adresser": ADRESSER, "amne": "Påminnelse", "brev": "Hinner du?"}
    svar = kansli_klient.post(adress("enkatomgang_paminn", omgang.pk), data)
    assert "1 av 6 påminnelser kunde inte skickas." in text(svar)
    assert "<li>person2@kommun.example</li>" in text(svar)
    assert "messages" not in svar.cookies and "_messages" not in kansli_klient.session


def test_a_letter_that_could_not_be_sent_shows_its_link_once(omgang, kansli_klient, settings):
    settings.SKICKAR_EPOST = True
    settings.EMAIL_BACKEND = f"{__name__}.Trasig"
    data = {"adresser": ADRESSER, "amne": "Enkät", "brev": "Svara gärna."}
    sida = text(kansli_klient.post(adress("enkatomgang_skicka", omgang.pk), data))
    assert "1 av 6 brev kunde inte skickas." in sida
    assert "person2@kommun.example" in sida and sida.count("/svara/") == 1
    assert len(mail.outbox) == 5


def test_without_a_mail_server_nothing_is_stored(omgang, kansli_klient, settings):
    settings.SKICKAR_EPOST = True
    settings.EMAIL_BACKEND = f"{__name__}.Tyst"
    data = {"adresser": ADRESSER, "amne": "Enkät", "brev": "Svara gärna."}
    sida = text(kansli_klient.post(adress("enkatomgang_skicka", omgang.pk), data))
    assert "E-postservern svarar inte. Ingenting är skickat." in sida
    assert not Enkatnyckel.objects.exists()


def test_links_as_a_file_once_and_called_back(omgang, kansli_klient, utloggad):
    lankar = adress("enkatomgang_lankar", omgang.pk)
    assert "Ingen e-postserver är inställd" in text(kansli_klient.get(omgang.get_absolute_url()))
    assert "Minst 5 behöver" in text(kansli_klient.post(lankar, {"antal": 4}))
    fil = kansli_klient.post(lankar, {"antal": 5}).content.decode("utf-8-sig").split()
    assert fil[0] == "Länk" and len(set(fil)) == 6
    assert "Skicka svaren" in text(utloggad.get(fil[1]))
    kansli_klient.post(adress("enkatomgang_aterkalla", omgang.pk))
    assert "Länken känns inte igen" in text(utloggad.get(fil[1]))
    omgang.refresh_from_db()
    assert not omgang.skickad and not Svarsrakning.objects.exists()


def test_what_has_been_answered_is_not_called_back(omgang, kansli_klient, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    spara_svar(hemlighet, {omgang.enkat.fragor.first().pk: 1}, timezone.localdate())
    svar = kansli_klient.post(adress("enkatomgang_aterkalla", omgang.pk), follow=True)
    assert "Svar har kommit in; omgången kan inte återkallas." in text(svar)
    assert Enkatnyckel.objects.count() == 5


@pytest.mark.parametrize(
    ("oppnar", "stanger", "mening"),
    [
        (1, 5, "Enkäten har inte öppnat än."),
        (-5, -1, "Enkäten är stängd och tar inte emot fler svar."),
    ],
)
def test_outside_its_days_the_round_says_so(omgang, utloggad, kansli, oppnar, stanger, mening):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    idag = timezone.localdate()
    omgang.refresh_from_db()
    omgang.oppnar, omgang.stanger = (idag + timedelta(days=d) for d in (oppnar, stanger))
    omgang.save()
    sida = adress("enkat_svara", hemlighet)
    assert mening in text(utloggad.get(sida))
    fraga = omgang.enkat.fragor.first()
    assert mening in text(utloggad.post(sida, {f"fraga_{fraga.pk}": 1}))
    assert not Svarsrakning.objects.filter(antal__gt=0).exists()


@pytest.mark.parametrize(
    ("varden", "mening"),
    [
        (("", "", ""), "Svara på minst en fråga innan du skickar."),
        (("", "", "Ring 19811218-9876."), "ser ut att vara personuppgifter (personnummer)"),
        (("9", "", ""), "Välj ett giltigt alternativ"),
        (("", "", "x" * 2001), "2000 tecken"),
    ],
)
def test_an_answer_that_will_not_do_keeps_what_was_typed(omgang, utloggad, kansli, varden, mening):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    fragor = omgang.enkat.fragor.order_by("ordning")
    data = {f"fraga_{fraga.pk}": varde for fraga, varde in zip(fragor, varden, strict=True)}
    sida = text(utloggad.post(adress("enkat_svara", hemlighet), data))
    assert mening in sida and varden[2] in sida
    assert not Enkatnyckel.objects.filter(anvand=True).exists()


def test_passing_a_question_by_is_counted_as_that(omgang, utloggad, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    en, tva, _ = omgang.enkat.fragor.order_by("ordning")
    utloggad.post(adress("enkat_svara", hemlighet), {f"fraga_{en.pk}": 0, f"fraga_{tva.pk}": 4})
    antal = {(r.fraga_id, r.steg) for r in Svarsrakning.objects.filter(antal=1)}
    assert {(en.pk, 0), (tva.pk, 4)} <= antal and len(antal) == 3


def test_the_board_reads_results_and_changes_nothing(omgang, ledamot_klient, revisor_klient):
    assert text(ledamot_klient.get(omgang.enkat.get_absolute_url())).count("Flytta upp") == 0
    sida = text(ledamot_klient.get(adress("enkat_list")))
    assert "Enkäter" in sida.split("Huvudmeny")[1].split("</nav>")[0] or "Uppföljning" in sida
    for klient in (ledamot_klient, revisor_klient):
        for namn in ("enkatomgang_skicka", "enkatomgang_lankar", "enkatomgang_aterkalla"):
            assert klient.post(adress(namn, omgang.pk)).status_code == 404


def test_as_many_queries_for_many_answers_and_rounds_as_for_few(enkat, kansli, kansli_klient):
    fraga = enkat.fragor.order_by("ordning")[2]

    def omgang(namn):
        ny = skapa_omgang(enkat, namn)
        for hemlighet in oppna_omgang(ny, 6, kansli):
            spara_svar(hemlighet, {fraga.pk: "Mer tid."}, timezone.localdate())
        stang(ny)

    def fragor():
        with CaptureQueriesContext(connection) as fangade:
            text(kansli_klient.get(adress("enkat_resultat", enkat.pk)))
        return len(fangade)

    omgang("ett")
    kansli_klient.get(adress("enkat_resultat", enkat.pk))
    en = fragor()
    for namn in ("två", "tre"):
        omgang(namn)
    assert fragor() == en


def test_an_answer_costs_the_same_when_many_have_answered(omgang, kansli):
    fraga = omgang.enkat.fragor.order_by("ordning")[2]
    antal = []
    for hemlighet in oppna_omgang(omgang, 6, kansli):
        with CaptureQueriesContext(connection) as fangade:
            spara_svar(hemlighet, {fraga.pk: "Mer tid."}, timezone.localdate())
        antal.append(len(fangade))
    assert len(set(antal[1:])) == 1

"""Reminders, the start page, and what other rooms are told of reports."""

import re
from datetime import date

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from finsam.arshjul import Tillstand, plikter
from finsam.periods import las_period
from insatser.berattelse import handelser
from insatser.rekvisitionshinder import hinder
from tests.uppfoljning import exempel
from uppfoljning.actions.paminnelser import paminn
from uppfoljning.actions.rapporter import byt_status
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport, Paminnelse

pytestmark = pytest.mark.django_db


@pytest.fixture
def insats(insatsansvarig, settings):
    settings.SKICKAR_EPOST = True
    settings.WEBBADRESS = "https://finsam.test"
    exempel.forbund(forsta_rapportperiod="2021-K1")
    ett = exempel.insats(slut=date(2021, 6, 30))
    ett.ansvariga.add(insatsansvarig)
    return ett


def skickat():
    return [(rad.rapport.period, rad.tillfalle) for rad in Paminnelse.objects.order_by("pk")]


def test_one_letter_a_person_and_occasion_however_often_it_is_run(insats, insatsansvarig):
    for dag in (date(2021, 4, 22), date(2021, 4, 23), date(2021, 4, 24), date(2021, 4, 30)):
        paminn(dag)
        paminn(dag)
    assert skickat() == [("2021-K1", "fore"), ("2021-K1", "forfaller")]
    amne = "Kvartalsrapport för Vägen 1, kvartal 1 2021"
    assert [brev.subject for brev in mail.outbox] == [amne, amne]
    assert mail.outbox[0].to == [insatsansvarig.email]
    assert "lämnas senast 2021-04-30" in mail.outbox[0].body
    assert "https://finsam.test/uppfoljning/" in mail.outbox[0].body


def test_two_late_reports_are_one_letter_and_a_report_handed_in_none(insats):
    exempel.insats(2, slut=date(2021, 6, 30))
    paminn(date(2021, 8, 2))
    assert len(mail.outbox) == 1 and "2 kvartalsrapporter" in mail.outbox[0].subject
    assert "kvartal 1 2021: skulle ha lämnats 2021-04-30" in mail.outbox[0].body
    stund = timezone.now()
    for rapport in Kvartalsrapport.objects.filter(insats=insats):
        rapport.inlamnad_at = stund
        byt_status(rapport, Rapportstatus.INLAMNAD, None)
    assert paminn(date(2021, 9, 2)).brev == ()


def test_whom_nobody_answers_for_is_told(insats):
    insats.ansvariga.clear()
    assert [lage.period.kod for lage in paminn(date(2021, 5, 1)).utan_ansvarig] == ["2021-K1"]


def test_the_command_makes_reports_and_says_what_it_did(insats, capsys):
    call_command("paminn")
    text = capsys.readouterr().out
    assert "Skapade 2 rapporter." in text and "Påmind: insatsansvarig@test.example" in text
    call_command("paminn")
    assert "Skapade 0 rapporter.\nInga nya påminnelser." in capsys.readouterr().out


def test_without_mail_nothing_is_sent_and_nothing_is_noted(insats, settings, capsys):
    settings.SKICKAR_EPOST = False
    call_command("paminn")
    assert "ingen har påmints" in capsys.readouterr().out
    assert mail.outbox == [] and not Paminnelse.objects.exists()


def test_a_letter_that_could_not_be_sent_is_tried_again(insats, monkeypatch, capsys):
    def trasig(*args, **kwargs):
        raise OSError("servern svarar inte")

    monkeypatch.setattr("uppfoljning.actions.paminnelser.send_mail", trasig)
    with pytest.raises(CommandError, match="försöks igen"):
        call_command("paminn")
    assert "servern svarar inte" in capsys.readouterr().out
    assert not Paminnelse.objects.exists()


def test_the_office_reminds_by_a_button_once_a_day(insats, kansli_klient, revisor_klient):
    adress = reverse("uppfoljning:kvartalsrapport_paminn", args=[insats.pk, "2021-K1"])
    assert "Påminn" in kansli_klient.get(reverse("uppfoljning:lage")).content.decode()
    assert revisor_klient.post(adress).status_code == 404
    sida = kansli_klient.post(adress, follow=True).content.decode()
    assert "Påminnelse skickad till insatsansvarig@test.example." in sida
    assert "Ingen att påminna i dag" in kansli_klient.post(adress, follow=True).content.decode()
    assert len(mail.outbox) == 1


def test_a_claim_waits_for_the_report_or_is_warned_as_the_association_says(insats):
    (ett,) = hinder(insats, las_period("2021-K1"))
    assert ett.text == "Kvartalsrapport 2021-K1 saknas; den skulle ha lämnats 2021-04-30."
    assert ett.stoppar
    forbund = exempel.Forbund.objects.get()
    forbund.rekvisition_kraver_rapport = False
    forbund.save()
    assert [h.stoppar for h in hinder(insats, las_period("2021-H1"))] == [False, False]
    exempel.rapport(insats, inlamnad=True)
    assert list(hinder(insats, las_period("2021-K1"))) == []
    assert list(hinder(insats, las_period("2021-K3"))) == []  # it has ended


def test_the_insats_tells_of_its_reports(insats, kansli, revisor):
    rapport = exempel.rapport(insats, inlamnad=True)
    byt_status(rapport, Rapportstatus.ATER, kansli, "Mer om målen")
    rader = [h for h in handelser(insats, revisor) if h.slag == "Kvartalsrapport"]
    assert [(h.rubrik, h.text) for h in rader] == [
        ("Rapporten för kvartal 1 2021 går åter för komplettering", "Mer om målen")
    ]
    assert rader[0].adress == rapport.get_absolute_url()


def test_the_start_page_tells_each_of_their_own(insats, kansli, insatsansvarig, anvandare):
    idag = date(2021, 5, 2)
    (egen,) = [p for p in plikter(insatsansvarig, idag) if "Kvartalsrapport" in p.titel]
    assert (egen.dag, egen.tillstand) == (date(2021, 4, 30), Tillstand.FORSENAD)
    alla = [p for p in plikter(kansli, idag) if p.titel.startswith("Kvartalsrapporter")]
    assert [(p.titel, p.grund) for p in alla] == [
        ("Kvartalsrapporter kvartal 1 2021", "0 av 1 är inlämnade."),
        ("Kvartalsrapporter kvartal 2 2021", "0 av 1 är inlämnade."),
    ]
    insats.ansvariga.clear()
    assert not [p for p in plikter(insatsansvarig, idag) if re.match("Kvartalsrapport", p.titel)]

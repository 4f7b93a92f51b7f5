"""A decision taken on delegation: its page, and the telling of the board."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from insatser.models import Insatsbeslut
from tests import rader

pytestmark = pytest.mark.django_db


def beslut(**falt: object) -> Insatsbeslut:
    (insats,) = rader.insatser(1)
    grund = {"utfall": "avslag", "beslutsdatum": date(2024, 5, 2), "instans": "delegation"}
    return Insatsbeslut.objects.create(insats=insats, **{**grund, **falt})


def test_the_board_is_told_once_and_the_page_says_so(kansli_klient: Client) -> None:
    ett = beslut()
    assert "Inte anmält" in kansli_klient.get(ett.get_absolute_url()).content.decode()
    adress = reverse("insatser:insatsbeslut_anmal", args=[ett.pk])
    svar = kansli_klient.post(adress, {"anmalt": "2024-06-13"})
    assert svar["Location"] == ett.get_absolute_url()
    sida = kansli_klient.get(ett.get_absolute_url()).content.decode()
    assert "Inte anmält" not in sida and "2024-06-13" in sida


def test_a_day_before_the_decision_or_after_today_is_refused(kansli_klient: Client) -> None:
    ett = beslut()
    adress = reverse("insatser:insatsbeslut_anmal", args=[ett.pk])
    fore = kansli_klient.post(adress, {"anmalt": "2024-05-01"}).content.decode()
    assert "tidigast samma dag som det är fattat" in fore
    imorgon = timezone.localdate() + timedelta(days=1)
    efter = kansli_klient.post(adress, {"anmalt": imorgon.isoformat()}).content.decode()
    assert "Datumet ligger efter dagens datum." in efter


def test_the_boards_own_decision_is_not_told_to_it(kansli_klient: Client) -> None:
    ett = beslut(instans="styrelse", paragraf="§ 12")
    assert "Anmält till styrelsen" not in kansli_klient.get(ett.get_absolute_url()).content.decode()
    adress = reverse("insatser:insatsbeslut_anmal", args=[ett.pk])
    assert kansli_klient.post(adress, {"anmalt": "2024-06-13"}).status_code == 404
    ett.anmalt = date(2024, 6, 13)
    with pytest.raises(ValidationError, match="Bara ett delegationsbeslut anmäls"):
        ett.full_clean()


def test_an_insatsansvarig_reads_the_decisions_on_own_insatser_only(
    insatsansvarig_klient: Client, insatsansvarig: object
) -> None:
    ett = beslut()
    assert insatsansvarig_klient.get(ett.get_absolute_url()).status_code == 404
    assert ett.insats
    ett.insats.ansvariga.add(insatsansvarig)  # type: ignore[arg-type]
    sida = insatsansvarig_klient.get(ett.get_absolute_url())
    assert sida.status_code == 200 and "/anmalt/" not in sida.content.decode()

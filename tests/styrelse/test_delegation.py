"""Decisions taken for the board: numbered, told of at its next meeting, then locked."""

from datetime import date, time
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from finsam.choices import Roll
from insatser.models import Insatsbeslut
from styrelse.actions import delegation
from styrelse.actions.delegation import anmal, registrera
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.models import Delegationsbeslut, Kansliroll, Mote, Paragraf, Person, Punkt
from styrelse.selectors.delegation import INGA, TILL_STYRELSEN, motets_punkt, vid_punkten
from styrelse.selectors.handlingar import handlingar
from styrelse.selectors.protokollsbild import protokollsbild
from tests import rader
from tests.styrelse.dagordningsexempel import fast_punkt
from tests.styrelse.exempelmoten import mote as ett_mote

pytestmark = pytest.mark.django_db


@pytest.fixture
def delegat() -> Person:
    person = Person.objects.create(namn="Åsa Ek")
    Kansliroll.objects.create(person=person, befattning="förbundschef", fran=date(2020, 1, 1))
    return person


@pytest.fixture
def punkt() -> Punkt:
    return fast_punkt(ett_mote(date(2021, 10, 21)), "sist", 1, "delegationsbeslut")


def beslut(delegat: Person, datum: date, rubrik: str = "Inköp", **varden: Any) -> Delegationsbeslut:
    grund = {"datum": datum, "rubrik": rubrik, "beslut": "att köpa", "stod": "3.2"}
    return registrera(Delegationsbeslut(delegat=delegat, **{**grund, **varden}), None)


def insatsbeslut(dag: date) -> Insatsbeslut:
    (insats,) = rader.insatser(1)
    return Insatsbeslut.objects.create(
        insats=insats, utfall="avslag", beslutsdatum=dag, instans="delegation"
    )


def test_numren_gar_inom_aret(delegat):
    dagar = [date(2021, 5, 1), date(2022, 1, 3), date(2021, 9, 1)]
    assert [str(beslut(delegat, dag)) for dag in dagar] == ["D 2021:1", "D 2022:1", "D 2021:2"]


def test_den_som_kommer_samtidigt_far_nasta_nummer(delegat, monkeypatch):
    """Both have read that the year's highest is none; the second to store takes the next."""
    beslut(delegat, date(2021, 5, 1))
    svar = iter([1, 2])
    monkeypatch.setattr(delegation, "_nasta", lambda ar: next(svar))
    assert str(beslut(delegat, date(2021, 5, 1))) == "D 2021:2"


def test_punkten_raknar_upp_det_som_vantar_har_och_i_andra_rum(delegat, punkt):
    beslut(delegat, date(2021, 10, 1), "Inköp av dator")
    beslut(delegat, date(2021, 10, 22), "Efter mötet")
    insatsbeslut(date(2021, 9, 30))
    assert [d.text for d in vid_punkten(punkt)] == [
        "D 2021:1, 2021-10-01: Inköp av dator (Åsa Ek)",
        "Insatsbeslut, insats 1, 2021-09-30: Avslag om I00, K00",
    ]
    (rad,) = handlingar(punkt.mote).punkter
    assert rad.text == (
        "- D 2021:1, 2021-10-01: Inköp av dator (Åsa Ek)\n"
        "- Insatsbeslut, insats 1, 2021-09-30: Avslag om I00, K00"
    )


def test_utan_beslut_sager_punkten_det(punkt):
    assert handlingar(punkt.mote).punkter[0].text == INGA


def test_nar_motet_ar_over_ar_de_anmalda_dar(delegat, punkt, kansli):
    mote: Mote = punkt.mote
    fore, efter = (beslut(delegat, date(2021, 10, d)) for d in (1, 22))
    insats = insatsbeslut(date(2021, 9, 30))
    assert anmal(mote, kansli) == punkt
    mote.status = "hallet"
    mote.save()
    for rad in (fore, efter, insats):
        rad.refresh_from_db()
    assert (fore.anmalt_vid, efter.anmalt_vid) == (punkt, None)
    assert (insats.anmalt, insats.anmalt_vid) == (date(2021, 10, 21), punkt)
    assert fore.history.first().history_user == kansli
    # What the item told of stays, whatever comes after.
    beslut(delegat, date(2021, 10, 2), "Sent inlagt")
    assert [d.namn for d in vid_punkten(Punkt.objects.get(pk=punkt.pk))] == [
        "D 2021:1",
        "Insatsbeslut, insats 1",
    ]
    # The minutes tell of the same.
    ge_paragrafer(mote, None)
    bild = protokollsbild(Mote.objects.get(pk=mote.pk), utkast=True)
    assert bild is not None
    (paragraf,) = bild.protokollet.paragrafer
    assert paragraf.meningar == ("2 beslut som har fattats på delegation anmäls:",)
    assert paragraf.delegationsbeslut == (
        ("D 2021:1", "Inköp: att köpa (Åsa Ek, 2021-10-01)."),
        ("Insatsbeslut, insats 1", "Avslag om I00, K00 (2021-09-30)."),
    )


def test_utan_punkt_anmals_inget(delegat, kansli):
    rad = beslut(delegat, date(2021, 10, 1))
    assert anmal(ett_mote(date(2021, 10, 21)), kansli) is None
    rad.refresh_from_db()
    assert rad.anmalt_vid is None


def test_bara_styrelsen_far_veta(delegat, kansli):
    rad = beslut(delegat, date(2021, 10, 1))
    insats = insatsbeslut(date(2021, 9, 30))
    au = fast_punkt(ett_mote(date(2021, 10, 21), "au"), "sist", 1, "delegationsbeslut")
    assert anmal(au.mote, kansli) is None
    for ett in (rad, insats):
        ett.refresh_from_db()
    assert (rad.anmalt_vid, insats.anmalt) == (None, None)
    assert handlingar(au.mote).punkter[0].text == TILL_STYRELSEN
    # What the board is told of that very day is not the committee's.
    anmal(fast_punkt(ett_mote(date(2021, 10, 21)), "sist", 1, "delegationsbeslut").mote, kansli)
    assert vid_punkten(au) == []


def test_tva_moten_samma_dag_har_var_sina(delegat, punkt, kansli):
    """A meeting in the morning and an extra one in the afternoon, each with what it was told."""
    forsta = insatsbeslut(date(2021, 9, 30))
    anmal(punkt.mote, kansli)
    sent = ett_mote(date(2021, 10, 21), start=time(15), slut=None)
    extra = fast_punkt(sent, "sist", 1, "delegationsbeslut")
    andra = Insatsbeslut.objects.create(
        insats=forsta.insats, utfall="avslag", beslutsdatum=date(2021, 10, 1), instans="delegation"
    )
    anmal(extra.mote, kansli)
    for rad in (punkt, extra):
        rad.mote.status = "hallet"
        rad.mote.save()
    assert [[d.adress for d in vid_punkten(p)] for p in (punkt, extra)] == [
        [forsta.get_absolute_url()],
        [andra.get_absolute_url()],
    ]
    # A day that is typed names a meeting only where there is one.
    assert motets_punkt(date(2021, 10, 21)) is None
    extra.mote.status = "installt"
    extra.mote.save()
    assert motets_punkt(date(2021, 10, 21)) == punkt


def test_forbundschefen_lagger_in_och_andrar_tills_det_ar_anmalt(
    delegat, punkt, klient, forbundschef
):
    form = {
        "datum": "2021-10-01",
        "rubrik": "Inköp",
        "beslut": "att köpa",
        "delegat": delegat.pk,
        "stod": "3.2",
        "belopp": "24 000",
    }
    kontor = klient(Roll.FORBUNDSCHEF)
    svar = kontor.post(reverse("styrelse:delegationsbeslut_create"), form, follow=True)
    rad = Delegationsbeslut.objects.get()
    assert (str(rad), rad.belopp, rad.registrerat_av) == ("D 2021:1", 24000, forbundschef)
    assert "Vid styrelsens nästa möte, av sig självt" in svar.content.decode()
    andra = reverse("styrelse:delegationsbeslut_update", args=[rad.pk])
    svar = kontor.post(andra, {**form, "datum": "2020-10-01"})
    assert "Beslutet har nummer D 2021:1: datumet måste ligga i 2021." in svar.content.decode()
    assert kontor.post(andra, {**form, "stod": "4.1"}).status_code == 302
    sida = rad.get_absolute_url()
    assert klient(Roll.LEDAMOT).get(sida).status_code == 404
    anmal(punkt.mote, forbundschef)
    Paragraf.objects.create(punkt=punkt, organ="fs", verksamhetsar=2021, nummer=61)
    assert kontor.post(andra, form).status_code == 404
    assert "§ 61" in klient(Roll.LEDAMOT).get(sida).content.decode()
    lista = klient(Roll.LEDAMOT).get(reverse("styrelse:delegationsbeslut_list")).content.decode()
    assert "2021-10-21, § 61" in lista


def test_ett_beslut_fattas_inte_i_morgon(delegat, klient):
    ny = reverse("styrelse:delegationsbeslut_create")
    svar = klient(Roll.FORBUNDSCHEF).post(ny, {"datum": "2999-01-01"})
    assert "Datumet ligger efter dagens datum." in svar.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets one write at a time")
def test_fyra_pa_en_gang_far_fyra_nummer():
    delegat = Person.objects.create(namn="Åsa Ek")

    def lagg_in() -> None:
        beslut(delegat, date(2021, 5, 1))
        connection.close()

    tradar = [Thread(target=lagg_in) for _ in range(4)]
    for trad in tradar:
        trad.start()
    for trad in tradar:
        trad.join()
    nummer = Delegationsbeslut.objects.values_list("lopnummer", flat=True)
    assert sorted(nummer) == [1, 2, 3, 4]

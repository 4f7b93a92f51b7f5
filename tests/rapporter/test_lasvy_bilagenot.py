"""A reader's own note on an annex: kept, merged and hidden as that on an item."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from finsam.choices import Roll
from finsam.enhet import enhetsnyckel
from finsam.models import Anvandare
from styrelse.calculations.handlingar import las
from styrelse.calculations.lasanteckning import SKILJE
from styrelse.forms.lasning import LANGST
from styrelse.models import Lasanteckning
from tests.rapporter.exempelpaket import utskickat_mote

pytestmark = pytest.mark.django_db
HEMLIGT = "Tabell 3 stämmer inte med förra året"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def mote(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


@pytest.fixture
def bilaga(mote) -> int:
    return las(mote.paket.get().innehall).punkter[1].bilagor[0].bilaga


def skriv(klient, mote, bilaga, text, bas="", **rubriker):
    lasare = enhetsnyckel(Anvandare.objects.get(pk=klient.session["_auth_user_id"]))
    adress = reverse("rapporter:lasanteckning_bilaga", args=[mote.pk, bilaga])
    return klient.post(adress, {"text": text, "bas": bas, "lasare": lasare}, **rubriker)


def text_pa(klient, namn, *nycklar) -> str:
    return klient.get(reverse(f"rapporter:{namn}", args=nycklar)).content.decode()


def test_it_is_kept_at_its_annex_and_listed_by_its_name(ledamot_klient, mote, bilaga) -> None:
    svar = skriv(ledamot_klient, mote, bilaga, HEMLIGT)
    assert svar.status_code == 302
    rad = Lasanteckning.objects.get()
    assert rad.bilaga_id == bilaga
    assert HEMLIGT in text_pa(ledamot_klient, "las_bilaga", mote.pk, bilaga)
    assert HEMLIGT not in text_pa(ledamot_klient, "las_punkt", mote.pk, rad.punkt_id)
    alla = text_pa(ledamot_klient, "las_anteckningar", mote.pk)
    sida = reverse("rapporter:las_bilaga", args=[mote.pk, bilaga])
    assert HEMLIGT in alla
    assert f'<a href="{sida}#anteckning">Bilaga 2.1: Delårsrapport 2</a>' in alla
    innehall = text_pa(ledamot_klient, "las", mote.pk)
    vid_bilagan = innehall.split(f'id="bilaga-{bilaga}"')[1].split("</li>")[0]
    assert innehall.count(">Anteckning<") == 1 and ">Anteckning<" in vid_bilagan


def test_the_item_and_its_annexes_have_a_note_each(ledamot_klient, ledamot, mote, bilaga) -> None:
    skriv(ledamot_klient, mote, bilaga, HEMLIGT)
    punkt = Lasanteckning.objects.get().punkt_id
    adress = reverse("rapporter:lasanteckning", args=[mote.pk, punkt])
    data = {"text": "Punktens", "bas": "", "lasare": enhetsnyckel(ledamot)}
    assert ledamot_klient.post(adress, data, **JSON).json()["text"] == "Punktens"
    assert set(Lasanteckning.objects.values_list("bilaga_id", "text")) == {
        (None, "Punktens"),
        (bilaga, HEMLIGT),
    }
    for vald in (None, bilaga):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lasanteckning.objects.create(punkt_id=punkt, bilaga_id=vald, anvandare=ledamot)


def test_two_devices_keep_both_texts(ledamot_klient, mote, bilaga) -> None:
    skriv(ledamot_klient, mote, bilaga, "Från plattan", **JSON)
    sedan = skriv(ledamot_klient, mote, bilaga, "Från telefonen", **JSON).json()
    assert sedan["krock"] and sedan["text"] == f"Från plattan{SKILJE}Från telefonen"
    assert skriv(ledamot_klient, mote, bilaga, "", sedan["version"], **JSON).status_code == 200
    assert not Lasanteckning.objects.exists()


def test_nobody_else_finds_it(ledamot_klient, klient, anvandare, mote, bilaga) -> None:
    skriv(ledamot_klient, mote, bilaga, HEMLIGT)
    annan = anvandare(Roll.LEDAMOT).__class__.objects.create_user(
        "b", "b@test.example", roll="ledamot"
    )
    sidor = (("las_bilaga", bilaga), ("las",), ("las_anteckningar",))
    for vem in [annan, *(roll for roll in Roll if roll != Roll.LEDAMOT)]:
        for namn, *nycklar in sidor:
            sida = text_pa(klient(vem), namn, mote.pk, *nycklar)
            assert HEMLIGT not in sida and ">Anteckning<" not in sida, (vem, namn)


def test_what_is_too_long_or_elsewhere_is_refused(ledamot_klient, mote, bilaga) -> None:
    for_lang = "a" * (LANGST + 1)
    assert skriv(ledamot_klient, mote, bilaga, for_lang, **JSON).status_code == 400
    sida = skriv(ledamot_klient, mote, bilaga, for_lang).content.decode()
    assert "Anteckningen får vara högst" in sida and for_lang in sida
    annat = utskickat_mote(datum=date(2021, 12, 2))
    assert skriv(ledamot_klient, annat, bilaga, "x").status_code == 404
    assert not Lasanteckning.objects.exists()


def test_an_auditor_reads_the_annex_without_form(revisor_klient, mote, bilaga) -> None:
    assert "<form" not in text_pa(revisor_klient, "las_bilaga", mote.pk, bilaga)
    assert skriv(revisor_klient, mote, bilaga, "x").status_code == 404

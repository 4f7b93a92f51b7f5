"""The reader's own in the reading view: kept for its writer, and found by nobody else."""

from datetime import date

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse
from simple_history.models import registered_models

from finsam.choices import Roll
from finsam.enhet import enhetsnyckel
from finsam.mapp.utskrift import exporterade
from finsam.models import Anvandare
from styrelse.actions.lasning import Var, spara_anteckning, spara_plats
from styrelse.calculations.handlingar import las
from styrelse.calculations.lasanteckning import SKILJE
from styrelse.calculations.lasframsteg import Lasta
from styrelse.calculations.lasplats import Plats
from styrelse.forms.lasning import LANGST
from styrelse.models import Lasanteckning, Lasplats, Mote
from tests.conftest import SkapaAnvandare, SkapaKlient
from tests.rapporter.exempelpaket import tillagg, utskickat_mote

pytestmark = pytest.mark.django_db
HEMLIGT = "Fråga varför hyran har fördubblats"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def mote(tmp_path, settings) -> Mote:
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


@pytest.fixture
def punkt(mote: Mote) -> int:
    return las(mote.paket.get().innehall).punkter[1].punkt


def lasare(klient: Client) -> str:
    """What names the reader in the pages that the client is shown."""
    return enhetsnyckel(Anvandare.objects.get(pk=klient.session["_auth_user_id"]))


def skriv(klient: Client, mote: Mote, punkt: int, text: str, bas: str = "") -> dict[str, object]:
    adress = reverse("rapporter:lasanteckning", args=[mote.pk, punkt])
    data = {"text": text, "bas": bas, "lasare": lasare(klient)}
    svar = klient.post(adress, data, **JSON)
    assert svar.status_code == 200
    return svar.json()


def test_a_note_is_kept_and_shown_to_its_writer(ledamot_klient, mote, punkt) -> None:
    svar = skriv(ledamot_klient, mote, punkt, HEMLIGT)
    assert svar == {"text": HEMLIGT, "version": svar["version"], "krock": False}
    sida = reverse("rapporter:las_punkt", args=[mote.pk, punkt])
    for adress in (sida, reverse("rapporter:las_anteckningar", args=[mote.pk])):
        assert HEMLIGT in ledamot_klient.get(adress).content.decode()
    start = ledamot_klient.get(reverse("rapporter:las", args=[mote.pk])).content.decode()
    assert 'class="las-antecknat"' in start and HEMLIGT not in start


def test_nobody_else_finds_it(ledamot_klient, klient: SkapaKlient, anvandare, mote, punkt) -> None:
    skriv(ledamot_klient, mote, punkt, HEMLIGT)
    annan = anvandare(Roll.LEDAMOT).__class__.objects.create_user(
        "b", "b@test.example", roll="ledamot"
    )
    adresser = [
        reverse("rapporter:las", args=[mote.pk]),
        reverse("rapporter:las_punkt", args=[mote.pk, punkt]),
        reverse("rapporter:las_anteckningar", args=[mote.pk]),
        *(reverse("finsam:historik_list"), mote.get_absolute_url()),
    ]
    for vem in [annan, *(roll for roll in Roll if roll != Roll.LEDAMOT)]:
        for adress in adresser:
            svar = klient(vem).get(adress)
            assert HEMLIGT not in svar.getvalue().decode(), (vem, adress)
            assert 'class="las-antecknat"' not in svar.getvalue().decode()


def test_no_list_log_or_file_holds_it(ledamot, mote, punkt) -> None:
    bilaga = las(mote.paket.get().innehall).punkter[1].bilagor[0].bilaga
    for var in (Var(punkt), Var(punkt, bilaga)):
        spara_anteckning(var, HEMLIGT, "", ledamot)
    spara_plats(mote.pk, Plats("punkt", punkt), Lasta(frozenset({punkt})), ledamot)
    for modell in (Lasanteckning, Lasplats):
        assert modell not in admin.site._registry
        assert modell._meta.db_table not in registered_models
        assert all(HEMLIGT not in str(rad) for rad in modell.objects.all())
        # Nothing points at it: no row of another kind can lead there.
        assert not [f for f in modell._meta.get_fields() if isinstance(f, models.ForeignObjectRel)]
    skrivet = b"".join(fil.innehall for fil in exporterade())
    assert b"rsrapport 2" in skrivet and HEMLIGT.encode() not in skrivet


def test_an_auditor_reads_without_form_and_writes_nothing(revisor_klient, mote, punkt) -> None:
    sida = revisor_klient.get(reverse("rapporter:las_punkt", args=[mote.pk, punkt]))
    assert "Min anteckning" not in sida.content.decode()
    assert "<form" not in sida.content.decode()
    for adress in (
        reverse("rapporter:lasanteckning", args=[mote.pk, punkt]),
        reverse("rapporter:lasplats", args=[mote.pk]),
    ):
        assert revisor_klient.post(adress, {"text": "x", "plats": "punkt/1"}).status_code == 404
    assert not Lasanteckning.objects.exists() and not Lasplats.objects.exists()


def test_two_devices_keep_both_texts(ledamot_klient, mote, punkt) -> None:
    forst = skriv(ledamot_klient, mote, punkt, "Från plattan")
    sedan = skriv(ledamot_klient, mote, punkt, "Från telefonen")  # had not seen the first
    assert sedan["text"] == f"Från plattan{SKILJE}Från telefonen" and sedan["krock"]
    # The one who goes on from what is there replaces it, and the same text twice is no quarrel.
    klar = skriv(ledamot_klient, mote, punkt, "Bara ett", str(sedan["version"]))
    assert klar["text"] == "Bara ett" and not klar["krock"]
    assert not skriv(ledamot_klient, mote, punkt, "Bara ett", str(forst["version"]))["krock"]
    assert Lasanteckning.objects.count() == 1


def test_an_emptied_note_is_gone(ledamot_klient, mote, punkt) -> None:
    version = skriv(ledamot_klient, mote, punkt, HEMLIGT)["version"]
    assert skriv(ledamot_klient, mote, punkt, " ", str(version))["version"] == ""
    assert not Lasanteckning.objects.exists()


def test_a_note_too_long_is_refused_in_words_and_kept_in_the_field(ledamot_klient, mote, punkt):
    adress = reverse("rapporter:lasanteckning", args=[mote.pk, punkt])
    mening = "Anteckningen får vara högst 20\u00a0000 tecken."
    data = {"text": "a" * (LANGST + 1), "lasare": lasare(ledamot_klient)}
    svar = ledamot_klient.post(adress, data, **JSON)
    assert svar.status_code == 400 and svar.json() == {"fel": [mening]}
    sida = ledamot_klient.post(adress, data).content.decode()
    assert mening in sida and "a" * (LANGST + 1) in sida
    assert not Lasanteckning.objects.exists()


def test_a_note_belongs_to_an_item_that_was_sent(ledamot_klient, mote) -> None:
    annat = utskickat_mote(datum=date(2021, 12, 2))
    fel = las(annat.paket.get().innehall).punkter[0].punkt
    adress = reverse("rapporter:lasanteckning", args=[mote.pk, fel])
    data = {"text": "x", "lasare": lasare(ledamot_klient)}
    assert ledamot_klient.post(adress, data).status_code == 404


def test_the_place_is_kept_and_offered(ledamot_klient, anvandare: SkapaAnvandare, mote, punkt):
    bilaga = las(mote.paket.get().innehall).punkter[1].bilagor[1].bilaga
    adress = reverse("rapporter:lasplats", args=[mote.pk])
    data = {
        "plats": f"bilaga/{bilaga}/2",
        "lasta": f"{punkt},999999",
        "bilagor": f"{bilaga},1{bilaga}",
    }
    data["lasare"] = lasare(ledamot_klient)
    assert ledamot_klient.post(adress, data, **JSON).status_code == 204
    rad = Lasplats.objects.get(anvandare=anvandare(Roll.LEDAMOT))
    # What is not in the papers is not read.
    assert (rad.lasta, rad.lasta_bilagor) == ([punkt], [bilaga])
    start = ledamot_klient.get(reverse("rapporter:las", args=[mote.pk])).content.decode()
    lank = reverse("rapporter:las_bilaga", args=[mote.pk, bilaga])
    assert f'href="{lank}#sida-2"' in start and "Fortsätt där du var" in start
    assert "Bilaga 2.2: Underlag 2, sida 2" in start and 'class="las-last"' in start


@pytest.mark.parametrize("plats", ["", "punkt/999999", "bilaga/999999", "../etc", "sida/1"])
def test_a_place_that_is_not_in_the_papers_is_refused(plats, ledamot_klient, mote) -> None:
    adress = reverse("rapporter:lasplats", args=[mote.pk])
    data = {"plats": plats, "lasare": lasare(ledamot_klient)}
    assert ledamot_klient.post(adress, data).status_code == 404
    assert not Lasplats.objects.exists()


def test_the_list_for_reading_without_net_holds_every_page(ledamot_klient, mote) -> None:
    adress = reverse("rapporter:las_offline", args=[mote.pk])
    forst = ledamot_klient.get(adress).json()
    for ett in forst["adresser"]:
        if not ett.startswith("/static/"):
            svar = ledamot_klient.get(ett)
            assert svar.status_code == 200, ett
            svar.getvalue()
    # Three pages of the PDF handed in, and the page of each item and annex.
    assert sum(ett.endswith(".webp") for ett in forst["adresser"]) == 3
    assert ledamot_klient.get(adress).json()["version"] == forst["version"]
    tillagg(mote)
    sedan = ledamot_klient.get(adress).json()
    assert sedan["version"] != forst["version"] and sedan["handlingar"] != forst["handlingar"]
    assert set(forst["adresser"]) < set(sedan["adresser"])


def test_the_list_of_two_readers_names_two_readers(ledamot_klient, revisor_klient, mote) -> None:
    adress = reverse("rapporter:las_offline", args=[mote.pk])
    ena, andra = ledamot_klient.get(adress).json(), revisor_klient.get(adress).json()
    assert ena["lasare"] != andra["lasare"]
    egna = reverse("rapporter:las_anteckningar", args=[mote.pk])
    assert egna in ena["adresser"] and egna not in andra["adresser"]


@pytest.mark.parametrize("annans", [True, False])
def test_nobody_is_made_the_writer_of_anothers_words(
    annans, ledamot_klient, kansli_klient, mote, punkt
) -> None:
    # The page of the one stood open when the other logged in: their words come with its mark.
    skriv(kansli_klient, mote, punkt, "Kansliets egen")
    data = {"text": HEMLIGT, "plats": f"punkt/{punkt}"}
    if annans:
        data["lasare"] = lasare(ledamot_klient)
    for adress in (
        reverse("rapporter:lasanteckning", args=[mote.pk, punkt]),
        reverse("rapporter:lasplats", args=[mote.pk]),
    ):
        assert kansli_klient.post(adress, data, **JSON).status_code == 409
        svar = kansli_klient.post(adress, data, follow=True)
        assert "hörde till en annan inloggning" in svar.content.decode()
    assert [rad.text for rad in Lasanteckning.objects.all()] == ["Kansliets egen"]
    assert not Lasplats.objects.exists()


def test_a_message_is_said_once_and_to_somebody(ledamot_klient, mote, punkt) -> None:
    adress = reverse("rapporter:lasanteckning", args=[mote.pk, punkt])
    ledamot_klient.post(adress, {"text": HEMLIGT, "lasare": lasare(ledamot_klient)})
    sida = reverse("rapporter:las_punkt", args=[mote.pk, punkt])
    sparad = "Anteckningen är sparad."
    # The device fetches the page to keep: nobody is there to read the message.
    bakom = ledamot_klient.get(sida, headers={"X-Bakgrund": "1"})
    assert sparad not in bakom.content.decode() and bakom["X-Lasare"]
    framme = ledamot_klient.get(sida)
    assert sparad in framme.content.decode()
    assert "X-Lasare" not in framme  # not kept, or it would be said again without net
    assert sparad not in ledamot_klient.get(sida).content.decode()

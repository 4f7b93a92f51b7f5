"""Users: invited with a link, closed but never removed."""

import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from finsam.choices import Roll
from finsam.models import Anvandare
from tests.conftest import SkapaAnvandare, SkapaKlient

NY = {
    "first_name": "Maja",
    "last_name": "Ek",
    "email": "Maja.Ek@forbundet.example",
    "roll": Roll.REVISOR,
}


def test_inbjudan_ger_en_lank_dar_man_valjer_losenord(administrator_klient: Client) -> None:
    sida = administrator_klient.post("/anvandare/ny/", NY).content.decode()
    maja = Anvandare.objects.get(email="maja.ek@forbundet.example")
    assert (maja.username, maja.roll, maja.is_staff) == (maja.email, "revisor", False)
    assert not maja.has_usable_password()
    lank = re.search(r"<pre>(http://\S+)</pre>", sida)
    assert lank
    gast = Client()
    form = gast.get(lank[1], follow=True)
    losen = {"password1": "en lång mening som gäller", "password2": "en lång mening som gäller"}
    gast.post(form.redirect_chain[-1][0], losen)
    svar = gast.post("/konto/logga-in/", {"login": maja.email, "password": losen["password1"]})
    assert (svar.status_code, svar["Location"]) == (302, "/")
    # The same link again: used up.
    assert "Länken gäller inte" in Client().get(lank[1], follow=True).content.decode()


def test_inbjudan_skickas_nar_systemet_kan_skicka(
    administrator_klient: Client, settings: object, mailoutbox: list[object]
) -> None:
    settings.SKICKAR_EPOST = True  # type: ignore[attr-defined]
    svar = administrator_klient.post("/anvandare/ny/", NY, follow=True)
    assert "Länken är skickad till maja.ek@forbundet.example." in svar.content.decode()
    assert len(mailoutbox) == 1


def test_samma_adress_en_gang_till_nekas(
    administrator_klient: Client, anvandare: SkapaAnvandare
) -> None:
    anvandare(Roll.KANSLI)
    sida = administrator_klient.post("/anvandare/ny/", NY | {"email": "KANSLI@test.example"})
    assert "Det finns redan en användare med den e-postadressen." in sida.content.decode()


def test_den_som_stangs_av_kommer_inte_in(
    administrator_klient: Client, klient: SkapaKlient
) -> None:
    kansli = klient(Roll.KANSLI)
    maja = Anvandare.objects.get(roll=Roll.KANSLI)
    adress = reverse("finsam:anvandare_update", args=[maja.pk])
    administrator_klient.post(adress, NY | {"email": maja.email})  # is_active not ticked
    maja.refresh_from_db()
    assert not maja.is_active
    assert kansli.get("/").status_code == 302


def test_ingen_stanger_ut_sig_sjalv(administrator_klient: Client) -> None:
    jag = Anvandare.objects.get()
    adress = reverse("finsam:anvandare_update", args=[jag.pk])
    administrator_klient.post(adress, NY | {"email": jag.email, "roll": Roll.KANSLI})
    jag.refresh_from_db()
    assert (jag.roll, jag.is_active, jag.first_name) == (Roll.ADMINISTRATOR, True, "Maja")


@pytest.mark.parametrize("roll", [r for r in Roll if r != Roll.ADMINISTRATOR])
def test_bara_administratoren_hanterar_anvandare(roll: Roll, klient: SkapaKlient) -> None:
    assert klient(roll).get("/anvandare/").status_code == 404
    assert klient(roll).post("/anvandare/ny/", NY).status_code == 404
    assert not Anvandare.objects.filter(last_name="Ek").exists()


def test_den_forsta_administratoren_gors_med_ett_kommando(db: None) -> None:
    call_command(
        "createsuperuser",
        interactive=False,
        username="drift",
        email="drift@forbundet.example",
        roll=Roll.ADMINISTRATOR,
        verbosity=0,
    )
    assert Anvandare.objects.get().roll == Roll.ADMINISTRATOR

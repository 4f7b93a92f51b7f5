"""Login: by e-mail, without registration, limited, in two steps for some roles."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from finsam.choices import Roll
from tests.conftest import SkapaAnvandare, SkapaKlient

LOGGA_IN = "/konto/logga-in/"
FEL = "E-postadressen eller lösenordet stämmer inte."


@pytest.fixture(autouse=True)
def _rakna_om() -> None:
    """Limits are counted in the cache, which outlives a test."""
    cache.clear()


def logga_in(client: Client, losenord: str, adress: str = "ekonom@test.example") -> Any:
    return client.post(LOGGA_IN, {"login": adress, "password": losenord})


def test_ratt_losenord_leder_till_startsidan(anvandare: SkapaAnvandare, client: Client) -> None:
    anvandare(Roll.EKONOM)
    svar = logga_in(client, "hemligt-for-ekonom")
    assert (svar.status_code, svar["Location"]) == (302, reverse("finsam:start"))


def test_fel_losenord_sager_inte_vilket_som_var_fel(
    anvandare: SkapaAnvandare, client: Client
) -> None:
    anvandare(Roll.EKONOM)
    for adress in ("ekonom@test.example", "ingen@test.example"):
        sida = logga_in(client, "fel", adress).content.decode()
        assert FEL in sida
        assert "<title>Fel: Logga in" in sida


def test_sjatte_forsoket_nekas(anvandare: SkapaAnvandare, client: Client) -> None:
    anvandare(Roll.EKONOM)
    for _ in range(5):
        assert FEL in logga_in(client, "fel").content.decode()
    sida = logga_in(client, "hemligt-for-ekonom").content.decode()
    assert "För många misslyckade försök. Vänta fem minuter." in sida


def test_ingen_kan_registrera_sig() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_den_som_inte_ar_inloggad_leds_till_inloggningen(db: None, client: Client) -> None:
    svar = client.get("/mitt-konto/")
    assert (svar.status_code, svar["Location"]) == (302, f"{LOGGA_IN}?next=/mitt-konto/")


def test_htmx_utan_session_byter_inte_ut_nagot(db: None, client: Client) -> None:
    svar = client.get("/mitt-konto/", headers={"HX-Request": "true"})
    assert (svar.status_code, svar["HX-Trigger"], svar.content) == (401, "utloggad", b"")


def test_adminsidans_egen_inloggning_ar_stangd(db: None, client: Client) -> None:
    svar = client.get("/admin/login/")
    assert (svar.status_code, svar["Location"].split("?")[0]) == (302, LOGGA_IN)


def test_tva_steg_kravs_for_rollen(klient: SkapaKlient, settings: Any) -> None:
    settings.MFA_KRAVS_FOR = [Roll.EKONOM]
    ekonom = klient(Roll.EKONOM)
    svar = ekonom.get("/")
    assert (svar.status_code, svar["Location"]) == (302, reverse("mfa_index"))
    sida = ekonom.get(reverse("mfa_index")).content.decode()
    assert "Din roll kräver inloggning i två steg." in sida
    # Colleagues whose role does not demand it come straight in.
    assert klient(Roll.KANSLI).get("/").status_code == 200


def test_den_som_har_tva_steg_kommer_in(
    klient: SkapaKlient, anvandare: SkapaAnvandare, settings: Any
) -> None:
    settings.MFA_KRAVS_FOR = [Roll.EKONOM]
    Authenticator.objects.create(
        user=anvandare(Roll.EKONOM), type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    assert klient(Roll.EKONOM).get("/").status_code == 200


def test_den_som_stanger_av_sin_app_kommer_inte_vidare(
    klient: SkapaKlient, anvandare: SkapaAnvandare, settings: Any
) -> None:
    settings.MFA_KRAVS_FOR = [Roll.EKONOM]
    Authenticator.objects.create(
        user=anvandare(Roll.EKONOM), type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    ekonom = klient(Roll.EKONOM)
    ekonom.get("/")
    ekonom.post(reverse("account_reauthenticate"), {"password": "hemligt-for-ekonom"})
    ekonom.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    assert ekonom.get("/")["Location"] == reverse("mfa_index")


def test_glomt_losenord_skickar_en_lank_som_leder_in(
    anvandare: SkapaAnvandare, client: Client, mailoutbox: list[Any], settings: Any
) -> None:
    settings.SKICKAR_EPOST = True
    anvandare(Roll.EKONOM)
    client.post(reverse("account_reset_password"), {"email": "ekonom@test.example"})
    (brev,) = mailoutbox
    assert "Välj ett nytt lösenord" in brev.subject
    lank = re.search(r"http://\S+", brev.body)
    assert lank
    svar = client.get(lank[0], follow=True)
    assert "Spara lösenordet" in svar.content.decode()
    nytt = {"password1": "en ny lång mening", "password2": "en ny lång mening"}
    client.post(svar.redirect_chain[-1][0], nytt)
    assert logga_in(Client(), "en ny lång mening").status_code == 302


def test_okand_adress_far_inget_brev_och_samma_svar(
    db: None, client: Client, mailoutbox: list[Any]
) -> None:
    svar = client.post(reverse("account_reset_password"), {"email": "ingen@test.example"})
    assert (svar.status_code, mailoutbox) == (302, [])


def test_det_som_skyddar_kontot_fragar_efter_losenordet_igen(
    anvandare: SkapaAnvandare, client: Client
) -> None:
    anvandare(Roll.EKONOM)
    logga_in(client, "hemligt-for-ekonom")
    svar = client.get(reverse("mfa_activate_totp"), follow=True)
    assert "Bekräfta att det är du" in svar.content.decode()


KONTOSIDOR = [
    "account_change_password",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
]


@pytest.mark.parametrize("namn", KONTOSIDOR)
def test_kontots_sidor_star_i_var_ram(namn: str, anvandare: SkapaAnvandare, client: Client) -> None:
    anvandare(Roll.EKONOM)
    logga_in(client, "hemligt-for-ekonom")
    client.post(reverse("account_reauthenticate"), {"password": "hemligt-for-ekonom"})
    svar = client.get(reverse(namn))
    assert svar.status_code == 200
    assert 'class="brodsmulor ram"' in svar.content.decode()

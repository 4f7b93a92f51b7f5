"""The main menu: what each role sees, and where one is."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from finsam.choices import Roll
from finsam.meny import menypunkter
from tests.conftest import SkapaAnvandare

pytestmark = pytest.mark.django_db
ALLT = ["Start", "Rapporter", "Ekonomi", "Insatser", "Styrelse", "Medlemmar"]
MED_UPPFOLJNING = [*ALLT[:4], "Uppföljning", *ALLT[4:]]


@pytest.mark.parametrize(
    ("roll", "vantat"),
    [
        (Roll.FORBUNDSCHEF, [*MED_UPPFOLJNING, "Inläsning", "Historik"]),
        (Roll.REVISOR, [*MED_UPPFOLJNING, "Historik"]),
        (Roll.LEDAMOT, MED_UPPFOLJNING),
        (Roll.ADMINISTRATOR, ["Start", "Användare"]),
        (Roll.INSATSANSVARIG, ["Start", "Mina insatser", "Insatser"]),
    ],
)
def test_menyn_efter_roll(roll: Roll, vantat: list[str], anvandare: SkapaAnvandare) -> None:
    assert [punkt.text for punkt in menypunkter(anvandare(roll), "/")] == vantat


def test_ett_rum_leder_till_den_forsta_sida_som_rollen_far_se(anvandare: SkapaAnvandare) -> None:
    punkt = next(p for p in menypunkter(anvandare(Roll.LEDAMOT), "/") if p.text == "Uppföljning")
    assert punkt.adress == reverse("uppfoljning:enkat_list")


def test_den_som_inte_ar_inloggad_har_ingen_meny() -> None:
    assert menypunkter(AnonymousUser(), "/") == []


@pytest.mark.parametrize(
    ("adress", "huvud", "under"),
    [
        ("/", ("Start", "page"), None),
        ("/ekonomi/verifikationer/", ("Ekonomi", "true"), ("Verifikationer", "page")),
        ("/ekonomi/konton/3010/", ("Ekonomi", "true"), ("Konton", "true")),
        ("/styrelse/revisorer/", ("Styrelse", "true"), ("Revisorer", "page")),
        # A page of the reports that stands under another heading in the menu.
        ("/rapporter/nyckeltal/2024/", ("Uppföljning", "true"), ("Nyckeltal", "true")),
        (reverse("rapporter:las", args=[1]), ("Styrelse", "true"), ("Möten", "true")),
        (reverse("rapporter:mote_paket", args=[1]), ("Styrelse", "true"), ("Möten", "true")),
        (reverse("rapporter:motespaket_detail", args=[1]), ("Styrelse", "true"), ("Möten", "true")),
        (reverse("rapporter:bilaga_da_nu", args=[1]), ("Styrelse", "true"), ("Möten", "true")),
        (reverse("rapporter:justera", args=[1]), ("Styrelse", "true"), ("Möten", "true")),
        (
            reverse("rapporter:arendebilaga_detail", args=[1]),
            ("Styrelse", "true"),
            ("Ärenden", "true"),
        ),
        ("/rapporter/", ("Rapporter", "page"), None),
    ],
)
def test_var_man_ar(
    adress: str,
    huvud: tuple[str, str],
    under: tuple[str, str] | None,
    anvandare: SkapaAnvandare,
) -> None:
    (aktuell,) = [p for p in menypunkter(anvandare(Roll.KANSLI), adress) if p.aktuell]
    assert (aktuell.text, aktuell.aktuell) == huvud
    assert [(p.text, p.aktuell) for p in aktuell.under if p.aktuell] == ([under] if under else [])

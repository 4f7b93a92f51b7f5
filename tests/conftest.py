"""What every test may ask for: one user per role, and a browserless client logged in as one."""

import os
from collections.abc import Callable

import hypothesis
import pytest
from django.test import Client

from finsam.choices import Roll
from finsam.models import Anvandare
from finsam.rapporter import pdfforrad

# No deadline on a shared machine; in CI the same examples each time, elsewhere new ones.
hypothesis.settings.register_profile("finsam", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("finsam")

SkapaAnvandare = Callable[[Roll], Anvandare]
SkapaKlient = Callable[[Roll | Anvandare], Client]


@pytest.fixture
def anvandare(db: None) -> SkapaAnvandare:
    """`anvandare(Roll.KANSLI)`: the test's one user of that role, made at the first call."""

    def skapa(roll: Roll) -> Anvandare:
        adress = f"{roll}@test.example"
        try:
            return Anvandare.objects.get(email=adress)
        except Anvandare.DoesNotExist:
            return Anvandare.objects.create_user(
                username=adress,
                email=adress,
                password=f"hemligt-for-{roll}",
                roll=roll,
                first_name=Roll(roll).label,
                last_name="Testsson",
            )

    return skapa


@pytest.fixture
def klient(anvandare: SkapaAnvandare) -> SkapaKlient:
    """`klient(Roll.REVISOR)`: a client logged in as that role (or as the user given)."""

    def skapa(vem: Roll | Anvandare) -> Client:
        client = Client()
        client.force_login(vem if isinstance(vem, Anvandare) else anvandare(vem))
        return client

    return skapa


@pytest.fixture
def utloggad() -> Client:
    """A client that nobody has logged in."""
    return Client()


@pytest.fixture
def kansli(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.KANSLI)


@pytest.fixture
def ekonom(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.EKONOM)


@pytest.fixture
def forbundschef(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.FORBUNDSCHEF)


@pytest.fixture
def ledamot(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.LEDAMOT)


@pytest.fixture
def revisor(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.REVISOR)


@pytest.fixture
def insatsansvarig(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.INSATSANSVARIG)


@pytest.fixture
def administrator(anvandare: SkapaAnvandare) -> Anvandare:
    return anvandare(Roll.ADMINISTRATOR)


@pytest.fixture
def kansli_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.KANSLI)


@pytest.fixture
def ekonom_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.EKONOM)


@pytest.fixture
def forbundschef_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.FORBUNDSCHEF)


@pytest.fixture
def ledamot_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.LEDAMOT)


@pytest.fixture
def revisor_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.REVISOR)


@pytest.fixture
def insatsansvarig_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.INSATSANSVARIG)


@pytest.fixture
def administrator_klient(klient: SkapaKlient) -> Client:
    return klient(Roll.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def ingen_ritar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report's page orders its PDF ahead; only the tests of the drawing let anybody draw it."""
    monkeypatch.setattr(pdfforrad, "bestall", lambda html, igen=True: pdfforrad.avtryck(html))

"""Who sees what of the member fees: a ledamot what is decided, and nobody's invoices."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from ekonomi.models import Avgiftsfaktura, Tilldelning
from finsam.models import Medlem

pytestmark = pytest.mark.django_db
LISTA = "/ekonomi/medlemsavgifter/"


@pytest.fixture
def rattelse() -> Tilldelning:
    """2024 is laid down and a correction of it has begun; 2025 has its first proposal only."""
    lagd = {"status": "faststalld", "beslutad": date(2024, 3, 14), "paragraf": "§ 9"}
    for typ in ("fk", "region", "kommun"):
        medlem = Medlem.objects.create(namn=typ, kortnamn=typ, typ=typ)
    medlem.folkmangder.create(datum=date(2023, 11, 1), antal=9000)
    for ar, version, annat in ((2024, 1, lagd), (2024, 2, {}), (2025, 1, {})):
        rad = Tilldelning.objects.create(
            verksamhetsar=ar,
            version=version,
            belopp=Decimal(1_000_000 * version),
            folkmangd_datum=date(2023, 11, 1),
            **annat,
        )
        Avgiftsfaktura.objects.create(
            tilldelning=rad,
            medlem=medlem,
            forfaller=date(2024, 1, 30),
            belopp=Decimal(77_777),
        )
    return rad


@pytest.mark.parametrize(
    ("adress", "kod"),
    [
        (f"{LISTA}2024/", 200),
        (f"{LISTA}2024/?version=1", 200),
        (f"{LISTA}2024/?version=2", 404),
        (f"{LISTA}2025/", 200),
    ],
)
def test_en_ledamot_oppnar_ingen_paborjad_rattelse(
    rattelse: Tilldelning, ledamot_klient: Client, ekonom_klient: Client, adress: str, kod: int
) -> None:
    assert ledamot_klient.get(adress).status_code == kod
    assert ekonom_klient.get(adress).status_code == 200


def test_listan_visar_ledamoten_inte_rattelsen(
    rattelse: Tilldelning, ledamot_klient: Client, ekonom_klient: Client
) -> None:
    def sedda(klient: Client) -> list[tuple[int, int]]:
        rader = klient.get(LISTA).context["table"].data
        return sorted((rad.verksamhetsar, rad.version) for rad in rader)

    assert sedda(ledamot_klient) == [(2024, 1), (2025, 1)]
    assert sedda(ekonom_klient) == [(2024, 1), (2024, 2), (2025, 1)]


def test_fakturorna_ar_for_den_som_laser_ekonomin(
    rattelse: Tilldelning, ledamot_klient: Client, revisor_klient: Client
) -> None:
    ledamotens = ledamot_klient.get(f"{LISTA}2024/").content.decode()
    assert "77\u00a0777" not in ledamotens and "Betalplan" not in ledamotens
    assert "Version 2" not in ledamotens and "påbörjad" not in ledamotens
    assert "77\u00a0777" in revisor_klient.get(f"{LISTA}2024/").content.decode()

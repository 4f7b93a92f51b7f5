"""The log as it is read: in words, in a fixed number of queries, by those who may."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.choices import Medlemstyp, Roll
from finsam.history import historik_om
from finsam.models import Folkmangd, Medlem
from insatser.models import Insats
from tests.conftest import SkapaKlient

pytestmark = pytest.mark.django_db
LISTA = "/historik/"


@pytest.fixture
def heby() -> Medlem:
    return Medlem.objects.create(namn="Heby kommun", kortnamn="Heby", typ=Medlemstyp.KOMMUN)


def ord_om(objekt: Any) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [
        (str(h.sigill), [(a.falt, a.fore, a.efter) for a in h.andringar])
        for h in historik_om(objekt, 10)
    ]


def test_en_andring_visas_falt_for_falt_i_ord(heby: Medlem) -> None:
    heby.typ = Medlemstyp.REGION
    heby.save()
    heby.save()
    assert ord_om(heby)[:2] == [
        ("Ändrad: Heby kommun", []),
        ("Ändrad: Heby kommun", [("Typ", "Kommun", "Region")]),
    ]


def test_nycklar_visas_med_namn_aven_efter_att_raden_ar_borta(heby: Medlem) -> None:
    folkmangd = Folkmangd.objects.create(medlem=heby, datum="2024-11-01", antal=14000)
    assert ("Kommun", "–", "Heby kommun") in ord_om(folkmangd)[0][1]
    pk, heby_pk = folkmangd.pk, heby.pk
    heby.delete()
    folkmangd.pk = pk
    assert ("Kommun", f"nr {heby_pk} (borttagen)", "–") in ord_om(folkmangd)[0][1]


def test_parterna_i_en_insats_hor_till_historiken(heby: Medlem) -> None:
    insats = Insats.objects.create(
        nr=1,
        namn="Prov",
        kortnamn="Prov",
        insatstyp="individ",
        forrehabiliterande=True,
        insatsagare=heby,
        start="2024-01-01",
        slut="2024-12-31",
    )
    insats.parter.add(heby)
    assert ord_om(insats)[0][1] == [("Samverkansparter", "–", "Heby kommun")]
    assert ("Förrehabiliterande", "–", "Ja") in ord_om(insats)[1][1]


@pytest.mark.parametrize(
    ("roll", "kod"),
    [(Roll.REVISOR, 200), (Roll.KANSLI, 200), (Roll.LEDAMOT, 404), (Roll.ADMINISTRATOR, 404)],
)
def test_listan_visas_for_den_som_far(roll: Roll, kod: int, klient: SkapaKlient) -> None:
    assert klient(roll).get(LISTA).status_code == kod


def test_listan_visar_vem_vad_och_andring(heby: Medlem, kansli_klient: Client) -> None:
    kansli_klient.post(
        reverse("finsam:medlem_update", args=[heby.pk]),
        {"namn": "Heby kommun", "kortnamn": "Heby k:n", "typ": "kommun", "fran": "2003-01-01"},
    )
    sida = kansli_klient.get(LISTA, {"tabell": "finsam.medlem", "handelse": "~"}).content.decode()
    assert "Kansli Testsson" in sida
    assert f'<a href="/medlemmar/{heby.pk}/">Heby kommun</a>' in sida
    assert "<del>Heby</del>" in sida and "<ins>Heby k:n</ins>" in sida
    csv = kansli_klient.get(LISTA, {"export": "csv", "handelse": "~"})
    assert "Kort namn: Heby → Heby k:n" in b"".join(csv).decode("utf-8-sig")


def test_samma_antal_fragor_for_tre_och_trettio(revisor_klient: Client) -> None:
    def fragor() -> int:
        with CaptureQueriesContext(
            connection,
        ) as fangst:
            revisor_klient.get(LISTA, {"per_page": 100})
        return len(fangst)

    def skapa(antal: int, start: int) -> None:
        for nr in range(start, start + antal):
            m = Medlem.objects.create(namn=f"K{nr}", kortnamn=f"K{nr}", typ=Medlemstyp.KOMMUN)
            m.kortnamn = "x"
            m.save()
            Folkmangd.objects.create(medlem=m, datum="2024-11-01", antal=1)

    skapa(1, 0)
    tre = fragor()
    skapa(10, 1)
    assert fragor() == tre

"""How far a reader has come: true page by page, and said in words."""

import re

import pytest
from django.urls import reverse

from styrelse.actions.lasning import spara_plats
from styrelse.calculations.handlingar import las
from styrelse.calculations.lasframsteg import Lasta
from styrelse.calculations.lasplats import Plats
from tests.rapporter.exempelpaket import tillagg, utskickat_mote

pytestmark = pytest.mark.django_db


@pytest.fixture
def mote(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


def start(klient, mote) -> str:
    return klient.get(reverse("rapporter:las", args=[mote.pk])).content.decode()


def ord_vid(sida: str, punkt: int) -> list[str]:
    """The words on reading in the item's row: the item's own first, then those of its annexes."""
    rad = sida.split(f'id="punkt-{punkt}"')[1].split('id="punkt-')[0]
    return re.findall(r'class="las-(?:last|paborjad)">([^<]+)<', rad)


def test_an_item_is_read_when_its_annexes_are(ledamot_klient, ledamot, mote) -> None:
    oppnande, arende, _ = las(mote.paket.get().innehall).punkter
    ena, andra = (b.bilaga for b in arende.bilagor)
    steg = [
        (Lasta(), "0 av 3", []),
        (Lasta(frozenset({oppnande.punkt})), "1 av 3", []),
        (Lasta(frozenset({arende.punkt})), "1 av 3", ["Påbörjad"]),
        (Lasta(bilagor=frozenset({ena})), "1 av 3", ["Påbörjad", "Läst"]),
        (Lasta(bilagor=frozenset({andra})), "2 av 3", ["Läst", "Läst", "Läst"]),
    ]
    for lasta, lasta_av, vantat in steg:
        spara_plats(mote.pk, Plats("punkt", arende.punkt), lasta, ledamot)
        sida = start(ledamot_klient, mote)
        assert f"{lasta_av} lästa" in re.sub(r"<[^>]+>", "", sida)
        assert ord_vid(sida, arende.punkt) == vantat
    # The item's page says the same of its annexes.
    sida = ledamot_klient.get(reverse("rapporter:las_punkt", args=[mote.pk, arende.punkt]))
    assert sida.content.decode().count('class="las-last"') == 2


def test_papers_that_come_later_are_not_read_yet(ledamot_klient, ledamot, mote) -> None:
    arende = las(mote.paket.get().innehall).punkter[1]
    bilagor = frozenset(b.bilaga for b in arende.bilagor)
    spara_plats(mote.pk, Plats("punkt", 1), Lasta(frozenset({arende.punkt}), bilagor), ledamot)
    assert ord_vid(start(ledamot_klient, mote), arende.punkt)[0] == "Läst"
    tillagg(mote)
    assert ord_vid(start(ledamot_klient, mote), arende.punkt)[0] == "Påbörjad"


def test_an_auditor_is_told_how_much_there_is(revisor_klient, mote) -> None:
    sida = start(revisor_klient, mote)
    assert "3 punkter" in sida and "lästa" not in sida

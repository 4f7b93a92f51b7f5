"""Annexes in the reading view: minutes, figures with links, and what is kept of them."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from finsam.choices import Roll
from finsam.rapporter import lankar
from styrelse.models import Arendebilaga, Mote
from tests.conftest import SkapaKlient
from tests.rapporter import exempel
from tests.rapporter.exempelpaket import skickat_protokoll, utskickat_mote

pytestmark = pytest.mark.django_db
LASER = (Roll.KANSLI, Roll.EKONOM, Roll.FORBUNDSCHEF, Roll.REVISOR, Roll.LEDAMOT)


@pytest.fixture
def mote(tmp_path, settings) -> Mote:
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


def html(klient: Client, adress: str) -> str:
    svar = klient.get(adress)
    assert svar.status_code == 200, adress
    return svar.content.decode()


def lasadress(mote: Mote, bilaga: Arendebilaga) -> str:
    return reverse("rapporter:las_bilaga", args=[mote.pk, bilaga.pk])


@pytest.mark.parametrize("roll", LASER)
def test_the_previous_minutes_are_read_like_any_annex(roll, klient: SkapaKlient, mote) -> None:
    bilaga = skickat_protokoll(mote)
    for adress in (lasadress(mote, bilaga), bilaga.get_absolute_url()):
        sida = html(klient(roll), adress)
        for ord_ in ("§ 14 Budget 2022", "Närvarande", "Ada Alm", "att fastställa budgeten"):
            assert ord_ in sida, (adress, ord_)


def test_every_address_of_a_pack_with_minutes_can_be_kept(ledamot_klient, mote) -> None:
    skickat_protokoll(mote)
    lista = ledamot_klient.get(reverse("rapporter:las_offline", args=[mote.pk])).json()
    for adress in lista["adresser"]:
        if not adress.startswith("/static/"):
            svar = ledamot_klient.get(adress)
            assert svar.status_code == 200, adress
            svar.getvalue()


def test_every_style_and_script_of_every_page_is_kept_with_it(ledamot_klient, mote) -> None:
    skickat_protokoll(mote)
    lista = ledamot_klient.get(reverse("rapporter:las_offline", args=[mote.pk])).json()
    kravs = set()
    for adress in lista["adresser"]:
        if adress.endswith("/"):
            kravs |= set(
                re.findall(r'(?:href|src)="(/static/[^"]+)"', html(ledamot_klient, adress))
            )
    assert kravs and kravs <= set(lista["adresser"])


def test_no_figure_leads_to_a_closed_page(klient, mote, monkeypatch) -> None:
    # As if the document were published: then a board member, too, follows its figures.
    monkeypatch.setattr(lankar, "_far_folja", lambda *_: True)
    rapport = Arendebilaga.objects.get(slag="rapport")
    oppen, stangd = exempel.KALLA.adress, reverse("styrelse:arende_list")
    text = json.dumps(rapport.innehall).replace(oppen, stangd)
    rapport.innehall = json.loads(text)
    rapport.save()
    for adress in (lasadress(mote, rapport), rapport.get_absolute_url()):
        assert f'href="{stangd}"' in html(klient(Roll.REVISOR), adress)
        dokumentet = html(klient(Roll.LEDAMOT), adress).partition("<article")[2]
        assert f'href="{stangd}"' not in dokumentet.partition("</article>")[0]

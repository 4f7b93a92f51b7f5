"""Annexes in the reading view: minutes, figures with links, and what is kept of them."""

import json
import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from finsam.choices import Roll
from finsam.rapporter import lankar
from styrelse.models import Arendebilaga, Mote
from tests.conftest import SkapaKlient
from tests.rapporter import exempel
from tests.rapporter.exempelpaket import skickat_protokoll, uppladdad, utskickat_mote

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


def test_what_is_kept_has_a_last_day(ledamot_klient, mote, settings) -> None:
    settings.LASNING_UTAN_NAT_DAGAR = 5
    till = (timezone.localdate() + timedelta(days=5)).isoformat()
    lista = ledamot_klient.get(reverse("rapporter:las_offline", args=[mote.pk])).json()
    assert lista["till"] == till
    sida = ledamot_klient.get(reverse("rapporter:las", args=[mote.pk]))
    assert sida["X-Las-Till"] == till
    assert "annars 5 dagar efter att du senast öppnade" in sida.content.decode()


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


def test_the_papers_say_where_the_meeting_went(ledamot_klient, mote) -> None:
    adress = reverse("rapporter:las", args=[mote.pk])
    lista = reverse("rapporter:las_offline", args=[mote.pk])
    forst = ledamot_klient.get(lista).json()
    assert "notis-varning" not in html(ledamot_klient, adress).split("las-nat")[0]
    mote.datum, mote.start, mote.plats = date(2021, 10, 28), time(13), "Rådhuset"
    mote.slut = time(15)
    mote.save()
    sida = html(ledamot_klient, adress)
    # What was sent stays as it was sent; beside it what has become of it.
    assert "<h1>Förbundsstyrelsen 21\u00a0oktober\u00a02021</h1>" in sida
    assert "Mötet är flyttat till 28\u00a0oktober\u00a02021 klockan 13.00–15.00, Rådhuset." in sida
    flyttat = ledamot_klient.get(lista).json()
    # A device that keeps the pages fetches them anew, but no new papers have come.
    assert flyttat["version"] != forst["version"]
    assert flyttat["handlingar"] == forst["handlingar"]
    mote.status = "installt"
    mote.save()
    assert "Mötet är inställt." in html(ledamot_klient, adress)
    assert ledamot_klient.get(lista).json()["version"] != flyttat["version"]


def test_a_later_version_is_found_past_one_that_was_never_sent(ledamot_klient, mote) -> None:
    forst = Arendebilaga.objects.get(slag="uppladdad")
    mellan = uppladdad(forst.arende, "Underlag, rättat", "Rättat")
    senast = skickat_protokoll(mote)
    forst.ersatt_av, mellan.ersatt_av = mellan, senast
    forst.save()
    mellan.save()
    sida = html(ledamot_klient, lasadress(mote, forst))
    assert "Det har kommit en senare version" in sida
    assert f'href="{lasadress(mote, senast)}"' in sida


def test_a_picture_is_handed_out_without_weaving_the_papers(ledamot_klient, mote) -> None:
    fil = Arendebilaga.objects.get(slag="uppladdad")
    with CaptureQueriesContext(connection) as fragor:
        svar = ledamot_klient.get(reverse("rapporter:las_sida", args=[mote.pk, fil.pk, 1]))
        assert svar.status_code == 200 and svar.getvalue()
    assert not any("motespaket" in f["sql"] and "innehall" in f["sql"] for f in fragor)


def test_the_dot_is_explained_where_counts_are_hidden(ledamot_klient, mote) -> None:
    bilaga = Arendebilaga.objects.get(slag="rapport")
    ord_ = "visas inte (•)"
    assert ord_ not in html(ledamot_klient, lasadress(mote, bilaga))
    annan = utskickat_mote(datum=date(2021, 11, 4))
    ny = Arendebilaga.objects.filter(slag="rapport").latest("pk")
    assert ny.innehall
    ny.innehall |= {"hidden_below": 5}
    ny.save()
    text = html(ledamot_klient, lasadress(annan, ny))
    assert f"Antal under 5 personer {ord_}" in text


def test_a_long_annex_has_its_parts_and_its_beginning_at_hand(ledamot_klient, mote) -> None:
    pdf = Arendebilaga.objects.get(slag="uppladdad")
    text = html(ledamot_klient, lasadress(mote, pdf))
    assert 'href="#innehall">Till början' in text and 'href="#sida-3"' in text
    assert 'href="#anteckning">Min anteckning' in text

"""The demo folder's annual report, followed from every figure down to its konteringar."""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve

from ekonomi.filters.bokforing import KonteringFilter
from ekonomi.models import Kontering
from ekonomi.selectors.balanser import summa_konteringar
from finsam.choices import Roll
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter import pdfforrad
from finsam.rapporter.selectors import material_for
from finsam.rapporter.underlag import figurunderlag
from finsam.rapporter.views.underlag import Lankar, fraga_for
from tests.conftest import SkapaKlient

MAPP = Path(__file__).parent.parent.parent / "fixtures" / "uppsala"
SIDA = "/rapporter/arsredovisning/2024/"
# Each page asks for the whole report: every tenth is opened, all are worked out.
GLESHET = 10


@pytest.fixture
def sida(db: None, klient: SkapaKlient, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(pdfforrad, "bestall", lambda html: "0" * 64)
    assert not las_in(filer_i(MAPP)).alla_fel
    return klient(Roll.REVISOR).get(SIDA).content.decode()


def test_each_page_of_the_chain_sums_to_the_figure(sida: str, klient: SkapaKlient) -> None:
    berakning = material_for("arsredovisning", Period(2024), date(2025, 2, 15)).ekonomi.berakning
    tabeller = {id_: tabell.id for id_, (tabell, _) in berakning.rader.items()}
    lankar = Lankar(f"{SIDA}underlag/", tabeller, {})
    revisor: Client = klient(Roll.REVISOR)
    ko = sorted(set(re.findall(rf'href="({SIDA}underlag/[^"]+)"', sida)))
    sedda: set[str] = set()
    konteringar: dict[str, Decimal] = {}
    assert len(ko) > 400
    while ko:
        adress = unescape(ko.pop())
        if adress in sedda:
            continue
        sedda.add(adress)
        stig, _, fraga = adress.partition("?matt=")
        delar = resolve(stig).kwargs
        underlag = figurunderlag(berakning, fraga_for(delar["rad"], delar["kolumn"], fraga), lankar)
        if underlag.summeras and underlag.rader:
            assert underlag.delsumma == underlag.tal, adress
        if len(sedda) % GLESHET == 0:
            assert revisor.get(adress).status_code == 200, adress
        for rad in underlag.rader:
            if "/underlag/" in rad.adress:
                ko.append(rad.adress)
            elif "konteringar" in rad.adress:
                konteringar[rad.adress] = rad.tal
    for adress, tal in konteringar.items():
        urval = KonteringFilter(_fragor(adress), queryset=Kontering.objects.all())
        assert abs(summa_konteringar(urval.qs)[1]) == abs(tal), adress


def _fragor(adress: str) -> dict[str, str]:
    fragor = (del_.split("=") for del_ in adress.partition("?")[2].split("&"))
    return {namn: varde.replace("%2C", ",") for namn, varde in fragor}

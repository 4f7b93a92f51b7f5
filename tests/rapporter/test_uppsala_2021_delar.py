"""The demo folder gives the half-year's report that was printed, misprints listed one by one."""

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from openpyxl import load_workbook

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.delarsrapport import DELARSRAPPORT
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render.excel import skriv
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.pdf import skriv_pdf
from finsam.rapporter.render.vy import utan_tomma
from finsam.rapporter.slag import publicerad
from tests.rapporter.pdflasning import sidor
from tests.rapporter.tryckt import MAPP, skilda_celler, tryckfel

NAMN = "uppsala-2021-delarsrapport"


@pytest.fixture(scope="module")
def mappen(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The folder in the database, read once and rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert not las_in(filer_i(MAPP)).alla_fel
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rapport(mappen: None, db: None) -> Rapport:
    return DELARSRAPPORT.bygg(Period(2021, "H", 1), date(2021, 8, 25))


def test_delarsrapporten_ar_den_publicerade(rapport: Rapport) -> None:
    assert skilda_celler(rapport, NAMN) == tryckfel(NAMN)
    # An insats that left questions unanswered, and one that ended with participants in it.
    assert [k.id for k in rapport.roda] == [
        "obesvarat:27",
        "antal:4:2021-K2:avslutad_med_pagaende:pagaende_slut",
    ]


def test_overskottet_rullar_fran_ar_till_ar(rapport: Rapport) -> None:
    """The surplus that is kept and the result add to what the balance sheet has (F5, F6)."""
    (tabell,) = [t for t in rapport.tabeller if t.id == "balanskravsavstamning"]
    rader = {rad.id: rad.varden for rad in tabell.rader}
    fore, efter = rader["bk_ackumulerat"][-2:]
    # 6 183 677 − 1 059 705 = 5 123 972.
    assert (fore.tal, rader["bk_resultat"][-1].tal, efter.tal) == (6_183_677, -1_059_705, 5_123_972)


def test_delarsrapporten_pa_papper_och_i_kalkylblad(rapport: Rapport, tmp_path: Path) -> None:
    """One drawing and one look through it: as it is published."""
    offentlig = publicerad(rapport)
    fil = tmp_path / "delarsrapport.pdf"
    fil.write_bytes(skriv_pdf(utskrift(offentlig)))
    svar = subprocess.run(["qpdf", "--check", str(fil)], capture_output=True, text=True)
    assert svar.returncode == 0, svar.stdout
    text = sidor(fil)
    assert 15 <= len(text) <= 45
    innehall = [rubrik for rubrik, _ in re.findall(r"^ *(\S.*?) {2,}(\d+)$", text[1], re.M)]
    assert innehall == [a.rubrik for a in utan_tomma(offentlig.avsnitt) if a.niva <= 3]
    assert innehall[:3] == [
        "Ordföranden har ordet",
        "Förvaltningsberättelse",
        "Översikt över verksamhetens utveckling",
    ]
    assert "Underskrifter" not in innehall
    bok = load_workbook(BytesIO(skriv(rapport)))
    assert len(bok.sheetnames) >= len(rapport.tabeller)

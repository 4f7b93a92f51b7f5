"""The demo folder gives the follow-up memo that was printed, misprints listed one by one.

And an attacker who has read all that is published of a year finds no small count in it.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import transaction
from pypdf import PdfReader

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render.pdf import skriv_pdf
from finsam.rapporter.slag import build
from tests.rapporter import angrepp
from tests.rapporter.lasning import tal_i, text_i
from tests.rapporter.tryckt import MAPP, skilda_celler, tryckfel
from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.plan import utgavor
from uppfoljning.calculations.smatal.rakning import ALLA_KON, Antalsdel, basantal, fore_aret
from uppfoljning.selectors.deltagare import tidigare_avslutade
from uppfoljning.selectors.rapporter import uppfoljningsunderlag

pytestmark = pytest.mark.usefixtures("mappen")


@pytest.fixture(scope="module")
def mappen(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The folder in the database, read once and rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert not las_in(filer_i(MAPP)).alla_fel
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rapport() -> Rapport:
    return build("uppfoljnings-pm", Period(2021, "H", 1), date(2021, 10, 1))


def test_pm_ar_det_publicerade(rapport: Rapport) -> None:
    assert skilda_celler(rapport, "uppsala-2021-h1-pm") == tryckfel("uppsala-2021-h1-pm")
    # The print says that all is well, but one had not answered, and one that had ended still
    # had participants.
    assert [k.id for k in rapport.roda] == [
        "obesvarat:27",
        "antal:4:2021-K2:avslutad_med_pagaende:pagaende_slut",
    ]


def test_beslutsutrymmet_ar_det_publicerade() -> None:
    """As it stood at the board's meeting; the folder has later budgets, decisions and accounts."""
    rapport = build("beslutsutrymme", Period(2021), date(2026, 11, 22))
    namn = "uppsala-2021-beslutsutrymme"
    assert "Läget per 2021-10-21." in rapport.tabeller[0].anmarkningar[0]
    assert skilda_celler(rapport, namn) == tryckfel(namn)
    assert rapport.roda == ()
    assert [k.text for k in rapport.kontroller if k.text] == [
        "Beslutsutrymmet 2023 blir negativt (−488\u00a0tkr) om alla ansökningar beviljas."
    ]


def _utgivet() -> Iterator[angrepp.Publicerat]:
    """All that comes out of 2021, and at the end of the year before it."""
    for period in (Period(2020, "K", 4), Period(2020), *utgavor(2021, "K")):
        yield angrepp.las(build("uppfoljnings-pm", period, date(2022, 3, 1)))
    yield angrepp.las(build("arsredovisning", Period(2021), date(2022, 3, 1)))


def _sant() -> dict[Antalsdel, int]:
    """Every base count of the two years."""
    svar: dict[Antalsdel, int] = {}
    for ar in (2020, 2021):
        svar |= basantal(uppfoljningsunderlag(Period(ar)).rapporter)
        for nr, antal in tidigare_avslutade(Period(ar)).items():
            for kon in ALLA_KON:
                del_ = Antalsdel(nr, fore_aret(ar), matt.AVSLUTADE_TIDIGARE, "", kon)
                svar[del_] = antal.av(kon)
    return svar


def test_the_attacker_reads_all_that_is_published_and_finds_no_hidden_count() -> None:
    utgivet = list(_utgivet())
    lasta = [ett for dokument in utgivet for ett in dokument.lasta]
    kanda, dolda = angrepp.angrip(lasta, _sant())
    assert dolda > 200 and kanda == {}
    # What is small and nothing else hidden, the same attacker finds some in one memo.
    kvartal = {del_: tal for del_, tal in _sant().items() if del_.period == "2021-K1"}
    egna = [ett for ett in utgivet[2].lasta if ett.rakning.taljare <= kvartal.keys()]
    kanda, _ = angrepp.angrip(angrepp.bara_sma(egna), kvartal)
    assert kanda
    # Print has no number in words, remarks or charts that is not in the data; nor has the PDF.
    for dokument in utgivet:
        assert tal_i(text_i(dokument.html)) <= tal_i(str(dokument.data))
    pdf = PdfReader(BytesIO(skriv_pdf(utgivet[4].html)))
    i_pdf = tal_i(_med_blanksteg(" ".join(sida.extract_text() for sida in pdf.pages)))
    sidnummer = {str(nr + 1) for nr in range(len(pdf.pages))}
    assert i_pdf <= tal_i(_med_blanksteg(text_i(utgivet[4].html))) | sidnummer


def _med_blanksteg(text: str) -> str:
    """Thousands are parted by a plain space in the PDF's text: read as numbers of their own."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")

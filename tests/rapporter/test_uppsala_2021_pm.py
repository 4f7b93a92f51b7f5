"""The demo folder gives the follow-up memo that was printed, misprints listed one by one."""

from datetime import date

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render import json_
from finsam.rapporter.slag import build, publicerad
from tests.rapporter.angrepp import angrip, bara_sma
from tests.rapporter.tryckt import MAPP, skilda_celler, tryckfel


@pytest.fixture
def rapport(db: None) -> Rapport:
    inlast = las_in(filer_i(MAPP))
    assert not inlast.alla_fel
    return build("uppfoljnings-pm", Period(2021, "H", 1), date(2021, 10, 1))


def test_pm_ar_det_publicerade(rapport: Rapport) -> None:
    assert skilda_celler(rapport, "uppsala-2021-h1-pm") == tryckfel("uppsala-2021-h1-pm")
    # The print says that all is well, but one had not answered, and one that had ended still
    # had participants.
    assert [k.id for k in rapport.roda] == [
        "obesvarat:27",
        "antal:4:2021-K2:avslutad_med_pagaende:pagaende_slut",
    ]


def test_the_attacker_reads_what_is_published_and_finds_no_hidden_count(rapport: Rapport) -> None:
    perioder = (Period(2021, "K", 1), Period(2021, "K", 2), Period(2021, "H", 1))
    interna = [build("uppfoljnings-pm", period, date(2021, 10, 1)) for period in perioder]
    utgivna = [json_.som_data(publicerad(ett)) for ett in interna]
    kanda, dolda = angrip(interna, utgivna)
    assert dolda > 50 and kanda == {}
    # What is small and nothing else hidden, the same attacker finds much.
    h1 = interna[2]
    kanda, _ = angrip([h1], [bara_sma(json_.som_data(h1), h1)])
    assert len(kanda) > 10

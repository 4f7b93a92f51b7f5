"""The board's pack of October 2021 from the demo's folder: numbers, bookmarks, and that it stays.

Annexes as printed then (underlaget): 3, 4.1, 5.1, 5.2, 9.1.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from ekonomi.models import Kontering
from finsam.rapporter import pdfforrad
from finsam.rapporter.paket import forrad
from finsam.rapporter.paket.selectors import att_skicka
from styrelse.models import Arendebilaga, Mote
from tests.rapporter.paket.motesexempel import byggt, genast
from tests.rapporter.pdflasning import sidor
from tests.varld import MAPP, varld

__all__ = ["varld"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def mote(varld, tmp_path, monkeypatch, rita):
    monkeypatch.setattr(pdfforrad, "bestall", genast(tmp_path, rita))
    monkeypatch.setattr(pdfforrad, "_fil", lambda nyckel: tmp_path / "pdf" / f"{nyckel}.pdf")
    motet = Mote.objects.get(organ="fs", datum=date(2021, 10, 21))
    # Files are laid in place when a reading is committed, which the world's never is.
    for bilaga in Arendebilaga.objects.filter(arende__punkter__mote=motet, slag="uppladdad"):
        mal = Path(bilaga.fil.path)
        mal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MAPP / "arendebilagor" / bilaga.filnamn, mal)
    return motet


def test_paketet_har_dagens_bilagor_och_bokmarken_och_star_emot_ny_bokforing(mote):
    lage = byggt(mote)
    bilagor = [b for p in lage.handlingar.punkter for b in p.bilagor]
    assert [b.nummer for b in bilagor] == ["3", "4.1", "5.1", "5.2", "9.1"]
    text = sidor(lage.fil)
    assert "torsdagen den 21 oktober 2021" in " ".join(text[0].split())
    for bilaga in bilagor:
        forsta = text[bilaga.forsta_sida - 1]
        assert re.search(rf"Bilaga {re.escape(bilaga.nummer)}\n", forsta), bilaga
        assert f"Sida {bilaga.forsta_sida} av {len(text)}" in forsta
    with pikepdf.open(lage.fil) as oppen, oppen.open_outline() as oversikt:
        under = [u.title.split(":")[0] for p in oversikt.root for u in p.children]
    assert under == [f"Bilaga {b.nummer}" for b in bilagor]
    fore = lage.fil.read_bytes()
    # The ledger is booked otherwise afterwards: the papers, and so the pack, are as they were.
    kontering = Kontering.objects.filter(verifikation__datum__year=2021).first()
    kontering.belopp += 1_000_000
    kontering.save()
    lage.fil.unlink()
    igen = forrad.bygg_vidare(att_skicka(mote))
    assert igen.nyckel == lage.nyckel
    assert igen.fil.read_bytes() == fore

"""The Uppsala habit: the papers of October 2021 have the annexes that were printed on them."""

from datetime import date
from typing import Any

import pytest

from finsam.models import Anvandare
from styrelse.demo import forbered
from styrelse.models import Mote, Person
from styrelse.selectors.arenden import motets_brister
from styrelse.selectors.delegation import vid_punkten
from styrelse.selectors.handlingar import handlingar
from styrelse.selectors.kallelse import motets_dagordning
from tests.varld import varld

__all__ = ["varld"]
pytestmark = pytest.mark.django_db

# Item, its annexes; the first of item 3 stands inside the writing and has its number.
TRYCKT = {"3": ["3"], "4": ["4.1"], "5": ["5.1", "5.2"], "9": ["9.1"]}


def test_bilagorna_i_oktober_2021_ar_de_tryckta(varld: dict[str, Any]) -> None:
    mote = Mote.objects.get(organ="fs", datum=date(2021, 10, 21))
    papper = handlingar(mote)
    assert {p.nummer: [b.nummer for b in p.bilagor] for p in papper.punkter if p.bilagor} == TRYCKT
    assert (
        papper.punkter[2].skrivelse and "5\u00a0124\u00a0tkr" in papper.punkter[2].skrivelse.arendet
    )
    # On the meeting's page with the writing's own number, each once.
    pa_sidan = {rad.nummer: rad.bilagor for rad in motets_dagordning(mote, bereder=True)}
    assert (pa_sidan["3"], pa_sidan["4"], pa_sidan["5"]) == (
        ("3",),
        ("4", "4.1"),
        ("5", "5.1", "5.2"),
    )
    assert motets_brister(mote) == {}
    (protokoll,) = [p for p in papper.punkter if p.slag == "foregaende_protokoll"]
    assert protokoll.text == "Protokollet från FS 2021-09-16 är inte justerat."


def test_delegationsbesluten_i_september_2026_star_vid_sin_punkt(varld: dict[str, Any]) -> None:
    mote = Mote.objects.get(organ="fs", datum=date(2026, 9, 24))
    (rad,) = vid_punkten(mote.punkter.get(slag="delegationsbeslut"))
    assert rad.text == "D 2026:1, 2026-05-12: Datorer till kansliet (Hanna Provberg)"


def test_demons_ledamot_har_en_plats(varld: dict[str, Any]) -> None:
    ledamot = Anvandare.objects.get(roll="ledamot")
    ledamot.first_name, ledamot.last_name = "Lena", "Exempel"
    ledamot.save()
    for _ in range(2):
        forbered(ledamot, date(2026, 11, 22))
    assert Person.objects.get(anvandare=ledamot).namn == "Lena Exempel"

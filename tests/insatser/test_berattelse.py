"""The story of an insats in time, told by the rooms."""

from datetime import date
from decimal import Decimal

import pytest

from finsam.choices import Roll
from finsam.permissions import Ratt
from insatser import berattelse
from insatser.berattelse import Insatshandelse
from insatser.models import Insatsbeslut
from tests import rader

pytestmark = pytest.mark.django_db


def test_events_stand_with_the_latest_first(kansli):
    (insats,) = rader.insatser(1)  # 2023-01-01–2024-12-31
    Insatsbeslut.objects.create(
        insats=insats,
        utfall="bifall",
        instans="styrelse",
        paragraf="§ 12",
        beslutsdatum=date(2022, 11, 24),
        belopp=Decimal(1_200_000),
        fran=date(2023, 1, 1),
        tom=date(2024, 12, 31),
    )
    handelser = berattelse.handelser(insats, kansli)
    assert [h.dag for h in handelser] == [date(2024, 12, 31), date(2023, 1, 1), date(2022, 11, 24)]
    assert handelser[-1].rubrik == (
        "Styrelsen § 12: Bifall, högst 1\u00a0200\u00a0000\u00a0kr 2023-01-01–2024-12-31"
    )


def test_who_lacks_the_right_is_not_told_or_not_led_on(anvandare, monkeypatch):
    (insats,) = rader.insatser(1)
    dag = date(2024, 1, 1)
    berattat = [
        Insatshandelse(dag, "A", "För alla", adress="/a/", lank_ratt=Ratt.INSATSER_LASA),
        Insatshandelse(dag, "B", "För kansliet", adress="/b/", ratt=Ratt.INSATSER_ANDRA),
    ]
    monkeypatch.setattr(berattelse, "rummens", lambda *namn: [lambda insats: berattat])

    def ser(roll):
        return [(h.slag, h.adress) for h in berattelse.handelser(insats, anvandare(roll))]

    assert ser(Roll.KANSLI) == [("B", "/b/"), ("A", "/a/")]
    assert ser(Roll.INSATSANSVARIG) == [("A", "")]

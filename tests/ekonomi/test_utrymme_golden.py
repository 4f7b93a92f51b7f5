"""The room on the demo's folder: the published answer, and as many queries however many wait."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ekonomi.selectors import utrymmesminne
from finsam.choices import Roll
from finsam.models import Anvandare, Medlem
from insatser.models import Ansokan
from tests.varld import varld

__all__ = ["varld"]
pytestmark = pytest.mark.django_db

RUM = "/ekonomi/beslutsutrymme/2021/"
ALLA = "&".join(f"sokt=2021-{nr}" for nr in range(21, 26))
HX = {"HX-Request": "true"}


@pytest.fixture
def ledamot(varld, klient):
    utrymmesminne._las.cache_clear()
    return klient(Anvandare.objects.get(roll=Roll.LEDAMOT))


def test_the_published_applications_leave_minus_488_and_8_251(ledamot):
    """Uppsala 2021-10-21: 12 549 − 13 037 = −488; −488 + 14 365 − 5 626 = 8 251 tkr."""
    svar = ledamot.get(f"{RUM}?per=2021-10-21&{ALLA}", headers=HX)
    sida = svar.content.decode().replace("\u00a0", " ")
    assert "Beslutsutrymmet 2023 blir negativt: −488 tkr." in sida
    assert "<ins>8 251</ins>" in sida


def test_as_many_queries_for_40_applications_as_for_3(ledamot):
    agare = Medlem.objects.all()[0]

    def fragor(antal):
        for nr in range(Ansokan.objects.filter(kortnamn="Ny").count(), antal):
            ansokan = Ansokan.objects.create(
                diarienummer=f"2021-9{nr:02}", slag="ny", status="inkommen", namn="Ny",
                kortnamn="Ny", insatstyp="individ", insatsagare=agare, start=date(2022, 1, 1),
                slut=date(2023, 12, 31), inkom=date(2021, 9, 1),
            )  # fmt: skip
            ansokan.poster.create(verksamhetsar=2022, kostnadsslag="personal", belopp=1000)
        val = "&".join(f"sokt=2021-9{nr:02}" for nr in range(antal))
        ut = []
        for _ in range(2):  # after a change, and again
            with CaptureQueriesContext(connection) as fangade:
                assert ledamot.get(f"{RUM}?per=2021-10-21&{val}", headers=HX).status_code == 200
            ut.append(len(fangade))
        return ut

    ledamot.get(RUM)
    assert fragor(3) == fragor(40)
    assert fragor(40)[1] <= 6  # session, user, seal, scenario

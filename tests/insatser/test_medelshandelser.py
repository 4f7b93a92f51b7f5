"""The story of an insats tells of its claims and deviations, to those who may read them."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.models import Anvandare
from insatser import oversikt
from insatser.actions import rekvisition as steg
from insatser.actions.avvikelse import besluta_avvikelse
from insatser.berattelse import handelser
from insatser.insatshandelser import handelser as rummets
from insatser.models import Avvikelse, Rekvisition
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rummen_ar_tysta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other rooms' hindrances have tests of their own."""
    monkeypatch.setattr(steg, "hinder", lambda insats, period: [])


def test_stegen_berattas(kansli: Anvandare, ekonom: Anvandare, ledamot: Anvandare) -> None:
    en = insats(budget={2024: 1000})
    rekvisition = Rekvisition.objects.create(insats=en, period="2024-K1")
    steg.spara_belopp(rekvisition, {"personal": Decimal(400)}, "", kansli)
    steg.lamna_in(rekvisition, kansli)
    steg.attestera(rekvisition, ekonom)
    avvikelse = Avvikelse.objects.create(
        insats=en, period="2024", slag="metod", beskrivning="Ny metod.", anmald=date(2024, 3, 1)
    )
    besluta_avvikelse(avvikelse, kansli, "godkand", date(2024, 3, 5), "Ja.")
    Rekvisition.objects.create(
        insats=en,
        period="2023-K4",
        status="inlamnad",
        inlamnad_at="2024-01-15T10:00Z",
        inlamnad_namn="Ada Alm",
    )
    rubriker = {h.rubrik: h.text for h in handelser(en, kansli)}
    assert rubriker["2024-K1, 400\u00a0kr: inlämnad"] == "Kansli Testsson"
    assert rubriker["2024-K1, 400\u00a0kr: attesterad av en"] == "Ekonom Testsson"
    assert rubriker["2023-K4, 0\u00a0kr: inlämnad"] == "Ada Alm"
    assert (rubriker["Metod"], rubriker["Metod: godkänd"]) == ("Ny metod.", "Ja.")
    assert not {"Rekvisition", "Avvikelse"} & {h.slag for h in handelser(en, ledamot)}


def test_lika_manga_fragor_for_manga_rekvisitioner() -> None:
    en = insats()

    def fragor() -> int:
        with CaptureQueriesContext(connection) as alla:
            list(rummets(en))
        return len(alla)

    fa = fragor()
    for nr in range(1, 9):
        Rekvisition.objects.create(
            insats=en, period="2024-K1", lopnr=nr, status="inlamnad", inlamnad_at="2024-05-01T00Z"
        )
    assert fragor() == fa


def test_startsidan_sager_vad_som_vantar() -> None:
    en = insats()
    for nr, status in enumerate(("utkast", "inlamnad", "inlamnad", "granskad"), start=1):
        stund = None if status == "utkast" else "2024-05-01T00Z"
        Rekvisition.objects.create(
            insats=en, period="2024-K1", lopnr=nr, status=status, inlamnad_at=stund
        )
    for slag, belopp in (("metod", None), ("overforing", 5)):
        Avvikelse.objects.create(
            insats=en, period="2024", slag=slag, belopp=belopp, anmald=date(2024, 3, 1)
        )
    texter = {rad.titel: rad.text for rad in oversikt.lage(date(2024, 6, 1))}
    assert texter["Rekvisitioner"] == "2 väntar på första attest, 1 på andra"
    assert texter["Avvikelser"] == "2 väntar på beslut, 1 om att föra över medel"

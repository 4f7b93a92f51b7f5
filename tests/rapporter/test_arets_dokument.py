"""A document is held against the others of its year on its kontroll page and when it is decided."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from finsam.periods import Period
from finsam.rapporter import arets_dokument
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.management.commands import kontrollera
from finsam.rapporter.models import FaststalldRapport, Undantag
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.slag import build
from tests.rapporter.databas import lagg_upp
from tests.rapporter.test_samma_tal import MALL

pytestmark = pytest.mark.django_db
SIDA = "/rapporter/arsredovisning/2019/"
BESLUT = {"beslutsdatum": "2020-03-12", "beslut": "§ 5"}
ROD = "samma-tal:fortroendevalda_budget"


@pytest.fixture(autouse=True)
def annat_dokument(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision paper of the year that has one krona for the board in its budget."""
    lagg_upp()
    utrymme = Rapport(
        slag=Rapportslag.BESLUTSUTRYMME,
        titel="Ekonomisk information 2019",
        period=Period(2019),
        forbund="Byarum",
        avsnitt=(),
        figurer={"fortroendevalda_budget": Varde(Decimal(1), "tkr")},
    )
    monkeypatch.setattr(arets_dokument, "uppstallningsmall", lambda ar: MALL)
    monkeypatch.setattr(arets_dokument, "build", lambda slag, period, idag: utrymme)
    monkeypatch.setattr(
        arets_dokument,
        "perioder",
        lambda slag: [Period(2019)] if slag == Rapportslag.BESLUTSUTRYMME else [],
    )


def test_what_differs_is_red_and_stops_the_decision_until_waived(
    forbundschef_klient: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sida = forbundschef_klient.get(f"{SIDA}kontroller/").content.decode()
    assert "Förtroendevalda, budget enligt budgeten av 2018-11-20 (version 1)" in sida
    sida = forbundschef_klient.post(f"{SIDA}faststall/", BESLUT).content.decode()
    assert "Rapporten kan inte fastställas: 1 kontroll är röd." in sida
    skal = {"skal": "Beslutsunderlaget rättas till nästa möte."}
    assert forbundschef_klient.post(f"{SIDA}undantag/?kontroll={ROD}", skal).status_code == 302
    assert Undantag.objects.get().kontroll == ROD
    monkeypatch.setattr("finsam.rapporter.views.faststall._pdf", lambda *a: b"%PDF")
    assert forbundschef_klient.post(f"{SIDA}faststall/", BESLUT).status_code == 302
    innehall = FaststalldRapport.objects.get().innehall
    (undantag,) = [a for a in innehall["sections"] if a["id"] == "undantag"]
    assert "rättas till nästa möte" in str(undantag)


def test_kontrollera_of_one_period_compares_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def bara_arsredovisning(slag: str, period: Period, idag: date) -> Rapport:
        if slag != Rapportslag.ARSREDOVISNING:
            raise UnderlagSaknas("Annat görs inte här.")
        return build(slag, period, idag)

    monkeypatch.setattr(kontrollera, "build", bara_arsredovisning)
    ut = io.StringIO()
    with pytest.raises(CommandError, match=r"1 kontroll är röd\."):
        call_command("kontrollera", "2019", stdout=ut)
    assert f"Röd: {ROD}" in ut.getvalue()

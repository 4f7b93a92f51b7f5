"""Every address × every role: who gets in, that reading changes nothing, that all is Swedish."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from finsam.arshjul import plikter
from finsam.choices import Roll
from finsam.models import Anvandare
from finsam.rapporter import pdfforrad, slag
from tests.adress import Adress
from tests.adresser import ADRESSER, KONTO
from tests.varld import varld

__all__ = ["varld"]
pytestmark = pytest.mark.django_db

SKRIVER = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|ALTER|CREATE|DROP)\b", re.I)
# Whose session it is, and how often somebody has tried, is no business row.
SESSION = re.compile(r"django_session|finsam_cache|usersessions_usersession")
# What the association itself has written (a layout in TOML) stands in <pre>.
TAGG = re.compile(r"<script.*?</script>|<pre.*?</pre>|<[^>]+>", re.S)
ENGELSKA = re.compile(
    r"\b(the|and|your|please|sign (in|out)|log (in|out)|password|passkey|email|save|delete|remove|"
    r"search|next|previous|yes|no|unknown|select|all|add|change|name|required|this field|submit|"
    r"cancel|home|error|not found|any date|today|past|is less than)\b",
    re.I,
)


@pytest.fixture(autouse=True)
def _ritar_inte(monkeypatch: pytest.MonkeyPatch) -> None:
    """No PDF is drawn because a page that offers one was opened."""
    monkeypatch.setattr(pdfforrad, "_starta", lambda nyckel, html: None)


@pytest.fixture(scope="module")
def byggare() -> dict[str, Callable[..., Any]]:
    return {namn: cache(bygg) for namn, bygg in slag.BYGGARE.items()}


@pytest.fixture(autouse=True)
def _bygger_en_gang(
    byggare: dict[str, Callable[..., Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may read a document is asked here: it is built for the first of them only."""
    monkeypatch.setattr(slag, "BYGGARE", byggare)


def namngivna(resolver: Any = None, rymd: str = "") -> Iterator[str]:
    """Every URL name of the product; Django's own admin excepted."""
    for monster in (resolver or get_resolver()).url_patterns:
        if not hasattr(monster, "url_patterns"):
            yield rymd + monster.name
        elif monster.app_name != "admin":
            yield from namngivna(
                monster, f"{rymd}{monster.namespace}:" if monster.namespace else rymd
            )


def klient(roll: Roll | None) -> Client:
    client = Client(raise_request_exception=True)
    if roll:
        client.force_login(Anvandare.objects.get(roll=roll))
    return client


def adress_till(adress: Adress, varld: dict[str, Any]) -> str:
    return reverse(adress.namn, kwargs=adress.argument(varld))


def engelska_ord(svar: HttpResponse) -> set[str]:
    """The English words that a reader would see."""
    if svar.streaming or not svar["Content-Type"].startswith("text/html"):
        return set()
    text = TAGG.sub(" ", svar.content.decode())
    return {traff[0].lower() for traff in ENGELSKA.finditer(text)}


def test_tabellen_kan_varje_adress() -> None:
    assert sorted(namngivna()) == sorted({adress.namn for adress in ADRESSER})


@pytest.mark.parametrize("adress", ADRESSER, ids=lambda a: a.namn)
def test_varje_roll_far_det_som_tabellen_sager(adress: Adress, varld: dict[str, Any]) -> None:
    url = adress_till(adress, varld)
    for roll in Roll:
        client = klient(roll)
        with CaptureQueriesContext(connection) as fragor:
            svar = client.get(url)
            svar.getvalue()
        vantat = adress.kod if roll in adress.roller else 404
        assert svar.status_code == vantat, f"{roll}: {svar.status_code}, väntat {vantat}"
        assert "default-src 'none'" in svar["Content-Security-Policy"]
        skrivna = [f["sql"] for f in fragor if SKRIVER.match(f["sql"])]
        assert [sql for sql in skrivna if not SESSION.search(sql)] == [], roll
        assert engelska_ord(svar) == set()
    utan = klient(None).get(url)
    if not adress.oppen:
        assert utan["Location"].startswith(reverse("account_login")), "öppen utan inloggning"


OPPNA = {"finsam:tillganglighet", "finsam:tillganglighet_tack"}
EGNA = frozenset(adress.namn for adress in KONTO) | OPPNA


@pytest.mark.parametrize(
    "adress", [a for a in ADRESSER if a.namn not in EGNA], ids=lambda a: a.namn
)
def test_revisorn_andrar_ingenting(adress: Adress, varld: dict[str, Any]) -> None:
    svar = klient(Roll.REVISOR).post(adress_till(adress, varld), {"namn": "x"})
    assert svar.status_code == 404


@pytest.mark.parametrize("idag", [date(2026, 11, 22), date(2024, 3, 1), date(2021, 10, 1)])
def test_varje_plikt_leder_till_en_sida_som_rollen_far_oppna(
    idag: date, varld: dict[str, Any]
) -> None:
    for roll in Roll:
        anvandare = Anvandare.objects.get(roll=roll)
        client = klient(roll)
        for plikt in plikter(anvandare, idag):
            # What nobody has decided on yet stands there for the board to know.
            if not plikt.adress and roll == Roll.LEDAMOT:
                continue
            kod = client.get(plikt.adress).status_code if plikt.adress else 0
            assert kod in (200, 202), f"{roll}: {plikt.titel} leder till {plikt.adress or 'inget'}"

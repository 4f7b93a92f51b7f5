"""Figures from before the ledgers, and columns for a series of years."""

from decimal import Decimal

import pytest

from ekonomi.imports.tidigare import TIDIGARE_VARDEN, okanda_rader
from ekonomi.models import TidigareVarde, Uppstallning
from ekonomi.selectors.tidigare import tidigare_tal
from ekonomi.uppstallning import (
    Berakning,
    Kontounderlag,
    Saldorad,
    Tidigaretal,
    Underlag,
    las_uppstallning,
)
from finsam.periods import Period, las_period

TEXT = """
giltig_fran = 2018
[[tabell]]
id = "serie"
slag = "oversikt"
titel = "Resultat"
enhet = "mkr"
kolumner = [{slag = "utfall", fran_ar = 2017, ar = -1, helar = true, rubrik = "{ar}"}]
rad = [
  {id = "serie_resultat", etikett = "Resultat", summa = ["resultat"]},
  {id = "serie_kvar", etikett = "Kvar", utgaende = ["kapital"]},
]
[[tabell]]
id = "resultat"
slag = "resultatrakning"
titel = "Resultaträkning"
kolumner = [{slag = "utfall"}, {slag = "utfall", ar = -1}, {slag = "utfall", ar = -2}]
rad = [
  {id = "intakter", etikett = "Intäkter", konton = ["3000"]},
  {id = "kostnader", etikett = "Kostnader", konton = ["4000"]},
  {id = "resultat", etikett = "Resultat", slag = "total", summa = ["intakter", "kostnader"]},
]
[[tabell]]
id = "balans"
slag = "balansrakning"
titel = "Balansräkning"
kolumner = [{slag = "utfall"}]
rad = [{id = "kapital", etikett = "Eget kapital", konton = ["2000"], tecken = -1}]
"""


def _tal(**rader: int) -> dict[str, Tidigaretal]:
    return {rad: Tidigaretal(Decimal(tal), "Boken") for rad, tal in rader.items()}


# 2019: income 100, costs 70; equity opens at 40. 2020: 120 and 90 in the first half-year.
UNDERLAG = Underlag(
    konton=(
        Kontounderlag("2000", "Kapital", "S"),
        Kontounderlag("3000", "Intäkt", "I"),
        Kontounderlag("4000", "Kostnad", "K"),
    ),
    saldon={
        2019: (
            Saldorad("2000", 0, Decimal(-40)),
            Saldorad("3000", 12, Decimal(-100)),
            Saldorad("4000", 12, Decimal(70)),
        ),
        2020: (Saldorad("3000", 6, Decimal(-120)), Saldorad("4000", 6, Decimal(90))),
    },
    tidigare={
        Period(2017): _tal(resultat=-5),
        Period(2018): _tal(intakter=80, kostnader=-60, serie_kvar=40),
        Period(2018, "H", 1): _tal(intakter=41),
        # A year with a ledger never reads what is kept beside it.
        Period(2019): _tal(resultat=999, intakter=999),
    },
)


def _berakning() -> Berakning:
    return Berakning(las_uppstallning(TEXT), UNDERLAG, Period(2020, "H", 1))


def test_en_serie_ar_en_kolumn_per_ar_fran_det_forsta() -> None:
    tabell = _berakning().tabell("serie")
    assert [k.rubrik for k in tabell.kolumner] == ["2017", "2018", "2019"]
    # Kept as a whole, added from what is kept (80 − 60), and by the ledger (100 − 70).
    assert [c.tal for c in tabell.rad("serie_resultat").celler] == [-5, 20, 30]
    # Nothing is kept of 2017; 2018 is kept, 2019 is the ledger's.
    assert [c.tal for c in tabell.rad("serie_kvar").celler] == [None, 40, 40]


def test_samma_del_av_ett_tidigare_ar() -> None:
    rad = _berakning().tabell("resultat").rad("intakter")
    assert [c.tal for c in rad.celler] == [120, 0, 41]
    assert _berakning().tabell("resultat").rad("kostnader").celler[2].tal is None


def test_bara_utfall_utan_eget_matt_ar_tidigare() -> None:
    berakning, fjol = _berakning(), Period(2018)
    assert berakning.tidigare("intakter", "utfall", fjol) == Tidigaretal(Decimal(80), "Boken")
    assert berakning.tidigare("intakter", "budget", fjol) is None
    assert berakning.tidigare("intakter", "utfall", fjol, "utgaende") is None
    assert berakning.tidigare("intakter", "utfall", Period(2019)) is None


def test_serien_racker_till_rapportens_ar() -> None:
    mall = las_uppstallning(TEXT)
    assert mall.for_ar(2020).ar == (-3, -2, -1, 0)
    assert mall.for_ar(2021).ar == (-4, -3, -2, -1, 0)


@pytest.mark.django_db
def test_vardena_lases_for_sina_perioder() -> None:
    for kod in ("2018", "2018-H1", "2019-H1"):
        TidigareVarde.objects.create(period=kod, rad="intakter", varde="80.5", kalla="Boken")
    tal = tidigare_tal([Period(2018), las_period("2018-H1"), Period(2017)])
    vantat = {"intakter": Tidigaretal(Decimal("80.5"), "Boken")}
    assert tal == {Period(2018): vantat, Period(2018, "H", 1): vantat}


@pytest.mark.django_db
def test_en_rad_som_ingen_uppstallning_har_misstanks() -> None:
    Uppstallning.objects.create(giltig_fran=2018, innehall=TEXT)
    for rad in ("intakter", "intakt"):
        TidigareVarde.objects.create(period="2018", rad=rad, varde=1, kalla="Boken")
    assert list(okanda_rader()) == ["Raden ”intakt” finns inte i någon uppställning."]
    assert TIDIGARE_VARDEN.misstankar == (okanda_rader,)

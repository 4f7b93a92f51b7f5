"""One figure told by two documents of a year has one value (K3, K6, K32, K46)."""

from decimal import Decimal

from ekonomi.uppstallning import las_uppstallning
from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.samma_tal import Last, samma_tal
from tests.rapporter.underlag import UPPSTALLNING

UTRYMME = """
[beslutsutrymme]
intakter = ["drift_intakter"]
fortroendevalda = ["drift_styrelse"]
forvaltning = ["drift_kansli"]
insatser = ["drift_insats"]
ovriga = []
"""
MALL = las_uppstallning(UPPSTALLNING + UTRYMME)
H1, ARET = Period(2019, "H", 1), Period(2019)


def rapport(slag: Rapportslag, period: Period, **figurer: int) -> Rapport:
    return Rapport(
        slag=slag,
        titel=slag.label,
        period=period,
        forbund="Byarum",
        avsnitt=(),
        figurer={n.replace("__", "."): Varde(Decimal(t), "tkr") for n, t in figurer.items()},
    )


def last(rapport_: Rapport, prognos: str = "prognosen av 2019-08-25 (version 1)") -> Last:
    return Last(rapport_, "budgeten av 2018-11-20 (version 1)", prognos)


DELAR = rapport(
    Rapportslag.DELARSRAPPORT,
    H1,
    drift_styrelse__prognos=-600_000,
    drift_kansli__prognos=-4_300_000,
)


def test_k32_two_documents_with_the_same_forecast_agree() -> None:
    samma = rapport(
        Rapportslag.BESLUTSUTRYMME,
        ARET,
        fortroendevalda_prognos=600_000,
        forvaltning_prognos=4_300_000,
    )
    utfall = list(samma_tal(last(DELAR), [last(samma)], MALL))
    assert [(k.id, k.ok) for k in utfall] == [
        ("samma-tal:fortroendevalda_prognos", True),
        ("samma-tal:forvaltning_prognos", True),
    ]


def test_k32_the_forecast_split_in_another_way_is_red() -> None:
    annan = rapport(
        Rapportslag.BESLUTSUTRYMME,
        ARET,
        fortroendevalda_prognos=500_000,
        forvaltning_prognos=4_400_000,
    )
    styrelsen, kansliet = samma_tal(last(DELAR), [last(annan)], MALL)
    assert not styrelsen.ok and not kansliet.ok
    assert styrelsen.text == (
        "Förtroendevalda, prognos enligt prognosen av 2019-08-25 (version 1): Delårsrapport "
        "600\u00a0000 kr; Ekonomisk information 500\u00a0000 kr."
    )


def test_documents_with_different_forecasts_may_differ_and_name_their_days() -> None:
    """The half-year's of August, the decision paper's of October."""
    senare = rapport(
        Rapportslag.BESLUTSUTRYMME,
        ARET,
        fortroendevalda_prognos=500_000,
        forvaltning_prognos=4_400_000,
    )
    oktober = last(senare, "prognosen av 2019-10-20 (version 2)")
    (utfall,) = samma_tal(last(DELAR), [oktober], MALL)
    assert (utfall.ok, utfall.text) == (
        True,
        "Delårsrapport läser prognosen av 2019-08-25 (version 1); Ekonomisk information läser "
        "prognosen av 2019-10-20 (version 2).",
    )


def test_k6_the_allocation_of_the_fees_is_that_of_the_budget() -> None:
    avgifter = rapport(Rapportslag.MEDLEMSAVGIFTER, ARET, tilldelning=21_221_810)
    budget = rapport(Rapportslag.BUDGETUPPFOLJNING, ARET, rorelseintakter__budget=21_200_000)
    (utfall,) = samma_tal(last(avgifter), [last(budget)], MALL)
    assert (utfall.ok, utfall.vanster, utfall.hoger) == (False, 21_221_810, 21_200_000)


def test_a_figure_of_a_part_of_the_year_is_another_figure() -> None:
    halva = rapport(Rapportslag.DELARSRAPPORT, H1, rorelseintakter__budget=500_000)
    avgifter = rapport(Rapportslag.MEDLEMSAVGIFTER, ARET, tilldelning=1_000_000)
    assert list(samma_tal(last(halva), [last(avgifter)], MALL)) == []

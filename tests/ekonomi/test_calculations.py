"""Key figures and result levels (F1-F6, F16-F18, F20, F23-F26) against the published figures.

Where a document contradicts itself the printed value stands in a comment.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.balanskrav import Balanskrav, aterstallningar
from ekonomi.calculations.eget_kapital import EgetKapital
from ekonomi.calculations.jamforelse import (
    diff_mot_budget,
    utfall_mot_budget,
)
from ekonomi.calculations.nyckeltal import (
    kassalikviditet,
    personalomsattning,
    soliditet,
)
from ekonomi.calculations.poster import (
    avskrivning_per_ar,
    bokfort_varde,
    forandring_semesterskuld,
    sociala_avgifter_pa_semesterskuld,
)
from ekonomi.calculations.resultat import Forvaltning, Resultatnivaer
from finsam.money import avrunda

D = Decimal


def procent(andel: Decimal | None, decimaler: int = 0) -> Decimal | None:
    return None if andel is None else avrunda(andel * 100, decimaler)


@pytest.mark.parametrize(
    ("eget_kapital", "totalt", "ratt"),
    [
        (6_123_972, 11_471_299, 53),  # 2020
        (7_359_764, 13_711_553, 54),  # 2023
        (6_906_352, 17_874_115, 39),  # H1 2021, printed 36
        (5_495_450, 11_948_531, 46),  # 2024, printed 53
    ],
)
def test_soliditet(eget_kapital: int, totalt: int, ratt: int) -> None:
    assert procent(soliditet(D(eget_kapital), D(totalt))) == ratt
    assert soliditet(D(eget_kapital), D(0)) is None


def test_kassalikviditet() -> None:
    assert procent(kassalikviditet(D(17_868_831), D(10_967_763))) == 163  # H1 2021
    assert procent(kassalikviditet(D(16_301_762), D(10_739_390))) == 152  # H1 2020
    assert procent(kassalikviditet(D(11_948_531), D(6_453_081))) == 185  # 2024
    assert kassalikviditet(D(1), D(0)) is None


def test_personalomsattning_mot_medelantalet() -> None:
    assert procent(personalomsattning(1, 0, D(4), D(5))) == 22  # 2019: 1 / 4,5
    assert procent(personalomsattning(2, 1, D(5), D(5))) == 60  # 2018: 3 / 5
    assert personalomsattning(0, 0, D(0), D(0)) is None


def test_eget_kapital_rullar_mellan_aren() -> None:
    ar_2020 = EgetKapital(D(1_000_000), D(8_749_672), D(-2_565_995), D(-1_059_705))
    assert (ar_2020.summa, ar_2020.ackumulerat_overskott) == (6_123_972, 5_123_972)
    # 8 749 672 − 2 565 995 = 6 183 677
    halvar_2021 = ar_2020.nasta_ar(D(782_380))
    assert halvar_2021 == EgetKapital(D(1_000_000), D(6_183_677), D(-1_059_705), D(782_380))
    assert halvar_2021.summa == 6_906_352
    assert ar_2020.nasta_ar().summa == ar_2020.summa


def test_ackumulerat_overskott_2024() -> None:
    ar_2024 = EgetKapital(D(1_000_000), D(6_359_764), D(0), D(-1_864_314))
    assert ar_2024.ackumulerat_overskott == 4_495_450


def test_resultatnivaer_2024() -> None:
    niva = Resultatnivaer(D(24_063_657), D(-26_532_540), D(608_706), D(-4_137))
    assert niva.verksamhetens_resultat == -2_468_883
    assert (niva.finansnetto, niva.arets_resultat) == (604_569, -1_864_314)


@pytest.mark.parametrize(
    ("block", "netto"),
    [
        # 2017: 5 542,7 − 762 − 1 378 − 362,5 = 3 040
        (("-5542700", "-762000", "-1378000", "362500", "0"), -3_040),
        # H1 2021: 2 812,1 − 194 − 422 − 3,7 = 2 192, printed 2 193
        (("-2812110", "-194000", "-422000", "3747", "0"), -2_192),
        # 2024: 6 646,5 − 429 − 716 − 689 − 604,6 = 4 208
        (("-6646502", "-429000", "-716000", "604569", "-689000"), -4_208),
    ],
)
def test_forvaltning_netto(block: tuple[str, ...], netto: int) -> None:
    assert avrunda(Forvaltning(*(D(belopp) for belopp in block)).netto / 1000) == netto


def test_forvaltning_brutto_2024_ar_kansli_i_driftredovisningen() -> None:
    forvaltning = Forvaltning(D(-6_646_502), D(-429_000), D(-716_000), D(604_569), D(-689_000))
    # 6 646 502 − 429 000 − 716 000 − 689 000; printed −4 812 thousand.
    assert forvaltning.brutto == -4_812_502


def test_utfall_mot_budget() -> None:
    assert diff_mot_budget(D(-194), D(-400)) == 206
    assert diff_mot_budget(D(23_322), D(23_322)) == 0
    fall = ((194, 800, 24), (2_193, 4_300, 51), (429, 800, 54))
    for utfall, budget, ratt in fall:
        assert procent(utfall_mot_budget(D(utfall), D(budget))) == ratt
    assert utfall_mot_budget(D(5), D(0)) is None


@pytest.mark.parametrize(
    ("skuld", "avgift"), [(190_517, 59_860), (382_976, 120_331), (114_594, 36_005)]
)
def test_sociala_avgifter_pa_semesterskuld(skuld: int, avgift: int) -> None:
    assert sociala_avgifter_pa_semesterskuld(D(skuld), date(2021, 6, 30)) == avgift


def test_ingen_sats_fore_2009() -> None:
    with pytest.raises(LookupError, match="Ingen sats för sociala avgifter är känd för 2008"):
        sociala_avgifter_pa_semesterskuld(D(1), date(2008, 12, 31))


def test_forandring_av_semesterskuld_med_sociala_avgifter() -> None:
    # 2024: 190 517 − 190 197 = 320 and 59 860 − 59 760 = 100: a cost of 420.
    assert forandring_semesterskuld(D(190_197), D(190_517), D(59_760), D(59_860)) == -420


def test_avskrivning() -> None:
    assert avskrivning_per_ar(D(353_832)) == 70_766  # 70 766,4
    assert bokfort_varde(D(353_832), D(348_548)) == 5_284
    with pytest.raises(ValueError, match="större än anskaffningsvärdet"):
        bokfort_varde(D(10), D(11))


def test_balanskravsresultat_steg_for_steg() -> None:
    # Uppsala 2024, if the fund's 350 044 are gains: −1 864 314 − 350 044 = −2 214 358.
    krav = Balanskrav(D(-1_864_314), realisationsvinster=D(350_044))
    assert krav.resultat == -2_214_358
    # 100 − 10 + 4 − 20 + 6 + 3 = 83; 83 − 30 + 5 = 58.
    krav = Balanskrav(D(100), D(10), D(4), D(20), D(6), D(3), D(30), D(5))
    assert (krav.efter_justeringar, krav.resultat) == (83, 58)


def _aterstallt(**resultat: int) -> list[tuple[int, int, int]]:
    aren = {int(ar.removeprefix("ar")): D(tal) for ar, tal in resultat.items()}
    return [(ett.ar, ett.senast, int(ett.kvar)) for ett in aterstallningar(aren)]


def test_underskott_aterstalls_det_aldsta_forst() -> None:
    # 2020: −100. 2021: −50. 2022: +120 restores 100 and 20 of 50.
    assert _aterstallt(ar2020=-100, ar2021=-50, ar2022=120) == [(2020, 2023, 0), (2021, 2024, 30)]
    # A surplus before the deficit restores nothing, nor does a year of zero.
    assert _aterstallt(ar2019=500, ar2020=-100, ar2021=0) == [(2020, 2023, 100)]
    assert _aterstallt(ar2020=0, ar2021=7) == []


@given(st.lists(st.integers(-1000, 1000), max_size=8))
def test_det_som_aterstalls_ar_overskott_efter_underskottet(resultat: list[int]) -> None:
    aren = {2000 + nr: D(tal) for nr, tal in enumerate(resultat)}
    svar = aterstallningar(aren)
    assert all(0 <= ett.aterstallt <= ett.belopp for ett in svar)
    assert sum(ett.aterstallt for ett in svar) <= sum(max(tal, 0) for tal in resultat)
    # Deficits less what is restored, and surplus not used: together the years' sum.
    kvar = sum(ett.kvar for ett in svar)
    assert kvar >= -sum(resultat)


def test_balanskrav_utan_vinster_ar_arets_resultat() -> None:
    assert Balanskrav(D(335)).resultat == 335

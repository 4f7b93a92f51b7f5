"""The decision space (F11): worked by hand, and on associations made up at random."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.beslutsutrymme import (
    Arsplan,
    Sokt,
    Utrymmesrad,
    Utrymmesunderlag,
    Val,
    med_sokta,
    med_val,
    negativt_efter,
    rulla,
)
from ekonomi.calculations.flytta import flytta_manader, flyttat_per_ar


def kr(tkr: int | str) -> Decimal:
    return Decimal(tkr) * 1000


def rad(nyckel: str, tkr: int) -> Utrymmesrad:
    return Utrymmesrad(nyckel, nyckel.title(), "Tierp", kr(tkr))


def plan(ar: int, slag: str, intakter: int, *kostnader: int, foder: bool = True) -> Arsplan:
    """förtroendevalda, förvaltning, insatser, övriga in tkr."""
    fv, forv, insatser, ovriga = kostnader
    return Arsplan(
        ar=ar,
        slag=slag,
        intakter=kr(intakter),
        fortroendevalda=kr(fv),
        forvaltning=kr(forv),
        insatser=(rad("insats-1", insatser),),
        ovriga=(rad("ovriga", ovriga),),
        foder=foder,
        intaktsrader=(rad("avgifter", intakter),),
    )


# Uppsala län 2021-10-21, doman.md F11; the budget column of 2021 does not feed.
PLANER = (
    plan(2021, "budget", 23090, 800, 4300, 18591, 1010, foder=False),
    plan(2021, "prognos", 23090, 500, 4400, 18182, 1010),
    plan(2022, "budget", 23090, 700, 4400, 20640, 1010),
    plan(2023, "budget", 22770, 700, 4400, 4574, 1010),
    plan(2024, "budget", 22770, 700, 4450, 2245, 1010),
)
SOKTA = (
    Sokt("2021-21", "Ung väg", "Tierp", date(2023, 1, 1), date(2024, 6, 30),
         {2023: kr(13037), 2024: kr(5626)}),
)  # fmt: skip
UNDERLAG = Utrymmesunderlag(
    2021, date(2021, 10, 21), kr(5124), kr(1000), med_sokta(PLANER, SOKTA), SOKTA
)


def tkr(belopp: Decimal) -> int:
    return int(belopp / 1000)


def test_prognosen_matar_nasta_ar() -> None:
    """5 124 − 1 002 = 4 122 opens 2022, not 5 124 − 1 611 = 3 513 of the budget."""
    ut = UNDERLAG.utrymmen
    assert [tkr(u.ingaende) for u in ut] == [5124, 5124, 4122, 462, 12548]
    assert [tkr(u.totalt) for u in ut] == [28214, 28214, 27212, 23232, 35318]
    assert [tkr(u.samverkan) for u in ut] == [19601, 19192, 21650, 5584, 3255]
    assert [tkr(u.resultat) for u in ut] == [-1611, -1002, -3660, 12086, 14365]
    assert [tkr(u.utrymme) for u in ut] == [3513, 4122, 462, 12548, 26913]


def test_ansokningarna_dras_ar_for_ar() -> None:
    """2023: 12 548 − 13 037 = −489; 2024: −489 + 14 365 − 5 626 = 8 250."""
    ut = UNDERLAG.utrymmen
    assert [tkr(u.sokt) for u in ut] == [0, 0, 0, 13037, 5626]
    assert [tkr(u.efter) for u in ut] == [3513, 4122, 462, -489, 8250]


def test_ett_beslut_dras_aven_fran_aren_efter() -> None:
    """462 − 500 = −38 in 2022; 12 548 − 500 − 12 000 = 48 in 2023; 26 913 − 12 500 in 2024."""
    assert negativt_efter(UNDERLAG.utrymmen, {2022: kr(500), 2023: kr(12000)}) == {2022: kr(-38)}
    # 12 548 − 12 549 = −1: the applications that wait, 13 037, are not counted.
    assert negativt_efter(UNDERLAG.utrymmen, {2023: kr(12549)}) == {2023: kr(-1)}
    assert negativt_efter(UNDERLAG.utrymmen, {2023: kr(12548)}) == {}


def test_inget_valt_drar_inget() -> None:
    ut = med_val(UNDERLAG, Val())
    assert ut.sokta == ()
    assert [u.efter for u in ut.utrymmen] == [u.utrymme for u in UNDERLAG.utrymmen]


def test_det_valda_flyttas() -> None:
    """Moved six months: half of 2023's twelve months go to 2024, and 2024's six stay in 2024."""
    ut = med_val(UNDERLAG, Val(valda=frozenset({"2021-21"}), flyttade={"2021-21": 6}))
    assert ut.sokta[0].per_ar == {2023: kr("6518.5"), 2024: kr("12144.5")}
    assert (ut.sokta[0].start, ut.sokta[0].slut) == (date(2023, 7, 1), date(2024, 12, 31))
    assert ut.utanfor == 0


def test_det_som_flyttas_ut_ur_tabellen_syns() -> None:
    """Twelve months: 2024's 5 626 tkr come to 2025, which is not shown."""
    ut = med_val(UNDERLAG, Val(valda=frozenset({"2021-21"}), flyttade={"2021-21": 12}))
    assert ut.utanfor == kr(5626)


def test_andringar_galler_kolumnen_som_matar() -> None:
    val = Val(
        intakter={2021: kr(24000)},
        andrade={(2021, "forvaltning"): kr(4000), (2022, "insats-1"): kr(20000)},
    )
    ut = med_val(UNDERLAG, val).utrymmen
    assert ut[0].resultat == kr(-1611)
    assert ut[1].resultat == kr(-1002 + 910 + 400)
    assert ut[1].plan.intaktsrader[0].belopp == kr(24000)
    assert ut[2].resultat == kr(-3660 + 640)


def test_ar_som_saknas_eller_matar_tva_ganger_ar_fel() -> None:
    with pytest.raises(ValueError, match="2023 följer inte på 2021"):
        rulla(kr(0), (PLANER[1], PLANER[3]))
    with pytest.raises(ValueError, match="2 kolumner för 2021"):
        rulla(kr(0), (replace(PLANER[0], foder=True), PLANER[1]))
    with pytest.raises(ValueError, match="0 kolumner för 2021"):
        rulla(kr(0), (PLANER[0],))


@pytest.mark.parametrize(
    ("dag", "manader", "vantat"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2021, 2, 28), 1, date(2021, 3, 31)),
        (date(2021, 1, 15), -1, date(2020, 12, 15)),
        (date(2020, 12, 31), 12, date(2021, 12, 31)),
        (date(2021, 1, 30), 1, date(2021, 2, 28)),
    ],
)
def test_flytta_manader(dag: date, manader: int, vantat: date) -> None:
    assert flytta_manader(dag, manader) == vantat


def test_ett_ars_belopp_foljer_manaderna() -> None:
    """100 kr over March–December 2022 (10 months) moved 4: six stay (60), four leave (40)."""
    ut = flyttat_per_ar({2022: Decimal(100)}, date(2022, 3, 1), date(2022, 12, 31), 4)
    assert ut == {2022: Decimal(60), 2023: Decimal(40)}


def test_ett_ar_utanfor_perioden_ar_jamnt_over_tolv() -> None:
    ut = flyttat_per_ar({2022: Decimal(120)}, date(2023, 1, 1), date(2023, 12, 31), 1)
    assert ut == {2022: Decimal(110), 2023: Decimal(10)}


BELOPP = st.decimals(0, 50_000_000, places=2)
DATUM = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@st.composite
def forbund(draw: st.DrawFn) -> Utrymmesunderlag:
    """A first year with budget and forecast, then one to five years of budget."""
    antal = draw(st.integers(1, 5))
    slag = [(2021, "budget", False), (2021, "prognos", True)]
    slag += [(2021 + nr, "budget", True) for nr in range(1, antal + 1)]
    planer = [
        Arsplan(
            ar, namn, draw(BELOPP), draw(BELOPP), draw(BELOPP),
            tuple(
                Utrymmesrad(f"insats-{nr}", "", "", belopp)
                for nr, belopp in enumerate(draw(st.lists(BELOPP, max_size=3)))
            ),
            foder=foder,
        )
        for ar, namn, foder in slag
    ]  # fmt: skip
    sokta = tuple(draw(ansokan(nr)) for nr in range(draw(st.integers(0, 3))))
    ingaende = draw(st.decimals(-10_000_000, 10_000_000, places=2))
    return Utrymmesunderlag(
        2021, date(2021, 10, 21), ingaende, Decimal(0), med_sokta(planer, sokta), sokta
    )


@st.composite
def ansokan(draw: st.DrawFn, nr: int = 0) -> Sokt:
    start, slut = sorted((draw(DATUM), draw(DATUM)))
    per_ar = {ar: draw(BELOPP) for ar in range(start.year, slut.year + 1)}
    return Sokt(f"a{nr}", "", "", start, slut, per_ar)


@given(forbund())
def test_aren_hanger_ihop(underlag: Utrymmesunderlag) -> None:
    """What a year closes with is what the next opens with, whatever the association (K1)."""
    matande = [u for u in underlag.utrymmen if u.plan.foder]
    for fore, efter in pairwise(matande):
        assert efter.ingaende == fore.utrymme
        assert efter.ingaende_efter == fore.efter
    assert matande[-1].utrymme == underlag.ingaende + sum(u.resultat for u in matande)
    sokt = sum(u.sokt for u in matande)
    assert matande[-1].efter == matande[-1].utrymme - sokt
    assert sokt + underlag.utanfor == sum(s.summa for s in underlag.sokta)
    for u in underlag.utrymmen:
        assert u.totalt - u.plan.fortroendevalda - u.plan.forvaltning - u.samverkan == u.utrymme


@given(ansokan(), st.integers(-36, 36))
def test_flytten_behaller_summan(sokt: Sokt, manader: int) -> None:
    flyttad = sokt.flyttad(manader)
    assert flyttad.summa == sokt.summa
    assert all(belopp >= 0 for belopp in flyttad.per_ar.values())


@given(ansokan())
def test_ingen_flytt_andrar_inget(sokt: Sokt) -> None:
    stilla = sokt.flyttad(0)
    assert stilla.per_ar == {ar: kr for ar, kr in sokt.per_ar.items() if kr}
    assert (stilla.start, stilla.slut) == (sokt.start, sokt.slut)


@given(forbund())
def test_inget_val_andrar_inget(underlag: Utrymmesunderlag) -> None:
    ut = med_val(underlag, Val()).utrymmen
    assert [u.utrymme for u in ut] == [u.utrymme for u in underlag.utrymmen]
    assert [u.efter for u in ut] == [u.utrymme for u in underlag.utrymmen]


@given(forbund())
def test_alla_valda_ar_rapportens_tal(underlag: Utrymmesunderlag) -> None:
    alla = Val(valda=frozenset(sokt.nyckel for sokt in underlag.sokta))
    assert [u.efter for u in med_val(underlag, alla).utrymmen] == [
        u.efter for u in underlag.utrymmen
    ]

"""From the empty templates to the statements: an association that no code knows of.

The files of `mallar` are filled in as a person would, under the headings; the ledger comes as SIE.
The figures are those of tests/ekonomi/exempel, added up by hand there.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ekonomi.selectors.uppstallning import berakning
from ekonomi.uppstallning import Berakning, Saldorad
from ekonomi.uppstallning.tackning import tackningsfel
from finsam.periods import Period
from tests.ekonomi import exempel

pytestmark = pytest.mark.django_db

# The year-end voucher of 2018: its result of 400 becomes part of what is brought forward.
BOKSLUT_2018 = (
    Saldorad("8999", 12, Decimal(400)),
    Saldorad("2081", 12, Decimal(-400)),
)
SALDON = {2018: exempel.SALDON_2018 + BOKSLUT_2018, 2019: exempel.SALDON_2019}

RADER = {
    "medlemmar.csv": [
        "Östby kommun;Östby;Kommun;2015-01-01;",
        "Ålvik kommun;Ålvik;Kommun;2015-01-01;",
        "Region Syd;Region Syd;Region;2015-01-01;",
        "Försäkringskassan;FK;Försäkringskassan;2015-01-01;",
        "Arbetsförmedlingen;AF;Arbetsförmedlingen;2015-01-01;",
    ],
    "folkmangd.csv": ["Östby kommun;2018-11-01;3 000;SCB", "Ålvik kommun;2018-11-01;1 000;SCB"],
    "uppdrag.csv": ["Ada Alm;Östby kommun;ordförande;S;2019-01-01;2022-12-31;;;"],
    "insatser.csv": [
        "1;Vägen till arbete;Vägen;Individinsats;nej;Östby kommun;Östby & AF;;2018-01-01;"
        "2020-12-31;101;;;;;;;;;",
        "2;Lots för samverkan;Lots;Strukturinsats;nej;Region Syd;;;2019-07-01;2020-06-30;102"
        ";;;;;;;;;",
        "3;Utan pengar;Utan;Individinsats;nej;Ålvik kommun;;;2019-01-01;2019-12-31;103;;;;;;;;;",
    ],
    "insatsbudget.csv": ["1;2019;240;;;;", "2;2019;120;;;;"],
    "kontoplan.csv": [f"{konto.nummer};{konto.namn};{konto.kontotyp}" for konto in exempel.KONTON],
    "kostnadsblock.csv": ["A;Styrelse", "B;Kansli"],
    "budget.csv": [
        f"2019;1;Fastställd;2018-11-20;§ 4;;2018-11-01;;{rad.konto};{rad.block or ''};"
        f"{rad.insats or ''};{rad.belopp};" + ";" * 12
        for rad in exempel.BUDGET_2019
    ],
    "tilldelning.csv": ["2019;1;1000;Fastställd;2018-11-01;;;;;;;;"],
    "personal.csv": ["2018;3,5;0;0", "2019;4,5;1;0"],
}


def sie(ar: int, rader: Iterable[Saldorad]) -> bytes:
    """A year as SIE 4: one voucher a month, for each month's rows add to nothing."""
    manader: dict[int, list[str]] = defaultdict(list)
    slut: dict[str, Decimal] = defaultdict(Decimal)
    for rad in rader:
        slut[rad.konto] += rad.belopp
        objekt = f"1 {rad.block}" if rad.block else f"6 {rad.projekt}" if rad.projekt else ""
        manader[rad.manad].append(f"#TRANS {rad.konto} {{{objekt}}} {rad.belopp}")
    resultat = {konto.nummer for konto in exempel.KONTON if konto.resultatkonto}
    poster = [
        "#FLAGGA 0",
        "#FORMAT PC8",
        "#SIETYP 4",
        '#FNAMN "Sydskogens samordningsförbund"',
        f"#RAR 0 {ar}0101 {ar}1231",
        *(f'#KONTO {konto.nummer} "{konto.namn}"' for konto in exempel.KONTON),
        *(f"#KTYP {konto.nummer} {konto.kontotyp}" for konto in exempel.KONTON),
        *("#DIM 1 Kostnadsblock", "#OBJEKT 1 A Styrelse", "#OBJEKT 1 B Kansli"),
        *("#DIM 6 Projekt", "#OBJEKT 6 101 Vägen", "#OBJEKT 6 102 Lots"),
        *(f"#IB 0 {rad.konto} {rad.belopp}" for rad in rader if rad.manad == 0),
        *(f"#{'RES' if k in resultat else 'UB'} 0 {k} {belopp}" for k, belopp in slut.items()),
    ]
    for nr, manad in enumerate(sorted(set(manader) - {0}), 1):
        poster += [f"#VER A {nr} {ar}{manad:02}15 Månad", "{", *manader[manad], "}"]
    return "\r\n".join([*poster, ""]).encode("cp437")


@pytest.fixture
def forbund(tmp_path: Path) -> None:
    """The folder, filled in and read."""
    mapp = tmp_path / "forbundet"
    call_command("mallar", mapp, verbosity=0)
    for namn, rader in RADER.items():
        with (mapp / namn).open("a", encoding="utf-8") as fil:
            fil.write("\n".join([*rader, ""]))
    (mapp / "forbund.toml").write_text('namn = "Sydskogens samordningsförbund"\n')
    (mapp / "uppstallning.toml").write_text(exempel.TOML)
    for ar, rader in SALDON.items():
        (mapp / f"bokforing-{ar}.se").write_bytes(sie(ar, rader))
    call_command("las_in", mapp, verbosity=0)


@pytest.mark.usefixtures("forbund")
def test_forbundet_far_sina_egna_rakningar_och_noter() -> None:
    period = Period(2019)
    underlag = replace(exempel.exempelunderlag(), saldon=SALDON)
    ratt = Berakning(exempel.exempelmall(), underlag, period)
    fick = berakning(period)
    assert fick.tabeller == ratt.tabeller
    assert tackningsfel(fick.mall, fick.underlag, period) == ()


@pytest.mark.usefixtures("forbund")
def test_arsredovisningen_skrivs_med_forbundets_tabeller(tmp_path: Path) -> None:
    fil = tmp_path / "2019.json"
    call_command("rapport", "arsredovisning", "2019", format="json", ut=fil, verbosity=0)
    tabeller = {tabell["id"]: tabell for tabell in json.loads(fil.read_text())["tables"]}
    resultat = {rad["label"]: rad["values"] for rad in tabeller["resultat"]["rows"]}
    assert resultat["Årets resultat"] == [260, 400, 340, -80]
    drift = {rad["label"]: rad["values"] for rad in tabeller["drift"]["rows"]}
    assert drift["Lots, Region Syd"][0] == "Region Syd"
    assert {"resultat", "balans", "kassaflode", "not-1", "drift", "oversikt"} <= set(tabeller)


@pytest.mark.usefixtures("forbund")
def test_tertialrapporten_har_arets_rakningar_hittills(tmp_path: Path) -> None:
    """The second tertial's accounts are those of January through August."""
    fil = tmp_path / "2019-T2.json"
    call_command("rapport", "tertialrapport", "2019-T2", format="json", ut=fil, verbosity=0)
    rapport = json.loads(fil.read_text())
    assert rapport["titel"] == "Tertialrapport tertial 2 2019"
    (resultat,) = [t for t in rapport["tables"] if t["id"] == "resultat"]
    (fick,) = [rad["values"] for rad in resultat["rows"] if rad["label"] == "Årets resultat"]
    # Outcome of eight months, the same of 2018, 8/12 of the year's budget 400, and 350 − 266,67.
    assert fick == [350, 500, 267, 83]
    assert resultat["columns"][0] == "2019-01-01 2019-08-31"


@pytest.mark.usefixtures("forbund")
@pytest.mark.parametrize(
    ("slag", "period", "fel"),
    [
        ("tertialrapport", "2019-H1", "En tertialrapport avser ett tertial, till exempel 2019-T2."),
        (
            "delarsrapport",
            "2019-H2",
            "En delårsrapport avser årets första halvår, till exempel 2019-H1.",
        ),
    ],
)
def test_en_rapport_gors_bara_for_sina_delar_av_aret(slag: str, period: str, fel: str) -> None:
    with pytest.raises(CommandError, match=fel):
        call_command("rapport", slag, period, format="json", verbosity=0)

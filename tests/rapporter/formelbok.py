"""Two years of a ledger with every item that a formula is about, worked out by hand.

kr        opening 2018   2018      closing     2019     closing
1220           50 000              50 000               50 000
1229          −10 000  −10 000    −20 000  −10 000     −30 000
1930          160 000  −15 000    145 000  +44 000     189 000    assets 175 000, 209 000
2010          100 000             100 000              100 000
2020           80 000              55 000 (with the result of 2018)
result                 −25 000              32 686                equity 155 000, 187 686
2440            6 858               6 858                6 858
2920           10 000              10 000   +1 000      11 000
2940            3 142               3 142     +314       3 456    debts 20 000, 21 314
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ekonomi.uppstallning import Berakning, Kontounderlag, Saldorad, Underlag, las_uppstallning
from finsam.periods import Period
from finsam.rapporter.disposition import Material
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from insatser.calculations.forbrukning import Insatsunderlag
from tests.rapporter.underlag import AGARE, REGISTER, material, rad

TOML = (Path(__file__).parent / "formler.toml").read_text(encoding="utf-8")
KONTON = tuple(
    Kontounderlag(nummer, f"Konto {nummer}", typ)
    for typ, alla in {
        "T": ("1220", "1229", "1930"),
        "S": ("2010", "2020", "2440", "2920", "2940"),
        "I": ("3010", "8410"),
        "K": ("4531", "5010", "5195", "7900", "8530"),
    }.items()
    for nummer in alla
)
INSATS = Insatsunderlag(
    1, "Vägen", "Vägen", "individ", AGARE, date(2018, 1, 1), date(2019, 12, 31), projektkod="P1"
)


def _ar(avgifter: int, styrelse: int, kansli: int, ovriga: int, insats: int) -> list[Saldorad]:
    return [
        rad("3010", 12, -avgifter),
        rad("5010", 12, styrelse, "10"),
        rad("5010", 12, kansli, "20"),
        rad("5010", 12, ovriga, "50"),
        rad("4531", 12, insats, projekt="P1"),
        rad("7900", 12, 10_000, "20"),
        rad("1229", 12, -10_000),
        rad("1930", 12, avgifter - styrelse - kansli - ovriga - insats),
    ]


SALDON_2018 = (
    *(rad("1220", 0, 50_000), rad("1229", 0, -10_000), rad("1930", 0, 160_000)),
    *(rad("2010", 0, -100_000), rad("2020", 0, -80_000), rad("2440", 0, -6_858)),
    *(rad("2920", 0, -10_000), rad("2940", 0, -3_142)),
    *_ar(500_000, 60_000, 300_000, 40_000, 120_000),
    *(rad("8410", 12, -5_000), rad("1930", 12, 5_000)),
)
SALDON_2019 = (
    *(rad("1220", 0, 50_000), rad("1229", 0, -20_000), rad("1930", 0, 145_000)),
    *(rad("2010", 0, -100_000), rad("2020", 0, -55_000), rad("2440", 0, -6_858)),
    *(rad("2920", 0, -10_000), rad("2940", 0, -3_142)),
    *_ar(600_000, 70_000, 320_000, 50_000, 130_000),
    *(rad("5195", 12, 1_314, "20"), rad("2920", 12, -1_000), rad("2940", 12, -314)),
    *(rad("8410", 12, -20_000), rad("8530", 12, 6_000), rad("1930", 12, 14_000)),
)


def formelmaterial(
    toml: str = TOML, *saldon: Saldorad, fjol: tuple[Saldorad, ...] = ()
) -> Material:
    """The material of 2019 with another layout, or with further balances of either year."""
    underlag = Underlag(
        KONTON,
        {2018: SALDON_2018, 2019: (*SALDON_2019, *saldon)},
        insatser=(INSATS,),
    )
    berakning = Berakning(las_uppstallning(toml), underlag, Period(2019))
    register = replace(REGISTER, insatser=(replace(REGISTER.insatser[0], budget=None),))
    return replace(
        material(register=register),
        ekonomi=Ekonomitabeller(berakning, "/rapporter/arsredovisning/2019/underlag/"),
    )

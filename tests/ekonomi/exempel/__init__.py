"""An invented association's ledger of 2018 and 2019, small enough to add up by hand.

2019, in kr:          assets                  equity and debts
    opening           1510 100, 1930 900      2080 400, 2081 500, 2440 100
    1   fees          1930 +1000
    3   insats 101    1930 −300
    6   salaries (B)  1930 −200
    7   insats 102                            2440 +150
    9   board (A)     1930 −40
    10  office (B)                            2440 +60
    12  interest      1930 +10
    12  customer      1930 +30, 1510 −30
    result 1000 − 300 − 200 − 150 − 40 − 60 + 10 = 260
    closing           70 + 1400 = 1470        400 + 500 + 260 + 310 = 1470
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from ekonomi.uppstallning import (
    Budgetrad,
    Kontounderlag,
    Personal,
    Saldorad,
    Underlag,
    Uppstallningsmall,
    las_uppstallning,
)
from insatser.calculations.forbrukning import Agare, Insatsunderlag

D = Decimal
TOML = (Path(__file__).parent / "uppstallning.toml").read_text()

KONTON = tuple(
    Kontounderlag(*konto)
    for konto in [
        ("1510", "Kundfordringar", "T"),
        ("1930", "Bank", "T"),
        ("2080", "Reservfond", "S"),
        ("2081", "Balanserat resultat", "S"),
        ("2440", "Leverantörsskulder", "S"),
        ("3400", "Avgifter från kommuner", "I"),
        ("3410", "Avgift från regionen", "I"),
        ("3420", "Avgift från staten", "I"),
        ("3490", "Övriga avgifter", "I"),
        ("4310", "Köp av insatser", "K"),
        ("5010", "Löner och arvoden", "K"),
        ("6110", "Kontorsmaterial", "K"),
        ("8310", "Ränta", "I"),
        ("8999", "Årets resultat", "K"),
    ]
)

INSATSER = (
    Insatsunderlag(
        1, "Vägen till arbete", "Vägen", "individ", Agare("Östby kommun", "Östby", "kommun"),
        date(2018, 1, 1), date(2020, 12, 31), "101", "Östby & AF", {2019: D(240)},
    ),
    Insatsunderlag(
        2, "Lots för samverkan", "Lots", "struktur", Agare("Region Syd", "Region Syd", "region"),
        date(2019, 7, 1), date(2020, 6, 30), "102", "", {2019: D(120)},
    ),
    Insatsunderlag(
        3, "Utan pengar", "Utan", "individ", Agare("Ålvik kommun", "Ålvik", "kommun"),
        date(2019, 1, 1), date(2019, 12, 31), "103",
    ),
)  # fmt: skip


def _rad(
    konto: int, manad: int, belopp: str | int, block: str | None = None, projekt: str | None = None
) -> Saldorad:
    return Saldorad(str(konto), manad, D(belopp), block, projekt)


SALDON_2018 = (
    _rad(1930, 0, 500), _rad(2080, 0, -400), _rad(2081, 0, -100),
    _rad(3400, 1, -225), _rad(3410, 1, -225), _rad(3420, 1, -450), _rad(1930, 1, 900),
    _rad(5010, 6, 400, "B"), _rad(1930, 6, -400),
    _rad(1510, 8, 100), _rad(1930, 8, -100),
    _rad(6110, 11, 100, "B"), _rad(2440, 11, -100),
)  # fmt: skip

SALDON_2019 = (
    _rad(1510, 0, 100), _rad(1930, 0, 900),
    _rad(2080, 0, -400), _rad(2081, 0, -500), _rad(2440, 0, -100),
    _rad(3400, 1, -250), _rad(3410, 1, -250), _rad(3420, 1, -500), _rad(1930, 1, 1000),
    _rad(4310, 3, 300, None, "101"), _rad(1930, 3, -300),
    _rad(5010, 6, 200, "B"), _rad(1930, 6, -200),
    _rad(4310, 7, 150, None, "102"), _rad(2440, 7, -150),
    _rad(5010, 9, 40, "A"), _rad(1930, 9, -40),
    _rad(6110, 10, 60, "B"), _rad(2440, 10, -60),
    _rad(8310, 12, -10), _rad(1930, 12, 10),
    _rad(1510, 12, -30), _rad(1930, 12, 30),
)  # fmt: skip

BUDGET_2019 = (
    Budgetrad("3400", D(250)), Budgetrad("3410", D(250)), Budgetrad("3420", D(500)),
    Budgetrad("4310", D(-240), insats=1), Budgetrad("4310", D(-120), insats=2),
    Budgetrad("5010", D(-60), block="A"), Budgetrad("5010", D(-240), block="B"),
)  # fmt: skip


# Board and office are thought to end dearer, the fees as budgeted.
PROGNOS_2019 = (
    Budgetrad("3400", D(250)), Budgetrad("3410", D(250)), Budgetrad("3420", D(500)),
    Budgetrad("4310", D(-230), insats=1), Budgetrad("4310", D(-120), insats=2),
    Budgetrad("5010", D(-70), block="A"), Budgetrad("5010", D(-260), block="B"),
)  # fmt: skip


def exempelmall() -> Uppstallningsmall:
    return las_uppstallning(TOML)


def exempelunderlag() -> Underlag:
    return Underlag(
        konton=KONTON,
        saldon={2018: SALDON_2018, 2019: SALDON_2019},
        budget={2019: BUDGET_2019},
        prognos={2019: PROGNOS_2019},
        insatser=INSATSER,
        personal={2018: Personal(D("3.5")), 2019: Personal(D("4.5"), slutat=1)},
    )

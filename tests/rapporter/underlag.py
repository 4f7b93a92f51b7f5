"""A small association of 2019 with accounts, blocks and lines of its own, worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ekonomi.uppstallning import (
    Berakning,
    Budgetrad,
    Kontounderlag,
    Saldorad,
    Underlag,
    las_uppstallning,
)
from finsam.periods import Period
from finsam.rapporter.disposition import Material
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from finsam.rapporter.material import (
    Medlemsunderlag,
    Registerinsats,
    Registerunderlag,
    Textmaterial,
    Textunderlag,
    Uppdragsunderlag,
)
from insatser.calculations.forbrukning import Agare, Insatsunderlag

AR = Period(2019)
UPPSTALLNING = (Path(__file__).parent / "uppstallning.toml").read_text(encoding="utf-8")

KONTON = tuple(
    Kontounderlag(*rad)
    for rad in [
        ("1510", "Fordringar", "T"),
        ("1930", "Bank", "T"),
        ("2010", "Eget kapital", "S"),
        ("2440", "Leverantörsskulder", "S"),
        ("3010", "Alby kommun", "I"),
        ("3020", "Region Byarum", "I"),
        ("4010", "Rekvisitioner", "K"),
        ("5010", "Löner", "K"),
        ("6010", "Övriga kostnader", "K"),
    ]
)


def rad(
    konto: str, manad: int, belopp: int | str, block: str | None = None, projekt: str | None = None
) -> Saldorad:
    return Saldorad(konto, manad, Decimal(belopp), block, projekt)


# Opening 2019: bank 500 000 = equity 400 000 + debts 100 000. The year: fees 1 000 000 (600 + 400),
# insatser 700 400 + 100 600, staff 150 000, other 60 000; result −11 000. Claims +20 000, debts
# +9 000: bank falls by 22 000 to 478 000. Equity 389 000, debts 109 000, total assets 498 000.
SALDON = (
    rad("1930", 0, 500_000),
    rad("2010", 0, -400_000),
    rad("2440", 0, -100_000),
    rad("3010", 12, -600_000),
    rad("3020", 12, -400_000),
    rad("4010", 12, 700_400, projekt="P1"),
    rad("4010", 12, 100_600, projekt="P2"),
    rad("5010", 12, 150_000, "20"),
    rad("6010", 12, 60_000, "10"),
    rad("1510", 12, 20_000),
    rad("2440", 12, -9_000),
    rad("1930", 12, -22_000),
)
BUDGET = (
    Budgetrad("3010", Decimal(1_000_000)),
    Budgetrad("4010", Decimal(-700_000), insats=1),
    Budgetrad("4010", Decimal(-110_000), insats=2),
    Budgetrad("5010", Decimal(-150_000), "20"),
    Budgetrad("6010", Decimal(-50_000), "10"),
)
PROGNOS = (
    Budgetrad("3010", Decimal(1_000_000)),
    Budgetrad("5010", Decimal(-140_000), "20"),
)
AGARE = Agare("Alby kommun", "Alby", "kommun")
INSATSER = tuple(
    Insatsunderlag(nr, namn, namn, "individ", AGARE, date(2018, 1, 1), slut, projektkod=f"P{nr}")
    for nr, namn, slut in [
        (1, "Vägen", date(2019, 12, 31)),
        (2, "Bron", date(2020, 12, 31)),
    ]
)
UNDERLAG = Underlag(KONTON, {2019: SALDON}, {2019: BUDGET}, INSATSER, prognos={2019: PROGNOS})
REGISTER = Registerunderlag(
    forbund="Samordningsförbundet Byarum",
    orgnr="222000-0000",
    sate="Alby",
    medlemmar={
        1: Medlemsunderlag(1, "Alby kommun", "Alby", "kommun"),
        2: Medlemsunderlag(2, "Region Byarum", "Region By", "region"),
    },
    uppdrag=(Uppdragsunderlag("Ada Ek", "M", 1, "ordforande", date(2019, 1, 1)),),
    revisorer=(),
    insatser=tuple(
        Registerinsats(
            i.nr, i.namn, i.kortnamn, "individ", "Individinsats", 1, (2,), i.start, i.slut,
            "Syfte.", "God", f"/insatser/{i.nr}/", f"P{i.nr}", budget,
        )
        for i, budget in zip(INSATSER, (Decimal(700_000), Decimal(110_000)), strict=True)
    ),
)  # fmt: skip


def material(
    *,
    underlag: Underlag = UNDERLAG,
    register: Registerunderlag = REGISTER,
    uppstallning: str = UPPSTALLNING,
    texter: dict[str, str] | None = None,
    **annat: object,
) -> Material:
    """The material of the year, with what a test changes."""
    berakning = Berakning(las_uppstallning(uppstallning), underlag, AR)
    return Material(
        period=AR,
        register=register,
        ekonomi=Ekonomitabeller(berakning, "/rapporter/arsredovisning/2019/underlag/"),
        texter=Textmaterial({namn: Textunderlag(text) for namn, text in (texter or {}).items()}),
        underskriftsdag=date(2020, 3, 14),
        **annat,
    )


def med_saldo(*rader: Saldorad) -> Underlag:
    """The same ledger with further balances."""
    return replace(UNDERLAG, saldon={2019: (*SALDON, *rader)})

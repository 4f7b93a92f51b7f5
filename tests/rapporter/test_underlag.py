"""The page behind every figure: its parts add to the figure, all the way down."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from ekonomi.uppstallning import Berakning
from finsam.periods import las_period
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dokument import Varde
from finsam.rapporter.underlag import Figurunderlag, Fraga, Kontourval, figurunderlag
from tests.rapporter.underlag import AR, UNDERLAG, material

MATERIAL = material()
BERAKNING = MATERIAL.ekonomi.berakning


class Adresser:
    """Addresses that can be followed in a test: the question itself, kept by name."""

    def __init__(self) -> None:
        self.fragor: dict[str, Fraga] = {}
        self.konton: dict[str, Kontourval] = {}

    def figur(self, fraga: Fraga) -> str:
        self.fragor[repr(fraga)] = fraga
        return repr(fraga)

    def konteringar(self, urval: Kontourval) -> str:
        self.konton[repr(urval)] = urval
        return repr(urval)

    def plan(self, slag: str, ar: int) -> str:
        return f"{slag} {ar}"


def _i_rapporten() -> Iterator[tuple[str, Decimal | int]]:
    """Every figure of the report that has a page, with its address; and the named ones."""
    rapport = ARSREDOVISNING.stall_upp(MATERIAL)
    celler = (c for t in rapport.tabeller for r in t.rader for c in r.varden)
    for varde in [*celler, *rapport.figurer.values()]:
        if not isinstance(varde, Varde) or varde.tal is None or not varde.kalla:
            continue
        if "/underlag/" in varde.kalla.adress:
            yield varde.kalla.adress, varde.tal


def _fraga(adress: str) -> Fraga:
    _, rad, kolumn = adress.rstrip("/").rsplit("/", 2)
    slag, _, period = kolumn.partition("-")
    return Fraga(rad, slag, las_period(period))


def _stammer(underlag: Figurunderlag) -> None:
    if underlag.summeras:
        assert underlag.delsumma == underlag.tal or not underlag.rader, underlag
    elif underlag.rader and underlag.tal is not None:
        forsta, andra = (rad.tal for rad in underlag.rader)
        vantat = forsta - andra if "minus" in underlag.hur else forsta / andra
        assert vantat == underlag.tal, underlag


def test_every_figure_equals_what_lies_behind_it_down_to_the_accounts() -> None:
    adresser = Adresser()
    kvar = {repr(f): f for f in map(_fraga, dict(_i_rapporten()))}
    sedda: set[str] = set()
    assert len(kvar) > 60
    while kvar:
        nyckel, fraga = kvar.popitem()
        sedda.add(nyckel)
        underlag = figurunderlag(BERAKNING, fraga, adresser)
        _stammer(underlag)
        kvar |= {n: f for n, f in adresser.fragor.items() if n not in sedda}
    assert adresser.konton


def test_the_figure_is_the_one_in_the_report() -> None:
    for adress, tal in _i_rapporten():
        fraga = _fraga(adress)
        assert figurunderlag(BERAKNING, fraga, Adresser()).tal == tal, adress


@pytest.mark.parametrize(
    ("rad", "slag", "delar"),
    [
        # 5010 Löner 150 000 debit is shown as a cost.
        ("personalkostnader", "utfall", [("5010 Löner", -150_000)]),
        ("drift_kansli", "utfall", [("5010 Löner block 20, utan projekt", -150_000)]),
        ("drift_insats-1", "utfall", [("4010 Rekvisitioner projekt P1", -700_400)]),
        ("personalkostnader", "budget", [("5010 Löner, block 20", -150_000)]),
        ("personalkostnader", "prognos", [("5010 Löner, block 20", -140_000)]),
        ("personalkostnader", "diff", [("Personal", -150_000), ("Personal", -150_000)]),
        (
            "kassa_bank",
            "utfall",
            [("1930 Bank", 500_000), ("1930 Bank", -22_000)],
        ),
        ("kassaflode_fordringar", "utfall", [("Avgår Fordringar", -20_000)]),
        ("soliditet", "utfall", [("Eget kapital", 389_000), ("Summa tillgångar", 498_000)]),
    ],
)
def test_the_parts_of_a_figure(rad: str, slag: str, delar: list[tuple[str, int]]) -> None:
    underlag = figurunderlag(BERAKNING, Fraga(rad, slag, AR), Adresser())
    assert [(r.etikett, r.tal) for r in underlag.rader] == delar


def test_a_part_of_a_year_has_its_part_of_each_budget_line() -> None:
    halvar = replace(AR, slag="H")
    berakning = Berakning(MATERIAL.ekonomi.berakning.mall, UNDERLAG, halvar)
    svar = figurunderlag(berakning, Fraga("personalkostnader", "budget", halvar), Adresser())
    (rad,) = svar.rader
    # 150 000 × 6/12
    assert svar.delsumma == svar.tal == rad.tal == -75_000
    assert (rad.forklaring, rad.adress) == (
        "Budgetpost, hela året −150\u00a0000\u00a0kr",
        "budget 2019",
    )
    # A forecast is of the whole year, whichever part of it is asked for.
    prognos = figurunderlag(berakning, Fraga("personalkostnader", "prognos", halvar), Adresser())
    assert (prognos.tal, prognos.rader[0].adress) == (-140_000, "prognos 2019")


def test_the_parts_lead_to_konteringar_of_just_what_is_summed() -> None:
    adresser = Adresser()
    figurunderlag(BERAKNING, Fraga("drift_kansli", "utfall", AR), adresser)
    figurunderlag(BERAKNING, Fraga("kassa_bank", "utfall", AR), adresser)
    assert list(adresser.konton.values()) == [
        Kontourval("5010", AR.start, AR.slut, "20", "-"),
        Kontourval("1930", AR.start, AR.slut),
    ]

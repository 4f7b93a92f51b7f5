"""What the annual report of 2024 said against itself: each is impossible here, or turns red.

A figure in a table cannot be typed at all (`test_no_figure_can_be_typed_into_a_table`), so the
errors that came from retyping a table are impossible. A figure typed into a text is found.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from ekonomi.uppstallning import Budgetrad, UppstallningFel, las_uppstallning
from finsam.formfields import las_belopp
from finsam.periods import Period
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.kapitel.insatser import insatstabell
from finsam.rapporter.tal import avrundat
from tests.rapporter.underlag import (
    BUDGET,
    REGISTER,
    UNDERLAG,
    UPPSTALLNING,
    material,
    med_saldo,
    rad,
)


def _roda(text: str) -> set[str]:
    """What the rules find in a text, by the figure."""
    return {
        str(k.vanster)
        for k in ARSREDOVISNING.stall_upp(material(texter={"sammanfattning": text})).roda
    }


def _visade(rapport: Rapport, rad_id: str) -> list[Decimal | None]:
    """The row's figures as printed."""
    (rad_,) = [r for t in rapport.tabeller for r in t.rader if r.id == rad_id]
    return [avrundat(c) for c in rad_.varden if isinstance(c, Varde)]


def test_no_figure_can_be_typed_into_a_table() -> None:
    """A row says which accounts or rows it is made of; a value is no key of it."""
    typad = UPPSTALLNING.replace('id = "soliditet"\n', 'id = "soliditet"\n  varde = 53\n')
    with pytest.raises(UppstallningFel, match="varde"):
        las_uppstallning(typad)


@pytest.mark.parametrize(
    ("text", "siffror"),
    [
        pytest.param("Soliditeten är 53 %.", {"53 %"}, id="K41"),
        pytest.param("Underskottet uppgår till –1 854 tkr.", {"–1 854"}, id="K42"),
        pytest.param(
            "Tillsammans med 6 360 tkr fanns 30 460 tkr att fördela.", {"6 360", "30 460"}, id="K43"
        ),
        pytest.param("Kostnaderna 2023 var -24 709 tkr.", {"-24 709"}, id="K44"),
        pytest.param("Budgetdifferensen är 500 tkr.", {"500"}, id="K45 text"),
        pytest.param("Avvikelsen på 1 095 tkr beror på vakanser.", {"1 095"}, id="K45 drift"),
        pytest.param("Vi har betalat ut 1 100 tkr mer.", {"1 100"}, id="K45 mer"),
        pytest.param("Förvaltningen har förbrukat 4 208 tkr.", {"4 208"}, id="K46"),
        pytest.param("RegExPro förbrukade 91 %.", {"91 %"}, id="K50"),
    ],
)
def test_a_figure_typed_into_a_text_is_red(text: str, siffror: set[str]) -> None:
    assert _roda(text) == siffror


def test_k41_one_row_gives_soliditet_everywhere() -> None:
    """Impossible: the share is worked out from the balance sheet's own rows, unrounded."""
    rapport = ARSREDOVISNING.stall_upp(
        material(texter={"sammanfattning": "Soliditeten är {soliditet|procent}."})
    )
    # 389 000 / 498 000 = 78.1 %.
    assert _visade(rapport, "soliditet") == [Decimal(78)]
    assert avrundat(rapport.figurer["soliditet"]) == 78


def test_k42_k44_the_overview_builds_on_the_statement() -> None:
    """Impossible: the overview sums the rows of the resultaträkning, for every year."""
    rapport = ARSREDOVISNING.stall_upp(material())
    assert _visade(rapport, "oversikt_resultat")[0] == -11
    assert _visade(rapport, "arets_resultat")[0] == -11_000


def test_k43_a_sum_is_named_and_added_by_the_layout() -> None:
    """Impossible: what there is to share out is a row that names its terms."""
    summa = """
  [[tabell.rad]]
  id = "att_fordela"
  etikett = "Att fördela"
  summa = ["rorelseintakter", "summa_eget_kapital"]
"""
    med = UPPSTALLNING.replace(
        '\n[[tabell]]\nid = "resultatrakning"', f'{summa}\n[[tabell]]\nid = "resultatrakning"'
    )
    figurer = ARSREDOVISNING.stall_upp(material(uppstallning=med)).figurer
    assert figurer["att_fordela"].tal == 1_000_000 + 389_000


def test_k45_the_difference_belongs_to_its_own_row() -> None:
    """Impossible: `.diff` is the row's outcome less the same row's budget."""
    figurer = ARSREDOVISNING.stall_upp(material()).figurer
    for namn in ("arets_resultat", "personalkostnader"):
        utfall, budget = figurer[namn].tal, figurer[f"{namn}.budget"].tal
        assert figurer[f"{namn}.diff"].tal == utfall - budget


def test_k46_gross_and_net_are_two_rows() -> None:
    """Impossible under one name: two rows may not share an id."""
    dubbel = UPPSTALLNING.replace('id = "drift_styrelse"', 'id = "drift_kansli"')
    with pytest.raises(UppstallningFel, match="drift_kansli"):
        las_uppstallning(dubbel)


def test_k47_swapped_rows_are_impossible() -> None:
    """Impossible: this year's column and last year's are filled from the same accounts."""
    fjol = (rad("3010", 12, -28_000), rad("1930", 12, 28_000))
    underlag = replace(UNDERLAG, saldon={2018: fjol, **UNDERLAG.saldon})
    rapport = ARSREDOVISNING.stall_upp(material(underlag=underlag))
    assert _visade(rapport, "rorelseintakter")[:2] == [1_000_000, 28_000]


def test_k48_an_amount_with_broken_groups_is_refused() -> None:
    with pytest.raises(ValueError, match="Beloppet ”-4 682 00” kan inte tolkas"):
        las_belopp("-4 682 00")


def test_k48_the_dates_of_a_column_are_those_of_its_period() -> None:
    """Impossible from {start} and {slut}; a heading with typed dates of another year is red."""
    typad = UPPSTALLNING.replace('rubrik="{slut}"}, {slag', 'rubrik="2018-12-31"}, {slag', 1)
    roda = {k.id for k in ARSREDOVISNING.stall_upp(material(uppstallning=typad)).roda}
    assert "kolumn:balansrakning:2018-12-31" in roda


def test_k48_k49_a_note_with_another_sign_or_sum_is_red() -> None:
    tecken = UPPSTALLNING.replace(
        'titel = "Avgifter"\nenhet = "kr"\ntecken = -1',
        'titel = "Avgifter"\nenhet = "kr"\ntecken = 1',
    )
    assert [k.id for k in ARSREDOVISNING.stall_upp(material(uppstallning=tecken)).roda] == [
        "not:1:2019"
    ]
    # Nine kronor on an account that the note does not have.
    nio = med_saldo(rad("1940", 0, 9), rad("2010", 0, -9))
    utan = UPPSTALLNING.replace(
        'etikett = "Bank"\n  konton = ["1910-1949"]', 'etikett = "Bank"\n  konton = ["1910-1939"]'
    )
    konton = (*nio.konton, replace(nio.konton[1], nummer="1940"))
    roda = ARSREDOVISNING.stall_upp(
        material(underlag=replace(nio, konton=konton), uppstallning=utan)
    ).roda
    assert [(k.id, k.vanster, k.hoger) for k in roda] == [("not:2:2019", 478_000, 478_009)]


def test_k50_a_share_of_no_budget_is_nothing() -> None:
    """Impossible: without a budget there is no share to print."""
    utan = tuple(post for post in BUDGET if post.insats != 2)
    rapport = ARSREDOVISNING.stall_upp(material(underlag=replace(UNDERLAG, budget={2019: utan})))
    (bron,) = [r for t in rapport.tabeller for r in t.rader if r.id == "drift_insats-2"]
    assert bron.varden[-1] is None


def test_k51_rows_are_rounded_each_for_itself() -> None:
    """Impossible to bend: every cell is the exact amount rounded once."""
    rapport = ARSREDOVISNING.stall_upp(material())
    for tabell in rapport.tabeller:
        for rad_ in tabell.rader:
            for cell in rad_.varden:
                if isinstance(cell, Varde) and cell.enhet == "tkr" and cell.tal is not None:
                    assert abs(avrundat(cell) * 1000 - cell.tal) <= 500


def test_k52_a_budget_on_another_line_than_the_outcome_is_red() -> None:
    flyttad = tuple(Budgetrad("6010", p.belopp, "20") if p.block == "20" else p for p in BUDGET)
    roda = ARSREDOVISNING.stall_upp(
        material(underlag=replace(UNDERLAG, budget={2019: flyttad}))
    ).roda
    assert [k.id for k in roda] == ["budgetplacering:ovriga_kostnader:drift_kansli"]


def test_k53_an_insats_has_one_name_and_one_type() -> None:
    """Impossible: name and type stand once, in the register, and each insats in one group."""
    rader = insatstabell(REGISTER, Period(2019)).rader
    assert [r.etikett for r in rader] == ["Individinsatser", "Alby, Vägen", "Alby, Bron"]

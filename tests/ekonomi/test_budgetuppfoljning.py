"""The follow-up of the budget, on the invented association's year added up in exempel."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ekonomi.calculations.budgetuppfoljning import (
    Budgetuppfoljning,
    Postkommentar,
    Uppfoljningsrad,
    budgetuppfoljning,
)
from ekonomi.uppstallning import Berakning
from finsam.periods import las_period
from insatser.calculations.forbrukningsrad import Kvotgranser
from tests.ekonomi.exempel import exempelmall, exempelunderlag

D = Decimal
GRANSER = Kvotgranser(80, 110)


def foljd(kod: str, *kommentarer: Postkommentar) -> Budgetuppfoljning:
    berakning = Berakning(exempelmall(), exempelunderlag(), las_period(kod))
    return budgetuppfoljning(berakning, GRANSER, kommentarer)


def rader(uppfoljning: Budgetuppfoljning) -> dict[str, Uppfoljningsrad]:
    alla = (*uppfoljning.drift, *uppfoljning.resultat)
    return {rad.id: rad for tabell in alla for rad in tabell.rader if rad.id}


def test_en_rad_till_och_med_augusti() -> None:
    kansli = rader(foljd("2019-A08"))["kansli"]
    # Salaries 200 in June of 240 × 8/12 = 160; forecast 260 and budget 240 for the year.
    assert (kansli.utfall, kansli.hittills, kansli.diff) == (-200, -160, -40)
    assert (kansli.prognos, kansli.arsbudget, kansli.prognosdiff) == (-260, -240, -20)
    assert kansli.kvot == D(200) / 160
    assert kansli.mot_arsbudget == D(200) / 240


def test_en_insats_foljer_sina_egna_manader() -> None:
    alla = rader(foljd("2019-A08"))
    # Vägen runs all year: 240 × 8/12 = 160, 300 booked. Lots from July: 120 × 2/6 = 40, 150 booked.
    assert (alla["individ-1"].hittills, alla["individ-1"].utfall) == (-160, -300)
    assert (alla["struktur-2"].hittills, alla["struktur-2"].utfall) == (-40, -150)


def test_det_som_avviker_star_forst_och_storst_forst() -> None:
    fynd = foljd("2019-A08").fynd
    # Differences: Vägen −140, Lots −110, the office −40, the board 0 − (−60 × 8/12) = 40.
    assert [ett.rad.id for ett in fynd] == ["individ-1", "struktur-2", "styrelse", "kansli"]
    assert fynd[0].texter == ("Förbrukningskvoten 188\u00a0% avviker från målvärdet 100\u00a0%.",)


@pytest.mark.parametrize(
    ("rad", "texter"),
    [
        (Uppfoljningsrad("a", "A", hittills=D(-100), utfall=D(-80)), ()),
        (Uppfoljningsrad("a", "A", hittills=D(-100), utfall=D(-110)), ()),
        (
            Uppfoljningsrad("a", "A", hittills=D(-100), utfall=D(-79)),
            ("Förbrukningskvoten 79\u00a0% avviker från målvärdet 100\u00a0%.",),
        ),
        (
            Uppfoljningsrad("a", "A", hittills=D(0), utfall=D(-1500)),
            ("1\u00a0500\u00a0kr är bokfört utan budget.",),
        ),
        (
            Uppfoljningsrad("a", "A", prognos=D(-120_000), arsbudget=D(-100_000)),
            (
                "Prognosen −120\u00a0tkr avviker från årets budget −100\u00a0tkr och saknar "
                "kommentar.",
            ),
        ),
        (
            Uppfoljningsrad(
                "a", "A", prognos=D(-120), arsbudget=D(-100), kommentarer=("Sen start",)
            ),
            (),
        ),
        (Uppfoljningsrad("a", "A", prognos=D(-105), arsbudget=D(-100)), ()),
        # Income is not used up: fees that come in late, or twice, have no förbrukningskvot.
        (Uppfoljningsrad("a", "A", hittills=D(100), utfall=D(200)), ()),
        (Uppfoljningsrad("a", "A", hittills=D(100), utfall=D(0)), ()),
        # A sum repeats what its lines have said.
        (Uppfoljningsrad("a", "A", "sum", hittills=D(-100), utfall=D(-10)), ()),
        (Uppfoljningsrad("a", "A"), ()),
    ],
)
def test_vad_en_rad_sager(rad: Uppfoljningsrad, texter: tuple[str, ...]) -> None:
    assert rad.varningar(GRANSER) == texter


def test_prognosens_kommentarer_star_pa_raden_som_samlar_posten() -> None:
    kommentarer = (
        Postkommentar("5010", "B", None, "Ny tjänst"),
        Postkommentar("6110", "B", None, "Ny tjänst"),
        Postkommentar("4310", None, "101", "Sen start"),
        Postkommentar("9999", None, None, "Utanför uppställningen"),
    )
    uppfoljning = foljd("2019-A08", *kommentarer)
    assert {rad.id: rad.kommentarer for rad in uppfoljning.kommenterade} == {
        "kansli": ("Ny tjänst",),
        "individ-1": ("Sen start",),
    }


def test_resultatet_ar_den_sista_raden() -> None:
    slutrad = foljd("2019-A12").slutrad
    assert slutrad is not None
    # 260 booked, 340 budgeted, 320 forecast.
    assert (slutrad.utfall, slutrad.arsbudget, slutrad.prognos) == (260, 340, 320)


def test_utan_budget_och_prognos_finns_bara_utfallet() -> None:
    underlag = replace(exempelunderlag(), budget={}, prognos={})
    berakning = Berakning(exempelmall(), underlag, las_period("2019-A08"))
    kansli = rader(budgetuppfoljning(berakning, GRANSER))["kansli"]
    assert (kansli.utfall, kansli.hittills, kansli.diff, kansli.kvot) == (-200, None, None, None)
    assert kansli.mot_arsbudget is None and kansli.prognosdiff is None

"""Then and now, as it is read: numbers by their unit, periods as spans, and the difference."""

import copy

import pytest

from finsam.rapporter.jamforelse import Skillnad, skillnader
from finsam.rapporter.render.json_ import som_data
from tests.rapporter.exempel import RAPPORT

NB = "\u00a0"


@pytest.mark.parametrize(
    ("da", "nu", "enhet", "skrivet"),
    [
        (28008, -71992, "kr", ("28_008_kr", "−71_992_kr", "−100_000_kr")),
        (None, 1234, "tkr", ("–", "1_234_tkr", "–")),
        (46, 48, "procent", ("46_%", "48_%", "2_procentenheter")),
        (46, 45, "procent", ("46_%", "45_%", "−1_procentenhet")),
        (12, 9, "antal", ("12", "9", "−3")),
        # 1,864 → 2,0 mkr: as shown with three decimals.
        (-1.864, 2.0, "mkr", ("−1,864_mkr", "2,000_mkr", "3,864_mkr")),
        ("•", 9, "antal", ("•", "9", "–")),
        ("saknas", None, "text", ("saknas", "–", "–")),
    ],
)
def test_each_value_is_written_by_its_unit(da, nu, enhet, skrivet) -> None:
    s = Skillnad("Tabell", "Rad", "2021", da, nu, enhet)
    alla = (s.da_i_ord, s.nu_i_ord, s.skillnad_i_ord)
    assert alla == tuple(text.replace("_", NB) for text in skrivet)


def test_cells_know_their_unit_and_columns_their_span() -> None:
    da = som_data(RAPPORT)
    nu = copy.deepcopy(da)
    rader = {rad["id"]: rad for tabell in nu["tables"] for rad in tabell["rows"]}
    rader["intakter"]["values"][0] += 500
    rader["soliditet"]["values"][0] -= 3
    soliditet, intakter = skillnader(da, nu)  # in the order of the document
    assert (intakter.kolumn, intakter.enhet) == ("2024-01-01–2024-12-31", "kr")
    assert intakter.skillnad_i_ord == f"500{NB}kr"
    assert (soliditet.enhet, soliditet.skillnad_i_ord) == ("procent", f"−3{NB}procentenheter")


def test_a_text_is_shown_from_where_it_differs() -> None:
    lika = "ord " * 60
    s = Skillnad("Text", "Inledning", "", f"{lika}ett två", f"{lika}ett tre")
    assert s.da_i_ord == f"…{NB}ord ord ett två" and s.nu_i_ord == f"…{NB}ord ord ett tre"
    kortare = Skillnad("Text", "Inledning", "", "Ett två", None)
    assert (kortare.da_i_ord, kortare.nu_i_ord) == ("Ett två", "–")
    assert len(Skillnad("Text", "I", "", "a " * 500, "b").da_i_ord) < 170

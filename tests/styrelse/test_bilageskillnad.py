"""What a meeting had in its annex beside what stands there now."""

from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.bilageskillnad import (
    Cell,
    Skillnad,
    beloppen,
    i_ord,
    skillnader,
    texterna,
)

H = "\u00a0"


def tabell(rader: list[tuple[str, str, str, list[object]]], kolumner: list[str]) -> dict:
    """A frozen document of one table; a row is id, label, kind and values."""
    namn = ("id", "label", "kind", "values")
    alla = [dict(zip(namn, rad, strict=True)) for rad in rader]
    return {"tables": [{"id": "t", "columns": kolumner, "rows": alla}]}


def test_beloppen_are_the_first_column_without_headings_and_subtotals():
    data = tabell(
        [
            ("", "Kansli", "heading", [None, None]),
            ("5110", "Löner", "line", [-600000, -500000]),
            ("6110", "Material", "line", [None, -100]),
            ("", "Summa Kansli", "sum", [-600000, -500100]),
            ("", "Totalt", "total", [-600000, -500100]),
        ],
        ["2024", "2023"],
    )
    assert beloppen(data, "t") == {
        ("5110", ""): Cell("Löner", f"−600{H}000{H}kr"),
        ("6110", ""): Cell("Material", "–"),
        ("Totalt", ""): Cell("Totalt", f"−600{H}000{H}kr"),
    }
    assert beloppen(data, "annan") == {}


def test_texterna_are_every_cell_and_the_label():
    data = tabell([("r1", "1. Jäv", "line", ["Hög", None])], ["Före", "Ansvarig"])
    assert texterna(data, "t") == {
        ("r1", ""): Cell("1. Jäv", "”1. Jäv”"),
        ("r1", "Före"): Cell("1. Jäv, före", "”Hög”"),
        ("r1", "Ansvarig"): Cell("1. Jäv, ansvarig", "–"),
    }


def test_what_is_gone_and_what_is_new_is_told_in_the_order_of_the_document():
    da = {("a", ""): Cell("A", "1"), ("b", ""): Cell("B", "2"), ("c", ""): Cell("C", "3")}
    nu = {("d", ""): Cell("D", "5"), ("b", ""): Cell("B", "4"), ("c", ""): Cell("C", "3")}
    alla = skillnader(da, nu)
    assert alla == (Skillnad("A", "1", "–"), Skillnad("B", "2", "4"), Skillnad("D", "–", "5"))
    assert i_ord(alla[:2]) == (
        "A: styrelsen hade 1, i dag står inget. B: styrelsen hade 2, i dag står 4."
    )
    assert i_ord(()) == ""
    assert i_ord((*alla, alla[0]), "då stod").endswith("i dag står 5. 1 rad till skiljer.")
    assert i_ord((*alla, *alla)).endswith(" 3 rader till skiljer.")


celler = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.just("")),
    st.builds(Cell, st.just("N"), st.sampled_from(["1", "2", "–"])),
)


@given(celler, celler)
def test_nothing_differs_from_itself_and_both_ways_differ_alike(da, nu):
    assert skillnader(da, da) == ()
    hit, dit = skillnader(da, nu), skillnader(nu, da)
    assert sorted((s.da, s.nu) for s in hit) == sorted((s.nu, s.da) for s in dit)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.alfabet import svensk_ordning
from finsam.fordelning import storsta_rest


def test_storsta_rest_ger_saknade_kronor_till_storsta_brakdelen() -> None:
    # 10 kr on 3, 3, 1: exact 4,29 4,29 1,43; floors 4 + 4 + 1 = 9; the missing krona to ,43.
    assert storsta_rest(10, [3, 3, 1]) == [4, 4, 2]


def test_lika_brakdelar_gar_i_given_ordning() -> None:
    # 5 kr on 1, 1: 2,5 each.
    assert storsta_rest(5, [1, 1]) == [3, 2]


@pytest.mark.parametrize("vikter", [[], [0, 0], [1, -1, 3]])
def test_vikter_som_inte_gar_att_dela_pa(vikter: list[int]) -> None:
    with pytest.raises(ValueError, match="Vikterna ska vara noll eller större"):
        storsta_rest(10, vikter)


@given(
    st.integers(0, 10**12),
    st.lists(st.integers(0, 10**7), min_size=1, max_size=300).filter(any),
)
def test_delarna_ger_helheten_och_ligger_inom_en_enhet(helhet: int, vikter: list[int]) -> None:
    delar = storsta_rest(helhet, vikter)
    assert sum(delar) == helhet
    for del_, vikt in zip(delar, vikter, strict=True):
        assert abs(del_ * sum(vikter) - helhet * vikt) < sum(vikter)


def test_svensk_ordning() -> None:
    namn = ["Östhammar", "Heby", "Älvkarleby", "Åmål", "Håbo", "Enköping", "Uppsala"]
    assert sorted(namn, key=svensk_ordning) == [
        "Enköping", "Heby", "Håbo", "Uppsala", "Åmål", "Älvkarleby", "Östhammar",
    ]  # fmt: skip

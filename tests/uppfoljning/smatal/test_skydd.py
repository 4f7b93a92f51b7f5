"""What a publication hides, worked by hand; and an attacker who tries to work it out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.uppfoljning.smatal.exempel import AR, dolj, rapport, slumpat
from tests.uppfoljning.smatal.tryck import bara_sma, raknar_ut
from uppfoljning.calculations.smatal.rakning import Antalsdel, Rakning


def _in(*delar: tuple[int, int, str]) -> frozenset[Antalsdel]:
    """Who came in: insats, quarter, sex."""
    return frozenset(Antalsdel(nr, f"{AR}-K{kv}", "inskrivna", "", kon) for nr, kv, kon in delar)


def _inskrivna(*tal: tuple[int, int, int, int]) -> list[object]:
    """Reports: insats, quarter, women, men."""
    return [
        rapport(nr, kv, {("inskrivna", "", "K"): k, ("inskrivna", "", "M"): m})
        for nr, kv, k, m in tal
    ]


def test_a_small_count_takes_the_other_sex_with_it_and_leaves_the_sum() -> None:
    # 3 + 9 = 12: 3 is small, 9 gives it away (12 − 9). No other row tells.
    d = dolj(_inskrivna((1, 1, 3, 9)), {})
    assert not d.visas(Rakning(_in((1, 1, "K"))))
    assert not d.visas(Rakning(_in((1, 1, "M"))))
    assert d.visas(Rakning(_in((1, 1, "K"), (1, 1, "M"))))


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    d = dolj(_inskrivna((1, 1, 5, 9), (2, 1, 0, 7)), {})
    assert all(d.visade.values())


def test_nobody_is_shown_and_a_sum_that_is_small_hides_its_parts() -> None:
    # 0 + 4 = 4: nobody is no small count; 4 is.
    d = dolj(_inskrivna((1, 1, 0, 4), (2, 1, 20, 30), (3, 1, 12, 6)), {})
    assert d.visas(Rakning(_in((1, 1, "K"))))
    assert not d.visas(Rakning(_in((1, 1, "M"))))
    assert not d.visas(Rakning(_in((1, 1, "K"), (1, 1, "M"))))
    # The column of men: 40 in all; one more row must go, or the sum.
    man = [d.visas(Rakning(_in((nr, 1, "M")))) for nr in (2, 3)]
    alla = d.visas(Rakning(_in((1, 1, "M"), (2, 1, "M"), (3, 1, "M"))))
    assert not all([*man, alla])


def test_a_half_year_does_not_give_a_quarter_away() -> None:
    # First 3 + 9; then 10 + 11, which is shown: the half-year's 13 women would leave 3.
    d = dolj(_inskrivna((1, 1, 3, 9), (1, 2, 10, 11)), {})
    assert d.visas(Rakning(_in((1, 2, "K"))))
    assert not d.visas(Rakning(_in((1, 1, "K"), (1, 2, "K"))))


def test_what_an_earlier_release_showed_stays_shown() -> None:
    tidigt = dolj(_inskrivna((1, 1, 8, 9)), {})
    sent = dolj(_inskrivna((1, 1, 8, 9), (1, 2, 1, 2)), {})
    for delar, visad in tidigt.visade.items():
        assert sent.visade[delar] == visad


def test_a_share_of_hidden_counts_is_hidden_and_so_is_what_is_on_no_list() -> None:
    d = dolj(_inskrivna((1, 1, 3, 9), (2, 1, 20, 30)), {})
    bada = _in((2, 1, "K"), (2, 1, "M"))
    assert not d.visas(Rakning(_in((1, 1, "K")), _in((1, 1, "K"), (1, 1, "M"))))
    assert not d.visas(Rakning(frozenset(), _in((1, 1, "K"))))
    # Women of one insats with men of the other: nobody prints that, and none may.
    assert not d.visas(Rakning(_in((1, 1, "K"), (2, 1, "M")), bada))


def test_the_same_counts_hide_the_same() -> None:
    rapporter, fore = slumpat(7, insatser=3, kvartal=3, storst=9)
    ena, andra = dolj(rapporter, fore), dolj(list(rapporter), dict(fore))
    assert ena.visade == andra.visade


def test_the_attacker_has_much_where_only_small_counts_are_hidden() -> None:
    rapporter, _ = slumpat(1, insatser=3, kvartal=2, storst=12)
    kanda = raknar_ut(rapporter, bara_sma(rapporter))
    assert len(kanda) > 10


@settings(max_examples=10, deadline=None)
@given(
    fro=st.integers(0, 10_000),
    insatser=st.integers(1, 4),
    kvartal=st.integers(1, 2),
    storst=st.sampled_from([4, 8, 20]),
)
def test_the_attacker_finds_no_hidden_count(
    fro: int, insatser: int, kvartal: int, storst: int
) -> None:
    rapporter, fore = slumpat(fro, insatser, kvartal, storst)
    assert raknar_ut(rapporter, dolj(rapporter, fore).visas) == {}


def test_the_attacker_finds_none_in_a_whole_year() -> None:
    rapporter, fore = slumpat(3, insatser=3, kvartal=4, storst=10)
    assert raknar_ut(rapporter, dolj(rapporter, fore).visas) == {}

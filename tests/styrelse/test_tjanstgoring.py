"""Who serves at each item: holders, deputies in order, arrivals, departures, disqualification."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.tjanstgoring import (
    BARA_HALFTEN,
    FARRE_AN_HALFTEN,
    Borta,
    Sittning,
    Stol,
    tjanstgoring,
)

# Members 1-3, a holder each (10, 20, 30); member 1 has two deputies, member 2 one.
STOLAR = (
    Stol(1, 10, "Anna", "ordforande"),
    Stol(2, 20, "Bo", "vice_ordforande_1"),
    Stol(3, 30, "Cia", "ledamot"),
)
ERSATTARE = (
    Stol(1, 12, "Dan", "ersattare", ordning=2),
    Stol(1, 11, "Eva", "ersattare", ordning=1),
    Stol(2, 21, "Fia", "ersattare", ordning=1),
)
PUNKTER = (101, 102, 103)


def sittning(
    *narvarande: int,
    jav: frozenset[tuple[int, int]] = frozenset(),
    **borta: tuple[Borta, ...],
) -> Sittning:
    """With those present, `p10=` when person 10 was away."""
    return Sittning(
        PUNKTER, STOLAR, ERSATTARE,
        {person: borta.get(f"p{person}", ()) for person in narvarande}, jav,
    )  # fmt: skip


def personer(sitter: Sittning) -> list[tuple[int, ...]]:
    return [vid.personer for vid in tjanstgoring(sitter)]


def test_ledamoterna_tjanstgor_och_ersattarna_sitter_bredvid() -> None:
    vid = tjanstgoring(sittning(10, 20, 30, 11, 21))[0]
    assert vid.personer == (10, 20, 30)
    assert vid.ersatter == ()
    assert (vid.beslutsfor, vid.varning, vid.ordforande) == (True, "", 10)


def test_forsta_narvarande_ersattaren_for_samma_medlem_trader_in() -> None:
    # Eva (1) before Dan (2), whatever order they are listed in; nobody steps in for member 3.
    vid = tjanstgoring(sittning(11, 12, 20))[0]
    assert vid.personer == (11, 20)
    assert [(t.stol.namn, t.namn) for t in vid.ersatter] == [("Anna", "Eva")]
    assert personer(sittning(12, 20))[0] == (12, 20)  # Eva is not there: Dan


def test_den_som_kommer_gar_och_atervander_foljs_punkt_for_punkt() -> None:
    # Anna comes at 102 (away from the first), Bo is away only at 102, Cia leaves at 103.
    sitter = sittning(
        10, 11, 20, 21, 30,
        p10=(Borta(101, 102),), p20=(Borta(102, 103),), p30=(Borta(103),),
    )  # fmt: skip
    assert personer(sitter) == [(11, 20, 30), (10, 21, 30), (10, 20)]


def test_jav_galler_bara_sin_punkt_och_aven_for_ersattaren() -> None:
    jav = frozenset({(102, 10), (102, 11)})
    assert personer(sittning(10, 11, 12, 20, jav=jav)) == [(10, 20), (12, 20), (10, 20)]


def test_vice_ordforande_leder_nar_ordforanden_inte_kan_och_ersattaren_arver_inte() -> None:
    sitter = sittning(10, 11, 20, 30, jav=frozenset({(102, 10)}))
    assert [vid.ordforande for vid in tjanstgoring(sitter)] == [10, 20, 10]
    # Nobody of the presidium: the meeting chooses, and the chosen leads while serving.
    utan = sittning(11, 30)
    assert tjanstgoring(utan)[0].ordforande is None
    assert tjanstgoring(replace(utan, vald_ordforande=30))[0].ordforande == 30
    assert tjanstgoring(replace(utan, vald_ordforande=20))[0].ordforande is None


def test_en_plats_som_ingen_har_raknas_och_kan_tas_av_ersattaren() -> None:
    vakant = replace(sittning(10, 21), stolar=(STOLAR[0], Stol(2, None, "Vakant", "ledamot")))
    vid = tjanstgoring(vakant)[0]
    assert [(t.stol.namn, t.person, t.ersatter) for t in vid.tjanster] == [
        ("Anna", 10, False), ("Vakant", 21, True),
    ]  # fmt: skip


def test_en_medlem_med_tva_platser_far_en_ersattare_pa_varje() -> None:
    stolar = (Stol(1, 10, "Anna", "ordforande"), Stol(1, 15, "Gun", "ledamot"))
    assert personer(replace(sittning(11, 12), stolar=stolar))[0] == (11, 12)
    assert personer(replace(sittning(11), stolar=stolar))[0] == (11,)  # one seat each


def test_den_som_har_tva_platser_sitter_pa_en_av_dem() -> None:
    # Anna holds both seats of member 1: one of two is served, which is not more than half.
    stolar = (Stol(1, 10, "Anna", "ordforande"), Stol(1, 10, "Anna", "ledamot"))
    ensam = tjanstgoring(replace(sittning(10), stolar=stolar))[0]
    assert (ensam.personer, ensam.varning) == ((10,), BARA_HALFTEN)
    assert personer(replace(sittning(10, 11), stolar=stolar))[0] == (10, 11)  # Eva on the other


@pytest.mark.parametrize(
    ("narvarande", "varning"),
    [
        ((10, 20), ""),  # 2 of 3
        ((10,), FARRE_AN_HALFTEN),  # 1 of 3
        ((), FARRE_AN_HALFTEN),
    ],
)
def test_beslutsfor_kraver_mer_an_halften(narvarande: tuple[int, ...], varning: str) -> None:
    assert tjanstgoring(sittning(*narvarande))[0].varning == varning


def test_exakt_halften_racker_inte() -> None:
    vid = tjanstgoring(replace(sittning(10), stolar=STOLAR[:2]))[0]  # 1 of 2
    assert (vid.beslutsfor, vid.varning) == (False, BARA_HALFTEN)


def test_en_franvaro_vid_en_okand_punkt_ar_ett_fel() -> None:
    with pytest.raises(KeyError):
        tjanstgoring(sittning(10, p10=(Borta(999),)))


ALLA = [10, 11, 12, 20, 21, 30]
spann = st.builds(
    lambda a, b: (Borta(PUNKTER[min(a, b)], PUNKTER[max(a, b)] if a != b else None),),
    st.integers(0, 2),
    st.integers(0, 2),
)


@given(
    st.dictionaries(st.sampled_from(ALLA), st.one_of(st.just(()), spann)),
    st.frozensets(st.tuples(st.sampled_from(PUNKTER), st.sampled_from(ALLA))),
)
def test_ingen_tjanstgor_dubbelt_javig_eller_for_fel_medlem(
    borta: dict[int, tuple[Borta, ...]], jav: frozenset[tuple[int, int]]
) -> None:
    hemma = {e.person: e.medlem for e in (*STOLAR, *ERSATTARE)}
    for vid in tjanstgoring(Sittning(PUNKTER, STOLAR, ERSATTARE, borta, jav)):
        assert len(set(vid.personer)) == len(vid.personer) <= len(STOLAR)
        assert not {(vid.punkt, p) for p in vid.personer} & jav
        assert set(vid.personer) <= set(borta)
        assert all(hemma[t.person] == t.stol.medlem for t in vid.tjanster if t.person)
        assert vid.ordforande is None or vid.ordforande in vid.personer
        assert vid.beslutsfor == (not vid.varning)

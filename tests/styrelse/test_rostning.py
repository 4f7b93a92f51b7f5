"""Votes: simple majority, the chair's own when they are even, and the sentence of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.rostning import INGA_ROSTER, Rostresultat, mening, rosta

ROSTER = st.dictionaries(st.integers(1, 13), st.sampled_from(["ja", "nej", "avstar"]))


def roster(ja: int = 0, nej: int = 0, avstar: int = 0) -> dict[int, str]:
    """Persons 1, 2, 3 …: first the yes votes, then the no votes, then who abstain."""
    return dict(enumerate(["ja"] * ja + ["nej"] * nej + ["avstar"] * avstar, start=1))


@pytest.mark.parametrize(
    ("avgivna", "ordforande", "vinnare", "utslagsrost"),
    [
        (roster(ja=6, nej=3), 7, "ja", False),  # the chair (7) is on the losing side
        (roster(ja=3, nej=6, avstar=2), 1, "nej", False),
        (roster(ja=5, nej=5), 1, "ja", True),  # even: the chair said yes
        (roster(ja=5, nej=5), 6, "nej", True),
        (roster(ja=5, nej=5, avstar=1), 11, "", False),  # even, and the chair abstained
        (roster(ja=5, nej=5), None, "", False),
        (roster(avstar=4), 1, "", False),
        ({}, None, "", False),
    ],
)
def test_enkel_majoritet_och_utslagsrost(
    avgivna: dict[int, str], ordforande: int | None, vinnare: str, utslagsrost: bool
) -> None:
    resultat = rosta(avgivna, ordforande)
    assert (resultat.vinnare, resultat.utslagsrost) == (vinnare, utslagsrost)


def test_en_okand_rost_ar_ett_fel() -> None:
    with pytest.raises(ValueError, match="blank"):
        rosta({1: "blank"}, None)


@pytest.mark.parametrize(
    ("resultat", "text"),
    [
        (
            Rostresultat(6, 1, 2, "ja"),
            "6 ja-röster och 1 nej-röst; 2 avstår. Mötet beslutar enligt ja-förslaget: bifall.",
        ),
        (
            Rostresultat(2, 2, 0, "nej", utslagsrost=True),
            "2 ja-röster och 2 nej-röster. Mötet beslutar genom ordförandens utslagsröst "
            "enligt nej-förslaget: avslag.",
        ),
        (
            Rostresultat(1, 1, 1, ""),
            "1 ja-röst och 1 nej-röst; 1 avstår. Rösterna är lika. Ordförandens röst avgör.",
        ),
        (Rostresultat(0, 0, 3, ""), INGA_ROSTER),
    ],
)
def test_resultatet_i_en_mening(resultat: Rostresultat, text: str) -> None:
    assert mening(resultat, "bifall", "avslag.") == text


@given(ROSTER, st.one_of(st.none(), st.integers(1, 13)))
def test_flest_roster_vinner_och_ingen_rost_forsvinner(
    avgivna: dict[int, str], ordforande: int | None
) -> None:
    resultat = rosta(avgivna, ordforande)
    assert resultat.ja + resultat.nej + resultat.avstar == len(avgivna)
    if resultat.ja != resultat.nej:
        assert resultat.vinnare == ("ja" if resultat.ja > resultat.nej else "nej")
        assert not resultat.utslagsrost
    elif resultat.vinnare:
        assert resultat.utslagsrost and avgivna[ordforande or 0] == resultat.vinnare


@given(ROSTER, st.integers(1, 13))
def test_den_som_avstar_andrar_inte_utfallet(avgivna: dict[int, str], ny: int) -> None:
    utan = {p: v for p, v in avgivna.items() if p != ny}
    assert rosta({**utan, ny: "avstar"}, None).vinnare == rosta(utan, None).vinnare

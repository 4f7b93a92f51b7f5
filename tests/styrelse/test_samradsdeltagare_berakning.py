"""What is missing at a consultation: worked by hand, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.samrad import (
    INGA,
    INGEN_FRAN_FORBUNDET,
    Deltagarrad,
    deltagarvarningar,
    oreprasenterade,
)

MEDLEMMAR = ("Alby", "Bro", "Region Ek")
ADA = Deltagarrad("Ada", "Alby")
BO = Deltagarrad("Bo", "Bro")
EVA = Deltagarrad("Eva", "Region Ek", i_styrelsen=True)
CHEF = Deltagarrad("Cia", fran_forbundet=True)
GAST = Deltagarrad("Gun")
EVA_SITTER = (
    "Eva företräder Region Ek och sitter i styrelsen. Medlemmen bör höras genom någon annan."
)


@pytest.mark.parametrize(
    ("rader", "hallet", "vantat"),
    [
        ((), True, (INGA,)),
        ((), False, ()),
        ((CHEF, GAST), True, ("Alby, Bro och Region Ek företräddes inte av någon.",)),
        ((ADA, BO, CHEF), True, ("Region Ek företräddes inte av någon.",)),
        ((ADA, BO, EVA, CHEF), True, (EVA_SITTER,)),
        ((ADA, BO, EVA), True, (EVA_SITTER, INGEN_FRAN_FORBUNDET)),
        # Before the day only what will not mend itself.
        ((EVA,), False, (EVA_SITTER,)),
    ],
)
def test_what_is_missing(rader, hallet, vantat):
    assert deltagarvarningar(MEDLEMMAR, rader, hallet) == vantat


@given(st.lists(st.sampled_from(MEDLEMMAR), unique=True))
def test_a_member_is_either_represented_or_named(foretradda):
    rader = [Deltagarrad(f"P{i}", medlem) for i, medlem in enumerate(foretradda)]
    saknas = oreprasenterade(MEDLEMMAR, rader)
    assert set(saknas) | set(foretradda) == set(MEDLEMMAR)
    assert not set(saknas) & set(foretradda)
    text = " ".join(deltagarvarningar(MEDLEMMAR, [*rader, CHEF], True))
    assert all(namn in text for namn in saknas)

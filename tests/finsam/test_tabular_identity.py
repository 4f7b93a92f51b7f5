import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.tabular.identity import identitet


@pytest.mark.parametrize(
    "text",
    [
        "8112289874",
        "811228-9874",
        "811228+9874",
        "19811228-9874",
        "198112289874",
        "1981-12-28-9874",
        "811228 9874",
        "811228\u20139874",
        "Deltagaren (811228-9874) har avslutat.",
    ],
)
def test_an_identity_number_in_every_form(text):
    # 8*2=16→7, 1, 1*2=2, 2, 2*2=4, 8, 9*2=18→9, 8, 7*2=14→5, 4: the sum is 50.
    assert identitet(text) == "personnummer"


def test_a_samordningsnummer_has_sixty_added_to_the_day():
    # 7*2=14→5, 0, 1*2=2, 0, 6*2=12→3, 3, 2*2=4, 3, 9*2=18→9, then 1: 5+0+2+0+3+3+4+3+9+1 = 30.
    assert identitet("701063-2391") == "samordningsnummer"


@pytest.mark.parametrize(
    "text",
    [
        "222000-1560",  # an organisation: month 20 or more
        "202100-5489",
        "811228-9875",  # wrong check digit
        "811328-9874",  # no such month
        "810230-9870",  # no such day
        "1811228-98740",  # inside a longer number
        "0,8112289874",  # decimals
        "811228 987 4",
        "2024-12-31 2023-12-31",
        "23 322 000",
        "",
    ],
)
def test_what_only_looks_like_one(text):
    assert identitet(text) == ""


@given(st.dates(), st.integers(0, 999))
def test_every_number_with_a_right_check_digit_is_found(dag, lopnr):
    siffror = f"{dag:%y%m%d}{lopnr:03d}"
    dubblade = [int(s) * (2 if i % 2 == 0 else 1) for i, s in enumerate(siffror)]
    kontroll = -sum(t // 10 + t % 10 for t in dubblade) % 10
    nummer = f"{siffror}{kontroll}"
    if f"{dag:%m%d}" == "0229":
        return
    assert identitet(f"x {nummer} y") == "personnummer"
    fel = (kontroll + 1) % 10
    assert identitet(f"{siffror}{fel}") == ""

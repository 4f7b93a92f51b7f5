"""The room's address: what is read from it, what is said of its faults, and its one form."""

from decimal import Decimal
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.beslutsutrymme import Val
from ekonomi.utrymme.adress import beloppsfalt, las, skriv
from tests.ekonomi.utrymmesexempel import ANSOKNINGAR, underlag

UNDERLAG = underlag()


def lasning(fraga):
    return las(QueryDict(fraga).lists(), UNDERLAG)


def test_ticks_moves_and_amounts():
    ett = lasning(
        "sokt=2021-21&sokt=2021-23&flytt-2021-21=3&flytt-2021-22=2022-11"
        "&intakter-2022=23 500 000&utvecklare-2023=1 000&forvaltning-2021="
    )
    assert ett.hel
    assert ett.val == Val(
        valda=frozenset({"2021-21", "2021-23"}),
        flyttade={"2021-21": 3, "2021-22": -2},  # applied for from 2023-01
        intakter={2022: Decimal(23_500_000)},
        andrade={(2023, "utvecklare"): Decimal(1_000)},
    )
    # 860 000 against 1 000
    assert ett.varningar == {
        "utvecklare-2023": "Beloppet är 860 gånger mindre än i budgeten. Är det angivet i tkr?"
    }


@pytest.mark.parametrize(
    ("skrivet", "belopp"),
    [
        ("4 682 000", 4_682_000),
        ("4\u202f682\u202f000", 4_682_000),
        ("4\u00a0682\u00a0000 kr", 4_682_000),
        ("1 234 kr", 1_234),
        ("4.682.000", 4_682_000),
        ("0", 0),
    ],
)
def test_amounts_as_people_write_them(skrivet, belopp):
    fraga = QueryDict(mutable=True)
    fraga["forvaltning-2022"] = skrivet
    ett = las(fraga.lists(), UNDERLAG)
    assert (ett.fel, ett.val.andrade) == ({}, {(2022, "forvaltning"): Decimal(belopp)})


@pytest.mark.parametrize(
    ("skrivet", "mening"),
    [
        ("4 682 00", "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000."),
        ("fyra", "Beloppet ”fyra” kan inte tolkas. Skriv till exempel 4 682 000."),
        ("−5", "Beloppet får inte vara negativt."),
        ("9" * 15, "Beloppet är för stort."),
    ],
)
def test_amounts_that_are_refused_stand_as_they_were_typed(skrivet, mening):
    fraga = QueryDict(mutable=True)
    fraga["forvaltning-2022"] = skrivet
    ett = las(fraga.lists(), UNDERLAG)
    assert ett.fel == {"forvaltning-2022": mening}
    assert ett.skrivet["forvaltning-2022"] == skrivet
    assert ett.val == Val()
    assert not ett.hel


@pytest.mark.parametrize(
    ("fraga", "mening"),
    [
        (
            "sokt=2021-99",
            "Ansökan ”2021-99” väntade inte på beslut 2021-10-21 och är inte med i räkningen.",
        ),
        (
            "flytt-2021-99=2",
            "Ansökan ”2021-99” väntade inte på beslut 2021-10-21 och är inte med i räkningen.",
        ),
        (
            "forvaltning-1999=5",
            "”forvaltning-1999” i adressen hör inte till rummet och är inte med i räkningen.",
        ),
    ],
)
def test_what_the_room_does_not_have_is_told(fraga, mening):
    ett = lasning(fraga)
    assert ett.okanda == [mening]
    assert (ett.val, ett.hel) == (Val(), False)


@pytest.mark.parametrize(
    ("skrivet", "mening"),
    [
        ("snart", "Starten ”snart” kan inte tolkas. Skriv antal månader, till exempel 3, eller "
                  "2022-03."),
        ("2022-13", "Starten ”2022-13” kan inte tolkas. Skriv antal månader, till exempel 3, "
                    "eller 2022-03."),
        ("121", "Starten kan flyttas högst tio år."),
        ("9999-12", "Starten kan flyttas högst tio år."),
    ],
)  # fmt: skip
def test_moves_that_are_refused(skrivet, mening):
    ett = lasning(f"flytt-2021-21={skrivet}")
    assert ett.fel == {"flytt-2021-21": mening}


def test_what_changes_nothing_is_left_out_and_the_order_is_the_rooms():
    ett = lasning(
        "forvaltning-2023=4400000&intakter-2022=23 000 000,50&flytt-2021-22=%2B02"
        "&flytt-2021-21=0&sokt=2021-22&sokt=2021-21&sokt=2021-22&fel=1&per=2021-10-21"
    )
    assert skriv(ett.val, UNDERLAG) == (
        "sokt=2021-21&sokt=2021-22&flytt-2021-22=2&intakter-2022=23000000.5"
    )


FALT = beloppsfalt(UNDERLAG)
NYCKLAR = [nyckel for nyckel, _, _ in ANSOKNINGAR]


@given(
    st.frozensets(st.sampled_from(NYCKLAR)),
    st.dictionaries(st.sampled_from(NYCKLAR), st.integers(-120, 120)),
    st.dictionaries(
        st.sampled_from(FALT), st.decimals(0, 10**11, places=2, allow_nan=False), max_size=5
    ),
)
def test_one_play_has_one_address_and_the_address_is_that_play(valda, flyttade, belopp):
    val = Val(
        valda,
        {nyckel: steg for nyckel, steg in flyttade.items() if steg},
        {f.ar: b for f, b in belopp.items() if f.nyckel == "intakter" and b != f.bas},
        {(f.ar, f.nyckel): b for f, b in belopp.items() if f.nyckel != "intakter" and b != f.bas},
    )
    adress = skriv(val, UNDERLAG)
    ater = lasning(adress)
    assert ater.hel
    assert ater.val == val
    assert skriv(ater.val, UNDERLAG) == adress
    assert set(parse_qs(adress).get("sokt", [])) == valda


@given(st.text(max_size=200))
def test_no_address_can_break_the_room(text):
    lasning(text)
    lasning(f"sokt={text}&flytt-2021-21={text}&forvaltning-2022={text}")

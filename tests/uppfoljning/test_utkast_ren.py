"""Two who write in one draft: what stands, and what each is told."""

from hypothesis import given
from hypothesis import strategies as st

from uppfoljning.calculations.utkast import Skrivning, skriv_in

GRUND = {"i_fas": "ej_besvarad", "analys": ""}


def skriv(utkast, varden, skribent="A", sett=0, **falt):
    senaste, senast, nr = utkast
    namn = {"A": "Anna", "K": "Karin"}[skribent]
    skrivning = Skrivning(varden, sett, skribent, namn, "10:42", **falt)
    return skriv_in(GRUND, senaste, senast, nr, skrivning)


def efter(utfall):
    return utfall.varden, utfall.senast, utfall.nr


TOMT = ({}, {}, 0)


def test_what_is_typed_stands_with_who_when_and_what_was_before():
    utfall = skriv(TOMT, {"i_fas": "ja", "analys": ""})
    assert utfall.varden == {"i_fas": "ja"}  # analys is what it was: nothing to write
    assert utfall.senast["i_fas"] == {
        "nr": 1,
        "skribent": "A",
        "namn": "Anna",
        "tid": "10:42",
        "fore": "ej_besvarad",
    }
    assert (utfall.nr, utfall.skrivna, utfall.andras) == (1, ("i_fas",), ())


def test_anothers_change_is_told_to_one_who_has_not_touched_the_field():
    utkast = efter(skriv(TOMT, {"i_fas": "nej"}, "K"))
    utfall = skriv(utkast, {"analys": "Bra"}, "A", sett=0)
    assert utfall.varden == {"i_fas": "nej", "analys": "Bra"}
    (annans,) = utfall.andras
    assert (annans.falt, annans.varde, annans.krock) == ("i_fas", "nej", False)
    assert (annans.spar["namn"], annans.spar["tid"]) == ("Karin", "10:42")


def test_anothers_change_is_never_written_over():
    utkast = efter(skriv(TOMT, {"i_fas": "nej"}, "K"))
    utfall = skriv(utkast, {"i_fas": "ja"}, "A", sett=0)
    assert utfall.varden == {"i_fas": "nej"} and utfall.skrivna == ()
    (annans,) = utfall.andras
    assert annans.krock and annans.varde == "nej"


def test_one_who_chooses_to_keep_their_own_writes_over_knowingly():
    utkast = efter(skriv(TOMT, {"i_fas": "nej"}, "K"))
    utan_val = skriv(utkast, {"i_fas": "ja"}, sett=1, olosta=["i_fas"])
    assert utan_val.varden == {"i_fas": "nej"} and utan_val.andras == ()
    vald = skriv(utkast, {"i_fas": "ja"}, sett=1, olosta=["i_fas"], behall=["i_fas"])
    assert vald.varden == {"i_fas": "ja"} and vald.senast["i_fas"]["namn"] == "Anna"


def test_a_page_that_posts_every_field_quarrels_only_where_it_has_changed_something():
    utkast = efter(skriv(TOMT, {"i_fas": "nej"}, "K"))
    utfall = skriv(utkast, {"i_fas": "ej_besvarad", "analys": "Min"}, "A", sett=0)
    assert utfall.varden == {"i_fas": "nej", "analys": "Min"}
    assert [(ett.falt, ett.krock) for ett in utfall.andras] == [("i_fas", False)]


def test_what_one_has_been_told_of_one_may_change():
    utkast = efter(skriv(TOMT, {"i_fas": "nej"}, "K"))
    assert skriv(utkast, {"i_fas": "ja"}, "A", sett=1).varden == {"i_fas": "ja"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from("AK"),
            st.dictionaries(st.sampled_from(["i_fas", "analys"]), st.sampled_from("xyz")),
            st.booleans(),
        )
    )
)
def test_nobody_loses_a_word_unseen(rader):
    """Whatever two pages post, a value is replaced only by a page that was told of it."""
    utkast, sett = TOMT, {"A": 0, "K": 0}
    for skribent, varden, laser in rader:
        fore, spar, _ = utkast
        utfall = skriv(utkast, varden, skribent, sett[skribent])
        for falt in utfall.skrivna:
            if falt in fore:
                agd = spar[falt]["skribent"] == skribent
                assert agd or spar[falt]["nr"] <= sett[skribent]
        utkast = efter(utfall)
        if laser:
            sett[skribent] = utfall.nr

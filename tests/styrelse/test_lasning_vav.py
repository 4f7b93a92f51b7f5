"""The packs of a meeting woven together: nothing replaced, what came later at its place."""

from dataclasses import replace
from datetime import date

import pytest

from styrelse.calculations.handlingar import Bilagerad, Delrad, Handlingar, Punktrad
from styrelse.calculations.lasanteckning import SKILJE, forenad
from styrelse.calculations.lasning import (
    Lassida,
    Utskick,
    grannar,
    lasordning,
    sammanvav,
)
from styrelse.calculations.lasplats import Plats, las_plats

KALLELSEN, SENARE, SIST = date(2021, 10, 11), date(2021, 10, 18), date(2021, 10, 20)


def bilaga(nyckel: int) -> Bilagerad:
    return Bilagerad(nyckel, f"2.{nyckel}", f"Bilaga {nyckel}", "uppladdad", "0" * 64)


OPPNANDE = Punktrad(1, "1", "Öppnande", "oppnande")
ARENDE = Punktrad(2, "2", "Delår", "arende", text="Som sänt.", bilagor=(bilaga(1), bilaga(2)))
AVSLUT = Punktrad(3, "3", "Avslutande", "avslutande")


def utskick(nummer: int, dag: date, *punkter: Punktrad) -> Utskick:
    handlingar = Handlingar(
        mote=1, utskick=nummer, forbund="F", organ="fs", datum=date(2021, 10, 21), start="09.00",
        slut="", plats="", distans=False, kallelsedatum=KALLELSEN, inledning="", punkter=punkter,
    )  # fmt: skip
    return Utskick(nummer, dag, handlingar)


KALLELSE = utskick(1, KALLELSEN, OPPNANDE, ARENDE, AVSLUT)


def test_the_notice_alone_is_as_it_was_sent() -> None:
    paket = sammanvav([KALLELSE])
    assert [p.rad for p in paket.punkter] == [OPPNANDE, ARENDE, AVSLUT]
    assert [p.nyast for p in paket.punkter] == [None, None, None]
    assert paket.tillagg == ()


def test_without_a_pack_there_is_nothing_to_read() -> None:
    with pytest.raises(ValueError, match="Inga handlingar"):
        sammanvav([])


def test_an_added_annex_stands_last_at_its_item_with_its_day() -> None:
    senare = utskick(2, SENARE, replace(ARENDE, bilagor=(bilaga(7),)))
    punkt = sammanvav([senare, KALLELSE]).punkt(2)  # in whatever order they are read
    assert [(b.rad.bilaga, b.tillagd) for b in punkt.bilagor] == [
        (1, None), (2, None), (7, SENARE),
    ]  # fmt: skip
    assert punkt.tillagg == ()  # the words had been said
    assert punkt.nyast == SENARE


def test_words_that_come_later_are_added_and_replace_nothing() -> None:
    rattad = replace(ARENDE, text="Rättat.", delar=(Delrad("2 A", "Del", "", "", ()),))
    punkt = sammanvav([KALLELSE, utskick(2, SENARE, rattad), utskick(3, SIST, rattad)]).punkt(2)
    assert punkt.rad.text == "Som sänt."
    assert [(t.datum, t.rad.text) for t in punkt.tillagg] == [(SENARE, "Rättat.")]
    assert punkt.tillagg[0].rad.bilagor == ()


def test_an_added_item_comes_before_the_closing() -> None:
    ny = Punktrad(9, "4", "Sent ärende", "arende", tillagd=True, bilagor=(bilaga(5),))
    paket = sammanvav([KALLELSE, utskick(2, SENARE, ny)])
    assert [p.rad.punkt for p in paket.punkter] == [1, 2, 9, 3]
    assert paket.punkt(9).tillagd == SENARE
    assert paket.bilaga(5).tillagd == SENARE
    assert paket.tillagg == (SENARE,)


def test_an_agenda_without_a_closing_gets_it_last() -> None:
    ny = Punktrad(9, "4", "Sent ärende", "arende")
    paket = sammanvav([utskick(1, KALLELSEN, OPPNANDE), utskick(2, SENARE, ny)])
    assert [p.rad.punkt for p in paket.punkter] == [1, 9]


def test_each_item_is_followed_by_its_annexes() -> None:
    ordning = lasordning(sammanvav([KALLELSE]))
    assert [(s.punkt, s.bilaga) for s in ordning] == [
        (1, None), (2, None), (2, 1), (2, 2), (3, None),
    ]  # fmt: skip
    assert grannar(ordning, Lassida(1)) == (None, Lassida(2))
    assert grannar(ordning, Lassida(2, 2)) == (Lassida(2, 1), Lassida(3))
    assert grannar(ordning, Lassida(3)) == (Lassida(2, 2), None)


@pytest.mark.parametrize(
    ("text", "plats", "sida"),
    [
        ("punkt/12", Plats("punkt", 12), None),
        ("bilaga/34", Plats("bilaga", 34), None),
        ("bilaga/34/3", Plats("bilaga", 34, "3"), 3),
        ("bilaga/34/a-resultat", Plats("bilaga", 34, "a-resultat"), None),
    ],
)
def test_a_place_is_read_as_it_is_written(text: str, plats: Plats, sida: int | None) -> None:
    assert las_plats(text) == plats
    assert str(plats) == text
    assert plats.sida == sida


@pytest.mark.parametrize("text", ["", "punkt/", "punkt/0", "sida/1", "punkt/1/2/3", "bilaga/1/å"])
def test_other_texts_are_no_place(text: str) -> None:
    with pytest.raises(ValueError, match="ingen plats"):
        las_plats(text)


@pytest.mark.parametrize(
    ("sparad", "skriven", "vantat"),
    [
        ("Fråga om hyran", "Fråga om lönen", f"Fråga om hyran{SKILJE}Fråga om lönen"),
        ("Fråga", "Fråga om lönen", "Fråga om lönen"),  # the new one holds the old
        ("Fråga om lönen", "Fråga", "Fråga om lönen"),
        ("Fråga", "", "Fråga"),
        ("", "Fråga", "Fråga"),
    ],
)
def test_two_notes_become_one_that_holds_both(sparad: str, skriven: str, vantat: str) -> None:
    assert forenad(sparad, skriven) == vantat

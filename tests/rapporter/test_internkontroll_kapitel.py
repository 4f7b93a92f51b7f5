"""The chapter on internal control: what was to be checked by the end of the period."""

from dataclasses import replace
from datetime import date

from finsam.periods import Period
from finsam.rapporter.dokument import Lage, Tabell
from finsam.rapporter.kapitel.internkontroll import atgardsord, uppfoljningstabell
from tests.uppfoljning.exempelkontroll import moment, utforande
from uppfoljning.calculations.internkontroll import Plan, Stickprovsunderlag

H1, H2 = Period(2021, "H", 1), Period(2021, "H", 2)
AVVIKELSE = utforande(
    period=H1, resultat="avvikelse", resultatord="Avvikelse", farg="fel",
    iakttagelse="Ett intyg saknas.", atgard="Intyget begärs in", atgard_ansvarig="Ekonomen",
    atgard_senast=date(2021, 9, 30),
)  # fmt: skip
STICKPROV = Stickprovsunderlag(1, H1, "Verifikationer", 7, 10, 608, "ab" * 32, ratt=9, fel=1)
PLAN = Plan(
    2021,
    date(2020, 12, 4),
    "§ 61",
    last=True,
    moment=(
        moment(nr=1, frekvens="halvar", utforda=(AVVIKELSE,), stickprov=(STICKPROV,)),
        moment(nr=2, frekvens="ar", omrade="insatser", omradesord="Finansierade insatser"),
        moment(nr=3, frekvens="kvartal", kontroll="Genomgång"),
    ),
)


def tabell(plan: Plan | None, period: Period) -> Tabell:
    (ett,) = uppfoljningstabell(plan, period)
    assert isinstance(ett, Tabell)
    return ett


def test_no_plan_gives_nothing() -> None:
    assert uppfoljningstabell(None, H1) == ()
    assert uppfoljningstabell(replace(PLAN, moment=()), H1) == ()


def test_a_half_year_has_what_ended_in_it() -> None:
    rader = tabell(PLAN, H1).rader
    # The yearly control waits for the year; the quarterly one has two quarters behind it.
    assert [(rad.etikett, rad.varden[0]) for rad in rader] == [
        ("Ekonomi och budget", None),
        ("Stickprov", "halvår 1 2021"),
        ("Genomgång", "kvartal 1 2021"),
        ("Genomgång", "kvartal 2 2021"),
    ]
    lage = rader[1].varden[1]
    assert isinstance(lage, Lage) and (lage.ord_, lage.farg) == ("Avvikelse", "dalig")
    assert rader[1].varden[2:] == (
        "Ett intyg saknas. Stickprov ur verifikationer: 10 granskade, 1 fel.",
        "Intyget begärs in. Ansvarig: Ekonomen. Senast 2021-09-30.",
    )
    ej = rader[2].varden[1]
    assert isinstance(ej, Lage) and (ej.ord_, ej.farg) == ("Inte gjord", "dalig")


def test_the_year_has_them_all() -> None:
    rader = [rad for rad in tabell(PLAN, Period(2021)).rader if rad.slag == "line"]
    assert len(rader) == 2 + 1 + 4
    assert len([rad for rad in tabell(PLAN, H2).rader if rad.slag == "line"]) == 1 + 1 + 2


def test_an_action_that_is_done_says_when() -> None:
    klar = replace(AVVIKELSE, atgardad=date(2021, 9, 14))
    assert atgardsord(klar) == "Intyget begärs in. Ansvarig: Ekonomen. Klar 2021-09-14."
    assert atgardsord(utforande()) == ""

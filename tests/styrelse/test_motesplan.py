"""The plan's arithmetic: usual start, odd days, and where a yearly matter lands."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.arsmall import fyll_i, okanda
from styrelse.calculations.motesplan import (
    Arligt,
    Planmote,
    dagvarning,
    placera,
    planvarningar,
    vanlig_start,
)

NAMN = {"fs": "Förbundsstyrelsen", "au": "Arbetsutskottet", "samrad": "Medlemssamråd"}
BUDGET = Arligt("budget", "Budget", "fs", 10, 11, 30, via_au=True)


def mote(organ: str, text: str, start: int = 9, slut: int | None = 12) -> Planmote:
    return Planmote(organ, date.fromisoformat(text), time(start), time(slut) if slut else None)


AU1, FS1 = mote("au", "2022-10-06"), mote("fs", "2022-10-20")
AU2, FS2 = mote("au", "2022-11-10"), mote("fs", "2022-11-24")
ARET = (AU1, FS1, AU2, FS2, mote("fs", "2022-12-15"))


@pytest.mark.parametrize(
    ("timmar", "vantat"),
    [([], None), ([9, 10, 9], 9), ([10, 9], 9), ([10, 10, 9, 9, 8], 9)],
)
def test_usual_start(timmar: list[int], vantat: int | None) -> None:
    svar = vanlig_start([time(t) for t in timmar])
    assert svar == (None if vantat is None else time(vantat))


@pytest.mark.parametrize(
    ("arende", "vantat"),
    [
        # The board's last meeting by 30 November is the 24th; the committee's before it the 10th.
        (BUDGET, (FS2, AU2, "")),
        (replace(BUDGET, senast_dag=23), (FS1, AU1, "")),
        # On the last day itself.
        (replace(BUDGET, senast_dag=24), (FS2, AU2, "")),
        (replace(BUDGET, via_au=False), (FS2, None, "")),
        (replace(BUDGET, organ="au"), (AU2, AU1, "")),
        (
            replace(BUDGET, tidigast_manad=2, senast_manad=2, senast_dag=31),
            (None, None, "Förbundsstyrelsen har inget möte 1 februari – 28 februari."),
        ),
        (
            replace(BUDGET, efter_samrad=True),
            (FS2, AU2, "Samråd med medlemmarna ska vara genomfört före beslutet."),
        ),
    ],
)
def test_where_a_matter_lands(arende: Arligt, vantat: tuple[object, ...]) -> None:
    (svar,) = placera(ARET, [arende], 2022, NAMN)
    assert (svar.mote, svar.beredning, svar.brist) == vantat
    assert svar.ryms == (vantat[0] is not None)


def test_a_consultation_before_the_decision_is_enough() -> None:
    arende = replace(BUDGET, efter_samrad=True)
    fore, samma_dag_efter = mote("samrad", "2022-11-02"), mote("samrad", "2022-11-24", 13, 15)
    assert placera([*ARET, fore], [arende], 2022, NAMN)[0].brist == ""
    assert placera([*ARET, samma_dag_efter], [arende], 2022, NAMN)[0].brist


def test_a_matter_on_a_meeting_that_clashes_says_with_which() -> None:
    """What the members say at nine cannot be heard by a board that sits at nine."""
    samrad = mote("samrad", "2022-11-24", 11, 13)
    arende = replace(BUDGET, organ="samrad", via_au=False)
    (svar,) = placera([*ARET, samrad], [arende], 2022, NAMN)
    assert svar.mote == samrad
    assert svar.brist == "Mötet krockar med Förbundsstyrelsen kl.\u00a009.00–12.00."
    assert (
        placera([*ARET, mote("samrad", "2022-11-24", 12, 13)], [arende], 2022, NAMN)[0].brist == ""
    )


def test_no_committee_before_the_only_meeting() -> None:
    (svar,) = placera([FS1, AU2], [replace(BUDGET, senast_dag=1)], 2022, NAMN)
    assert svar.ryms and svar.beredning is None
    assert svar.brist == "Arbetsutskottet har inget möte före 2022-10-20."


HOST = [mote("au", "2027-03-04"), mote("fs", "2027-03-25"), mote("fs", "2027-09-16")]
HALVAR = Arligt("halvar", "Delårsrapport H1", "fs", 8, 10, 15, via_au=True)


@pytest.mark.parametrize(
    ("au", "bereds", "brist"),
    [
        # The committee's meeting in March was for the board's of March, and before August.
        ([], None, "Arbetsutskottet har inget möte 2027-08-01 – 2027-09-16."),
        # After the board's of March, but before there is anything to prepare.
        (["2027-06-03"], None, "Arbetsutskottet har inget möte 2027-08-01 – 2027-09-16."),
        (["2027-08-26"], "2027-08-26", ""),
        (["2027-08-19", "2027-09-02"], "2027-09-02", ""),
    ],
)
def test_the_committee_prepares_for_its_own_board(
    au: list[str], bereds: str | None, brist: str
) -> None:
    (svar,) = placera([*HOST, *(mote("au", dag) for dag in au)], [HALVAR], 2027, NAMN)
    assert svar.beredning == (mote("au", bereds) if bereds else None)
    assert (svar.brist, svar.bereds) == (brist, bereds is not None)


MOTEN = st.lists(
    st.builds(
        Planmote,
        st.sampled_from(["au", "fs"]),
        st.dates(date(2022, 1, 1), date(2022, 12, 31)),
        st.just(time(9)),
    )
)


@given(MOTEN, st.integers(1, 12), st.integers(1, 12), st.integers(1, 31))
def test_no_later_meeting_would_have_done(
    moten: list[Planmote], ena: int, andra: int, dag: int
) -> None:
    arende = Arligt("a", "A", "fs", min(ena, andra), max(ena, andra), dag, via_au=True)
    (svar,) = placera(moten, [arende], 2022, NAMN)
    i_tid = [
        m.datum
        for m in moten
        if m.organ == "fs" and arende.tidigast(2022) <= m.datum <= arende.senast(2022)
    ]
    assert (svar.mote.datum if svar.mote else None) == max(i_tid, default=None)
    if svar.mote and svar.beredning:
        assert svar.beredning.ordning < svar.mote.ordning


RODA = {date(2022, 6, 6): "Sveriges nationaldag"}


@pytest.mark.parametrize(
    ("dag", "skrivet", "vantat"),
    [
        ("2022-01-20", "", ""),
        ("2022-01-20", "torsdag", ""),
        ("2022-01-20", "Torsdagen", ""),
        ("2022-01-20", "tors", ""),
        ("2022-01-20", "onsdag", "2022-01-20 är en torsdag."),
        ("2022-01-22", "", "2022-01-22 är en lördag."),
        (
            "2022-06-06",
            "måndag",
            "2022-06-06 är en måndag och en röd dag: Sveriges nationaldag.",
        ),
    ],
)
def test_an_odd_day(dag: str, skrivet: str, vantat: str) -> None:
    assert dagvarning(date.fromisoformat(dag), skrivet, RODA) == vantat


@pytest.mark.parametrize(
    ("moten", "vantat"),
    [
        ([AU1, FS1, AU2, FS2], ()),
        # Wednesday of week 18 to Thursday of week 22: four weeks.
        ([mote("au", "2022-05-04"), mote("fs", "2022-06-02")], ()),
        (
            [mote("au", "2022-10-13"), FS1],
            (
                "Arbetsutskottet 2022-10-13 är 1 vecka före styrelsens möte 2022-10-20. "
                "Två till fyra veckor är brukligt.",
            ),
        ),
        ([AU1, FS1, FS2], ("Inget arbetsutskott bereder styrelsens möte 2022-11-24.",)),
        # An association without a committee is not told of one.
        ([FS1, FS2], ()),
        (
            [mote("samrad", "2022-10-20", 11), FS1],
            (
                "Två möten krockar 2022-10-20: Förbundsstyrelsen kl.\u00a009.00–12.00 "
                "och Medlemssamråd kl.\u00a011.00–12.00.",
            ),
        ),
        ([mote("samrad", "2022-10-20", 12), FS1], ()),
    ],
)
def test_what_is_odd_about_a_plan(moten: list[Planmote], vantat: tuple[str, ...]) -> None:
    assert planvarningar(moten, NAMN) == vantat


@pytest.mark.parametrize(
    ("monster", "vantat"),
    [
        ("Budget {ar+1}", "Budget 2023"),
        ("arsredovisning {ar-1}", "arsredovisning 2021"),
        ("{ar}-H1", "2022-H1"),
        ("Mötesplan", "Mötesplan"),
    ],
)
def test_years_of_a_pattern(monster: str, vantat: str) -> None:
    assert fyll_i(monster, 2022) == vantat
    assert okanda(monster) == ()


def test_a_brace_that_is_no_year() -> None:
    assert okanda("Budget {år} och {ar+10}, {ar}") == ("{år}", "{ar+10}")

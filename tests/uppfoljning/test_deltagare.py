"""Participants over a period (F33-F40): the published examples, and what always holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.uppfoljning.antal import antal, rapport, underlag
from uppfoljning import choices
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import (
    Konsandel,
    Konsantal,
    fullstandigt,
    rakna,
    redovisat,
    summera,
)
from uppfoljning.calculations.deltagare import (
    andel_arbete_studier,
    andel_arbete_studier_sokande,
    andel_med_plan,
    avslutade_hela_tiden,
    avslutstabell,
    deltagarsummor,
    flode,
    fordelning,
    konsfordelning,
    sammanlagt,
    snittid,
    strikt_procent,
    till_arbete_studier,
    till_arbete_studier_sokande,
)
from uppfoljning.calculations.underlag import Antalsnyckel

# Reasons of the first half-year 2021 (table 8): work 14+9 | 27+16, studies 15 | 9, seeking 4 | 11.
ORSAKER = {
    "subventionerat": (14, 27),
    "ej_subventionerat": (9, 16),
    "eget_foretag": (0, 0),
    "studerande": (15, 9),
    "arbetssokande": (4, 11),
    "fortsatt_rehab": (21, 16),
}
OMFATTNING = {
    "25": (2, 1),
    "40": (0, 2),
    "50": (5, 3),
    "70": (0, 1),
    "75": (2, 2),
    "100": (14, 34),
}
HALVAR = antal(inskrivna=(58, 69), avslutade=(63, 79), avslutsorsak=ORSAKER, omfattning=OMFATTNING)


def procent(andel):
    return [strikt_procent(ett) for ett in (andel.k, andel.m, andel.alla)]


def test_the_words_are_those_of_the_choices():
    namn = {varde for nyckel, varde in vars(matt).items() if nyckel.isupper()}
    ord_ = {ett for varde in namn for ett in ([varde] if isinstance(varde, str) else varde)}
    listor = [*choices.KATEGORIER.values(), choices.Matt, choices.Kon]
    assert ord_ - {"inga", "anonyma"} <= {varde for lista in listor for varde in lista.values}
    assert set(choices.Matt.values) <= ord_


# 90/142 = 63.4, women 38/63 = 60.3, men 52/79 = 65.8; 213/475 = 44.8; 31/164 = 18.9; 160/359 = 44.6
@pytest.mark.parametrize(
    ("till", "avslutade", "vantat"),
    [
        ((38, 52), (63, 79), [60, 66, 63]),
        ((160, 0), (359, 0), [45, None, 45]),
        ((31, 0), (164, 0), [19, None, 19]),
        ((213, 0), (475, 0), [45, None, 45]),
        ((11, 17), (12, 20), [92, 85, 88]),
        ((0, 0), (0, 2), [None, 0, 0]),  # nobody of one sex is not 0 per cent
        ((0, 0), (0, 0), [None, None, None]),
    ],
)
def test_share_to_work_or_studies(till, avslutade, vantat):
    ett = antal(avslutade=avslutade, avslutsorsak={"studerande": till})
    assert procent(andel_arbete_studier(ett)) == vantat


def test_share_with_those_seeking_work():
    # (90 + 15) / 142 = 73.9; the print adds the eleven men only and says 101 (71 %)
    assert till_arbete_studier_sokande(HALVAR) == Konsantal(42, 63)
    assert procent(andel_arbete_studier_sokande(HALVAR))[2] == 74
    arets = antal(avslutade=(359, 0), avslutsorsak={"studerande": (160, 0), "arbetssokande": (38,)})
    assert procent(andel_arbete_studier_sokande(arets))[2] == 55  # (160 + 38) / 359 = 55.2


# 58/127 = 45.7, 63/142 = 44.4, 272/599 = 45.4, 97/208 = 46.6, 38/90 = 42.2; half away from zero
@pytest.mark.parametrize(
    ("konsantal", "vantat"),
    [
        (Konsantal(58, 69), (46, 54)),
        (Konsantal(63, 79), (44, 56)),
        (Konsantal(272, 327), (45, 55)),
        (Konsantal(97, 111), (47, 53)),
        (Konsantal(38, 52), (42, 58)),
        (Konsantal(1, 199), (1, 99)),
        (Konsantal(1, 1, 7), (50, 50)),
        (Konsantal(0, 0, 7), None),
        (None, None),
    ],
)
def test_women_and_men_add_to_a_hundred(konsantal, vantat):
    assert konsfordelning(konsantal) == vantat


def test_flow_of_the_half_year():
    ett = flode(antal(inskrivna=(58, 69), avslutade=(63, 79), pagaende_slut=(97, 111),
                      pagaende_start=(102, 121)))  # fmt: skip
    # in: 223 + 127 = 350, out: 142 + 208 = 350; the print says 345
    assert (ett.deltagare.summa, ett.ut.summa, ett.stammer) == (350, 350, True)
    assert ett.deltagare == Konsantal(160, 190)
    assert not flode(antal(inskrivna=(1, 0))).stammer
    assert flode(antal(anonyma=(1, 0))) is None


# Whole per cent of 127: age 79/28/18/2 = 62.2/22.0/14.2/1.6 → floors 62/22/14/1, the last has .6
@pytest.mark.parametrize(
    ("delat", "tal", "vantat"),
    [
        ("alder", (79, 28, 18, 2, 0), [62, 22, 14, 2, 0]),
        # 26/34/19/6/5/37 = 20.5/26.8/15.0/4.7/3.9/29.1: floors add to 97, .9, .8 and .7 go up
        ("forsorjningstid", (26, 34, 19, 6, 5, 37), [20, 27, 15, 5, 4, 29]),
        ("alder", (1, 1, 1, 0, 0), [34, 33, 33, 0, 0]),
    ],
)
def test_distribution_adds_to_a_hundred(delat, tal, vantat):
    kategorier = choices.KATEGORIER[delat].values
    per_kategori = {namn: (ett, 0) for namn, ett in zip(kategorier, tal, strict=True)}
    svar = fordelning(antal(**{delat: per_kategori}), delat, kategorier)
    assert [rad.procent for rad in svar.rader] == vantat
    assert (svar.antal, svar.population) == (sum(tal), "inskrivna")
    assert fordelning({}, delat, kategorier) is None


def test_table_of_reasons():
    tabell = avslutstabell(HALVAR)
    assert tabell.arbete == Konsantal(23, 43)  # 41 + 25 + 0 = 66
    assert tabell.summa_omfattning == Konsantal(23, 43)  # 3 + 2 + 8 + 1 + 4 + 48 = 66
    assert tabell.stammer
    assert tabell.arbete_studier == till_arbete_studier(HALVAR) == Konsantal(38, 52)
    assert tabell.av("arbetssokande") == Konsantal(4, 11)
    assert not avslutstabell(antal(avslutsorsak={"eget_foretag": (1, 0)})).stammer


# 352/359 = 98.05; 399/400 = 99.75 would round to 100, but someone lacks a plan
@pytest.mark.parametrize(
    ("med", "av", "vantat"),
    [(352, 359, 98), (399, 400, 99), (400, 400, 100), (1, 3, 33), (0, 0, None)],
)
def test_less_than_all_never_prints_as_all(med, av, vantat):
    ett = antal(med_plan=(med, 0), avslutade=(av, 0))
    assert strikt_procent(andel_med_plan(ett).alla) == vantat


def test_mean_days():
    ett = antal(avslutade=(2, 1), dagar=(300, 121))
    # 300/2, 121/1, 421/3
    assert snittid(ett) == Konsandel(Decimal(150), Decimal(121), Decimal(421) / 3)
    assert snittid(antal(avslutade=(2, 1))) == Konsandel(None, None, None)


def test_a_period_sums_its_flows_and_takes_ongoing_from_its_ends():
    summor = deltagarsummor(underlag(
        "2021-H1",
        rapport(7, "2021-K2", pagaende_start=(14, 32), inskrivna=(8, 9), avslutade=(3, 11),
                pagaende_slut=(19, 30)),
        rapport(7, "2021-K1", pagaende_start=(14, 30), inskrivna=(9, 11), avslutade=(9, 9),
                pagaende_slut=(14, 32)),
        rapport(8, "2021-K1"),
    ))  # fmt: skip
    # in 9+8 = 17 and 11+9 = 20, out 9+3 = 12 and 9+11 = 20
    assert summor == {
        7: antal(pagaende_start=(14, 30), inskrivna=(17, 20), avslutade=(12, 20),
                 pagaende_slut=(19, 30))
    }  # fmt: skip
    assert avslutade_hela_tiden(summor[7], Konsantal(86, 106)) == Konsantal(98, 126)
    assert avslutade_hela_tiden({}, Konsantal(1, 1)) is None


def test_zero_is_not_the_same_as_not_reported():
    assert rakna({}, "inskrivna") is None and not redovisat({}, "inskrivna")
    bara_in = antal(inskrivna=(1, 0))
    # The flows are reported together: nobody ended, so nobody ended to work either.
    assert rakna(bara_in, "avslutade") == rakna(bara_in, "avslutsorsak") == Konsantal()
    assert rakna(bara_in, "alder") is None and rakna(bara_in, "anonyma") is None
    assert rakna(antal(avslutade=(1, 0)), "avslutsorsak") is None
    assert fullstandigt(bara_in) == antal(
        pagaende_start=(0, 0), inskrivna=(1, 0), avslutade=(0, 0), pagaende_slut=(0, 0)
    )
    assert fullstandigt(antal(anonyma=(1, 0))) == antal(anonyma=(1, 0))


tal = st.integers(min_value=0, max_value=500)
kon = st.sampled_from(["K", "M", "okant"])
floden = st.fixed_dictionaries(
    {Antalsnyckel(ett, "", k): tal for ett in matt.FLODE for k in ("K", "M", "okant")}
)


@given(start=tal, kvartal=st.lists(st.tuples(tal, tal), min_size=1, max_size=8))
def test_a_chain_of_whole_flows_is_a_whole_flow(start, kvartal):
    pagaende, rapporter = start, []
    for in_, ut in kvartal:
        ut = min(ut, pagaende + in_)
        ett = antal(pagaende_start=(pagaende,), inskrivna=(in_,), avslutade=(ut,),
                    pagaende_slut=(pagaende + in_ - ut,))  # fmt: skip
        pagaende += in_ - ut
        rapporter.append(ett)
    assert flode(sammanlagt(rapporter)).stammer


@given(st.lists(floden, max_size=5))
def test_the_sum_of_insatser_is_the_sum_of_each_cell(antalen):
    summa = summera(antalen)
    for ett in matt.FLODE:
        delar = (rakna(antal_, ett).summa for antal_ in antalen)
        assert sum(delar) == (rakna(summa, ett).summa if antalen else 0)


@given(st.lists(tal, min_size=6, max_size=6).filter(any))
def test_every_distribution_adds_to_a_hundred_and_keeps_the_order_of_size(tal_):
    kategorier = list("abcdef")
    per_kategori = {namn: (ett,) for namn, ett in zip(kategorier, tal_, strict=True)}
    svar = fordelning(antal(alder=per_kategori), "alder", kategorier)
    assert sum(rad.procent for rad in svar.rader) == 100
    for rad in svar.rader:
        assert abs(rad.procent - 100 * rad.antal.summa / svar.antal) < 1

"""Allowances worked by hand: the office, the meeting, the hour, the claim, and differences."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.money import summa
from styrelse.calculations.arvode import (
    Ambete,
    Betald,
    Deltagande,
    Krav,
    Post,
    Sats,
    Satser,
    arsarvoden,
    att_betala,
    gallande,
    kravposter,
    motesarvoden,
)

kr = Decimal
ARS = Sats("arsarvode", kr(36_500), "ordforande", "fs")
SATSER = (
    Satser(
        date(2023, 1, 1),
        (
            ARS,
            Sats("sammantrade", kr(800)),
            Sats("sammantrade", kr(1000), organ="au"),
            Sats("sammantrade", kr(1200), roll="ordforande"),
            Sats("sammantrade", kr(1500), "ordforande", "au"),
            Sats("resa", kr("2.50")),
        ),
    ),
)


def ambete(fran: date, tom: date | None = None, uppdrag: int = 1) -> Ambete:
    return Ambete(uppdrag, uppdrag, "fs", "ordforande", fran, tom)


def arets(ett: Ambete, fran: date, tom: date, satser: tuple[Satser, ...] = SATSER) -> list[Post]:
    return list(arsarvoden([ett], satser, fran, tom))


def test_ett_ar_ar_hela_arsarvodet_i_tolv_rader() -> None:
    """36 500 kr over 365 days is 100 kr a day: 3 100 for January, 2 800 for February."""
    poster = arets(ambete(date(2023, 4, 1)), date(2025, 1, 1), date(2025, 12, 31))
    assert [post.belopp for post in poster[:2]] == [kr(3100), kr(2800)]
    assert (len(poster), summa(post.belopp for post in poster)) == (12, kr(36_500))
    assert poster[0].text == "Fast årsarvode 2025-01-01–2025-01-31, 31 av 365 dagar"
    assert (poster[0].antal, poster[0].a_pris, poster[0].post) == (kr(31), kr(36_500), "2025-01")


def test_den_som_borjar_mitt_i_manaden_far_sina_dagar() -> None:
    """From 22 January: 10 days of 100 kr."""
    (post,) = arets(ambete(date(2025, 1, 22)), date(2025, 1, 1), date(2025, 1, 31))
    assert (post.antal, post.belopp) == (kr(10), kr(1000))


def test_nya_satser_mitt_i_manaden_galler_fran_sin_dag() -> None:
    """100 kr a day through 15 January, 200 kr from the 16th: 15 × 100 + 16 × 200 = 4 700."""
    nya = Satser(date(2025, 1, 16), (Sats("arsarvode", kr(73_000), "ordforande", "fs"),))
    (post,) = arets(ambete(date(2023, 1, 1)), date(2025, 1, 1), date(2025, 1, 31), (*SATSER, nya))
    assert post.belopp == kr(4700)


@given(
    st.decimals(0, 200_000, places=2),
    st.sampled_from([2023, 2024]),
    st.integers(1, 363),
)
def test_tva_som_delar_aret_delar_hela_arvodet(belopp: Decimal, ar: int, dagar: int) -> None:
    """Whatever the amount and the day, no öre is lost or found."""
    satser = (Satser(date(2020, 1, 1), (Sats("arsarvode", belopp, "ordforande", "fs"),)),)
    bytet = date.fromordinal(date(ar, 1, 1).toordinal() + dagar)
    dagen_fore = date.fromordinal(bytet.toordinal() - 1)
    bada = [ambete(date(2020, 1, 1), dagen_fore), ambete(bytet, uppdrag=2)]
    poster = list(arsarvoden(bada, satser, date(ar, 1, 1), date(ar, 12, 31)))
    assert summa(post.belopp for post in poster) == belopp


@pytest.mark.parametrize(
    ("organ", "roll", "belopp"),
    [
        ("fs", "ledamot", 800),
        ("au", "ledamot", 1000),  # the organ's
        ("fs", "ordforande", 1200),  # the role's
        ("au", "ordforande", 1500),  # both
        ("samrad", "ersattare", 800),
    ],
)
def test_den_narmaste_satsen_betalas(organ: str, roll: str, belopp: int) -> None:
    ett = deltog(organ=organ, roll=roll)
    assert [post.belopp for post in motesarvoden([ett], SATSER)] == [kr(belopp)]


def test_organ_gar_fore_roll() -> None:
    satser = (
        Satser(
            date(2023, 1, 1),
            (Sats("sammantrade", kr(1), organ="fs"), Sats("sammantrade", kr(2), roll="ledamot")),
        ),
    )
    (post,) = motesarvoden([deltog()], satser)
    assert post.belopp == kr(1)


def deltog(**annat: object) -> Deltagande:
    grund = {"organ": "fs", "roll": "ledamot", "minuter": 180, "datum": date(2025, 3, 20)}
    return Deltagande(person=1, uppdrag=1, mote=7, motesnamn="FS 2025-03-20", **{**grund, **annat})  # type: ignore[arg-type]


def trappa(*steg: tuple[str, int]) -> tuple[Satser, ...]:
    rader = tuple(Sats("timarvode", kr(b), fran_timmar=kr(fran)) for fran, b in steg)
    return (Satser(date(2023, 1, 1), rader),)


@pytest.mark.parametrize(
    ("minuter", "steg", "vantat"),
    [
        # 5 h 30 min: three hours of 300 kr, then 2,5 of 200 kr
        (330, (("0", 300), ("3", 200)), [("0", "3.00", 900), ("3", "2.50", 500)]),
        # under the second step only the first is paid: 1,5 × 300
        (90, (("0", 300), ("3", 200)), [("0", "1.50", 450)]),
        # the first four hours are in the meeting's fee: 30 minutes of 200 kr
        (270, (("4", 200),), [("4", "0.50", 100)]),
        (240, (("4", 200),), []),
        # 100 minutes of 100 kr: 166,666… is rounded once
        (100, (("0", 100),), [("0", "1.67", "166.67")]),
        (0, (("0", 100),), []),
        (None, (("0", 100),), []),
    ],
)
def test_timarvodets_steg_delar_motets_tid(minuter, steg, vantat) -> None:  # type: ignore[no-untyped-def]
    poster = motesarvoden([deltog(minuter=minuter)], trappa(*steg))
    assert [(post.post, post.antal, post.belopp) for post in poster] == [
        (nr, kr(antal), kr(belopp)) for nr, antal, belopp in vantat
    ]


@given(st.integers(0, 900), st.integers(0, 900))
def test_langre_tid_ger_aldrig_mindre(en: int, annan: int) -> None:
    def belopp(minuter: int) -> Decimal:
        satser = trappa(("0", 300), ("3", 100), ("6", 250))
        return summa(post.belopp for post in motesarvoden([deltog(minuter=minuter)], satser))

    assert (belopp(min(en, annan)) <= belopp(max(en, annan))) is True


@pytest.mark.parametrize(
    ("slag", "antal", "a_pris", "belopp"),
    [
        ("resa", "42", None, "105"),  # 42 km × 2,50 kr
        ("resa", "10", "3", "30"),
        ("forlorad_inkomst", "3.5", "287.30", "1005.55"),
        ("utlagg", "1", "189.50", "189.50"),
        ("utlagg", "1", None, "0"),  # no rate for it
    ],
)
def test_krav_ar_antal_ganger_pris(slag: str, antal: str, a_pris: str | None, belopp: str) -> None:
    pris = None if a_pris is None else kr(a_pris)
    grund = (5, 1, 7, "FS 2025-03-20", date(2025, 3, 20), "fs", "ledamot")
    (post,) = kravposter([Krav(*grund, slag, kr(antal), pris)], SATSER)
    assert post.belopp == kr(belopp)


def test_satserna_galler_fran_sin_dag_till_nasta() -> None:
    nya = Satser(date(2025, 1, 1), ())
    alla = (nya, *SATSER)
    assert gallande(alla, date(2024, 12, 31)) is SATSER[0]
    assert gallande(alla, date(2025, 1, 1)) is nya
    assert gallande(alla, date(2022, 12, 31)) is None
    assert list(motesarvoden([deltog(datum=date(2022, 12, 31))], SATSER)) == []


def post(belopp: str, mote: int = 7, person: int = 1) -> Post:
    return Post(person, "sammantrade", f"FS {mote}", kr(1), kr(belopp), kr(belopp), "", 1, mote)


def rakna(nu: list[Post], betalt: list[Post]) -> list[tuple[str, Decimal, int | None]]:
    rader = [Betald(nr, ett) for nr, ett in enumerate(betalt, 100)]
    return [(p.text, p.belopp, p.rattar) for p in att_betala(nu, rader)]


def test_det_som_ar_betalt_betalas_inte_igen() -> None:
    assert rakna([post("800"), post("800", mote=8)], [post("800")]) == [("FS 8", kr(800), None)]


def test_det_som_har_andrats_blir_en_skillnad_som_pekar_pa_det_betalda() -> None:
    assert rakna([post("1000")], [post("800")]) == [("Rättelse: FS 7", kr(200), 100)]


def test_det_som_inte_skulle_ha_betalats_tas_tillbaka() -> None:
    assert rakna([], [post("800")]) == [("Rättelse: FS 7", kr(-800), 100)]


@given(st.lists(st.integers(0, 5000), max_size=4), st.lists(st.integers(0, 5000), max_size=4))
def test_nar_skillnaden_ar_betald_finns_ingen_kvar(nu: list[int], betalt: list[int]) -> None:
    """What is paid in the end is what should be, and a run after that is empty."""
    ska = [post(str(belopp), mote=nr) for nr, belopp in enumerate(nu)]
    rader = [Betald(nr, post(str(belopp), mote=nr)) for nr, belopp in enumerate(betalt)]
    kvar = att_betala(ska, rader)
    efter = rader + [Betald(100 + nr, ett) for nr, ett in enumerate(kvar)]
    assert summa(en.post.belopp for en in efter) == summa(ett.belopp for ett in ska)
    assert att_betala(ska, efter) == ()

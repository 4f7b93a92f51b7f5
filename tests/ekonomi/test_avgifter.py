"""Member fees against what the documents print, and the rules that hold for any association."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.avgifter import (
    AvgiftFel,
    Avgiftsmedlem,
    avgifter,
    delar,
    halvarsavgifter,
    kommunbelopp,
    periodiserade_avgifter,
)
from ekonomi.models import Tilldelning
from ekonomi.selectors.avgifter import arsavgifter
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in

KOMMUNER = (
    "Enköping", "Heby", "Håbo", "Knivsta", "Tierp", "Uppsala", "Älvkarleby", "Östhammar",
)  # fmt: skip
FOLKMANGD_2017 = (43_673, 13_837, 21_013, 17_943, 20_898, 219_295, 9_407, 21_954)
FOLKMANGD_2020 = (46_176, 14_048, 21_962, 19_070, 21_345, 233_745, 9_518, 22_212)

# Year: the municipalities' part, their populations (1 November the year before), fees as printed.
TRYCKTA = {
    2016: (
        5_305_453,
        (41_772, 13_562, 20_251, 16_819, 20_487, 210_003, 9_239, 21_484),
        (626_722, 203_476, 303_834, 252_342, 307_374, 3_150_756, 138_616, 322_333),
    ),
    2017: (
        5_396_292,
        (42_753, 13_763, 20_613, 17_240, 20_717, 213_891, 9_372, 21_775),
        (640_634, 206_232, 308_876, 258_334, 310_435, 3_205_058, 140_435, 326_288),
    ),
    2018: (
        5_491_500,
        FOLKMANGD_2017,
        (651_677, 206_472, 313_551, 267_741, 311_834, 3_272_264, 140_369, 327_592),
    ),
    2019: (
        5_500_000,
        FOLKMANGD_2017,  # preliminary: the older populations
        (652_686, 206_792, 314_036, 268_155, 312_317, 3_277_329, 140_586, 328_099),
    ),
    2021: (
        5_772_500,
        FOLKMANGD_2020,
        (686_853, 208_959, 326_677, 283_660, 317_500, 3_476_878, 141_577, 330_396),
    ),
    2023: (
        5_759_000,
        (47_770, 14_386, 22_636, 20_080, 21_403, 241_870, 9_605, 22_320),
        (687_648, 207_086, 325_845, 289_051, 308_096, 3_481_714, 138_264, 321_296),
    ),
    2024: (
        5_830_500,
        (48_264, 14_354, 22_934, 20_538, 21_209, 245_663, 9_581, 22_171),
        (695_314, 206_790, 330_398, 295_880, 305_547, 3_539_137, 138_028, 319_406),
    ),
}


def med_namn(folkmangd: tuple[int, ...]) -> list[tuple[str, int]]:
    return list(zip(KOMMUNER, folkmangd, strict=True))


def uppsala(folkmangd: tuple[int, ...]) -> list[Avgiftsmedlem]:
    return [
        Avgiftsmedlem("Arbetsförmedlingen", "stat", betalar=False),
        Avgiftsmedlem("Försäkringskassan", "stat"),
        Avgiftsmedlem("Region Uppsala", "region"),
        *(Avgiftsmedlem(namn, "kommun", antal) for namn, antal in med_namn(folkmangd)),
    ]


@pytest.mark.parametrize("ar", TRYCKTA)
def test_kommunernas_avgifter_som_de_trycktes(ar: int) -> None:
    belopp, folkmangd, tryckt = TRYCKTA[ar]
    assert tuple(kommunbelopp(belopp, med_namn(folkmangd))) == tryckt


def test_2020_avviker_det_tryckta_med_en_krona_pa_tva_rader() -> None:
    # Printed: Enköping 647 131, Östhammar 318 790. Largest remainder gives the krona the other way.
    folkmangd = (45_069, 14_054, 21_881, 18_847, 21_128, 230_416, 9_447, 22_202)
    tryckt = (647_131, 201_797, 314_182, 270_618, 303_370, 3_308_466, 135_646, 318_790)
    beraknat = kommunbelopp(5_500_000, med_namn(folkmangd))
    skillnad = {
        namn: vart - deras
        for namn, vart, deras in zip(KOMMUNER, beraknat, tryckt, strict=True)
        if vart != deras
    }
    assert skillnad == {"Enköping": -1, "Östhammar": 1}


@pytest.mark.parametrize(
    ("total", "ratt"),
    [
        (21_966_000, (10_983_000, 5_491_500, 5_491_500)),  # 2018
        (21_585_170, (10_792_585, 5_396_293, 5_396_292)),  # 2017: a quarter is 5 396 292,50
        (21, (11, 5, 5)),  # 10,5 5,25 5,25
        (23, (11, 6, 6)),  # 11,5 5,75 5,75
    ],
)
def test_delarna_och_den_udda_kronan(total: int, ratt: tuple[int, int, int]) -> None:
    assert delar(total) == ratt


def test_avgifter_for_alla_betalare() -> None:
    svar = avgifter(Decimal(23_322_000), uppsala(TRYCKTA[2024][1]), date(2023, 11, 1))
    assert (svar.stat, svar.region, svar.kommun) == (11_661_000, 5_830_500, 5_830_500)
    assert [(rad.namn, rad.belopp) for rad in svar.rader[:3]] == [
        ("Försäkringskassan/Arbetsförmedlingen", 11_661_000),
        ("Region Uppsala", 5_830_500),
        ("Enköping", 695_314),
    ]
    assert [rad.namn for rad in svar.rader[2:]] == list(KOMMUNER)


def test_lika_brakdelar_gar_till_storre_folkmangd_sedan_namn() -> None:
    # 10 kr on 1 + 1 + 1 + 3: three times 1,67 and 5; the two missing to A and Å, before Ö.
    assert kommunbelopp(10, [("Ö", 1), ("A", 1), ("Å", 1), ("B", 3)]) == [1, 2, 2, 5]
    assert kommunbelopp(1, [("A", 5), ("B", 5)]) == [1, 0]
    assert kommunbelopp(3, [("A", 1), ("B", 3), ("C", 2)]) == [0, 2, 1]  # 0,5 1,5 1,0


@pytest.mark.parametrize(
    ("medlemmar", "sats"),
    [
        (
            [*uppsala(FOLKMANGD_2020)[:-1], Avgiftsmedlem("Östhammar", "kommun")],
            "Folkmängd per 2020-11-01 saknas för Östhammar.",
        ),
        (
            [*uppsala(FOLKMANGD_2020), Avgiftsmedlem("Noll", "kommun", 0)],
            "Folkmängd per 2020-11-01 saknas för Noll.",
        ),
        (
            [*uppsala(FOLKMANGD_2020), Avgiftsmedlem("Heby", "kommun", 5)],
            "Folkmängd per 2020-11-01 finns två gånger för Heby.",
        ),
        (uppsala(FOLKMANGD_2020)[3:], "Ingen medlem betalar statens del av avgiften."),
    ],
)
def test_det_som_hindrar_en_fordelning(medlemmar: list[Avgiftsmedlem], sats: str) -> None:
    with pytest.raises(AvgiftFel) as fel:
        avgifter(23_090_000, medlemmar, date(2020, 11, 1))
    assert str(fel.value) == sats


@pytest.mark.parametrize("total", [Decimal("100.50"), Decimal(-4)])
def test_tilldelningen_ska_vara_hela_kronor(total: Decimal) -> None:
    with pytest.raises(AvgiftFel, match="ska vara hela kronor och inte negativ"):
        avgifter(total, uppsala(FOLKMANGD_2020), None)


def test_halvarets_intakt_summerar_dar_de_tryckta_raderna_inte_gor_det() -> None:
    # Half of 5 772 500 is 2 886 250. Four rows are odd; rounded up alone they add to 2 886 252.
    helar = avgifter(23_090_000, uppsala(FOLKMANGD_2020), date(2020, 11, 1))
    h1, h2 = halvarsavgifter(helar)
    assert (h1.total, h1.stat, h1.region, h1.kommun) == (
        11_545_000, 5_772_500, 2_886_250, 2_886_250,
    )  # fmt: skip
    kommuner = {rad.namn: rad.belopp for rad in h1.rader if rad.part == "kommun"}
    assert sum(kommuner.values()) == 2_886_250
    # The largest of the odd fees get the krona: Enköping 343 426,50 and Håbo 163 338,50.
    assert [kommuner[namn] for namn in ("Enköping", "Heby", "Håbo", "Älvkarleby")] == [
        343_427, 104_479, 163_339, 70_788,
    ]  # fmt: skip
    for ar, forsta, andra in zip(helar.rader, h1.rader, h2.rader, strict=True):
        assert forsta.belopp + andra.belopp == ar.belopp


@pytest.mark.parametrize(("kvart", "skuld"), [(5_772_500, 5_772_500), (5_500_000, 5_500_000)])
def test_periodiserade_avgifter_vid_halvarsskiftet(kvart: int, skuld: int) -> None:
    # State: half paid, half earned. Region and municipalities: all paid, half earned.
    stat = (Decimal(kvart), Decimal(kvart))
    ovriga = (Decimal(kvart), Decimal(kvart) / 2)
    assert periodiserade_avgifter([stat, ovriga, ovriga]) == skuld
    # One who has paid nothing owes; that lessens no debt to the others.
    assert periodiserade_avgifter([(Decimal(0), Decimal(5)), (Decimal(9), Decimal(5))]) == 4


@given(
    st.integers(0, 10**9),
    st.lists(st.integers(1, 10**6), min_size=1, max_size=60),
    st.integers(1, 4),
)
def test_avgifterna_summerar_for_vilket_forbund_som_helst(
    total: int, folkmangd: list[int], regioner: int
) -> None:
    medlemmar = [
        Avgiftsmedlem("Försäkringskassan", "stat"),
        *(Avgiftsmedlem(f"Region {nr}", "region") for nr in range(regioner)),
        *(Avgiftsmedlem(f"Kommun {nr}", "kommun", antal) for nr, antal in enumerate(folkmangd)),
    ]
    svar = avgifter(total, medlemmar, None)
    assert svar.stat + svar.region + svar.kommun == total == sum(r.belopp for r in svar.rader)
    for rad in svar.rader:
        if rad.folkmangd:
            exakt = Decimal(svar.kommun) * rad.folkmangd / sum(folkmangd)
            assert abs(rad.belopp - exakt) < 1
    h1, h2 = halvarsavgifter(svar)
    assert h1.total + h2.total == total
    for del_ in ("stat", "region", "kommun"):
        for halva in (h1, h2):
            assert sum(r.belopp for r in halva.rader if r.part == del_) == getattr(halva, del_)


@pytest.fixture
def uppsalas_avgifter(db: None) -> None:
    """The demo folder's members, populations and allocations; nothing else of it is needed."""
    filer = {"forbund.toml", "medlemmar.csv", "folkmangd.csv", "tilldelning.csv"}
    mapp = Path(settings.BASE_DIR) / "fixtures" / "uppsala"
    las = las_in([fil for fil in filer_i(mapp) if fil.namn in filer])
    assert las.sparad, [str(fel) for fel in las.alla_fel]


def test_varje_ar_spelas_upp_med_arets_version_och_folkmangd(uppsalas_avgifter: None) -> None:
    for ar, (belopp, _, tryckt) in TRYCKTA.items():
        svar = arsavgifter(ar)
        assert svar is not None
        kommuner = tuple(rad.belopp for rad in svar.rader if rad.part == "kommun")
        if ar == 2016:
            # Printed with the odd krona on the municipalities, the only year; here the region's.
            assert (svar.region, svar.kommun) == (belopp, belopp - 1)
            skillnader = [deras - vart for vart, deras in zip(kommuner, tryckt, strict=True)]
            assert sorted(skillnader) == [0] * 7 + [1]
            continue
        assert (svar.kommun, kommuner) == (belopp, tryckt)
    # A preliminary version that was replaced does not count: 2024 has 22 770 000 as its first.
    assert [v.version for v in Tilldelning.objects.filter(verksamhetsar=2024)] == [2, 1]

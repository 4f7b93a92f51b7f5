"""Small associations to protect: reports written by hand, and random ones."""

from collections.abc import Mapping, Sequence
from random import Random

from finsam.periods import Period, delperioder
from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.plan import Utgava, utgavor
from uppfoljning.calculations.smatal.rakning import Antalsdel, basantal
from uppfoljning.calculations.smatal.skydd import Doljning, skydda
from uppfoljning.calculations.underlag import Antalsnyckel, Rapportunderlag

AR = 2021
ORSAKER = ("subventionerat", "studerande", "arbetssokande", "ovrigt")


def rapport(
    insats: int, kvartal: int, antal: Mapping[tuple[str, str, str], int]
) -> Rapportunderlag:
    """A report of a quarter, counts by measure, category and sex."""
    nycklar = {Antalsnyckel(*nyckel): tal for nyckel, tal in antal.items()}
    return Rapportunderlag(insats, Period(AR, "K", kvartal), True, {}, antal=nycklar)


def ar(rapporter: Sequence[Rapportunderlag]) -> tuple[Utgava, ...]:
    """Every release of the year in which somebody reports, an insats a row."""
    svar = []
    for period in utgavor(AR, "K"):
        delar = delperioder(period, "K")
        egna = tuple(r for r in rapporter if r.period in delar)
        if egna:
            svar.append(
                Utgava(
                    period=period,
                    rader=tuple(frozenset({nr}) for nr in sorted({r.insats for r in egna})),
                    rapporter=egna,
                    i_ar=tuple(r for r in rapporter if r.period.slut <= period.slut),
                )
            )
    return tuple(svar)


def dolj(
    rapporter: Sequence[Rapportunderlag], fore: Mapping[Antalsdel, int], troskel: int = 5
) -> Doljning:
    return skydda(basantal(rapporter) | dict(fore), ar(rapporter), troskel)[-1]


def slumpat(
    fro: int, insatser: int, kvartal: int, storst: int
) -> tuple[list[Rapportunderlag], dict[Antalsdel, int]]:
    """Reports that hold together (F36, parts = whole), and who ended before the year."""
    slump = Random(fro)
    rapporter, fore = [], {}
    for nr in range(1, insatser + 1):
        for kon in matt.KVINNOR, matt.MAN:
            fore[Antalsdel(nr, f"<{AR}", matt.AVSLUTADE_TIDIGARE, "", kon)] = slump.randint(0, 30)
        kvar = {kon: slump.randint(0, storst) for kon in (matt.KVINNOR, matt.MAN)}
        for ett in range(1, kvartal + 1):
            rapporter.append(rapport(nr, ett, _kvartal(slump, kvar, storst)))
    return rapporter, fore


def _kvartal(slump: Random, kvar: dict[str, int], storst: int) -> dict[tuple[str, str, str], int]:
    antal: dict[tuple[str, str, str], int] = {}
    for kon, start in kvar.items():
        in_ = slump.choice((0, slump.randint(0, storst)))
        ut = slump.randint(0, start + in_)
        kvar[kon] = start + in_ - ut
        for ett, tal in zip(matt.FLODE, (start, in_, ut, kvar[kon]), strict=True):
            antal[ett, "", kon] = tal
        antal[matt.MED_PLAN, "", kon] = slump.randint(0, ut)
        for delat, kategorier, av in (
            (matt.AVSLUTSORSAK, ORSAKER, ut),
            (matt.ALDER, ("15-29", "30-44", "45-59"), in_),
        ):
            for kategori, tal in zip(kategorier, _delat(slump, av, len(kategorier)), strict=True):
                antal[delat, kategori, kon] = tal
    return antal


def _delat(slump: Random, antal: int, delar: int) -> list[int]:
    svar = [0] * delar
    for _ in range(antal):
        svar[min(int(slump.expovariate(1)), delar - 1)] += 1
    return svar

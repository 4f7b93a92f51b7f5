"""Which figures of an uppställning a chart shows: found by how rows build on each other.

Nothing here names an account or a row of one association. A layout without what a chart needs
gives None, and the document stands without it.
"""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.trappan import trappans_tak
from ekonomi.uppstallning import Berakning, Radresultat
from ekonomi.uppstallning.mall import Konton, Radmall, Summa, Tabellmall
from finsam.rapporter.diagram.artal import Serie
from finsam.rapporter.diagram.bygg import (
    eget_kapital_mot_tak,
    intakter_och_kostnader,
    utfall_mot_budget,
)
from finsam.rapporter.diagram.liggande import Post
from finsam.rapporter.dokument import Diagram

ANTAL_AR = 5
DRIFT = "driftredovisning"
SUMMAORD = ("Summa ", "S:a ")


def intakter_kostnader(berakning: Berakning) -> Diagram | None:
    """Income beside cost by block, up to five years.

    The blocks are the terms of the driftredovisning's first sum of sums: those that have added
    money over the years are the income, the others the costs.
    """
    serier = [_serie(berakning, rad) for rad in _driftens_delar(berakning)]
    in_ = [serie for serie in serier if _totalt(serie) > 0]
    # The largest block lies on the base line, where years are easiest to compare.
    ut = sorted((serie for serie in serier if _totalt(serie) < 0), key=_totalt)
    ar = _aren(berakning)
    if not in_ or not ut or not ar:
        return None
    namn = in_[0].namn if len(in_) == 1 else "Intäkter"
    intakter = Serie(
        namn, tuple(_plus(del_) for del_ in zip(*(s.belopp for s in in_), strict=True))
    )
    kostnader = [Serie(s.namn, tuple(b and -b for b in s.belopp)) for s in ut]
    return intakter_och_kostnader([str(a) for a in ar], intakter, kostnader)


def insatser_budget(berakning: Berakning) -> Diagram | None:
    """Outcome against budget of each insats in the driftredovisning, with its owner."""
    tabell = next((t for t in berakning.tabeller if t.slag == DRIFT), None)
    rader = [rad for rad in tabell.rader if _ar_insats(berakning, rad)] if tabell else []
    poster = [_post(berakning, rad) for rad in rader]
    # A row stands in the table for last year's sake too; the chart is of this year.
    poster = [post for post in poster if post.utfall or post.budget]
    return utfall_mot_budget(berakning.period.namn, poster) if poster else None


def eget_kapital(berakning: Berakning, kapitalrad: str, bidragsrad: str) -> Diagram | None:
    """Equity against the cap on it; `bidragsrad` is the year's contributions from all members."""
    ar = _aren(berakning)
    if not ar or not {kapitalrad, bidragsrad} <= set(berakning.mall.rader):
        return None
    bidrag = [_utfall(berakning, bidragsrad, a) for a in ar]
    return eget_kapital_mot_tak(
        [str(a) for a in ar],
        [_utfall(berakning, kapitalrad, a) for a in ar],
        [None if b is None else trappans_tak(b, a) for b, a in zip(bidrag, ar, strict=True)],
    )


def _aren(berakning: Berakning) -> list[int]:
    """The years up to the period's that have a ledger, oldest first."""
    sista = berakning.period.ar
    return [ar for ar in range(sista - ANTAL_AR + 1, sista + 1) if ar in berakning.underlag.saldon]


def _utfall(berakning: Berakning, rad: str, ar: int) -> Decimal | None:
    return berakning.varde(rad, "utfall", berakning.period.for_ar(ar - berakning.period.ar))


def _driftens_delar(berakning: Berakning) -> Iterator[Radmall]:
    mall = berakning.mall
    for tabell in mall.tabeller:
        if tabell.slag == DRIFT:
            for rad in tabell.rader:
                delar = _summor(tabell, rad)
                if len(delar) > 1:
                    yield from delar
                    return


def _summor(tabell: Tabellmall, rad: Radmall) -> list[Radmall]:
    """The rows that a row adds, when all of them are sums of the same table."""
    if not isinstance(rad.innehall, Summa):
        return []
    rader = {r.id: r for r in tabell.rader if r.id}
    delar = [rader.get(term.rad) for term in rad.innehall.termer]
    return [d for d in delar if d] if all(d and d.slag == "sum" for d in delar) else []


def _serie(berakning: Berakning, rad: Radmall) -> Serie:
    namn = rad.etikett
    for ord_ in SUMMAORD:
        namn = namn.removeprefix(ord_)
    belopp = tuple(_utfall(berakning, rad.id, ar) for ar in _aren(berakning))
    return Serie(namn[:1].upper() + namn[1:], belopp)


def _totalt(serie: Serie) -> Decimal:
    return sum((b for b in serie.belopp if b is not None), Decimal(0))


def _plus(delar: tuple[Decimal | None, ...]) -> Decimal | None:
    kanda = [del_ for del_ in delar if del_ is not None]
    return sum(kanda, Decimal(0)) if kanda else None


def _ar_insats(berakning: Berakning, rad: Radresultat) -> bool:
    mall = berakning.mall.rader.get(rad.radmall)
    return (
        mall is not None
        and isinstance(mall[1].innehall, Konton)
        and (mall[1].innehall.per == "insats")
    )


def _post(berakning: Berakning, rad: Radresultat) -> Post:
    nr = int(rad.id.removeprefix(f"{rad.radmall}-"))
    insats = next(i for i in berakning.underlag.insatser if i.nr == nr)
    utfall = berakning.varde(rad.id, "utfall", berakning.period)
    budget = berakning.varde(rad.id, "budget", berakning.period)
    namn = f"{insats.kortnamn}, {insats.agare.kortnamn}"
    return Post(namn, utfall and -utfall, budget and -budget)

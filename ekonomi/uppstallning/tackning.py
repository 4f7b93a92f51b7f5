"""Balances that no line of the statements carries, or several do: named, never dropped."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning.mall import Konton, Radmall, Uppstallningsmall
from ekonomi.uppstallning.underlag import Kontounderlag, Saldorad, Underlag
from finsam.money import NOLL, kronor
from finsam.periods import Period
from finsam.typografi import med_enhet

STATEMENT = {
    True: ("resultatrakning", "resultaträkningen"),
    False: ("balansrakning", "balansräkningen"),
}


@dataclass(frozen=True)
class Tackningsfel:
    """A balance in kr (ledger sign) that stands on no line (`rader` empty) or on several.

    `rader` are ids; `fel` says in Swedish what is wrong and what would be right.
    """

    ar: int
    konto: str
    block: str | None
    projekt: str | None
    belopp: Decimal
    rader: tuple[str, ...]
    fel: str


def tackningsfel(
    mall: Uppstallningsmall, underlag: Underlag, period: Period
) -> tuple[Tackningsfel, ...]:
    """Every fault of coverage in the years that the statements show, by year and account.

    An income or cost account belongs in the resultaträkning when it moved in the period, another
    in the balansräkning when it has a balance at its end; an account of `utan_rad` in neither.
    Empty when each balance stands on exactly one line.
    """
    konton = {konto.nummer: konto for konto in underlag.konton}
    fel: list[Tackningsfel] = []
    for ar in sorted(_statementar(mall, period) & set(underlag.saldon), reverse=True):
        del_ = period.for_ar(ar - period.ar)
        fel += _fel_i_ar(mall, underlag.saldon[ar], konton, del_)
        fel += _okanda_projekt(mall, underlag, ar)
    return tuple(fel)


def _statementar(mall: Uppstallningsmall, period: Period) -> set[int]:
    return {
        period.ar + kolumn.ar
        for slag, _ in STATEMENT.values()
        for tabell in mall.tabeller_av(slag)
        for kolumn in tabell.kolumner
    }


def _fel_i_ar(
    mall: Uppstallningsmall,
    rader: tuple[Saldorad, ...],
    konton: dict[str, Kontounderlag],
    period: Period,
) -> Iterator[Tackningsfel]:
    for (nummer, block, projekt), belopp in sorted(_saldon(rader, konton, period), key=str):
        konto = konton.get(nummer) or Kontounderlag(nummer, "", "")
        if not belopp or any(int(nummer) in intervall for intervall in mall.utan_rad):
            continue
        slag, namn = STATEMENT[konto.resultatkonto]
        pa_rader = tuple(
            rad.id for rad in _kontorader(mall, slag) if _bar(rad, int(nummer), block, projekt)
        )
        if len(pa_rader) != 1:
            sats = _sats(konto, block, projekt, belopp, period.ar, namn, pa_rader)
            yield Tackningsfel(period.ar, nummer, block, projekt, belopp, pa_rader, sats)


def _saldon(
    rader: tuple[Saldorad, ...], konton: dict[str, Kontounderlag], period: Period
) -> list[tuple[tuple[str, str | None, str | None], Decimal]]:
    """Movement of the period for income and cost accounts, closing balance for the others."""
    summor: dict[tuple[str, str | None, str | None], Decimal] = defaultdict(lambda: NOLL)
    for rad in rader:
        konto = konton.get(rad.konto)
        fran = period.forsta_manad if konto and konto.resultatkonto else 0
        if fran <= rad.manad <= period.sista_manad:
            summor[rad.konto, rad.block, rad.projekt] += rad.belopp
    return [(nyckel, kronor(belopp)) for nyckel, belopp in summor.items()]


def _kontorader(mall: Uppstallningsmall, slag: str) -> Iterator[Radmall]:
    for tabell in mall.tabeller_av(slag):
        yield from (rad for rad in tabell.rader if isinstance(rad.innehall, Konton))


def _bar(rad: Radmall, konto: int, block: str | None, projekt: str | None) -> bool:
    innehall = rad.innehall
    return (
        isinstance(innehall, Konton)
        and innehall.urval.har_konto(konto)
        and innehall.urval.har_objekt(block, projekt)
    )


def _sats(
    konto: Kontounderlag,
    block: str | None,
    projekt: str | None,
    belopp: Decimal,
    ar: int,
    statement: str,
    rader: tuple[str, ...],
) -> str:
    objekt = "".join(
        f", {ord_} {kod}" for ord_, kod in (("block", block), ("projekt", projekt)) if kod
    )
    var = f"Kontot {konto.nummer} {konto.namn}".rstrip() + objekt
    summa = f"{med_enhet(belopp, 'kr')} {ar}"
    if rader:
        return f"{var} har {summa} och står på flera rader i {statement}: {', '.join(rader)}."
    return f"{var} har {summa} men finns inte på någon rad i {statement}."


def _okanda_projekt(mall: Uppstallningsmall, underlag: Underlag, ar: int) -> Iterator[Tackningsfel]:
    """Money on rows per insats whose projekt is no insats: no table would show it."""
    kanda = {insats.projektkod for insats in underlag.insatser}
    rader = [
        rad
        for tabell in mall.tabeller
        for rad in tabell.rader
        if isinstance(rad.innehall, Konton) and rad.innehall.per == "insats"
    ]
    okanda: dict[tuple[str, str], Decimal] = defaultdict(lambda: NOLL)
    for saldo in underlag.saldon[ar]:
        if saldo.projekt is None or saldo.projekt in kanda:
            continue
        if any(_bar(rad, int(saldo.konto), saldo.block, saldo.projekt) for rad in rader):
            okanda[saldo.projekt, saldo.konto] += saldo.belopp
    for (projekt, konto), belopp in sorted(okanda.items()):
        if belopp:
            sats = (
                f"Projektet {projekt} har {med_enhet(belopp, 'kr')} {ar} på kontot {konto} "
                "men hör inte till någon insats. Ange projektkoden på insatsen."
            )
            yield Tackningsfel(ar, konto, None, projekt, kronor(belopp), (), sats)

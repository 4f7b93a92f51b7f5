"""A proposal for next year's meetings: last year's weeks and weekdays, or a plain pattern. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from styrelse.calculations.motesplan import AU, FS, SAMRAD, Arligt, Planmote

# Where there is no year to go by: the board in time for accounts, half-year report, budget
# proposal and budget, on Thursdays; the committee three weeks before.
STYRELSEVECKOR = (11, 22, 37, 42, 47)
BEREDNINGSVECKOR = 3
TORSDAG = 4
BORJAR, SLUTAR = time(9), time(12)
# Members are heard two weeks before the budget is prepared.
SAMRADSVECKOR = 2
# The board's last meeting of a year: the budget is to be decided before December.
SENAST = (11, 30)
# The days of a week that are tried, from the first wanted, when it is a holiday.
NARMAST = (0, -1, 1, -2, 2, -3, 3)


def att_folja(aren: Sequence[Sequence[Planmote]]) -> Sequence[Planmote]:
    """The year to go by among `aren`, the latest first: that with most meetings of the board.

    Empty where none has as many as a plain year: half a year is nothing to repeat.
    """
    fullast = max(aren, key=_styrelsemoten, default=())
    return fullast if _styrelsemoten(fullast) >= len(STYRELSEVECKOR) else ()


def _styrelsemoten(moten: Sequence[Planmote]) -> int:
    return sum(m.organ == FS for m in moten)


def foresla(
    forra: Sequence[Planmote], ar: int, arenden: Sequence[Arligt], roda: Collection[date]
) -> tuple[Planmote, ...]:
    """The year's meetings in order, on working days that are no holiday.

    Each of last year's (`forra`) on the same weekday of the same week; with none, a plain
    pattern. A meeting of the board in December comes so much earlier that it is in November, with
    the committee's before it. A consultation is added where a matter must follow one and none
    comes before it, on a day of its own.
    """
    grund = _fore_december([_nasta_ar(m, ar) for m in forra] or _monster(ar), ar)
    moten = [replace(m, datum=_arbetsdag(m.datum, roda), nyckel=0) for m in grund]
    moten = sorted(set(moten), key=lambda m: (*m.ordning, m.organ))
    for arende in arenden:
        if arende.efter_samrad:
            moten = _med_samrad(moten, arende, ar, roda)
    return tuple(moten)


def _nasta_ar(mote: Planmote, ar: int) -> Planmote:
    _, vecka, dag = mote.datum.isocalendar()
    return replace(mote, datum=_i_vecka(ar, vecka, dag))


def _fore_december(moten: Sequence[Planmote], ar: int) -> list[Planmote]:
    """The meetings with none of the board after its last day; what then doubles is left out."""
    i_tid, grans = sorted(moten, key=lambda m: m.ordning), date(ar, *SENAST)
    svar: list[Planmote] = []
    beredande: list[Planmote] = []
    for mote in i_tid:
        if mote.organ == AU:
            beredande.append(mote)
            continue
        if mote.organ != FS:
            svar.append(mote)
            continue
        veckor = max(-((grans - mote.datum).days // 7), 0)
        tidigare = [replace(m, datum=m.datum - timedelta(weeks=veckor)) for m in beredande]
        flyttat = replace(mote, datum=mote.datum - timedelta(weeks=veckor))
        beredande = []
        if veckor and any(m.organ == FS and _samma_vecka(m, flyttat) for m in svar):
            continue
        svar += [*tidigare, flyttat]
    return [*svar, *beredande]


def _samma_vecka(ett: Planmote, annat: Planmote) -> bool:
    return ett.datum.isocalendar()[:2] == annat.datum.isocalendar()[:2]


def _i_vecka(ar: int, vecka: int, dag: int) -> date:
    """The day of the week, kept inside the year at both its ends."""
    svar = date.fromisocalendar(ar, min(vecka, 52), dag)
    if svar.year < ar:
        return svar + timedelta(weeks=1)
    return svar - timedelta(weeks=1) if svar.year > ar else svar


def _monster(ar: int) -> list[Planmote]:
    return [
        Planmote(organ, _i_vecka(ar, vecka - fore, TORSDAG), BORJAR, SLUTAR)
        for vecka in STYRELSEVECKOR
        for organ, fore in ((AU, BEREDNINGSVECKOR), (FS, 0))
    ]


def _arbetsdag(dag: date, roda: Collection[date]) -> date:
    """The day, or the nearest working day of its year."""
    nara = (dag + timedelta(days=steg) for steg in NARMAST)
    fria = (d for d in nara if d.weekday() < 5 and d not in roda and d.year == dag.year)
    return next(fria, dag)


def _med_samrad(
    moten: list[Planmote], arende: Arligt, ar: int, roda: Collection[date]
) -> list[Planmote]:
    """The meetings with a consultation before the one that decides the matter."""
    beslutar = [
        m
        for m in moten
        if m.organ == arende.organ and arende.tidigast(ar) <= m.datum <= arende.senast(ar)
    ]
    if not beslutar:
        return moten
    fore = [m for m in moten if m.ordning < beslutar[-1].ordning]
    if any(m.organ == SAMRAD for m in fore):
        return moten
    bereds = [m for m in fore if m.organ == AU] or [beslutar[-1]]
    onskad = bereds[-1].datum - timedelta(weeks=SAMRADSVECKOR)
    # No other meeting's day: who is heard may sit in the board, and the room may be taken.
    dag = _arbetsdag(onskad, {*roda, *(m.datum for m in moten)})
    samrad = Planmote(SAMRAD, dag, BORJAR, SLUTAR)
    return sorted([*moten, samrad], key=lambda m: (*m.ordning, m.organ))

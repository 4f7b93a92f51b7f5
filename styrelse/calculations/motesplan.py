"""A year's meetings: their usual start, and the meeting on which each yearly matter lands. Pure.

Days are real days; which of them are holidays the caller says.
"""

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations

from finsam.typografi import MANADER, datum, klockslag_mellan, veckodag

FS, AU, SAMRAD = "fs", "au", "samrad"
# The committee prepares the board's meeting two to four weeks before it.
BEREDNINGSVECKOR = range(2, 5)
UTAN_SAMRAD = "Samråd med medlemmarna ska vara genomfört före beslutet."


@dataclass(frozen=True)
class Planmote:
    """A meeting in a plan; `nyckel` is what the caller knows it by."""

    organ: str
    datum: date
    start: time
    slut: time | None = None
    plats: str = ""
    nyckel: int = 0

    @property
    def ordning(self) -> tuple[date, time]:
        return self.datum, self.start

    def krockar(self, annat: "Planmote") -> bool:
        """Whether they overlap; one without an end lasts its day."""
        ett, tva = sorted((self, annat), key=lambda m: m.ordning)
        return ett.datum == tva.datum and (ett.slut is None or tva.start < ett.slut)


@dataclass(frozen=True)
class Arligt:
    """A matter that comes every year, and between which days it can be decided.

    `amne` is the subject of its duty on the start page, with a pattern for year: "budget {ar+1}".
    """

    kod: str
    rubrik: str
    organ: str
    tidigast_manad: int
    senast_manad: int
    senast_dag: int
    via_au: bool = False
    efter_samrad: bool = False
    amne: str = ""

    def tidigast(self, ar: int) -> date:
        return date(ar, self.tidigast_manad, 1)

    def senast(self, ar: int) -> date:
        """The last day: 31 in a month of 30 days is its last."""
        sista = calendar.monthrange(ar, self.senast_manad)[1]
        return date(ar, self.senast_manad, min(self.senast_dag, sista))


@dataclass(frozen=True)
class Placering:
    """Where a yearly matter is taken up: `mote` decides and `beredning` prepares.

    `brist` says in Swedish what is wrong; with `ryms` False no meeting can decide it in time.
    """

    arende: Arligt
    mote: Planmote | None
    beredning: Planmote | None = None
    brist: str = ""

    @property
    def ryms(self) -> bool:
        return self.mote is not None

    @property
    def bereds(self) -> bool:
        """Whether the committee prepares it, or need not."""
        return self.beredning is not None or not self.arende.via_au


def vanlig_start(starttider: Sequence[time]) -> time | None:
    """The start that most meetings have, the earliest of those equally common; None for none."""
    antal = Counter(starttider)
    return min(antal, key=lambda tid: (-antal[tid], tid), default=None)


def vanlig_plats(moten: Sequence[Planmote]) -> str:
    """The place that most meetings have, the first of those equally common; empty for none."""
    antal = Counter(m.plats for m in moten if m.plats)
    return max(antal, key=lambda plats: antal[plats], default="")


def placera(
    moten: Sequence[Planmote], arenden: Sequence[Arligt], ar: int, namn: Mapping[str, str]
) -> tuple[Placering, ...]:
    """Each matter on the last meeting of its organ that can decide it in time.

    That is the last one on or before its last day, and not before its first month; the committee
    takes it up at its last meeting before that, which is not before its first month either, and
    after the organ's meeting before. `namn` is what each organ is called.
    """
    i_tid = sorted(moten, key=lambda m: m.ordning)
    return tuple(_placering(arende, i_tid, ar, namn) for arende in arenden)


def _placering(
    arende: Arligt, moten: Sequence[Planmote], ar: int, namn: Mapping[str, str]
) -> Placering:
    fran, till = arende.tidigast(ar), arende.senast(ar)
    ratta = [m for m in moten if m.organ == arende.organ and fran <= m.datum <= till]
    if not ratta:
        tid = f"{fran.day} {MANADER[fran.month - 1]} – {till.day} {MANADER[till.month - 1]}"
        return Placering(arende, None, brist=f"{namn[arende.organ]} har inget möte {tid}.")
    mote = ratta[-1]
    fore = [m for m in moten if m.ordning < mote.ordning]
    beredning = _bereder(arende, fore, fran) if arende.via_au else None
    brister = []
    if arende.via_au and beredning is None:
        brister.append(_oberett(arende, fore, fran, mote, namn[AU]))
    if arende.efter_samrad and not any(m.organ == SAMRAD for m in fore):
        brister.append(UTAN_SAMRAD)
    brister += [
        f"Mötet krockar med {_namn_och_tid(m, namn)}."
        for m in moten
        if m is not mote and m.krockar(mote)
    ]
    return Placering(arende, mote, beredning, " ".join(brister))


def _bereder(arende: Arligt, fore: Sequence[Planmote], fran: date) -> Planmote | None:
    """The committee's last meeting for the deciding one: in time, and not for one before that."""
    tidigare = [nr for nr, m in enumerate(fore) if m.organ == arende.organ != AU]
    egna = fore[tidigare[-1] + 1 :] if tidigare else fore
    au = [m for m in egna if m.organ == AU and m.datum >= fran]
    return au[-1] if au else None


def _oberett(
    arende: Arligt, fore: Sequence[Planmote], fran: date, mote: Planmote, utskottet: str
) -> str:
    dagar = [fran, *(m.datum for m in fore if m.organ == arende.organ != AU)]
    if any(m.organ == AU for m in fore):
        return f"{utskottet} har inget möte {datum(max(dagar))} – {datum(mote.datum)}."
    return f"{utskottet} har inget möte före {datum(mote.datum)}."


def dagvarning(dag: date, skrivet: str, roda: Mapping[date, str]) -> str:
    """What is odd about a day: `skrivet` is the weekday that somebody wrote, `roda` holidays.

    Empty for a working day whose weekday is right, or was not written.
    """
    if dag in roda:
        return f"{datum(dag)} är en {veckodag(dag)} och en röd dag: {roda[dag]}."
    fel_ord = bool(skrivet) and not skrivet.lower().startswith(veckodag(dag)[:3])
    if fel_ord or dag.weekday() >= calendar.SATURDAY:
        return f"{datum(dag)} är en {veckodag(dag)}."
    return ""


def planvarningar(moten: Sequence[Planmote], namn: Mapping[str, str]) -> tuple[str, ...]:
    """What is odd about the plan as a whole: preparation in time, and two meetings at once.

    `namn` is what each organ is called.
    """
    i_tid = sorted(moten, key=lambda m: m.ordning)
    return (*_beredning(i_tid), *_krockar(i_tid, namn))


def _beredning(moten: Sequence[Planmote]) -> list[str]:
    """Each meeting of the board has a committee meeting two to four weeks before it."""
    if not any(m.organ == AU for m in moten):
        return []
    varningar, senaste_au = [], None
    for mote in moten:
        if mote.organ == AU:
            senaste_au = mote
        if mote.organ != FS:
            continue
        if senaste_au is None:
            varningar.append(f"Inget arbetsutskott bereder styrelsens möte {datum(mote.datum)}.")
        elif (veckor := _veckor(senaste_au.datum, mote.datum)) not in BEREDNINGSVECKOR:
            varningar.append(
                f"Arbetsutskottet {datum(senaste_au.datum)} är {veckor} "
                f"{'vecka' if veckor == 1 else 'veckor'} före styrelsens möte "
                f"{datum(mote.datum)}. Två till fyra veckor är brukligt."
            )
        senaste_au = None
    return varningar


def _veckor(fran: date, till: date) -> int:
    """Weeks of the calendar between two days: 0 in the same week."""
    mandag = [dag - timedelta(days=dag.weekday()) for dag in (fran, till)]
    return (mandag[1] - mandag[0]).days // 7


def _krockar(moten: Sequence[Planmote], namn: Mapping[str, str]) -> list[str]:
    """Meetings of the same day that overlap."""
    return [
        f"Två möten krockar {datum(ett.datum)}: {_namn_och_tid(ett, namn)} "
        f"och {_namn_och_tid(tva, namn)}."
        for ett, tva in combinations(moten, 2)
        if ett.krockar(tva)
    ]


def _namn_och_tid(mote: Planmote, namn: Mapping[str, str]) -> str:
    return f"{namn[mote.organ]} {klockslag_mellan(mote.start, mote.slut)}"

"""Allowances: what is paid for an office, a meeting, an hour, a kilometre. Pure.

Amounts in kr, rounded once per row to the öre. Equal duty gives equal fee (KL 4 kap. 12 §): a
deputy who attends is paid like the ledamot unless a rate says otherwise, and one who serves
always is. Lost income and costs are paid as claimed (KL 4 kap. 12–16 §§).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from finsam.money import kronor, summa
from styrelse.choices import Arvodesslag

MINUTER = Decimal(60)


@dataclass(frozen=True)
class Sats:
    """A rate in kr; an empty role or organ means every one (Arvodesslag, Uppdragsroll, Organ)."""

    slag: str
    belopp: Decimal
    roll: str = ""
    organ: str = ""
    fran_timmar: Decimal = Decimal(0)


@dataclass(frozen=True)
class Satser:
    """The rate set that holds from a day."""

    galler_fran: date
    satser: tuple[Sats, ...]

    def for_(self, slag: str, organ: str, roll: str) -> tuple[Sats, ...]:
        """The most specific rates of the kind that fit; by hour, every step of them in order.

        One that names both organ and role goes before one that names the organ, that before one
        that names the role, and that before one for all.
        """
        passar = [
            sats
            for sats in self.satser
            if sats.slag == slag and sats.organ in ("", organ) and sats.roll in ("", roll)
        ]
        narmast = max(((bool(s.organ), bool(s.roll)) for s in passar), default=None)
        valda = [s for s in passar if (bool(s.organ), bool(s.roll)) == narmast]
        return tuple(sorted(valda, key=lambda s: s.fran_timmar))


@dataclass(frozen=True)
class Ambete:
    """An office with a possible yearly allowance; `organ` is the Organ it belongs to."""

    uppdrag: int
    person: int
    organ: str
    roll: str
    fran: date
    tom: date | None


@dataclass(frozen=True)
class Deltagande:
    """Somebody's part in a meeting; `minuter` None where nobody noted how long it was.

    `roll` is the one that is paid: of a deputy who served, the ledamot's.
    """

    person: int
    uppdrag: int
    mote: int
    motesnamn: str
    datum: date
    organ: str
    roll: str
    minuter: int | None = None


@dataclass(frozen=True)
class Krav:
    """A claim for a meeting: hours, kilometres or pieces; `a_pris` None for the rate's."""

    krav: int
    person: int
    mote: int
    motesnamn: str
    datum: date
    organ: str
    roll: str
    slag: str
    antal: Decimal
    a_pris: Decimal | None
    underlag: str = ""


@dataclass(frozen=True)
class Post:
    """A row to pay: `post` tells apart what else is alike (month, step); `rattar` a paid row."""

    person: int
    slag: str
    text: str
    antal: Decimal
    a_pris: Decimal
    belopp: Decimal
    post: str = ""
    uppdrag: int | None = None
    mote: int | None = None
    krav: int | None = None
    rattar: int | None = None

    @property
    def nyckel(self) -> tuple[object, ...]:
        """What the row pays for: nobody is paid twice for the same."""
        if self.krav is not None:
            return ("krav", self.krav)
        if self.mote is not None:
            return ("mote", self.person, self.mote, self.slag, self.post)
        return ("uppdrag", self.uppdrag, self.slag, self.post)


@dataclass(frozen=True)
class Betald:
    """A row of an attested run: what it paid for, and how much."""

    rad: int
    post: Post


def gallande(satser: Iterable[Satser], dag: date) -> Satser | None:
    """The set that holds on the day: the latest that has begun."""
    borjade = [s for s in satser if s.galler_fran <= dag]
    return max(borjade, key=lambda s: s.galler_fran, default=None)


def arsarvoden(
    ambeten: Iterable[Ambete], satser: Sequence[Satser], fran: date, tom: date
) -> Iterator[Post]:
    """The fixed allowances of whole months, by the days that each office is held.

    `fran` is the first day of a month and `tom` the last of one.
    A day is worth a 365th (366th) of the year. The days of a year are rounded together, so that
    they add to the whole allowance, and two who share a year share all of it.
    """
    for ambete in ambeten:
        manad = max(fran, ambete.fran).replace(day=1)
        while manad <= tom:
            slut = _manadens_slut(manad)
            if post := _manadsarvode(ambete, satser, manad, min(slut, tom)):
                yield post
            manad = slut + timedelta(days=1)


def _manadsarvode(ambete: Ambete, satser: Sequence[Satser], fran: date, tom: date) -> Post | None:
    dag, tom = max(fran, ambete.fran), min(tom, ambete.tom or tom)
    if dag > tom:
        return None
    start, belopp, arets = dag, [], Decimal(0)
    while dag <= tom:
        # A new rate set may begin within the month.
        nasta = [s.galler_fran for s in satser if dag < s.galler_fran <= tom]
        slut = min(nasta) - timedelta(days=1) if nasta else tom
        set_ = gallande(satser, dag)
        traff = set_.for_(Arvodesslag.ARSARVODE, ambete.organ, ambete.roll) if set_ else ()
        if traff:
            arets = traff[0].belopp
            belopp.append(_hittills(arets, slut) - _hittills(arets, dag - timedelta(days=1), slut))
        dag = slut + timedelta(days=1)
    if not belopp:
        return None
    dagar = (tom - start).days + 1
    return Post(
        person=ambete.person,
        slag=Arvodesslag.ARSARVODE,
        text=f"Fast årsarvode {start:%Y-%m-%d}–{tom:%Y-%m-%d}, {dagar} av {_ardagar(tom)} dagar",
        antal=Decimal(dagar),
        a_pris=arets,
        belopp=summa(belopp),
        post=f"{fran:%Y-%m}",
        uppdrag=ambete.uppdrag,
    )


def _hittills(arets: Decimal, dag: date, i_ar: date | None = None) -> Decimal:
    """What the year has given through the day; nothing on the last day of the year before."""
    if i_ar and dag.year < i_ar.year:
        return Decimal(0)
    return kronor(arets * dag.timetuple().tm_yday / _ardagar(dag))


def _ardagar(dag: date) -> int:
    return date(dag.year, 12, 31).timetuple().tm_yday


def _manadens_slut(dag: date) -> date:
    return (dag.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def motesarvoden(deltagande: Iterable[Deltagande], satser: Sequence[Satser]) -> Iterator[Post]:
    """The fee of each meeting, and the hours of those that are paid by hour.

    The steps of an hourly rate share the meeting's time: a step pays from its hour to the next
    step's. What comes before the first step is not paid by the hour.
    """
    for ett in deltagande:
        set_ = gallande(satser, ett.datum)
        if set_ is None:
            continue
        for sats in set_.for_(Arvodesslag.SAMMANTRADE, ett.organ, ett.roll):
            yield _motespost(ett, sats, Decimal(1), sats.belopp, ett.motesnamn)
        steg = set_.for_(Arvodesslag.TIMARVODE, ett.organ, ett.roll)
        if ett.minuter is not None:
            yield from _timmar(ett, ett.minuter, steg)


def _timmar(ett: Deltagande, minuter: int, steg: Sequence[Sats]) -> Iterator[Post]:
    granser = [sats.fran_timmar * MINUTER for sats in steg]
    for nr, sats in enumerate(steg):
        tak = granser[nr + 1] if nr + 1 < len(granser) else Decimal(minuter)
        inom = min(Decimal(minuter), tak) - granser[nr]
        if inom > 0:
            belopp = kronor(inom / MINUTER * sats.belopp)
            fran = f" från timme {_tal(sats.fran_timmar, ',')}" if sats.fran_timmar else ""
            text = f"{ett.motesnamn}, {_tal(inom, ',')} minuter{fran}"
            yield _motespost(ett, sats, kronor(inom / MINUTER), belopp, text)


def _motespost(ett: Deltagande, sats: Sats, antal: Decimal, belopp: Decimal, text: str) -> Post:
    return Post(
        person=ett.person,
        slag=sats.slag,
        text=text,
        antal=antal,
        a_pris=sats.belopp,
        belopp=kronor(belopp),
        post=_tal(sats.fran_timmar) if sats.slag == Arvodesslag.TIMARVODE else "",
        uppdrag=ett.uppdrag,
        mote=ett.mote,
    )


def _tal(tal: Decimal, komma: str = ".") -> str:
    return f"{tal.normalize():f}".replace(".", komma)


def kravposter(krav: Iterable[Krav], satser: Sequence[Satser]) -> Iterator[Post]:
    """The claims: as many as claimed, at their own price or at the rate of the meeting's day."""
    for ett in krav:
        a_pris = ett.a_pris if ett.a_pris is not None else _kravsats(ett, satser)
        yield Post(
            person=ett.person,
            slag=ett.slag,
            text=", ".join(filter(None, (ett.motesnamn, ett.underlag))),
            antal=ett.antal,
            a_pris=a_pris,
            belopp=kronor(ett.antal * a_pris),
            mote=ett.mote,
            krav=ett.krav,
        )


def _kravsats(krav: Krav, satser: Sequence[Satser]) -> Decimal:
    set_ = gallande(satser, krav.datum)
    traff = set_.for_(krav.slag, krav.organ, krav.roll) if set_ else ()
    return traff[0].belopp if traff else Decimal(0)


def att_betala(poster: Iterable[Post], betalda: Iterable[Betald]) -> tuple[Post, ...]:
    """What remains to pay when attested runs have paid some of it.

    What is paid already and still the same leaves nothing. Where it has changed, or should not
    have been paid, there is a row with the difference, negative to be taken back, that points at
    the row it corrects.
    """
    tidigare: dict[tuple[object, ...], list[Betald]] = defaultdict(list)
    for en in betalda:
        tidigare[en.post.nyckel].append(en)
    kvar: list[Post] = []
    for post in poster:
        rader = tidigare.pop(post.nyckel, [])
        kvar += [_rattelse(post, rader, post.belopp)] if rader else [post]
    kvar += [_rattelse(rader[0].post, rader, Decimal(0)) for rader in tidigare.values()]
    return tuple(post for post in kvar if post.rattar is None or post.belopp)


def _rattelse(post: Post, rader: Sequence[Betald], ratt: Decimal) -> Post:
    skillnad = kronor(ratt) - summa(en.post.belopp for en in rader)
    text = f"Rättelse: {post.text.removeprefix('Rättelse: ')}"
    forsta = min(en.rad for en in rader)
    return replace(
        post, text=text, antal=Decimal(1), a_pris=skillnad, belopp=skillnad, rattar=forsta
    )

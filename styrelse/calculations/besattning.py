"""Who sits in the board on a day: seats, vacancies, double seats and changes. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from finsam.alfabet import svensk_ordning
from styrelse.choices import Uppdragsroll

ROLLER = tuple(Uppdragsroll.values)
TYPORDNING = {"fk": 0, "af": 0, "region": 1, "kommun": 2}
PRESIDIUM = frozenset(
    {Uppdragsroll.ORDFORANDE, Uppdragsroll.VICE_ORDFORANDE_1, Uppdragsroll.VICE_ORDFORANDE_2}
)
SAKNAS = "Varje medlem ska ha minst en ledamot och en ersättare; {medlem} saknar {roll}."
FORETRADER_REDAN = "{namn} företräder redan {medlem}."
HAR_REDAN_PLATS = "{namn} har redan en plats som {roll} under den tiden."
UPPTAGEN_ROLL = "{namn} är redan {roll} under den tiden."
# General elections are held every fourth year (RF 3:3), one of them in this year.
ETT_VALAR, VALPERIOD = 2022, 4


@dataclass(frozen=True)
class Medlemsplats:
    """A member as the board sees it; `typ` is a Medlemstyp."""

    medlem: int
    namn: str
    typ: str

    @property
    def myndighet(self) -> bool:
        """Whether it is one of the state's, whose officials carry no party."""
        return TYPORDNING[self.typ] == 0


@dataclass(frozen=True)
class Sate:
    """A seat that somebody holds from day to day; `ordning` is that of the deputies (12 §)."""

    uppdrag: int
    person: int
    namn: str
    parti: str
    medlem: int
    roll: str
    ordning: int
    fran: date
    tom: date | None

    def under(self, start: date, slut: date) -> bool:
        """Whether it is held at least one day of the span, both days inclusive."""
        return self.fran <= slut and (self.tom is None or self.tom >= start)

    @property
    def ordinarie(self) -> bool:
        return self.roll != Uppdragsroll.ERSATTARE

    @property
    def i_presidiet(self) -> bool:
        return self.roll in PRESIDIUM

    @property
    def rollnamn(self) -> str:
        return str(Uppdragsroll(self.roll).label)


@dataclass(frozen=True)
class Medlemsrad:
    """A member's seats on the day: ledamöter by office, deputies in the order they serve."""

    medlem: Medlemsplats
    ordinarie: tuple[Sate, ...]
    ersattare: tuple[Sate, ...]

    @property
    def vakanser(self) -> tuple[str, ...]:
        """What the member lacks: "ledamot", "ersättare"."""
        platser = (("ledamot", self.ordinarie), ("ersättare", self.ersattare))
        return tuple(roll for roll, saten in platser if not saten)

    @property
    def brister(self) -> tuple[str, ...]:
        """The same, each as a sentence."""
        return tuple(SAKNAS.format(medlem=self.medlem.namn, roll=roll) for roll in self.vakanser)


@dataclass(frozen=True)
class Byte:
    """A change in a member's ledamöter or deputies: who had left and who sat from that day on."""

    dag: date
    medlem: Medlemsplats
    ordinarie: bool
    slutar: tuple[Sate, ...]
    borjar: tuple[Sate, ...]


def medlemsordning(roller: Iterable[str], typ: str, namn: str) -> tuple[int, int, str]:
    """Where a member stands among the others, by the offices that its people hold.

    Those whose ledamot chairs come first, then the state, the region and the municipalities in
    alphabetical order.
    """
    framst = min((ROLLER.index(roll) for roll in roller), default=len(ROLLER))
    presidium = min(framst, ROLLER.index(Uppdragsroll.LEDAMOT))
    return presidium, TYPORDNING[typ], svensk_ordning(namn)


def besattning(
    medlemmar: Iterable[Medlemsplats], saten: Iterable[Sate], dag: date
) -> tuple[Medlemsrad, ...]:
    """A row per member with those who sit for it on the day; empty where nobody does."""
    sitter: dict[int, list[Sate]] = defaultdict(list)
    for sate in saten:
        if sate.under(dag, dag):
            sitter[sate.medlem].append(sate)
    rader = []
    for medlem in medlemmar:
        mina = i_turordning(sitter[medlem.medlem])
        ordinarie = tuple(s for s in mina if s.ordinarie)
        rader.append(Medlemsrad(medlem, ordinarie, tuple(s for s in mina if not s.ordinarie)))
    return tuple(sorted(rader, key=_radordning))


def i_turordning(saten: Iterable[Sate]) -> list[Sate]:
    """By office, then by the order of service, then by name."""
    return sorted(saten, key=lambda s: (ROLLER.index(s.roll), s.ordning, svensk_ordning(s.namn)))


def _radordning(rad: Medlemsrad) -> tuple[int, int, str]:
    roller = [s.roll for s in (*rad.ordinarie, *rad.ersattare)]
    return medlemsordning(roller, rad.medlem.typ, rad.medlem.namn)


def presidium(rader: Iterable[Medlemsrad]) -> tuple[Sate, ...]:
    """The chair and the vice chairs, in that order."""
    return tuple(i_turordning(s for rad in rader for s in rad.ordinarie if s.i_presidiet))


def dubbla_platser(rader: Iterable[Medlemsrad]) -> tuple[str, ...]:
    """Those who hold more than one seat of the board that day, each as a sentence."""
    platser: dict[int, list[tuple[Sate, Medlemsplats]]] = defaultdict(list)
    for rad in rader:
        for sate in (*rad.ordinarie, *rad.ersattare):
            platser[sate.person].append((sate, rad.medlem))
    meningar = []
    for (forsta, medlem), *fler in platser.values():
        for _, annan in fler:
            if annan == medlem:
                meningar.append(f"{forsta.namn} har mer än en plats för {medlem.namn}.")
            else:
                meningar.append(FORETRADER_REDAN.format(namn=forsta.namn, medlem=medlem.namn))
    return tuple(sorted(meningar))


def byten(medlemmar: Iterable[Medlemsplats], saten: Sequence[Sate], ar: int) -> tuple[Byte, ...]:
    """The changes of the year in order of day; who goes on in the same office is no change."""
    namn = {medlem.medlem: medlem for medlem in medlemmar}
    slutar: dict[tuple[date, int, bool], list[Sate]] = defaultdict(list)
    borjar: dict[tuple[date, int, bool], list[Sate]] = defaultdict(list)
    for sate in saten:
        borjar[sate.fran, sate.medlem, sate.ordinarie].append(sate)
        if sate.tom is not None and sate.tom < date.max:
            dagen_efter = sate.tom + timedelta(days=1)
            slutar[dagen_efter, sate.medlem, sate.ordinarie].append(sate)
    funna = []
    for dag, medlem, ordinarie in {*slutar, *borjar}:
        nyckel = (dag, medlem, ordinarie)
        if dag.year == ar and medlem in namn:
            gick, kom = slutar[nyckel], borjar[nyckel]
            ett = Byte(dag, namn[medlem], ordinarie, _utan(gick, kom), _utan(kom, gick))
            if ett.slutar or ett.borjar:
                funna.append(ett)
    return tuple(
        sorted(funna, key=lambda b: (b.dag, svensk_ordning(b.medlem.namn), not b.ordinarie))
    )


def _utan(saten: Iterable[Sate], andra: Iterable[Sate]) -> tuple[Sate, ...]:
    samma = {(s.person, s.roll) for s in andra}
    return tuple(s for s in i_turordning(saten) if (s.person, s.roll) not in samma)


def mandatperiod(dag: date) -> tuple[date, date]:
    """The first and last day of the term that the day lies in.

    It runs from 1 April the year after a general election: the election of 2018 gives
    2019-04-01–2023-03-31.
    """
    ar = dag.year if dag >= date(dag.year, 4, 1) else dag.year - 1
    borjan = ar - (ar - ETT_VALAR - 1) % VALPERIOD
    return date(borjan, 4, 1), date(borjan + VALPERIOD, 3, 31)

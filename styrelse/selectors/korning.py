"""Reading a run: its rows, and their sums per person and kind."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import summa
from styrelse.choices import Arvodesslag
from styrelse.models import Arvodeskorning, Arvodesrad


@dataclass(frozen=True)
class Personsumma:
    """What somebody is paid for one kind of thing, in kr."""

    namn: str
    slag: str
    belopp: Decimal


@dataclass(frozen=True)
class Korningsbild:
    """A run's rows by person, the sums per person and kind, and of all."""

    personer: tuple[tuple[str, tuple[Arvodesrad, ...], Decimal], ...]
    summor: tuple[Personsumma, ...]
    slagsummor: tuple[tuple[str, Decimal], ...]
    totalt: Decimal

    @property
    def rader(self) -> tuple[Arvodesrad, ...]:
        return tuple(rad for _, rader, _ in self.personer for rad in rader)

    @property
    def tas_tillbaka(self) -> Decimal:
        """What rows take back of what attested runs have paid, as a positive sum in kr."""
        return -summa(rad.belopp for rad in self.rader if rad.rattar_id and rad.belopp < 0)


def korningsbild(korning: Arvodeskorning) -> Korningsbild:
    """The run as its page and its export show it; 1 query."""
    per_person: dict[str, list[Arvodesrad]] = defaultdict(list)
    per_slag: dict[str, list[Decimal]] = defaultdict(list)
    for rad in korning.rader.select_related("person", "mote", "uppdrag", "krav", "rattar"):
        per_person[rad.person.namn].append(rad)
        per_slag[rad.slag].append(rad.belopp)
    return Korningsbild(
        personer=tuple(
            (namn, tuple(rader), summa(rad.belopp for rad in rader))
            for namn, rader in per_person.items()
        ),
        summor=tuple(s for namn, rader in per_person.items() for s in _summor(namn, rader)),
        slagsummor=tuple(
            (str(slag.label), summa(per_slag[slag])) for slag in Arvodesslag if slag in per_slag
        ),
        totalt=summa(belopp for delar in per_slag.values() for belopp in delar),
    )


def _summor(namn: str, rader: list[Arvodesrad]) -> list[Personsumma]:
    per_slag: dict[str, list[Decimal]] = defaultdict(list)
    for rad in rader:
        per_slag[rad.slag].append(rad.belopp)
    return [
        Personsumma(namn, str(slag.label), summa(per_slag[slag]))
        for slag in Arvodesslag
        if slag in per_slag
    ]

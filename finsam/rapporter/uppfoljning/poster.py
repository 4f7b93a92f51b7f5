"""Insatser as documents count them: an insats and what renews it are one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from finsam.periods import Period
from finsam.rapporter.uppfoljning.material import Insatsuppgift, Uppfoljningsmaterial

# Kompetenshöjande insatser are not followed up goal by goal; their activities have a section.
GRUPPER = {
    "individ": "Individinsatser",
    "struktur": "Strukturinsatser",
    "forstudie": "Förstudier",
}
# A full name longer than this stands as a remark below the table, the short name in it.
LANGSTA_NAMN = 60


@dataclass(frozen=True)
class Post:
    """An insats with its renewals: `delar` those that ran in the period, in order of time."""

    delar: tuple[Insatsuppgift, ...]
    start: date
    avslutad: bool
    ny: bool

    @property
    def insats(self) -> Insatsuppgift:
        """The one that goes on, or went on last."""
        return self.delar[-1]

    @property
    def nummer(self) -> tuple[int, ...]:
        return tuple(del_.nr for del_ in self.delar)

    @property
    def slut(self) -> date:
        """The last day as it was decided when the period ended."""
        return self.insats.slut if self.avslutad else self.insats.beslutat_slut


def poster(material: Uppfoljningsmaterial, period: Period) -> tuple[Post, ...]:
    """The followed insatser of the period by number, renewals joined with what they renew."""
    per_nr = {i.nr: i for i in material.insatser if i.typ in GRUPPER}
    forlanger = {i.nr: i.forlanger for i in per_nr.values() if i.forlanger is not None}
    return tuple(
        _post(tuple(per_nr[nr] for nr in kedja), material, period)
        for kedja in kedjor(per_nr, forlanger)
    )


def kedjor(nummer: Iterable[int], forlanger: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """The insatser by number of the last in each chain, what it renews before it.

    `forlanger` gives the number of the one that an insats renews.
    """
    bland = frozenset(nummer)
    fornyade = {forlanger[nr] for nr in bland if nr in forlanger}
    for nr in sorted(bland - fornyade):
        kedja = [nr]
        while (fore := forlanger.get(kedja[0])) in bland:
            kedja.insert(0, fore)
        yield tuple(kedja)


def _post(delar: tuple[Insatsuppgift, ...], material: Uppfoljningsmaterial, period: Period) -> Post:
    sista = delar[-1]
    start = material.start.get(sista.nr, delar[0].start)
    return Post(delar, start, avslutad=sista.slut in period, ny=start in period)


def grupperade(alla: tuple[Post, ...]) -> Iterator[tuple[str, tuple[Post, ...]]]:
    """Each group's heading and posts; a group without posts is left out."""
    for typ, rubrik in GRUPPER.items():
        if grupp := tuple(post for post in alla if post.insats.typ == typ):
            yield rubrik, grupp


@dataclass
class Namngivare:
    """Names in a table: the owner's short name first, and a long name short.

    `alltid_agare`: the owner stands there also when it is no municipality. `med_fotnot`: a name
    that is cut has a star, and stands in full among the remarks.
    """

    alltid_agare: bool = False
    med_fotnot: bool = False

    def __post_init__(self) -> None:
        self.fotnoter: list[str] = []

    def namn(self, insats: Insatsuppgift) -> str:
        namn = insats.namn
        if len(namn) > LANGSTA_NAMN:
            markor = self._fotnot(insats.namn) if self.med_fotnot else ""
            namn = f"{insats.kortnamn}{markor}"
        med_agare = self.alltid_agare or insats.agartyp == "kommun"
        if not med_agare or not insats.agare or insats.agare.casefold() in namn.casefold():
            return namn
        return f"{insats.agare}, {namn}"

    def _fotnot(self, namn: str) -> str:
        texter = [fotnot.lstrip("*") for fotnot in self.fotnoter]
        text = f"Fullständigt namn: {namn}."
        if text not in texter:
            self.fotnoter.append(f"{'*' * (len(texter) + 1)}{text}")
            return "*" * (len(texter) + 1)
        return "*" * (texter.index(text) + 1)

"""Reading a sitting: who serves at each item, and all that was put, voted on and decided.

`sittningen` is what the tjänstgöring follows from; `sammantradet` everything about the meeting.
Both take the same number of queries however long the meeting is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from finsam.models import Medlem
from styrelse.calculations.rostning import Rostresultat, mening, rosta
from styrelse.calculations.tjanstgoring import (
    PRESIDIUM,
    Borta,
    Punkttjanst,
    Sittning,
    Stol,
    tjanstgoring,
)
from styrelse.choices import Justeringsroll, Organ, Uppdragsorgan, Uppdragsroll
from styrelse.models import (
    Beslut,
    Delarende,
    Jav,
    Justering,
    Mote,
    Narvaro,
    Omedelbarjustering,
    Paragraf,
    Paragrafunderskrift,
    Person,
    Punkt,
    Uppdrag,
    Votering,
    Yttrande,
)
from styrelse.selectors.dagordning import i_ordning

T = TypeVar("T", Justering, Paragrafunderskrift)
# Whose offices are the seats of the organ that meets; a consultation has none.
STOLAR = {Organ.FS: Uppdragsorgan.STYRELSEN, Organ.AU: Uppdragsorgan.AU}
VAKANT = "Vakant"


def tecknare_i_ordning(justeringar: Iterable[T]) -> list[T]:
    """Those who sign: the chair first, the secretary last."""
    ordning = Justeringsroll.values
    return sorted(justeringar, key=lambda rad: ordning.index(rad.roll))


@dataclass(frozen=True)
class Rostrad:
    """How somebody voted (Rostval), "" for not yet; `tjanstgor` when they served at the item."""

    person: int
    namn: str
    val: str
    tjanstgor: bool


@dataclass(frozen=True)
class Voteringsbild:
    """A vote: everybody who served with their vote, the result, and that in a sentence."""

    votering: Votering
    roster: dict[int, str]
    rader: tuple[Rostrad, ...]
    resultat: Rostresultat
    mening: str


@dataclass(frozen=True)
class Punktbild:
    """An item of the meeting: who served, and what was put, voted on and decided.

    `paragraf` is None until the meeting has been opened. `beslut` are in the order of the parts,
    `underskrifter` those of the § by itself, the chair's first.
    """

    punkt: Punkt
    paragraf: Paragraf | None
    tjanst: Punkttjanst
    delar: tuple[Delarende, ...]
    beslut: tuple[Beslut, ...]
    jav: tuple[Jav, ...]
    yttranden: tuple[Yttrande, ...]
    voteringar: tuple[Voteringsbild, ...]
    underskrifter: tuple[Paragrafunderskrift, ...] = ()

    @property
    def justering(self) -> Omedelbarjustering | None:
        """The § as it was approved at once; None where it was not."""
        return getattr(self.punkt, "omedelbart", None)


@dataclass(frozen=True)
class Sammantrade:
    """A meeting as it was, or goes: `namn` has every person that is named in it, by key."""

    mote: Mote
    narvaro: tuple[Narvaro, ...]
    justeringar: tuple[Justering, ...]
    punkter: tuple[Punktbild, ...]
    namn: dict[int, str]

    def punkt(self, pk: int) -> Punktbild:
        """The item with the key. Raises KeyError."""
        return {p.punkt.pk: p for p in self.punkter}[pk]

    def med_roll(self, roll: Justeringsroll) -> tuple[Person, ...]:
        """Who signs the minutes as that, in the order of their names."""
        return tuple(j.person for j in self.justeringar if j.roll == roll)


def uppdrag_vid(mote: Mote) -> list[Uppdrag]:
    """Offices of the organ on the day of the meeting: the presidium, then by member. One query."""
    organ = STOLAR.get(Organ(mote.organ))
    if organ is None:
        return []
    rader = Uppdrag.objects.under(mote.datum, mote.datum).filter(organ=organ)
    return sorted(rader.select_related("person", "medlem"), key=_plats)


def _plats(uppdrag: Uppdrag) -> tuple[int, str, int, str]:
    i_presidiet = uppdrag.roll in PRESIDIUM
    forst = PRESIDIUM.index(uppdrag.roll) if i_presidiet else len(PRESIDIUM)
    return forst, uppdrag.medlem.namn, uppdrag.ordning, uppdrag.person.namn


def sittningen(mote: Mote, punkter: Sequence[Punkt] | None = None) -> Sittning:
    """What decides who serves at the meeting. At most seven queries.

    `punkter`: the items in order, where they are at hand. For a board every member without a
    ledamot on the day has an empty seat.
    """
    rader = list(punkter) if punkter is not None else i_ordning(mote.punkter.all())
    narvaro = mote.narvaro.prefetch_related("franvaro")
    return _sittning(
        mote,
        rader,
        uppdrag_vid(mote),
        narvaro,
        Jav.objects.filter(punkt__mote=mote),
        mote.justeringar.all(),
    )


def tjanstgorande(mote: Mote) -> dict[int, Punkttjanst]:
    """Who serves at each item, by the item's key, in the order of the agenda."""
    return {tjanst.punkt: tjanst for tjanst in tjanstgoring(sittningen(mote))}


def sammantradet(mote: Mote) -> Sammantrade:
    """Everything about the meeting. A fixed number of queries."""
    punkter = i_ordning(
        mote.punkter.select_related("arende", "paragraf", "rattar", "omedelbart__anslag")
    )
    narvaro = tuple(
        mote.narvaro.select_related("person", "uppdrag__medlem").prefetch_related("franvaro")
    )
    uppdrag = uppdrag_vid(mote)
    jav = _per_punkt(Jav.objects.filter(punkt__mote=mote).select_related("person"))
    justeringar = tuple(tecknare_i_ordning(mote.justeringar.select_related("person")))
    alla_jav = [rad for rader in jav.values() for rad in rader]
    sittning = _sittning(mote, punkter, uppdrag, narvaro, alla_jav, justeringar)
    tjanster = {t.punkt: t for t in tjanstgoring(sittning)}
    beslut = _per_punkt(Beslut.objects.filter(punkt__mote=mote).select_related("delarende"))
    yttranden = _per_punkt(Yttrande.objects.filter(punkt__mote=mote).select_related("person"))
    voteringar = _per_punkt(
        Votering.objects.filter(punkt__mote=mote)
        .select_related("delarende")
        .prefetch_related("roster__person")
    )
    underskrifter = _underskrifter(mote)
    delar = _delar(punkter)
    bilder = [
        Punktbild(
            punkt,
            getattr(punkt, "paragraf", None),
            tjanster[punkt.pk],
            delar.get(punkt.arende_id or 0, ()),
            beslut.get(punkt.pk, ()),
            jav.get(punkt.pk, ()),
            yttranden.get(punkt.pk, ()),
            tuple(_bild(v, tjanster[punkt.pk]) for v in voteringar.get(punkt.pk, ())),
            underskrifter.get(punkt.pk, ()),
        )
        for punkt in punkter
    ]
    personer = [rad.person for rad in (*uppdrag, *narvaro, *alla_jav, *justeringar)]
    namn = {person.pk: person.namn for person in personer}
    return Sammantrade(mote, narvaro, justeringar, tuple(bilder), namn)


def _sittning(
    mote: Mote,
    punkter: Sequence[Punkt],
    uppdrag: Sequence[Uppdrag],
    narvaro: Iterable[Narvaro],
    jav: Iterable[Jav],
    justeringar: Iterable[Justering],
) -> Sittning:
    egna = [_stol(u) for u in uppdrag if u.roll != Uppdragsroll.ERSATTARE]
    valda = [j.person_id for j in justeringar if j.roll == Justeringsroll.ORDFORANDE]
    return Sittning(
        punkter=tuple(p.pk for p in punkter),
        stolar=(*egna, *_vakanta(mote, {stol.medlem for stol in egna})),
        ersattare=tuple(_stol(u) for u in uppdrag if u.roll == Uppdragsroll.ERSATTARE),
        borta={
            n.person_id: tuple(Borta(f.fran_id, f.till_id) for f in n.franvaro.all())
            for n in narvaro
        },
        jav=frozenset((j.punkt_id, j.person_id) for j in jav),
        vald_ordforande=valda[0] if valda else None,
    )


def _stol(uppdrag: Uppdrag) -> Stol:
    return Stol(
        uppdrag.medlem_id, uppdrag.person_id, uppdrag.person.namn, uppdrag.roll, uppdrag.ordning
    )


def _vakanta(mote: Mote, besatta: set[int]) -> list[Stol]:
    """An empty seat of the board for each member who has nobody in it (2003:1210, 10 §)."""
    if mote.organ != Organ.FS:
        return []
    medlemmar = Medlem.objects.under(mote.datum, mote.datum).exclude(pk__in=besatta)
    return [Stol(m.pk, None, VAKANT, Uppdragsroll.LEDAMOT) for m in medlemmar.order_by("namn")]


def _per_punkt(rader: Iterable[Any]) -> dict[int, tuple[Any, ...]]:
    svar: dict[int, list[Any]] = defaultdict(list)
    for rad in rader:
        svar[rad.punkt_id].append(rad)
    return {punkt: tuple(alla) for punkt, alla in svar.items()}


def _underskrifter(mote: Mote) -> dict[int, tuple[Paragrafunderskrift, ...]]:
    rader = Paragrafunderskrift.objects.filter(punkt__mote=mote).select_related("person")
    return _per_punkt(tecknare_i_ordning(rader))


def _delar(punkter: Sequence[Punkt]) -> dict[int, tuple[Delarende, ...]]:
    svar: dict[int, list[Delarende]] = defaultdict(list)
    for rad in Delarende.objects.filter(arende__in=[p.arende_id for p in punkter if p.arende_id]):
        svar[rad.arende_id].append(rad)
    return {arende: tuple(alla) for arende, alla in svar.items()}


def _bild(votering: Votering, tjanst: Punkttjanst) -> Voteringsbild:
    avgivna = {rost.person_id: rost for rost in votering.roster.all()}
    roster = {person: str(rost.val) for person, rost in avgivna.items()}
    resultat = rosta(roster, tjanst.ordforande)
    tjanstgor = [
        Rostrad(t.person, t.namn, roster.get(t.person, ""), tjanstgor=True)
        for t in tjanst.tjanster
        if t.person is not None
    ]
    andra = [
        Rostrad(person, rost.person.namn, rost.val, tjanstgor=False)
        for person, rost in avgivna.items()
        if person not in tjanst.personer
    ]
    rader = (*tjanstgor, *andra)
    text = mening(resultat, votering.ja, votering.nej)
    return Voteringsbild(votering, roster, rader, resultat, text)

"""What the releases of a year may print of its participants: every figure, by row and measure.

All that is published is counted on this list, whichever document it stands in; what is not on it
is not shown. The first reporting period comes out first, and a half-year or a year after its last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from finsam.periods import Period, delperioder
from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.rakning import (
    ALLA_KON,
    Antalsdel,
    Delar,
    aret,
    delar,
    fore_aret,
    hela_tiden,
    summa,
)
from uppfoljning.calculations.underlag import Rapportunderlag

# The sex under which the figure of all stands.
ALLA = ""
# What is counted per row besides the measures themselves.
ARBETE_STUDIER = "arbete_studier"
HELA_TIDEN = "hela_tiden"
DELTAGARE = "deltagare"
TILL_NAGOT = (*matt.ARBETE_STUDIER, matt.ARBETSSOKANDE)
# Categories that are also told together, of all rows.
SUMMOR: dict[str, tuple[tuple[str, ...], ...]] = {
    matt.AVSLUTSORSAK: (
        matt.ARBETE,
        TILL_NAGOT,
        ("fortsatt_rehab", "sjukdom", "foraldraledighet", "flytt", "ovrigt"),
    ),
    matt.OMFATTNING: (("25", "40", "50", "70", "75"),),
    matt.FORSORJNINGSTID: (("4-6", "7-9", "over_9"),),
    matt.UTBILDNING: (("eftergymnasial", "hogskola_kort", "hogskola_lang"),),
}
RADMATT = (*matt.FLODE, matt.ANONYMA, matt.MED_PLAN)
# Counts that may be the same as another by definition, see `reducerad`.
HETER_OCKSA = frozenset({matt.PAGAENDE_START, matt.AVSLUTADE_TIDIGARE})


@dataclass(frozen=True)
class Utgava:
    """A release: the period's reports, and those of the year up to its end, in order of time.

    `rader` are the insatser of each row: one insats, or one with what it renews.
    `grupper` are rows that are also added together, besides all of them.
    """

    period: Period
    rader: tuple[frozenset[int], ...]
    rapporter: tuple[Rapportunderlag, ...]
    i_ar: tuple[Rapportunderlag, ...]
    grupper: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True)
class Figur:
    """A count that may be printed: what it counts, how the model counts it, and its value.

    `variabler` are the unknowns it is the sum of (`modell`). A figure that is never printed
    (those of unknown sex) is only kept from being worked out.
    """

    delar: Delar
    variabler: Delar
    varde: int
    trycks: bool = True


@dataclass(frozen=True)
class Figurgrupp:
    """A measure of a row, a group of rows (niva 1) or of all (niva 2), by sex and of all.

    `kategorier` are those of it that are counted, none for all of it.
    """

    matt: str
    niva: int
    insatser: frozenset[int]
    figurer: Mapping[str, Figur]
    kategorier: tuple[str, ...] = ()

    @property
    def vad(self) -> tuple[str, tuple[str, ...], frozenset[int]]:
        """What is counted, whenever."""
        return (self.matt, self.kategorier, self.insatser)

    @property
    def perioder(self) -> frozenset[str]:
        return frozenset(del_.period for del_ in self.figurer[ALLA].delar)


def utgavor(ar: int, rytm: str) -> tuple[Period, ...]:
    """The releases of a year in the order they come out; `rytm` is "K" or "T"."""
    alla = chain.from_iterable(delperioder(Period(ar), slag) for slag in (rytm, "H", ""))
    return tuple(sorted(alla, key=lambda p: (p.slut, p.sista_manad - p.forsta_manad)))


def figurgrupper(utgava: Utgava, antal: Mapping[Antalsdel, int]) -> tuple[Figurgrupp, ...]:
    """Every figure of the release; those of which nothing is reported are left out."""
    rader = [(0, rad, (rad,)) for rad in utgava.rader]
    sammanlagda = [(1, frozenset().union(*grupp), grupp) for grupp in _grupper(utgava)]
    alla = (2, frozenset().union(*utgava.rader), utgava.rader)
    svar = [
        grupp
        for niva, insatser, ingar in (*rader, *sammanlagda, alla)
        for ett, tag in _radmatt(utgava).items()
        if (grupp := _grupp(ett, niva, insatser, [tag(rad) for rad in ingar], antal))
    ]
    return (*svar, *_delade(utgava, alla[1], antal))


def _grupper(utgava: Utgava) -> Iterator[tuple[frozenset[int], ...]]:
    for grupp in utgava.grupper:
        rader = tuple(rad for rad in utgava.rader if rad & grupp)
        if 1 < len(rader) < len(utgava.rader):
            yield rader


Tag = Callable[[frozenset[int]], dict[str, Delar]]


def _radmatt(utgava: Utgava) -> dict[str, Tag]:
    """By measure: what it counts of a row, by sex."""

    def eget(ett: str, kategorier: tuple[str, ...] = ("",)) -> Tag:
        return lambda rad: {
            kon: delar(_av(utgava.rapporter, rad), ett, kategorier, (kon,)) for kon in ALLA_KON
        }

    def hela(rad: frozenset[int]) -> dict[str, Delar]:
        i_ar = _av(utgava.i_ar, rad)
        return {kon: hela_tiden(i_ar, utgava.period.ar, (kon,)) for kon in ALLA_KON}

    def alla_deltagare(rad: frozenset[int]) -> dict[str, Delar]:
        start, in_ = eget(matt.PAGAENDE_START)(rad), eget(matt.INSKRIVNA)(rad)
        return {kon: start[kon] | in_[kon] for kon in ALLA_KON}

    return {ett: eget(ett) for ett in RADMATT} | {
        ARBETE_STUDIER: eget(matt.AVSLUTSORSAK, matt.ARBETE_STUDIER),
        HELA_TIDEN: hela,
        DELTAGARE: alla_deltagare,
    }


def _av(rapporter: Sequence[Rapportunderlag], rad: frozenset[int]) -> list[Rapportunderlag]:
    return [rapport for rapport in rapporter if rapport.insats in rad]


def _grupp(
    ett: str,
    niva: int,
    insatser: frozenset[int],
    rader: Iterable[dict[str, Delar]],
    antal: Mapping[Antalsdel, int],
    kategorier: tuple[str, ...] = (),
) -> Figurgrupp | None:
    per_kon: dict[str, Delar] = {kon: frozenset() for kon in ALLA_KON}
    for rad in rader:
        per_kon = {kon: per_kon[kon] | rad[kon] for kon in ALLA_KON}
    per_kon[ALLA] = frozenset().union(*per_kon.values())
    figurer = {
        kon: Figur(
            reda := reducerad(vilka, antal),
            frozenset(variabel(del_, per_rad=ett == ARBETE_STUDIER and niva < 2) for del_ in reda),
            summa(reda, antal),
            trycks=kon != matt.OKANT,
        )
        for kon, vilka in per_kon.items()
    }
    grupp = Figurgrupp(ett, niva, insatser, figurer, kategorier)
    return grupp if figurer[ALLA].delar else None


def _delade(
    utgava: Utgava, insatser: frozenset[int], antal: Mapping[Antalsdel, int]
) -> Iterator[Figurgrupp]:
    """What is divided into categories, of all rows: each category, and sums of them."""
    rapporter = _av(utgava.rapporter, insatser)
    for ett in (matt.AVSLUTSORSAK, matt.OMFATTNING, *matt.BAKGRUND):
        finns = sorted({n.kategori for r in rapporter for n in r.antal if n.matt == ett})
        summor = [tuple(finns), *SUMMOR.get(ett, ())] if finns else []
        for kategorier in dict.fromkeys((*((kategori,) for kategori in finns), *summor)):
            per_kon = {kon: delar(rapporter, ett, kategorier, (kon,)) for kon in ALLA_KON}
            if grupp := _grupp(ett, 2, insatser, [per_kon], antal, kategorier):
                yield grupp


def reducerad(vilka: Iterable[Antalsdel], antal: Mapping[Antalsdel, int]) -> Delar:
    """Only what was reported, each count under one name, so that figures can be compared.

    Those ongoing at a start are named as the end before it if the same: nobody comes or goes
    between two periods. Those who ended before a year are those before the year before it, and
    those who ended in it. Both are known to all who read both releases.
    """
    funna: set[Antalsdel] = set()
    for del_ in vilka:
        if del_.matt in HETER_OCKSA:
            funna.update(_andra_namn(del_, antal))
        else:
            funna.add(del_)
    return frozenset(funna & antal.keys())


def _andra_namn(del_: Antalsdel, antal: Mapping[Antalsdel, int]) -> Iterable[Antalsdel]:
    if del_.matt == matt.PAGAENDE_START:
        return (_fore(del_, antal),)
    if del_.matt == matt.AVSLUTADE_TIDIGARE and del_.period.startswith("<"):
        return _aret_fore(del_, antal)
    return (del_,)


def _fore(del_: Antalsdel, antal: Mapping[Antalsdel, int]) -> Antalsdel:
    ar, _, nr = del_.period.partition("-")
    if not nr:
        return del_
    fore = f"{ar}-{nr[0]}{int(nr[1:]) - 1}"
    if nr[1:] == "1":
        fore = _koder(int(ar) - 1, nr[0])[-1]
    slut = Antalsdel(del_.insats, fore, matt.PAGAENDE_SLUT, "", del_.kon)
    return slut if antal.get(slut) == antal.get(del_) is not None else del_


def _aret_fore(del_: Antalsdel, antal: Mapping[Antalsdel, int]) -> Iterable[Antalsdel]:
    """The time before a year as the time before the year before it, and that year's reports."""
    ar = aret(del_) - 1
    under = [
        namn
        for kod in (*_koder(ar, "K"), *_koder(ar, "T"))
        if (namn := Antalsdel(del_.insats, kod, matt.AVSLUTADE, "", del_.kon)) in antal
    ]
    fore = del_._replace(period=fore_aret(ar))
    if not under or summa((fore, *under), antal) != antal.get(del_):
        return (del_,)
    return (*_aret_fore(fore, antal), *under)


@cache
def _koder(ar: int, rytm: str) -> tuple[str, ...]:
    """The codes of the year's reporting periods."""
    return tuple(period.kod for period in delperioder(Period(ar), rytm))


def variabel(del_: Antalsdel, per_rad: bool = False) -> Antalsdel:
    """The model's unknown that a base count is part of.

    Categories are published of all insatser together only, and are one unknown each (insats 0);
    to work or studies is also published per row, and is there one unknown of its insats.
    """
    if del_.matt not in (matt.AVSLUTSORSAK, matt.OMFATTNING, *matt.BAKGRUND):
        return del_
    if per_rad:
        return Antalsdel(del_.insats, del_.period, ARBETE_STUDIER, "", del_.kon)
    return Antalsdel(0, del_.period, del_.matt, del_.kategori, del_.kon)

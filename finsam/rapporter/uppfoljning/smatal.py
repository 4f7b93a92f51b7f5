"""What a publication hides: the counts of a year's reports, and which of them are given away."""

from collections import OrderedDict
from collections.abc import Collection, Iterator
from functools import reduce
from threading import Lock

from finsam.models import Forbund
from finsam.periods import Period, delperioder
from finsam.rapporter.uppfoljning.poster import GRUPPER, kedjor
from insatser.models import Insats
from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.plan import Utgava, utgavor
from uppfoljning.calculations.smatal.rakning import ALLA_KON, Antalsdel, aret, basantal, fore_aret
from uppfoljning.calculations.smatal.skydd import Doljning, skydda
from uppfoljning.calculations.underlag import Uppfoljningsunderlag
from uppfoljning.selectors.deltagare import tidigare_avslutade
from uppfoljning.selectors.rapporter import rytm, uppfoljningsunderlag

# The same counts give the same answer, which takes a second to find.
_SPARADE: OrderedDict[object, Doljning] = OrderedDict()
_LAS = Lock()
ANTAL_SPARADE = 20


def doljning(period: Period, raknade: Collection[Antalsdel]) -> Doljning:
    """What a document of the period hides of what it counts; it may count earlier years too."""
    forbund = Forbund.objects.first() or Forbund()
    ar = sorted({aret(del_) for del_ in raknade})
    return reduce(
        Doljning.tillsammans_med,
        (_arets(ett, period, forbund.minsta_antal) for ett in ar),
        Doljning(forbund.minsta_antal),
    )


def _arets(ar: int, till: Period, troskel: int) -> Doljning:
    """Every release of the year up to the period's end: later ones change nothing before them."""
    underlag = uppfoljningsunderlag(Period(ar))
    fore = {
        Antalsdel(nr, fore_aret(ar), matt.AVSLUTADE_TIDIGARE, "", kon): tal
        for nr, antal in tidigare_avslutade(Period(ar)).items()
        for kon in ALLA_KON
        if (tal := antal.av(kon))
    }
    utgivna = tuple(_utgavor(underlag, till))
    antal = {**basantal(underlag.rapporter), **fore}
    return _sparad(antal, utgivna, troskel)


def _utgavor(underlag: Uppfoljningsunderlag, till: Period) -> Iterator[Utgava]:
    """The year's releases in which somebody has reported, in the order they come out."""
    slag, forlanger = rytm(), dict(_forlangningar())
    foljda = [i for i in underlag.insatser if i.insatstyp in GRUPPER]
    forrehab = frozenset(i.nr for i in foljda if i.forrehabiliterande)
    ovriga = frozenset(i.nr for i in foljda) - forrehab
    for period in utgavor(underlag.period.ar, slag):
        delar = frozenset(delperioder(period, slag))
        rapporter = tuple(r for r in underlag.rapporter if r.period in delar)
        if not rapporter or period.slut > till.slut:
            continue
        nummer = [i.nr for i in foljda if i.start <= period.slut and i.slut >= period.start]
        yield Utgava(
            period=period,
            rader=tuple(frozenset(kedja) for kedja in kedjor(nummer, forlanger)),
            rapporter=rapporter,
            i_ar=tuple(r for r in underlag.rapporter if r.period.slut <= period.slut),
            grupper=(forrehab, ovriga),
        )


def _forlangningar() -> Iterator[tuple[int, int]]:
    """The number of an insats, and of the one it renews."""
    rader = Insats.objects.filter(forlanger__isnull=False).values_list("nr", "forlanger__nr")
    yield from ((nr, fore) for nr, fore in rader if fore is not None)


def _sparad(antal: dict[Antalsdel, int], utgivna: tuple[Utgava, ...], troskel: int) -> Doljning:
    nyckel = (
        troskel,
        frozenset(antal.items()),
        tuple((u.period, u.rader, u.grupper) for u in utgivna),
    )
    with _LAS:
        if nyckel in _SPARADE:
            _SPARADE.move_to_end(nyckel)
            return _SPARADE[nyckel]
    svar = skydda(antal, utgivna, troskel)
    with _LAS:
        _SPARADE[nyckel] = svar
        while len(_SPARADE) > ANTAL_SPARADE:
            _SPARADE.popitem(last=False)
    return svar

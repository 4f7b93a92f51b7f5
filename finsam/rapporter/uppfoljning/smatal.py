"""What a publication hides: the counts of a year's reports, and which of them are given away."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.cache import cache as forrad

from finsam import periods
from finsam.models import Forbund
from finsam.periods import Period, delperioder
from finsam.rapporter.uppfoljning.poster import GRUPPER, kedjor
from finsam.rytm import rytm
from insatser.models import Insats
from uppfoljning.calculations import antal as antalsregler
from uppfoljning.calculations import matt, smatal
from uppfoljning.calculations import underlag as underlagsregler
from uppfoljning.calculations.smatal.plan import Utgava, utgavor
from uppfoljning.calculations.smatal.rakning import (
    ALLA_KON,
    Antalsdel,
    Delar,
    aret,
    basantal,
    fore_aret,
)
from uppfoljning.calculations.smatal.skydd import Doljning, Doljningar, skydda
from uppfoljning.calculations.underlag import Uppfoljningsunderlag
from uppfoljning.selectors.deltagare import tidigare_avslutade
from uppfoljning.selectors.rapporter import uppfoljningsunderlag

# The same counts give the same answer, which takes many seconds to find the first time.
SPARAS = 90 * 24 * 3600
# What the calculation is made of besides its own package.
GRUND = (matt, antalsregler, underlagsregler, periods)
# For each figure, whether it is shown.
Visade = Mapping[Delar, bool]


def doljning(period: Period, raknade: Collection[Antalsdel]) -> Doljningar:
    """What a document of the period hides of what it counts; it may count earlier years too."""
    forbund = Forbund.objects.first() or Forbund()
    troskel = forbund.minsta_antal
    aren = {aret(del_) for del_ in raknade}
    return Doljningar(troskel, {ar: _fram_till(ar, period, troskel) for ar in aren})


def _fram_till(ar: int, till: Period, troskel: int) -> Doljning:
    """What the year's releases up to the period's end hide; later ones change nothing in them.

    Who was left at a year's end is there at the start of the next, and who has ended since an
    insats began is told in both: each year is settled with the one before it as it came out.
    """
    fore: _Ar | None = None
    for underlag in reversed(list(_foljd(ar))):
        fore = _arets(underlag, troskel, fore)
    ute = [d for u, d in fore.utgivet if u.period.slut <= till.slut] if fore else []
    return ute[-1] if ute else Doljning(troskel)


def _foljd(ar: int) -> Iterator[Uppfoljningsunderlag]:
    """The year's reports, and those of the years before it as long as there are any."""
    while (underlag := uppfoljningsunderlag(Period(ar))).rapporter:
        yield underlag
        ar -= 1


@dataclass(frozen=True)
class _Ar:
    """A year's base counts, and each release with what is hidden when it is out."""

    antal: dict[Antalsdel, int]
    utgivet: tuple[tuple[Utgava, Doljning], ...]


def _arets(underlag: Uppfoljningsunderlag, troskel: int, fore: "_Ar | None") -> "_Ar":
    utgivna = tuple(_utgavor(underlag))
    eget = basantal(underlag.rapporter) | dict(_fore_aret(underlag.period.ar))
    innan = fore.utgivet if fore else ()
    antal = {**fore.antal, **eget} if fore else eget
    nyckel = (
        troskel,
        frozenset(antal.items()),
        tuple(map(_utgavans, utgivna)),
        # What the year before hid when it was out, which its own year before has had a part in.
        tuple(_utgavans(u) for u, _ in innan),
        frozenset(innan[-1][1].visade.items()) if innan else None,
    )
    beslutat = innan[-1][1] if innan else None

    def rakna() -> tuple[Visade, ...]:
        dolt = skydda(antal, utgivna, troskel, [u for u, _ in innan], beslutat)
        return tuple(ett.visade for ett in dolt)

    svar = [Doljning(troskel, antal, visade) for visade in _sparad(nyckel, rakna)]
    return _Ar(eget, tuple(zip(utgivna, svar, strict=True)))


def _utgavans(utgava: Utgava) -> tuple[object, ...]:
    """What of a release is asked about besides the counts: which reports it is made of, and how."""
    ur, i_ar = (
        tuple((r.insats, r.period) for r in rapporter)
        for rapporter in (utgava.rapporter, utgava.i_ar)
    )
    return (utgava.period, utgava.rader, utgava.grupper, ur, i_ar)


def _fore_aret(ar: int) -> Iterator[tuple[Antalsdel, int]]:
    """How many had ended before the year."""
    for nr, antal in tidigare_avslutade(Period(ar)).items():
        for kon in ALLA_KON:
            if tal := antal.av(kon):
                yield Antalsdel(nr, fore_aret(ar), matt.AVSLUTADE_TIDIGARE, "", kon), tal


def _utgavor(underlag: Uppfoljningsunderlag) -> Iterator[Utgava]:
    """The year's releases in which somebody has reported, in the order they come out."""
    slag, forlanger = rytm(), dict(_forlangningar())
    foljda = [i for i in underlag.insatser if i.insatstyp in GRUPPER]
    forrehab = frozenset(i.nr for i in foljda if i.forrehabiliterande)
    ovriga = frozenset(i.nr for i in foljda) - forrehab
    for period in utgavor(underlag.period.ar, slag):
        delar = frozenset(delperioder(period, slag))
        rapporter = tuple(r for r in underlag.rapporter if r.period in delar)
        if not rapporter:
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


def _sparad(nyckel: object, rakna: Callable[[], tuple[Visade, ...]]) -> tuple[Visade, ...]:
    """The answer for the same question, whoever of the processes has worked it out before.

    The counts themselves are not kept, which may since have been corrected or taken away.
    """
    fraga = repr((_raknesatt(), _ordnad(nyckel))).encode()
    namn = f"smatal-{hashlib.sha256(fraga).hexdigest()}"
    svar: tuple[Visade, ...] | None = forrad.get(namn)
    if svar is None:
        svar = rakna()
        forrad.set(namn, svar, SPARAS)
    return svar


def _ordnad(vad: Any) -> Any:
    """The same written the same way: a set has no order of its own."""
    if isinstance(vad, frozenset):
        return sorted(map(_ordnad, vad))
    return tuple(map(_ordnad, vad)) if isinstance(vad, tuple) else vad


@cache
def _raknesatt() -> str:
    """Of the calculation itself: an answer found in another way is not this one's."""
    return hashlib.sha256(b"".join(fil.read_bytes() for fil in raknesattets_filer())).hexdigest()


def raknesattets_filer() -> list[Path]:
    """Where the calculation, and the words that it counts in, are written."""
    egna = sorted(Path(smatal.__path__[0]).glob("*.py"))
    return [*egna, *(Path(str(modul.__file__)) for modul in GRUND)]

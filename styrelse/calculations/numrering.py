"""Numbers of items and annexes: they follow the order until the notice is sent. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finsam.choices import Bilagenumrering


@dataclass(frozen=True)
class Onumrerad:
    """An item without its number: `fast` is the one it got when sent, None until then.

    `skrivelse` says whether the office's writing goes with it; `bilagor` are keys of its annexes
    in order, `i_skrivelsen` those of them that stand inside the writing, `fasta` the numbers of
    those that have been sent.
    """

    punkt: int
    fast: int | None = None
    skrivelse: bool = False
    bilagor: tuple[int, ...] = ()
    i_skrivelsen: frozenset[int] = frozenset()
    fasta: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Numrerad:
    """An item's number, its writing's annex number ("" for none) and each annex's."""

    punkt: int
    nummer: int
    skrivelse: str
    bilagor: dict[int, str]


def numrera(punkter: Sequence[Onumrerad], vana: Bilagenumrering) -> tuple[Numrerad, ...]:
    """The items numbered in their order, by the association's habit.

    PUNKT: the writing on item 3 is annex "3", its annexes "3.1", "3.2"; one inside the writing
    has the writing's number. LOPANDE: annexes run 1, 2, 3 through the meeting, writings have none.
    What has been sent keeps its number; items and annexes that came later take those after the
    highest.
    """
    hogst = max((p.fast for p in punkter if p.fast is not None), default=0)
    skickad = hogst > 0
    lopande = max((_sista(nr) for p in punkter for nr in p.fasta.values()), default=0)
    svar, nasta = [], hogst
    for plats, punkt in enumerate(punkter, start=1):
        nummer = plats if not skickad else punkt.fast
        if nummer is None:
            nasta += 1
            nummer = nasta
        bilagor = dict(punkt.fasta)
        inom = max((_sista(nr) for nr in bilagor.values() if "." in nr), default=0)
        for bilaga in (b for b in punkt.bilagor if b not in bilagor):
            if vana == Bilagenumrering.LOPANDE:
                lopande += 1
                bilagor[bilaga] = str(lopande)
            elif bilaga in punkt.i_skrivelsen:
                bilagor[bilaga] = str(nummer)
            else:
                inom += 1
                bilagor[bilaga] = f"{nummer}.{inom}"
        skrivelse = str(nummer) if punkt.skrivelse and vana == Bilagenumrering.PUNKT else ""
        svar.append(Numrerad(punkt.punkt, nummer, skrivelse, bilagor))
    return tuple(svar)


def _sista(nummer: str) -> int:
    """2 of "3.2", 4 of "4"."""
    return int(nummer.rpartition(".")[2])

"""What the releases of a year print, as a reader sees it: sums with their numbers, and shares."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.uppfoljning.smatal.angripare import Angripare, Cell, Summa, procent
from tests.uppfoljning.smatal.exempel import ORSAKER
from uppfoljning.calculations.smatal.rakning import Antalsdel, Rakning
from uppfoljning.calculations.underlag import Rapportunderlag

KOLUMNER = (("K",), ("M",), ("K", "M"))
ALDRAR = ("15-29", "30-44", "45-59")
SLUT = {
    "K1": (1,),
    "K2": (2,),
    "H1": (1, 2),
    "K3": (3,),
    "K4": (4,),
    "H2": (3, 4),
    "": (1, 2, 3, 4),
}
Visas = Callable[[Rakning], bool]


@dataclass(frozen=True)
class Tryckt:
    """A count that stands in some release; `andel_av` the count it is a share of."""

    summa: Summa
    andel_av: Summa | None = None


def utgivet(rapporter: Sequence[Rapportunderlag]) -> Iterator[Tryckt]:
    """Every figure of every release whose quarters have all been reported."""
    insatser = sorted({r.insats for r in rapporter})
    finns = {r.period.nr for r in rapporter}
    for kvartal in SLUT.values():
        if not finns.issuperset(kvartal):
            continue
        for rad in (*((nr,) for nr in insatser), tuple(insatser)):
            for kon in KOLUMNER:
                yield from _rad(rad, kvartal, kon)
        for kon in KOLUMNER:
            for matt, kategorier in (("avslutsorsak", ORSAKER), ("alder", ALDRAR)):
                for kategori in kategorier:
                    yield Tryckt(_summa(insatser, kvartal, matt, (kategori,), kon))


def _rad(rad: Sequence[int], kvartal: tuple[int, ...], kon: tuple[str, ...]) -> Iterator[Tryckt]:
    in_ = _summa(rad, kvartal, "inskrivna", ("",), kon)
    ut = _summa(rad, kvartal, "avslutade", ("",), kon)
    till = _summa(rad, kvartal, "avslutsorsak", ("subventionerat", "studerande"), kon)
    yield from (Tryckt(in_), Tryckt(ut), Tryckt(till), Tryckt(till, ut))
    yield Tryckt(_summa(rad, kvartal[:1], "pagaende_start", ("",), kon))
    yield Tryckt(_summa(rad, kvartal[-1:], "pagaende_slut", ("",), kon))
    yield Tryckt(_summa(rad, kvartal, "med_plan", ("",), kon), ut)


def _summa(
    insatser: Sequence[int],
    kvartal: Sequence[int],
    matt: str,
    kategorier: Sequence[str],
    kon: Sequence[str],
) -> Summa:
    return frozenset(
        (nr, f"2021-K{ett}", matt, kategori, ett_kon)
        for nr in insatser
        for ett in kvartal
        for kategori in kategorier
        for ett_kon in kon
    )


def antalen(rapporter: Sequence[Rapportunderlag]) -> dict[Cell, int]:
    """The truth, that the reader does not have."""
    return {
        (r.insats, r.period.kod, n.matt, n.kategori, n.kon): tal
        for r in rapporter
        for n, tal in r.antal.items()
    }


def raknar_ut(
    rapporter: Sequence[Rapportunderlag], visas: Visas, troskel: int = 5
) -> dict[Summa, int]:
    """What the attacker works out of the small counts that are printed as a dot."""
    sant = antalen(rapporter)
    angripare = Angripare()
    angripare.vet_floden(sant)
    angripare.vet_delar(sant)
    dolda: set[Summa] = set()
    for tryckt in utgivet(rapporter):
        tal = sum(sant[cell] for cell in tryckt.summa)
        helhet = sum(sant[cell] for cell in tryckt.andel_av or ())
        synlig = visas(rakning(tryckt))
        if tryckt.andel_av is None and synlig:
            angripare.far_veta(tryckt.summa, tal)
        elif tryckt.andel_av is None and 0 < tal < troskel:
            dolda.add(tryckt.summa)
        elif tryckt.andel_av is not None and synlig and helhet:
            angripare.far_veta_andel(tryckt.summa, tryckt.andel_av, procent(tal, helhet))
    return angripare.raknar_ut(sorted(dolda, key=sorted))


def rakning(tryckt: Tryckt) -> Rakning:
    def delar(summa: Summa) -> frozenset[Antalsdel]:
        return frozenset(Antalsdel(*cell) for cell in summa)

    return Rakning(delar(tryckt.summa), delar(tryckt.andel_av) if tryckt.andel_av else None)


def bara_sma(rapporter: Sequence[Rapportunderlag], troskel: int = 5) -> Visas:
    """Hides what is small and nothing else: what the product must do better than."""
    sant = antalen(rapporter)

    def liten(delar: frozenset[Antalsdel]) -> bool:
        return 0 < sum(sant[tuple(del_)] for del_ in delar) < troskel

    return lambda r: not liten(r.taljare) and not (r.namnare and liten(r.namnare))

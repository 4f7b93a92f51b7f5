"""What a row or a figure of participants counts: the counts, and which reports they come from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from finsam.rapporter.uppfoljning.material import Deltagaruppgifter
from uppfoljning.calculations import deltagare, matt
from uppfoljning.calculations.antal import NOLL, Konsantal, summera
from uppfoljning.calculations.smatal import rakning
from uppfoljning.calculations.smatal.rakning import ALLA_KON, Delar, Rakning
from uppfoljning.calculations.underlag import Antal, Rapportunderlag

Rapporter = tuple[Rapportunderlag, ...]
KON = {"K": ("K",), "M": ("M",), "S:a": ALLA_KON}
KONEN = tuple(KON)
UTAN_KATEGORI = ("",)
PAGAENDE = (matt.PAGAENDE_START, matt.PAGAENDE_SLUT)


@dataclass(frozen=True)
class Raknat:
    """Some insatser's participants together. `grupper` holds the period's reports of each, those
    of an insats and what renews it in one group; `arsgrupper` the same from the year's beginning.
    """

    antal: Antal
    tidigare: Konsantal
    grupper: tuple[Rapporter, ...]
    arsgrupper: tuple[Rapporter, ...]
    ar: int
    _kanda: dict[tuple[str, str, str], Delar] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def delar(
        self, ett: str, kon: Iterable[str] = ALLA_KON, kategorier: Iterable[str] = UTAN_KATEGORI
    ) -> Delar:
        """The base counts of a measure. Ongoing are those of the last (first) that reported."""
        return frozenset().union(
            *(self._delar(ett, kategori, ett_kon) for kategori in kategorier for ett_kon in kon)
        )

    def _delar(self, ett: str, kategori: str, kon: str) -> Delar:
        """Those of one category and sex: of these all figures are made, so they are kept."""
        nyckel = (ett, kategori, kon)
        if nyckel not in self._kanda:
            # Flows of all groups are joined in one step; of those ongoing each has its own.
            ihop = (tuple(rapport for grupp in self.grupper for rapport in grupp),)
            grupper = self.grupper if ett in PAGAENDE else ihop
            delar = (rakning.delar(grupp, ett, (kategori,), (kon,)) for grupp in grupper)
            self._kanda[nyckel] = frozenset().union(*delar)
        return self._kanda[nyckel]

    def hela_tiden(self, kon: Iterable[str] = ALLA_KON) -> Delar:
        """The base counts of those who ended since their insats began."""
        return frozenset().union(
            *(rakning.hela_tiden(grupp, self.ar, kon) for grupp in self.arsgrupper if grupp)
        )

    @cached_property
    def avslutade(self) -> dict[str, Delar]:
        """Those who ended, by column: what shares of the ended are shares of."""
        return {rubrik: self.delar(matt.AVSLUTADE, kon) for rubrik, kon in KON.items()}

    def andel_av_avslutade(
        self, ett: str, kategorier: Iterable[str] = UTAN_KATEGORI
    ) -> tuple[Rakning, ...]:
        """What a share of those who ended counts, for K, M and S:a."""
        valda = tuple(kategorier)
        return tuple(
            Rakning(self.delar(ett, kon, valda), self.avslutade[rubrik])
            for rubrik, kon in KON.items()
        )


def raknat(uppgifter: Deltagaruppgifter, grupper: Iterable[tuple[int, ...]]) -> Raknat:
    """The insatser of `grupper` together; each group is an insats with what renews it, in order."""
    valda = tuple(grupper)
    antalen = [
        deltagare.sammanlagt([uppgifter.antal[nr] for nr in grupp if nr in uppgifter.antal])
        for grupp in valda
    ]
    per_insats = _per_insats(uppgifter.underlag.rapporter)
    arets = _per_insats(uppgifter.arsrapporter)
    return Raknat(
        antal=antalen[0] if len(antalen) == 1 else summera(antalen),
        tidigare=sum((uppgifter.tidigare.get(nr, NOLL) for g in valda for nr in g), NOLL),
        grupper=tuple(tuple(r for nr in g for r in per_insats.get(nr, ())) for g in valda),
        arsgrupper=tuple(tuple(r for nr in g for r in arets.get(nr, ())) for g in valda),
        ar=uppgifter.period.ar,
    )


def _per_insats(rapporter: Rapporter) -> dict[int, list[Rapportunderlag]]:
    per_insats: dict[int, list[Rapportunderlag]] = {}
    for rapport in rapporter:
        per_insats.setdefault(rapport.insats, []).append(rapport)
    return per_insats

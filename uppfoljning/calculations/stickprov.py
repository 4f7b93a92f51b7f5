"""Drawing a sample so that anybody can draw it again.

Each row of the frame is ranked by SHA-256 of the text "seed|key"; the sample is the rows with the
lowest digests. The draw follows from the seed and the keys alone: not from the order in which the
rows stand in the database, nor from any language's random numbers, and whoever has the keys can
repeat it with a pocket tool. A larger sample with the same seed holds the smaller one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from finsam.typografi import antal


def dra(fro: int, nycklar: Iterable[str], hur_manga: int) -> tuple[str, ...]:
    """The `hur_manga` keys drawn, in the order of the draw; all of them where there are fewer."""
    rangordnade = sorted(set(nycklar), key=lambda nyckel: (_rang(fro, nyckel), nyckel))
    return tuple(rangordnade[:hur_manga])


def _rang(fro: int, nyckel: str) -> str:
    return hashlib.sha256(f"{fro}|{nyckel}".encode()).hexdigest()


def ramsumma(nycklar: Iterable[str]) -> str:
    """A digest of the frame's keys, whatever their order: SHA-256 of them sorted, one a line."""
    return hashlib.sha256("\n".join(sorted(set(nycklar))).encode()).hexdigest()


@dataclass(frozen=True)
class Upprepning:
    """A draw made again out of the rows that there are now.

    `samma_ram`: the frame is what it was; `ram` its size now; `aterfunna` how many of the rows
    drawn then are drawn again.
    """

    samma_ram: bool
    ram_da: int
    ram: int
    antal: int
    aterfunna: int

    @property
    def stammer(self) -> bool:
        return self.aterfunna == self.antal

    @property
    def text(self) -> str:
        """What the repetition shows, in words."""
        if self.samma_ram:
            ramen = f"Ramen är oförändrad: samma {antal(self.ram)} poster som vid dragningen."
        else:
            ramen = (
                f"Ramen har ändrats: {antal(self.ram_da)} poster vid dragningen, "
                f"{antal(self.ram)} nu, och inte samma nycklar."
            )
        if self.stammer:
            return f"{ramen} Samma {antal(self.antal)} poster dras igen."
        return f"{ramen} {antal(self.aterfunna)} av {antal(self.antal)} poster dras igen."


def upprepa(
    fro: int, dragna: Iterable[str], summa: str, ram_da: int, nycklar: Iterable[str]
) -> Upprepning:
    """The draw with the same seed out of `nycklar`, beside what was drawn then."""
    nu, da = set(nycklar), set(dragna)
    igen = set(dra(fro, nu, len(da)))
    return Upprepning(ramsumma(nu) == summa, ram_da, len(nu), len(da), len(igen & da))

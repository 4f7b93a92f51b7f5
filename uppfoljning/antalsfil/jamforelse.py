"""What a file would do: what stands, what will stand, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from finsam import typografi
from finsam.periods import Period
from uppfoljning.calculations import matt
from uppfoljning.calculations.kontroll import Fynd, granska
from uppfoljning.calculations.manader import HELA_PERIODEN, Manadsvis, sammanslagna
from uppfoljning.calculations.underlag import Antal, Antalsnyckel, Insatsfakta


@dataclass(frozen=True)
class Skillnad:
    """A count in a month (0 the period): what stands and what will stand, None for nothing."""

    fore: int | None
    efter: int | None

    @property
    def andras(self) -> bool:
        return self.fore != self.efter

    @property
    def ny(self) -> bool:
        return self.fore is None and self.efter is not None


@dataclass(frozen=True)
class Insatsjamforelse:
    """One insats: the months that differ or are told, its rows, and what is wrong with them.

    `stoppande` must be put right in the file; `anmarkningar` are told.
    """

    nr: int
    manader: tuple[int, ...]
    rader: tuple[tuple[Antalsnyckel, tuple[Skillnad, ...]], ...]
    stoppande: tuple[Fynd, ...]
    anmarkningar: tuple[Fynd, ...]

    @property
    def celler(self) -> tuple[Skillnad, ...]:
        return tuple(cell for _, celler in self.rader for cell in celler)

    @property
    def nya(self) -> int:
        return sum(cell.ny for cell in self.celler)

    @property
    def andrade(self) -> int:
        return sum(cell.andras and not cell.ny for cell in self.celler)

    @property
    def andras(self) -> bool:
        return any(cell.andras for cell in self.celler)


def jamfor(
    fakta: Insatsfakta, period: Period, lagrade: Manadsvis, nya: Manadsvis, fore: Antal | None
) -> Insatsjamforelse:
    """What laying `nya` upon `lagrade` does. `fore` is the counts of the period before, if any."""
    efter = sammanslagna(lagrade, nya)
    manader = (*(m for m in sorted({*lagrade, *efter}) if m), HELA_PERIODEN)
    nycklar = sorted({nyckel for ett in (lagrade, efter) for per in ett.values() for nyckel in per})
    hela = efter.get(HELA_PERIODEN, {})
    fynd = (*_tidsfynd(fakta, period), *granska(hela, fakta, period, fore))
    berattade = {nyckel.matt for antal in nya.values() for nyckel in antal}
    if berattade & {*matt.FLODE}:
        berattade |= {*matt.FLODE}  # told together
    stoppande = tuple(f for f in fynd if f.stoppar and (not f.falt or f.falt in berattade))
    return Insatsjamforelse(
        nr=fakta.nr,
        manader=manader,
        rader=tuple(
            (nyckel, tuple(_skillnad(lagrade, efter, manad, nyckel) for manad in manader))
            for nyckel in nycklar
        ),
        stoppande=stoppande,
        anmarkningar=tuple(ett for ett in fynd if ett not in stoppande),
    )


def relevanta(nya: Manadsvis, fakta: Insatsfakta, period: Period) -> Manadsvis:
    """The counts that say anything of the insats: a file counts 0 where nobody is to be counted."""
    noll = not any(tal for antal in nya.values() for tal in antal.values())
    if noll and (_utanfor(fakta, period) or fakta.uppfoljningsslag == matt.UTAN_DELTAGARE):
        return {}
    if fakta.uppfoljningsslag != matt.BARA_ANONYMA:
        return nya
    anonyma = {m: {n: t for n, t in a.items() if n.matt == matt.ANONYMA} for m, a in nya.items()}
    andra = any(t for a in nya.values() for n, t in a.items() if n.matt != matt.ANONYMA)
    return nya if andra else anonyma


def _utanfor(fakta: Insatsfakta, period: Period) -> bool:
    return fakta.slut < period.start or fakta.start > period.slut


def _tidsfynd(fakta: Insatsfakta, period: Period) -> tuple[Fynd, ...]:
    if not _utanfor(fakta, period):
        return ()
    tid = f"{typografi.datum(fakta.start)}–{typografi.datum(fakta.slut)}"
    text = f"Insatsen pågår {tid}, men filen har antal för {period.namn}."
    return (Fynd("utanfor_tiden", text, stoppar=True),)


def _skillnad(lagrade: Manadsvis, efter: Manadsvis, manad: int, nyckel: Antalsnyckel) -> Skillnad:
    return Skillnad(lagrade.get(manad, {}).get(nyckel), efter.get(manad, {}).get(nyckel))


def som_listor(antal: Mapping[int, Manadsvis]) -> dict[str, dict[str, list[list[str | int]]]]:
    """Counts by insats and month as JSON can hold them."""
    return {
        str(nr): {
            str(manad): [[n.matt, n.kategori, n.kon, tal] for n, tal in sorted(per.items())]
            for manad, per in manader.items()
        }
        for nr, manader in antal.items()
    }


def ur_listor(data: Mapping[str, Mapping[str, list[list[str | int]]]]) -> dict[int, Manadsvis]:
    """The same back again."""
    return {
        int(nr): {
            int(manad): {
                Antalsnyckel(str(matt), str(kategori), str(kon)): int(tal)
                for matt, kategori, kon, tal in per
            }
            for manad, per in manader.items()
        }
        for nr, manader in data.items()
    }

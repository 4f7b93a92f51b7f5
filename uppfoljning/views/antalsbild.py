"""The boxes for counts as the page shows them: each row with the sum of the period before."""

from dataclasses import dataclass

from django.forms import BoundField

from finsam import typografi
from uppfoljning.calculations.antal import rakna
from uppfoljning.calculations.underlag import Antal
from uppfoljning.forms.antal import Antalsrad, Sektion


@dataclass(frozen=True)
class Rad:
    """A row of boxes; `forra` is the sum of all sexes the period before, "–" for none."""

    matt: str
    etikett: str
    falt: tuple[BoundField, ...]
    forra: str


@dataclass(frozen=True)
class Radgrupp:
    rubrik: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True)
class Antalsdel:
    """A table of the page."""

    rubrik: str
    hjalp: str
    kolumner: tuple[str, ...]
    grupper: tuple[Radgrupp, ...]
    har_forra: bool

    @property
    def bredd(self) -> int:
        return 1 + len(self.kolumner) + self.har_forra


def antalsbild(sektioner: tuple[Sektion, ...], forra: Antal | None) -> tuple[Antalsdel, ...]:
    """The sections of the form; with a column of the period before where there is one."""
    return tuple(
        Antalsdel(
            sektion.rubrik,
            sektion.hjalp,
            sektion.kolumner,
            tuple(
                Radgrupp(rubrik, tuple(_rad(rad, forra) for rad in rader))
                for rubrik, rader in sektion.grupper
            ),
            forra is not None,
        )
        for sektion in sektioner
    )


def _rad(rad: Antalsrad, forra: Antal | None) -> Rad:
    summa = None
    if forra is not None:
        summa = rakna(forra, rad.matt, [rad.kategori] if rad.kategori else None)
    return Rad(rad.matt, rad.etikett, rad.falt, typografi.antal(summa.summa if summa else None))

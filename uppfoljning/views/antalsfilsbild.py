"""A file of counts as it is shown before it is read in: what stands, what would stand."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing

from finsam import typografi
from finsam.models import Anvandare
from finsam.periods import Period
from uppfoljning.antalsfil.jamforelse import (
    Insatsjamforelse,
    Skillnad,
    jamfor,
    relevanta,
    som_listor,
)
from uppfoljning.calculations.manader import Manadsvis
from uppfoljning.calculations.underlag import Antalsnyckel
from uppfoljning.choices import KATEGORIER, Kon, Matt
from uppfoljning.selectors.antalsfil import Antalslage, antalslagen

GALLER = 60 * 60


@dataclass(frozen=True)
class Insatsbild:
    """One insats: where its report stands, and a row per count that is or becomes anything."""

    lage: Antalslage
    jamforelse: Insatsjamforelse
    kolumner: tuple[str, ...]
    rader: tuple[tuple[str, tuple[Skillnad, ...]], ...]

    @property
    def ord_(self) -> str:
        """What becomes of the report, in words."""
        if not self.jamforelse.andras:
            return "Oförändrad"
        if self.lage.lamnad:
            return "Inlämnad: blir en rättelse"
        return "Blir ett utkast" if self.lage.rapport is None else "Utkastet ändras"


@dataclass(frozen=True)
class Antalsfilsbild:
    """The whole file against what stands; `antal` is what a confirmation writes."""

    period: Period
    insatser: tuple[Insatsbild, ...]
    antal: Mapping[int, Manadsvis]

    @property
    def andras(self) -> bool:
        return any(ett.jamforelse.andras for ett in self.insatser)

    @property
    def stoppad(self) -> bool:
        return any(ett.jamforelse.stoppande for ett in self.insatser)

    @property
    def rattelse(self) -> bool:
        """Whether something that is handed in would change: that takes a reason."""
        return any(ett.lage.lamnad and ett.jamforelse.andras for ett in self.insatser)

    @property
    def avtryck(self) -> str:
        """What stood when it was looked at: another value means that it has changed since."""
        lagrade = som_listor({nr.lage.insats.nr: nr.lage.manader for nr in self.insatser})
        lagen = [str(ett.lage.rapport and ett.lage.rapport.pk) for ett in self.insatser]
        return hashlib.sha256(json.dumps([lagrade, lagen]).encode()).hexdigest()

    def undertecknad(self, anvandare: Anvandare) -> str:
        """The counts as text that only this user can send back, within the hour."""
        data = {"p": self.period.kod, "a": som_listor(self.antal), "s": self.avtryck}
        return signing.dumps(data, salt=_salt(anvandare), compress=True)


def las_undertecknad(text: str, anvandare: Anvandare) -> dict[str, Any]:
    """What `undertecknad` gave. Raises django.core.signing.BadSignature."""
    data: dict[str, Any] = signing.loads(text, salt=_salt(anvandare), max_age=GALLER)
    return data


def _salt(anvandare: Anvandare) -> str:
    return f"uppfoljning.antalsfil.{anvandare.pk}"


def antalsfilsbild(
    antal: Mapping[int, Manadsvis], period: Period, anvandare: Anvandare
) -> Antalsfilsbild:
    """The counts of a file beside what stands."""
    lagen = antalslagen(antal, period, anvandare)
    valda = {nr: relevanta(antal[nr], lage.fakta, period) for nr, lage in sorted(lagen.items())}
    valda = {nr: manader for nr, manader in valda.items() if manader}
    bilder = tuple(_bild(lagen[nr], manader, period) for nr, manader in valda.items())
    return Antalsfilsbild(period, bilder, valda)


def _bild(lage: Antalslage, nya: Manadsvis, period: Period) -> Insatsbild:
    jamforelse = jamfor(lage.fakta, period, lage.manader, nya, lage.fore)
    kolumner = (typografi.MANADER[nr - 1] if nr else period.kod for nr in jamforelse.manader)
    return Insatsbild(
        lage=lage,
        jamforelse=jamforelse,
        kolumner=tuple(typografi.versal(ett) for ett in kolumner),
        rader=tuple(
            (_etikett(nyckel), celler)
            for nyckel, celler in sorted(jamforelse.rader, key=lambda rad: _ordning(rad[0]))
            if any(cell.fore or cell.efter for cell in celler)
        ),
    )


def _etikett(nyckel: Antalsnyckel) -> str:
    """The count in words: "Avslutningsanledning: Studerande, kvinnor"."""
    delat = KATEGORIER.get(nyckel.matt)
    kategori = f": {delat(nyckel.kategori).label}" if delat else ""
    return f"{Matt(nyckel.matt).label}{kategori}, {str(Kon(nyckel.kon).label).lower()}"


def _ordning(nyckel: Antalsnyckel) -> tuple[int, int, int]:
    delat = KATEGORIER.get(nyckel.matt)
    kategori = delat.values.index(nyckel.kategori) if delat else 0
    return Matt.values.index(nyckel.matt), kategori, Kon.values.index(nyckel.kon)

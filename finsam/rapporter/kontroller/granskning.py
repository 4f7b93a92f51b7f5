"""What a rule sees, and how it answers."""

from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning import Berakning, Radresultat, Tabellresultat
from ekonomi.uppstallning.roller import rollvarde
from finsam.periods import Period
from finsam.rapporter.disposition import Grundmaterial, Material
from finsam.rapporter.dokument import Kontrollutfall, Rapport
from finsam.typografi import kr


@dataclass(frozen=True)
class Dokumentgranskning:
    """A document and what it was made from: enough for rules on texts and on the follow-up."""

    rapport: Rapport
    material: Grundmaterial

    @property
    def period(self) -> Period:
        return self.material.period


@dataclass(frozen=True)
class Granskning(Dokumentgranskning):
    """A document with the year's accounts."""

    material: Material

    @property
    def berakning(self) -> Berakning:
        return self.material.ekonomi.berakning

    def tabeller(self, *slag: str) -> tuple[Tabellresultat, ...]:
        return tuple(t for t in self.material.ekonomi.resultat if t.slag in slag)

    def utfall(self, rad: str, ar: int = 0, slag: str = "utfall", matt: str = "") -> Decimal | None:
        """A row's exact figure; None when the layout has no such row."""
        if rad not in self.berakning.mall.rader:
            return None
        return self.berakning.varde(rad, slag, self.berakning.period.for_ar(ar), matt)

    def roll(self, roll: str, ar: int = 0, slag: str = "utfall", matt: str = "") -> Decimal | None:
        """The same of the row that has the role; None when the layout names none."""
        return rollvarde(self.berakning, roll, self.period.for_ar(ar), slag, matt)


def lika(
    id_: str, rubrik: str, vanster: Decimal, hoger: Decimal, var: str, text: str
) -> Kontrollutfall:
    """Two amounts that must be the same to the öre; `text` is said when they are not."""
    ok = vanster == hoger
    return Kontrollutfall(id_, rubrik, ok, vanster, hoger, var, "" if ok else text)


def belopp(tal: Decimal | None) -> str:
    """An amount in a message: öre only where there are any."""
    jamnt = tal is None or tal == tal.to_integral_value()
    return kr(tal, 0 if jamnt else 2)


def totalrader(tabell: Tabellresultat) -> tuple[Radresultat, ...]:
    return tuple(rad for rad in tabell.rader if rad.slag == "total")

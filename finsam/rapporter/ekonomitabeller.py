"""The economic tables of a document: the uppställning's result with a källa for every figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ekonomi.uppstallning import Berakning, Cellresultat, Radresultat, Tabellresultat
from ekonomi.uppstallning.figurer import SUFFIX, Figur, figurer
from ekonomi.uppstallning.resultat import Kolumnresultat
from finsam.periods import Period
from finsam.rapporter.avrundning import avrundningsdifferenser
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde
from finsam.typografi import antal


@dataclass(frozen=True)
class Ekonomitabeller:
    """A layout filled in for the period, as tables and named figures of a document.

    `rot`: the address under which the pages behind the figures stand, ending in "/".
    """

    berakning: Berakning
    rot: str

    @cached_property
    def resultat(self) -> tuple[Tabellresultat, ...]:
        return self.berakning.tabeller

    def tabell(self, id_: str) -> Tabell | None:
        """The table of that id, None when the layout has none."""
        return next((self._tabell(t) for t in self.resultat if t.id == id_), None)

    def av_slag(self, slag: str, utom: frozenset[str] = frozenset()) -> tuple[Tabell, ...]:
        """The tables of a kind in the layout's order, those in `utom` left out."""
        return tuple(self._tabell(t) for t in self.resultat if t.slag == slag and t.id not in utom)

    @cached_property
    def figurer(self) -> Mapping[str, Varde]:
        """Every row's figures by name: `id`, `id.fg`, `id.budget` and `id.diff`."""
        return {namn: self._figur(figur) for namn, figur in figurer(self.berakning).items()}

    def _figur(self, figur: Figur) -> Varde:
        slag, ar = SUFFIX.get(figur.namn.removeprefix(figur.rad).lstrip("."), ("utfall", 0))
        period = self.berakning.period.for_ar(ar)
        text = f"{self.berakning.rader[figur.rad][1].etikett}, {slag} {period.namn}"
        kalla = self.kalla(figur.tabell, figur.rad, slag, period, text)
        return Varde(figur.tal, figur.enhet, kalla)

    def _tabell(self, tabell: Tabellresultat) -> Tabell:
        return Tabell(
            id=tabell.id,
            titel=_titel(tabell),
            enhet=tabell.enhet,
            kolumner=tuple(kolumn.rubrik for kolumn in tabell.kolumner),
            rader=tuple(self._rad(tabell, rad) for rad in tabell.rader),
            etikettrubrik=tabell.etikettrubrik,
            anmarkningar=(*tabell.anmarkningar, *self._avrundningar(tabell)),
            not_=tabell.not_,
        )

    def _avrundningar(self, tabell: Tabellresultat) -> tuple[str, ...]:
        """One remark for the rounding of the whole table, where there is any."""
        funna = list(avrundningsdifferenser(self.berakning, tabell))
        if not funna:
            return ()
        delar = ", ".join(f"{d.etikett} {d.kolumn} ({antal(d.summa - d.raderna)})" for d in funna)
        return (f"Varje tal är avrundat för sig. Avrundningsdifferens, {tabell.enhet}: {delar}.",)

    def _rad(self, tabell: Tabellresultat, rad: Radresultat) -> Rad:
        celler = zip(rad.celler, tabell.kolumner, strict=True)
        return Rad(
            etikett=rad.etikett,
            varden=tuple(self._cell(tabell, rad, cell, kolumn) for cell, kolumn in celler),
            slag=rad.slag,
            niva=rad.niva,
            not_=rad.not_,
            id=rad.id,
        )

    def _cell(
        self, tabell: Tabellresultat, rad: Radresultat, cell: Cellresultat, kolumn: Kolumnresultat
    ) -> Cell:
        if cell.enhet == "text" or cell.tal is None:
            return cell.text
        text = f"{rad.etikett}, {kolumn.rubrik}"
        kalla = self.kalla(tabell.id, rad.id, kolumn.slag, kolumn.period, text)
        return Varde(cell.tal, cell.enhet, kalla)

    def kalla(self, tabell: str, rad: str, slag: str, period: Period, text: str) -> Kalla:
        return Kalla(f"{self.rot}{tabell}/{rad}/{slag}-{period.kod}/", text)

    def i_dokumentet(self, avsnitt: str, text: str) -> Kalla:
        """A section of the document itself, for a figure that several of its figures make."""
        return Kalla(f"{self.rot.removesuffix('underlag/')}#{avsnitt}", text)


def _titel(tabell: Tabellresultat) -> str:
    """The title, with the note's number first when the layout has not written it."""
    nummer = f"Not {tabell.not_}"
    if not tabell.not_ or tabell.titel.startswith(nummer):
        return tabell.titel
    return f"{nummer} {tabell.titel}"

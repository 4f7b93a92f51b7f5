"""One table file on its way in: headings, cells, rows, rules; every fault with its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla
from finsam.mapp.kolumner import Kolumn, Ref, Uppslag, sokform
from finsam.mapp.radordning import utpekade_forst
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.mapp.skrivning import Skrivare, Tabell, Utfall, celltext, felmeddelanden
from finsam.mapp.tabellbeskrivning import Tabellbeskrivning
from finsam.tabular.cells import Cellfel
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.reading import Rarad, Ratabell, las_tabell


class Tabellasning:
    """The reading of one file; `utfall()` once."""

    def __init__(self, fil: Tabellbeskrivning, kalla: Filkalla, tillfalle: Tillfalle) -> None:
        self.fil, self.kalla, self.tillfalle = fil, kalla, tillfalle
        self.rapport = Filrapport(kalla.namn, fil.rubrik)
        self.plats = Plats(kalla.namn)
        self.forsta_rad: dict[tuple[Any, ...], int] = {}
        self.foraldrar: dict[tuple[Any, ...], tuple[int, Mapping[str, Any], Utfall]] = {}

    def utfall(self) -> Filrapport:
        try:
            tabell = las_tabell(self.kalla.namn, self.kalla.innehall())
        except Filfel as fel:
            self.rapport.fel.append(fel.anmarkning)
            return self.rapport
        self.plats = tabell.plats
        self.rapport.varningar.extend(tabell.varningar)
        if self._rubriker_stammer(tabell):
            self._las_rader(tabell)
        return self.rapport

    def _rubriker_stammer(self, tabell: Ratabell) -> bool:
        """Whether every column that must be there is, once; unknown ones are named and not read."""
        funna = [rubrik.casefold() for rubrik in tabell.rubriker]
        vantade = {kolumn.rubrik.casefold() for kolumn in self.fil.kolumner}
        for kolumn in self.fil.kolumner:
            antal = funna.count(kolumn.rubrik.casefold())
            if antal == 0 and not kolumn.frivillig:
                self._fel(self.plats, f"Filen saknar kolumnen ”{kolumn.rubrik}”.")
            elif antal > 1:
                self._fel(self.plats, f"Kolumnen ”{kolumn.rubrik}” finns {antal} gånger.")
        for rubrik in tabell.rubriker:
            if rubrik and rubrik.casefold() not in vantade:
                text = f"Kolumnen ”{rubrik}” känns inte igen och läses inte."
                self.rapport.varningar.append(Anmarkning(self.plats, text))
        return not self.rapport.fel

    def _las_rader(self, tabell: Ratabell) -> None:
        anvandare = self.tillfalle.anvandare
        self.lage = {r.casefold(): nr for nr, r in enumerate(tabell.rubriker)}
        self.typer = {
            k.rubrik: k.typ.uppslag() if isinstance(k.typ, Ref) else k.typ
            for k in self.fil.kolumner
        }
        skrivargrund = (anvandare, self.kalla.namn, self.tillfalle.oppnade)
        self.skrivare = Skrivare(self.fil.tabell, *skrivargrund)
        if self.fil.foralder:
            self.foralderskrivare = Skrivare(self.fil.foralder.tabell, *skrivargrund)
        fanns = len(self.skrivare.befintliga)
        traffade = 0
        for nr, rad in enumerate(self._utpekade_forst(tabell.rader), start=1):
            utfall = self._las_rad(rad)
            traffade += utfall is not None and utfall.handling != Handling.NY
            self.tillfalle.framsteg(nr / len(tabell.rader))
        self.skrivare.spara_samlade()
        self.rapport.kvar = fanns - traffade
        if not self.rapport.fel:
            for kontroll in self.fil.kontroller:
                for text in kontroll():
                    self._fel(self.plats, text)
            for misstanke in self.fil.misstankar:
                texter = (Anmarkning(self.plats, text) for text in misstanke())
                self.rapport.varningar.extend(texter)

    def _egna_pekare(self) -> list[Kolumn]:
        """The columns in which a row names another row of the same table."""
        tabell = self.fil.tabell
        refar = [k for k in tabell.kolumner if isinstance(k.typ, Ref)]
        return [k for k in refar if k.typ.model is tabell.model]  # type: ignore[union-attr]

    def _utpekade_forst(self, rader: Sequence[Rarad]) -> Sequence[Rarad]:
        for pekare in self._egna_pekare():
            nycklar = [k for k in self.fil.tabell.kolumner if k.falt in pekare.typ.nycklar]  # type: ignore[union-attr]

            def namn(rad: Rarad, nycklar: list[Kolumn] = nycklar) -> list[str]:
                return [sokform(self._cell(rad, k)) for k in nycklar]

            def pekar_pa(rad: Rarad, pekare: Kolumn = pekare) -> str:
                return sokform(self._cell(rad, pekare))

            rader = utpekade_forst(rader, namn, pekar_pa)
        return rader

    def _las_rad(self, rad: Rarad) -> Utfall | None:
        """One row parsed, checked and written; None when it was refused."""
        tabell, foralder = self.fil.tabell, self.fil.foralder
        varden = self._tolkade(rad, tabell)
        delade = self._tolkade(rad, foralder.tabell) if foralder else {}
        if varden is None or delade is None:
            return None
        try:
            self.skrivare.spara_nya(varden)
            if foralder:
                over = self._foralder(rad, delade)
                if over is None:
                    return None
                varden[foralder.falt] = over.obj
            nyckel = tabell.nyckel_for(varden)
            if forsta := self.forsta_rad.get(nyckel):
                self._fel(self._plats(rad), f"Raden upprepar rad {forsta}.")
                return None
            self.forsta_rad[nyckel] = rad.nr
            utfall = self.skrivare.skriv(varden)
        except ValidationError as fel:
            self._valideringsfel(rad, fel)
            return None
        if utfall.handling is Handling.NY:
            for pekare in self._egna_pekare():
                uppslag = self.typer[pekare.rubrik]
                assert isinstance(uppslag, Uppslag)
                uppslag.lar(utfall.obj)
        self._anteckna(rad.nr, utfall)
        return utfall

    def _foralder(self, rad: Rarad, varden: Mapping[str, Any]) -> Utfall | None:
        """The shared row; a later row of the file must say the same about it as the first."""
        assert self.fil.foralder
        nyckel = self.fil.foralder.tabell.nyckel_for(varden)
        if self.fil.foralder.saknas and nyckel not in self.foralderskrivare.befintliga:
            self._fel(self._plats(rad), self.fil.foralder.saknas)
            return None
        if nyckel not in self.foraldrar:
            utfall = self.foralderskrivare.skriv(varden)
            self.foraldrar[nyckel] = (rad.nr, varden, utfall)
            self._anteckna(rad.nr, utfall)
            return utfall
        nr, tidigare, utfall = self.foraldrar[nyckel]
        for kolumn in self._i_filen(self.fil.foralder.tabell):
            har, dar = (
                celltext(kolumn, varden[kolumn.falt]),
                celltext(kolumn, tidigare[kolumn.falt]),
            )
            if har != dar:
                text = f"”{har}” här men ”{dar}” på rad {nr}; de ska vara lika för {utfall.obj}."
                self._fel(self._plats(rad, kolumn), text)
                return None
        return utfall

    def _tolkade(self, rad: Rarad, tabell: Tabell) -> dict[str, Any] | None:
        """The row's values by field; None when a cell was refused."""
        varden, hela = {}, True
        for kolumn in self._i_filen(tabell):
            try:
                text = self._cell(rad, kolumn)
                typ = self.typer[kolumn.rubrik]
                varden[kolumn.falt] = typ.las(text) if text else tabell.tomt_varde(kolumn.falt)
            except (Cellfel, ValueError) as fel:
                self._fel(self._plats(rad, kolumn), str(fel))
                hela = False
        return {**self._utelamnad_nyckel(tabell), **varden} if hela else None

    def _utelamnad_nyckel(self, tabell: Tabell) -> dict[str, Any]:
        """What the file leaves out of a row's key: as if the cells were empty."""
        utelamnade = {k.falt for k in tabell.kolumner} - {k.falt for k in self._i_filen(tabell)}
        return {falt: tabell.tomt_varde(falt) for falt in utelamnade & {*tabell.nyckel}}

    def _i_filen(self, tabell: Tabell) -> list[Kolumn]:
        return [k for k in tabell.kolumner if k.rubrik.casefold() in self.lage]

    def _cell(self, rad: Rarad, kolumn: Kolumn) -> str:
        lage = self.lage.get(kolumn.rubrik.casefold())
        # A worksheet leaves out the empty cells at the end of a row.
        return rad.celler[lage] if lage is not None and lage < len(rad.celler) else ""

    def _valideringsfel(self, rad: Rarad, fel: ValidationError) -> None:
        for kolumn, text in felmeddelanden(fel, self.fil.kolumner):
            varde = f"”{self._cell(rad, kolumn)}”: " if kolumn else ""
            self._fel(self._plats(rad, kolumn), varde + text)

    def _anteckna(self, nr: int, utfall: Utfall) -> None:
        if utfall.handling is None:
            self.rapport.oforandrade += 1
        else:
            rad = Planrad(nr, str(utfall.obj), utfall.handling, utfall.andringar)
            self.rapport.rader.append(rad)

    def _plats(self, rad: Rarad, kolumn: Kolumn | None = None) -> Plats:
        return Plats(self.plats.fil, self.plats.blad, rad.nr, kolumn.rubrik if kolumn else "")

    def _fel(self, plats: Plats, text: str) -> None:
        self.rapport.fel.append(Anmarkning(plats, text))

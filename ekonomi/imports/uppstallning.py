"""uppstallning-2024.toml ↔ the layout of the statements from a year on, kept as it was written."""

from collections.abc import Iterable, Sequence
from typing import Any

from ekonomi.models import Uppstallning
from ekonomi.uppstallning import UppstallningFel, las_uppstallning
from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.rapport import Andring, Filrapport, Handling, Planrad
from finsam.mapp.skrivning import spara
from finsam.permissions import Ratt
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.textfile import bara_kommentarer, las_text, las_toml

MALL = """\
# Uppställningarnas rader, noter och tabeller. En fil gäller från och med sitt år till nästa fils.
# Ta bort # framför raderna nedan och skriv förbundets egna tabeller.
#
# giltig_fran = 2024
#
# [[tabell]]
# id = "resultatrakning"
# slag = "resultatrakning"      # eller balansrakning, kassaflode, not, driftredovisning, oversikt
# titel = "Resultaträkning"
# enhet = "kr"                  # eller tkr, mkr
# tecken = -1                   # intäkter är kredit i bokföringen och visas positiva
# kolumner = [
#   {slag = "utfall", ar = 0, rubrik = "{ar}"},
#   {slag = "utfall", ar = -1, rubrik = "{ar}"},
#   {slag = "budget", ar = 0, rubrik = "Budget {ar}"},
# ]
#
#   [[tabell.rad]]
#   id = "medlemsavgifter"
#   etikett = "Medlemsavgifter"
#   konton = ["3010-3099"]
#
#   [[tabell.rad]]
#   id = "kostnader"
#   etikett = "Verksamhetens kostnader"
#   konton = ["4000-7999"]
#
#   [[tabell.rad]]
#   id = "arets_resultat"
#   etikett = "Årets resultat"
#   slag = "total"
#   summa = ["medlemsavgifter", "kostnader"]
"""


class Uppstallningsfiler:
    """Every layout; one file per first year."""

    namn = "uppstallning"
    rubrik = "Uppställningar"
    filmonster = ("uppstallning*.toml",)
    ratt = Ratt.EKONOMI_ANDRA

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        filer_per_ar: dict[int, str] = {}
        return [self._las(kalla, filer_per_ar, tillfalle.anvandare) for kalla in kallor]

    def _las(self, kalla: Filkalla, filer_per_ar: dict[int, str], anvandare: Any) -> Filrapport:
        rapport = Filrapport(kalla.namn, self.rubrik)
        try:
            text, varningar = las_text(kalla.namn, kalla.innehall())
            rapport.varningar.extend(varningar)
            if not bara_kommentarer(text):
                # Names the line of a fault in the TOML itself, before the rules are asked.
                las_toml(kalla.namn, text)
                verksamhetsar = las_uppstallning(text, kalla.namn).giltig_fran
                annan = filer_per_ar.setdefault(verksamhetsar, kalla.namn)
                if annan != kalla.namn:
                    raise Filfel(Plats(kalla.namn), f"Även {annan} gäller från {verksamhetsar}.")
                _spara(verksamhetsar, text, rapport, anvandare)
        except Filfel as fel:
            rapport.fel.append(fel.anmarkning)
        except UppstallningFel as fel:
            for ett in fel.fel:
                text = ett.removeprefix(f"{kalla.namn}, ")
                rapport.fel.append(Anmarkning(Plats(kalla.namn), text[0].upper() + text[1:]))
        return rapport

    def exportera(self) -> Iterable[Utfil]:
        for ett in Uppstallning.objects.order_by("giltig_fran"):
            yield Utfil(f"uppstallning-{ett.giltig_fran}.toml", ett.innehall.encode())

    def mallar(self) -> Iterable[Utfil]:
        yield Utfil("uppstallning.toml", MALL.encode())


def _spara(verksamhetsar: int, text: str, rapport: Filrapport, anvandare: Any) -> None:
    uppstallning = Uppstallning.objects.filter(giltig_fran=verksamhetsar).first()
    if uppstallning and uppstallning.innehall == text:
        rapport.oforandrade = 1
        return
    handling = Handling.ANDRAD if uppstallning else Handling.NY
    fore = uppstallning.innehall if uppstallning else ""
    uppstallning = uppstallning or Uppstallning(giltig_fran=verksamhetsar)
    uppstallning.innehall = text
    spara(uppstallning, anvandare, rapport.fil)
    andringar = (Andring("innehåll", _rader(fore), _rader(text)),) if fore else ()
    rapport.rader.append(Planrad(None, str(uppstallning), handling, andringar))


def _rader(text: str) -> str:
    return f"{text.count(chr(10))} rader"

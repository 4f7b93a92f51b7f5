"""Opening a file of counts: which shape it has, and its rows one at a time.

One pass: every row is looked at by the guard, counted and let go.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

from finsam.periods import Period
from finsam.tabular.csvfile import csv_rader
from finsam.tabular.identity import identitet
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.reading import FILTYPER, STORSTA_FIL
from finsam.tabular.xlsxfile import xlsx_varden
from uppfoljning.antalsfil import rader as insatsdata
from uppfoljning.antalsfil import tabell as antalstabell
from uppfoljning.antalsfil.celler import Cellfel
from uppfoljning.antalsfil.rakning import Deltagarrakning, Manad, Radfel
from uppfoljning.antalsfil.resultat import Fellista, Filresultat
from uppfoljning.antalsfil.vakt import Vakt, granska_rubriker, ser_ut_som_namn, vagran

FLEST_RADER = 200_000
Rader = Iterator[tuple[int, tuple[Any, ...]]]


def las_antal(
    fil: str, innehall: bytes, insatser: Mapping[str, int], period: Period, idag: date
) -> Filresultat:
    """The counts of the file for the period's months.

    `insatser` are the numbers of the insatser that may be told of, by each name they go by.
    Raises Filfel for a file that cannot be read, has another shape, or seems to hold persons.
    """
    if identitet(fil):
        # The name of the file is not repeated either.
        raise vagran(Plats("Filens namn"), identitet(fil))
    blad = _blad(fil, innehall)
    vakt = Vakt()
    namn, rader = next(blad, ("", iter(())))
    plats = Plats(fil, namn)
    rubriker = _rubrikrad(plats, rader, vakt)
    try:
        if antalstabell.ar_antalstabell(rubriker):
            rakna = antalstabell.Antalstabell(plats, rubriker, insatser, period)
            return rakna.las(_granskade(plats, rader, vakt))
        return _las_rader(plats, rubriker, _granskade(plats, rader, vakt), insatser, period, idag)
    finally:
        # Explanations and what else there is: not counted, but nothing about persons either.
        for namn, rader in blad:
            _genomsok(Plats(fil, namn), rader, vakt)


def _blad(fil: str, innehall: bytes) -> Iterator[tuple[str, Rader]]:
    andelse = PurePath(fil).suffix.lower()
    plats = Plats(fil)
    if andelse not in FILTYPER:
        raise Filfel(plats, f"Filtypen {andelse or 'utan ändelse'} tillåts inte. "
                            "Spara filen som .xlsx eller .csv.")  # fmt: skip
    if not innehall:
        raise Filfel(plats, "Filen är tom (0 byte).")
    if len(innehall) > STORSTA_FIL:
        storlek = f"{len(innehall) / 1e6:.1f}".replace(".", ",")
        raise Filfel(plats, f"Filen är {storlek} MB; högst 10 MB tas emot.")
    if andelse == ".xlsx":
        return xlsx_varden(fil, innehall)
    rader, _ = csv_rader(fil, innehall)
    return iter([("", ((nr, tuple(celler)) for nr, celler in rader))])


def _rubrikrad(plats: Plats, rader: Rader, vakt: Vakt) -> tuple[str, ...]:
    """The first row that is not empty and no comment."""
    for nr, varden in rader:
        vakt.granska(plats, nr, varden)
        texter = tuple(" ".join(str(v).split()) if v is not None else "" for v in varden)
        if any(texter) and not texter[0].startswith("# "):
            granska_rubriker(plats, nr, texter)
            return texter
    raise Filfel(plats, "Filen har ingen rubrikrad.")


def _granskade(plats: Plats, rader: Rader, vakt: Vakt) -> Rader:
    for nr, varden in rader:
        if nr > FLEST_RADER:
            raise Filfel(plats, "Filen har fler än 200 000 rader. Dela upp den.")
        vakt.granska(plats, nr, varden)
        forsta = varden[0] if varden else None
        if isinstance(forsta, str) and forsta.startswith("# "):
            continue
        if any(varde not in (None, "") for varde in varden):
            yield nr, varden


def _genomsok(plats: Plats, rader: Rader, vakt: Vakt) -> None:
    for nr, varden in rader:
        vakt.granska(plats, nr, varden)
        granska_rubriker(plats, nr, varden)


def _las_rader(
    plats: Plats,
    rubriker: tuple[str, ...],
    rader: Rader,
    insatser: Mapping[str, int],
    period: Period,
    idag: date,
) -> Filresultat:
    platser = _insatsdatakolumner(plats, rubriker)
    manader = [Manad.av(period.ar, nr) for nr in range(period.forsta_manad, period.sista_manad + 1)]
    rakning = Deltagarrakning(manader, idag, platser)
    kolumner = insatsdata.kolumner(platser, insatsdata.insatsnummer(insatser)).items()
    fel = Fellista()
    antal = 0
    for nr, varden in rader:
        antal += 1
        namn = kolumn = None
        try:
            rad = {}
            for namn, kolumn in kolumner:
                rad[namn] = kolumn.las(varden)
            rakning.rakna(rad)
        except Cellfel as fynd:
            assert kolumn is not None
            if ser_ut_som_namn(varden[kolumn.plats]):
                raise vagran(Plats(plats.fil, plats.blad, nr, kolumn.rubrik), "namn") from None
            fel.lagg_till(Anmarkning(Plats(plats.fil, plats.blad, nr, kolumn.rubrik), str(fynd)))
        except Radfel as fynd:
            rubrik = next(ett.rubrik for ett in insatsdata.FALT if ett.namn == fynd.falt)
            fel.lagg_till(Anmarkning(Plats(plats.fil, plats.blad, nr, rubrik), str(fynd)))
    if not antal:
        raise Filfel(plats, "Filen har inga rader under rubrikerna.")
    return Filresultat(
        antal={} if fel.fel else rakning.antal(),
        fel=tuple(fel.fel),
        rader=antal,
        fler_fel=fel.fler,
    )


def _insatsdatakolumner(plats: Plats, rubriker: tuple[str, ...]) -> dict[str, int]:
    platser, okanda = insatsdata.hitta(rubriker)
    saknas = insatsdata.saknade(platser)
    if saknas and len(platser) < 3:
        raise Filfel(
            plats,
            "Filen har inte rätt form. En tabell över antal har kolumnerna "
            f"{', '.join(antalstabell.RUBRIKER)}; en fil med en rad per deltagare har "
            f"{', '.join(insatsdata.RUBRIKER)}.",
        )
    if saknas:
        raise Filfel(plats, f"Filen saknar kolumnen {' och '.join(saknas)}.")
    if okanda:
        raise Filfel(
            plats,
            f"Kolumnen ”{okanda[0]}” hör inte hit; ta bort den. "
            f"Filen får ha kolumnerna {', '.join(insatsdata.RUBRIKER)}.",
        )
    if {"fodelsear", "alder"} <= platser.keys():
        raise Filfel(plats, "Filen har både Födelseår och Ålder. Behåll en av dem.")
    return platser

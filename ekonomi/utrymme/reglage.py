"""The controls of the decision room: applications to tick and move, and amounts to change."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import Sokt
from ekonomi.utrymme import adress as utrymmesadress
from ekonomi.utrymme.adress import FLYTT, LANGSTA_FLYTT, Beloppsfalt
from ekonomi.utrymme.rum import Rum
from finsam.typografi import MINUS, kr, tkr

SOM_SOKT = "som sökt"


@dataclass(frozen=True)
class Ansokningsvy:
    """An application: its facts, and the state of its two controls."""

    sokt: Sokt
    id: str
    vald: bool
    # Year and amount in tkr, for the years shown.
    per_ar: tuple[tuple[int, str], ...]
    falt: str
    # Months, the month in words, and whether it is the one chosen.
    starter: tuple[tuple[str, str, bool], ...]
    fel: str


@dataclass(frozen=True)
class Beloppsvy:
    """An amount: its field, what was typed, and what is said of it."""

    falt: Beloppsfalt
    id: str
    varde: str
    nu: str
    fel: str
    varning: str


def ansokningar(rum: Rum) -> tuple[Ansokningsvy, ...]:
    aren = rum.underlag.aren
    manader = [(ar, manad) for ar in aren for manad in range(1, 13)]
    return tuple(
        Ansokningsvy(
            sokt=sokt,
            id=f"sokt-{nr}",
            vald=sokt.nyckel in rum.lasning.val.valda,
            per_ar=tuple((ar, tkr(sokt.per_ar.get(ar))) for ar in aren),
            falt=f"{FLYTT}{sokt.nyckel}",
            starter=_starter(rum, sokt, manader),
            fel=rum.lasning.fel.get(f"{FLYTT}{sokt.nyckel}", ""),
        )
        for nr, sokt in enumerate(rum.underlag.sokta, start=1)
    )


def beloppsgrupper(rum: Rum) -> tuple[tuple[int, tuple[Beloppsvy, ...]], ...]:
    """The fields of each year."""
    grupper: dict[int, list[Beloppsvy]] = {}
    for falt in utrymmesadress.beloppsfalt(rum.underlag):
        grupper.setdefault(falt.ar, []).append(_belopp(rum, falt))
    return tuple((ar, tuple(vyer)) for ar, vyer in grupper.items())


def _belopp(rum: Rum, falt: Beloppsfalt) -> Beloppsvy:
    lasning = rum.lasning
    belopp = utrymmesadress.andrat(lasning.val, falt)
    fel = lasning.fel.get(falt.namn, "")
    # What could not be read stands as it was typed; what could stands as in print.
    varde = lasning.skrivet.get(falt.namn, "") if fel else "" if belopp is None else _kr(belopp)
    return Beloppsvy(
        falt, f"belopp-{falt.namn}", varde, _kr(falt.bas), fel, lasning.varningar.get(falt.namn, "")
    )


def _kr(belopp: Decimal) -> str:
    """In kr, with öre only where there are any."""
    return kr(belopp, 0 if belopp == belopp.to_integral_value() else 2)


def _starter(
    rum: Rum, sokt: Sokt, manader: list[tuple[int, int]]
) -> tuple[tuple[str, str, bool], ...]:
    """Every month of the years shown, the one applied for first; the chosen one in any case."""
    namn = f"{FLYTT}{sokt.nyckel}"
    flyttat = rum.lasning.val.flyttade.get(sokt.nyckel, 0)
    if namn in rum.lasning.fel:
        skrivet = rum.lasning.skrivet[namn]
        forst = [("", _manad(sokt.start, SOM_SOKT), False), (skrivet, skrivet, True)]
    else:
        forst = [("", _manad(sokt.start, SOM_SOKT), not flyttat)]
    steg = {_avstand(sokt.start, ar, manad) for ar, manad in manader}
    steg = {ett for ett in steg if ett and abs(ett) <= LANGSTA_FLYTT} | ({flyttat} - {0})
    egna = ((str(ett), _flyttad(sokt.start, ett), ett == flyttat) for ett in sorted(steg))
    return (*forst, *egna)


def _avstand(start: date, ar: int, manad: int) -> int:
    return (ar - start.year) * 12 + manad - start.month


def _flyttad(start: date, manader: int) -> str:
    ar, manad = divmod(start.year * 12 + start.month - 1 + manader, 12)
    tecken = "+" if manader > 0 else MINUS
    return f"{ar}-{manad + 1:02} ({tecken}{abs(manader)} mån)"


def _manad(dag: date, ord_: str) -> str:
    return f"{dag:%Y-%m} ({ord_})"

"""Cells of counts: women, men and the sum, with the list behind each and what it counts."""

from collections.abc import Iterable
from decimal import Decimal

from finsam.rapporter.dokument import Cell, Kalla, Varde
from finsam.rapporter.uppfoljning.raknat import KON, UTAN_KATEGORI, Raknat
from uppfoljning.calculations import deltagare
from uppfoljning.calculations.antal import Konsandel, Konsantal
from uppfoljning.calculations.smatal.rakning import Delar, Rakning

Kallor = tuple[Kalla | None, ...]
OKANT_KON = "Summan omfattar även deltagare vars kön inte är känt."


def antalsceller(
    antal: Konsantal | None,
    raknat: Raknat,
    ett: str,
    kallor: Kallor,
    kategorier: Iterable[str] = UTAN_KATEGORI,
) -> tuple[Cell, ...]:
    """A measure's K, M and S:a; nothing where it is not reported."""
    valda = tuple(kategorier)
    delar = tuple(raknat.delar(ett, kon, valda) for kon in KON.values())
    return konsceller(antal, delar, kallor)


def konsceller(
    antal: Konsantal | None, delar: tuple[Delar, ...], kallor: Kallor
) -> tuple[Cell, ...]:
    """K, M and S:a, each with its own base counts."""
    tal = (antal.k, antal.m, antal.summa) if antal else (None, None, None)
    return tuple(
        Varde(ett, "antal", kalla, rakning=Rakning(del_))
        for ett, del_, kalla in zip(tal, delar, kallor, strict=True)
    )


def andelsceller(
    andel: Konsandel, rakningar: tuple[Rakning, ...], kallor: Kallor
) -> tuple[Cell, ...]:
    """Shares K, M and S:a; nothing where nobody is counted."""
    tal = (andel.k, andel.m, andel.alla)
    return tuple(
        Varde(ett, "procent", kalla, rakning=rakning)
        for ett, rakning, kalla in zip(tal, rakningar, kallor, strict=True)
    )


def konsandelar(antal: Konsantal | None, delar: tuple[Delar, Delar]) -> tuple[Cell, ...]:
    """Women and men in whole per cent that add to 100, and nothing in the sum's column (F35)."""
    procent = deltagare.konsfordelning(antal) or (None, None)
    bada = delar[0] | delar[1]
    par = zip(procent, delar, strict=True)
    return (*(procentcell(ett, Rakning(del_, bada)) for ett, del_ in par), None)


def procentcell(procent: int | None, rakning: Rakning, kalla: Kalla | None = None) -> Varde:
    """A share that has been made whole per cent already, so that the parts add to 100."""
    andel = None if procent is None else Decimal(procent) / 100
    return Varde(andel, "procent", kalla, rakning=rakning)


def okant_kon(*antalen: Konsantal | None) -> tuple[str, ...]:
    """A remark where some are of unknown sex, and women and men do not add to the sum."""
    return (OKANT_KON,) if any(antal and antal.okant for antal in antalen) else ()

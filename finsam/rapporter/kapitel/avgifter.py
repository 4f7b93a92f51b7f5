"""Member fees as the allocation and the populations give them (F7-F9)."""

from collections.abc import Sequence
from decimal import Decimal

from ekonomi.calculations.avgifter import KOMMUN, Avgifter
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde


def avgiftstabell(ar: Sequence[int], avgifter: Sequence[Avgifter | None], kalla: str) -> Tabell:
    """A row per payer and the sum, a column per year; `kalla` is the page of the allocations."""
    namn = dict.fromkeys(rad.namn for ett in avgifter if ett for rad in ett.rader)
    per_ar = [{rad.namn: rad.belopp for rad in ett.rader} if ett else {} for ett in avgifter]

    def cell(belopp: int | None, verksamhetsar: int) -> Cell:
        if belopp is None:
            return None
        return Varde(Decimal(belopp), "kr", Kalla(kalla, f"Tilldelning {verksamhetsar}"))

    rader = [
        Rad(ett, tuple(cell(belopp.get(ett), a) for a, belopp in zip(ar, per_ar, strict=True)))
        for ett in namn
    ]
    totalt = (cell(ett.total if ett else None, a) for a, ett in zip(ar, avgifter, strict=True))
    if rader:
        rader.append(Rad("Summa medlemsavgifter", tuple(totalt), "total", 0))
    har_kommun = any(r.part == KOMMUN for ett in avgifter if ett for r in ett.rader)
    return Tabell(
        id="medlemsavgifter",
        titel="Medlemsavgifter",
        enhet="kr",
        kolumner=tuple(str(a) for a in ar),
        rader=tuple(rader),
        etikettrubrik="Medlem",
        anmarkningar=("Kommunernas del fördelas efter folkmängden.",) if har_kommun else (),
    )

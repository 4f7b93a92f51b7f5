"""Outcome against budget to date per insats (F13)."""

from decimal import Decimal

from finsam.money import NOLL, summa
from finsam.periods import Period, dagen_efter
from finsam.rapporter.dokument import Cell, Rad, Tabell, Varde
from finsam.rapporter.uppfoljning.material import Insatspengar, Insatsuppgift, Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Namngivare, Post, grupperade, poster
from finsam.typografi import MANADER

SAKNAS = "Bokföringen för perioden är inte inläst: utfallet kan inte visas."


def budgettabell(material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """A row per insats with budget or outcome, each renewal a row of its own."""
    namngivare = Namngivare(alltid_agare=True)
    rader: list[Rad] = []
    pengarna: list[Insatspengar] = []
    fotnoter: list[str] = []
    for _, grupp in grupperade(poster(material, period)):
        for post in grupp:
            for insats in post.delar:
                pengar = material.pengar.get(insats.nr)
                if pengar and (pengar.budget or pengar.utfall):
                    pengarna.append(pengar)
                    not_ = _not(insats, post, period, fotnoter)
                    namn = namngivare.namn(insats)
                    rader.append(Rad(namn, _celler(pengar, not_), id=f"insats-{insats.nr}"))
    if pengarna:
        rader.append(Rad("Summa", _celler(_tillsammans(pengarna), None), "sum", 0, id="summa"))
    return Tabell(
        id="prognos-utfall-budget",
        titel="Prognos och utfall budget",
        enhet="tkr",
        kolumner=(
            f"Utfall {period.namn}",
            f"Budget {period.namn}",
            f"Förbrukningskvot {period.namn}",
            "Not",
        ),
        rader=tuple(rader),
        etikettrubrik="Insats",
        anmarkningar=(
            *(fotnoter if rader else ()),
            *((SAKNAS,) if any(p.utfall is None for p in pengarna) else ()),
        ),
    )


def _celler(pengar: Insatspengar, not_: str | None) -> tuple[Cell, ...]:
    return (
        Varde(pengar.utfall, "tkr", pengar.utfallskalla),
        Varde(pengar.budget, "tkr", pengar.budgetkalla),
        Varde(pengar.kvot, "procent", pengar.utfallskalla),
        not_,
    )


def _tillsammans(pengarna: list[Insatspengar]) -> Insatspengar:
    kanda = [p.utfall for p in pengarna if p.utfall is not None]
    budget = sum((p.budget or NOLL for p in pengarna), Decimal(0))
    return Insatspengar(summa(kanda) if len(kanda) == len(pengarna) else None, budget)


def _not(insats: Insatsuppgift, post: Post, period: Period, fotnoter: list[str]) -> str | None:
    """ "Avslutad", with a star where a renewal goes on in a row of its own."""
    if insats.slut not in period:
        return None
    if insats is post.insats:
        return "Avslutad"
    markor = "*" * (len(fotnoter) + 1)
    manad = f"{MANADER[post.slut.month - 1]} {post.slut.year}"
    fran = dagen_efter(insats.slut)
    fotnoter.append(
        f"{markor}{insats.kortnamn}, {insats.agare}, redovisas som två poster: insatsen är "
        f"förlängd från {fran} och fortsätter till {manad}."
    )
    return f"Avslutad{markor}"

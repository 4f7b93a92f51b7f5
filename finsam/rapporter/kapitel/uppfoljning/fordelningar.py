"""Who the participants are, and how long they stay: a chart each with its table (F37, F40)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices

from finsam.rapporter.diagram.andelar import Stapel, andelsstaplar, parstaplar
from finsam.rapporter.dokument import Cell, Diagram, Rad, Tabell, Undertryckt, Varde
from finsam.rapporter.kapitel.uppfoljning.celler import procentcell
from finsam.rapporter.kapitel.uppfoljning.deltagare import Deltagarrad, Deltagartal, manadsspann
from finsam.rapporter.tal import visat
from finsam.rapporter.uppfoljning.raknat import KON, KONEN
from uppfoljning.calculations import matt
from uppfoljning.calculations.deltagare import Fordelning, fordelning, snittid
from uppfoljning.calculations.smatal.rakning import Rakning
from uppfoljning.choices import Aldersintervall, Forsorjningsform, Forsorjningstid, Utbildning

# Shown where somebody is in it.
OKANDA = ("okand", "saknas")


@dataclass(frozen=True)
class Uppdelning:
    """A background measure, its categories in the order they are shown, and its chart's name."""

    id: str
    titel: str
    matt: str
    val: type[TextChoices]


UPPDELNINGAR = (
    Uppdelning("diagram-aldersintervall", "Åldersintervall", matt.ALDER, Aldersintervall),
    Uppdelning(
        "diagram-tid-offentlig-forsorjning",
        "Tid i offentlig försörjning",
        matt.FORSORJNINGSTID,
        Forsorjningstid,
    ),
    Uppdelning("diagram-utbildningsniva", "Utbildningsnivå", matt.UTBILDNING, Utbildning),
    Uppdelning(
        "diagram-forsorjning-fore",
        "Försörjning före insatsen",
        matt.FORSORJNINGSFORM,
        Forsorjningsform,
    ),
)


def fordelningsdiagram(tal: Deltagartal) -> tuple[Diagram, ...]:
    """A chart per measure that is reported: the share of those who came in in the period."""
    antal = tal.summa.raknat.antal
    return tuple(
        _andelsdiagram(_fordelningstabell(del_, delad, tal))
        for del_ in UPPDELNINGAR
        if (delad := fordelning(antal, del_.matt, del_.val.values))
    )


def _fordelningstabell(del_: Uppdelning, delad: Fordelning, tal: Deltagartal) -> Tabell:
    titel = f"{del_.titel}, inskrivna {manadsspann(tal.period)}"
    alla = tal.summa.raknat.delar(del_.matt, kategorier=del_.val.values)
    rader = []
    for rad in delad.rader:
        if rad.antal.summa or rad.kategori not in OKANDA:
            delar = tal.summa.raknat.delar(del_.matt, kategorier=(rad.kategori,))
            kalla = tal.kalla(tal.summa, del_.matt, rad.kategori)
            cell = procentcell(rad.procent, Rakning(delar, alla), kalla)
            rader.append(Rad(del_.val(rad.kategori).label, (cell,), id=rad.kategori))
    return Tabell(del_.id, titel, "procent", ("Andel",), tuple(rader), del_.titel)


def _andelsdiagram(tabell: Tabell) -> Diagram:
    """The table as bars; drawn again from one where cells are hidden, it names no largest."""
    storst = _storst(tabell, 0)
    slutsats = "Andelen i varje grupp."
    if storst:
        slutsats = f"Störst är gruppen ”{storst.etikett}” med {_skrivet(storst.varden[0])}."
    staplar = [_stapel(rad, 0) for rad in tabell.rader]
    svg = andelsstaplar(f"s-{tabell.id}", staplar, slutsats)
    return Diagram(tabell.id, tabell.titel, slutsats, svg, tabell, rita=_andelsdiagram)


def snittidsdiagram(tal: Deltagartal) -> tuple[Diagram, ...]:
    """Mean days in each insats of those who ended, women and men; none where nobody has ended."""
    rader = [_snittid(rad, tal) for rad in tal.rader if snittid(rad.raknat.antal).alla is not None]
    if not rader:
        return ()
    id_, titel = "diagram-snittid", f"Snittid i dagar för avslutade {manadsspann(tal.period)}"
    return (_tidsdiagram(Tabell(id_, titel, "antal", KONEN, tuple(rader), "Insats")),)


def _snittid(rad: Deltagarrad, tal: Deltagartal) -> Rad:
    tid = snittid(rad.raknat.antal)
    kallor = tal.kallor(rad, matt.DAGAR)
    celler = zip((tid.k, tid.m, tid.alla), KON, kallor, strict=True)
    return Rad(
        rad.namn,
        tuple(
            Varde(
                dagar,
                "antal",
                kalla,
                # Days are no persons; those they are shared by are.
                rakning=Rakning(frozenset(), rad.raknat.avslutade[kon]),
            )
            for dagar, kon, kalla in celler
        ),
        id=rad.id,
    )


def _tidsdiagram(tabell: Tabell) -> Diagram:
    langst = _storst(tabell, 2)
    slutsats = "Snittiden i varje insats."
    if langst:
        slutsats = f"Längst snittid har {langst.etikett} med {_skrivet(langst.varden[2])} dagar."
    par = [(_stapel(rad, 0), _stapel(rad, 1)) for rad in tabell.rader]
    svg = parstaplar(f"s-{tabell.id}", par, ("Kvinnor", "Män"), slutsats)
    return Diagram(tabell.id, tabell.titel, slutsats, svg, tabell, rita=_tidsdiagram)


def _storst(tabell: Tabell, kolumn: int) -> Rad | None:
    """The row with the largest figure; None where one is hidden, and may be larger."""
    celler = [rad.varden[kolumn] for rad in tabell.rader]
    if not celler or any(isinstance(cell, Undertryckt) for cell in celler):
        return None
    return max(tabell.rader, key=lambda rad: _tal(rad.varden[kolumn]))


def _stapel(rad: Rad, kolumn: int) -> Stapel:
    cell = rad.varden[kolumn]
    return Stapel(rad.etikett, _tal(cell), _skrivet(cell))


def _skrivet(cell: Cell) -> str:
    return visat(cell) if isinstance(cell, Varde | Undertryckt) else ""


def _tal(cell: Cell) -> Decimal:
    return Decimal(cell.tal or 0) if isinstance(cell, Varde) else Decimal(0)

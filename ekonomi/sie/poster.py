"""The content of a SIE file as plain values, one type per kind of record.

Amounts are whole öre (int), debit positive and credit negative, so that sums are exact. Dates are
dates, all codes are text as the source wrote them. `rad` is where in the file the record stood and
takes no part in comparisons.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

# ((1, "20"), (6, "P004")): dimension and object, in the order of the source.
Objektpar = tuple[tuple[int, str], ...]
# The same as SIE writes it, "1 20 6 P004": a text is quicker to keep, compare and look up.
Objektlista = str

TRANS, RTRANS, BTRANS = "trans", "rtrans", "btrans"

HUVUDETIKETTER = frozenset(
    {"FLAGGA", "PROGRAM", "FORMAT", "GEN", "SIETYP", "PROSA", "FTYP", "FNR"}
    | {"ORGNR", "BKOD", "ADRESS", "FNAMN", "TAXAR", "OMFATTN", "KPTYP", "VALUTA"}
)
KONTOETIKETTER = frozenset({"KONTO", "KTYP", "ENHET", "SRU"})
SALDOETIKETTER = frozenset({"IB", "UB", "RES"})
OBJEKTSALDOETIKETTER = frozenset({"OIB", "OUB"})
PERIODETIKETTER = frozenset({"PSALDO", "PBUDGET"})


@dataclass(frozen=True, slots=True)
class Huvudpost:
    """A record of the head, fields as text: #FNAMN, #PROGRAM, #KPTYP …"""

    etikett: str
    falt: tuple[str, ...]
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Arspost:
    """#RAR: a financial year; number 0 is the file's own, -1 the one before."""

    arsnr: int
    start: date
    slut: date
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Kontopost:
    """#KONTO name, #KTYP type, #ENHET unit or #SRU code of an account."""

    etikett: str
    konto: str
    varde: str
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Dimensionspost:
    """#DIM, or #UNDERDIM when it lies under another dimension."""

    nummer: int
    namn: str
    overordnad: int | None = None
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Objektpost:
    """#OBJEKT."""

    dimension: int
    kod: str
    namn: str
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Saldopost:
    """#IB #UB #RES (no objects, no period), #OIB #OUB (objects), #PSALDO #PBUDGET (both).

    period: "YYYYMM", empty where the label has none.
    """

    etikett: str
    arsnr: int
    konto: str
    belopp: int
    objekt: Objektlista = ""
    period: str = ""
    kvantitet: str = ""
    rad: int = field(default=0, compare=False)


class Transrad(NamedTuple):
    """#TRANS, #RTRANS (added afterwards, followed by its #TRANS twin) or #BTRANS (struck)."""

    slag: str
    konto: str
    objekt: Objektlista
    belopp: int
    datum: date | None = None
    text: str = ""
    kvantitet: str = ""
    signatur: str = ""


@dataclass(slots=True)
class Verifikation:
    """#VER with its rows; `radnummer` says where in the file each of them stood."""

    serie: str
    nummer: str
    datum: date
    text: str = ""
    registrerad: date | None = None
    signatur: str = ""
    rader: list[Transrad] = field(default_factory=list)
    rad: int = field(default=0, compare=False)
    radnummer: list[int] = field(default_factory=list, compare=False)

    @property
    def namn(self) -> str:
        return f"{self.serie}{self.nummer}"


@dataclass(frozen=True, slots=True)
class OkandPost:
    """A label that SIE does not define; the format says to pass it over."""

    etikett: str
    rad: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Kontrollsumma:
    """What the last #KSUMMA says, and what the records between the two really give."""

    angiven: int
    beraknad: int
    rad: int = field(default=0, compare=False)


Uppgift = Huvudpost | Arspost | Kontopost | Dimensionspost | Objektpost | Saldopost
Post = Uppgift | Verifikation | OkandPost | Kontrollsumma


@dataclass(slots=True)
class Siefil:
    """A whole file in memory: everything before the vouchers in the file's order, then they."""

    uppgifter: list[Uppgift] = field(default_factory=list)
    verifikationer: list[Verifikation] = field(default_factory=list)

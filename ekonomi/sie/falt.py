"""The fields of a SIE record: split and unquoted on the way in, quoted on the way out."""

import re
from datetime import date
from functools import lru_cache

from ekonomi.sie.poster import Objektlista, Objektpar

# In turn: a quoted string (a backslash hides the quote after it), a string that ends in a
# backslash and closes the record (seen in the wild), an object list, a word, a stray sign.
FALT = re.compile(
    r'"((?:[^"\\]|\\.)*)"|"(.*)"$|(\{(?:[^}"]|"(?:[^"\\]|\\.)*")*\})|([^ \t{}"][^ \t]*)|([^ \t])'
)
BELOPP = re.compile(r"([+-]?)(\d+)(?:\.(\d{0,2})0*)?")
STYRTECKEN = re.compile(r"[\x00-\x1f\x7f]+")
BART_ORD = re.compile(r"[\w.,:;/+&()%*@-]+")
# An odd number of backslashes before a quote or the end can not be told from a hidden quote.
FARLIGT_SNEDSTRECK = re.compile(r'(?<!\\)((?:\\\\)*)\\(?="|$)')
STORSTA_BELOPP = 10**14  # öre: the columns hold twelve digits of kronor


class FaltFel(ValueError):
    """A field that can not be read: the sentence, and what would be right."""

    def __init__(self, text: str, ratt: str = "") -> None:
        self.ratt = ratt
        super().__init__(text)


def falten(rad: str) -> list[str]:
    """The fields of one record, unquoted; an object list stays one field with its braces.

    Raises FaltFel for a quote or a brace without its other half.
    """
    ut = []
    for citat, slutcitat, lista, ord_, tecken in FALT.findall(rad.strip(" \t\r\n\x1a")):
        if tecken:
            raise FaltFel(f"Tecknet {tecken} saknar sin andra hälft.", 'Text skrivs inom "…".')
        ut.append(lista or utan_styrtecken(ord_ or slutcitat or citat.replace('\\"', '"')))
    return ut


def utan_styrtecken(text: str) -> str:
    """The text with control characters, which SIE forbids, as spaces."""
    return STYRTECKEN.sub(" ", text)


def ore(text: str) -> int:
    """Whole öre of an amount: "-12.5" is -1250. Raises FaltFel."""
    traff = BELOPP.fullmatch(text)
    if traff:
        tecken, kronor, decimaler = traff.groups()
        varde = int(kronor + ((decimaler or "") + "00")[:2])
        if varde < STORSTA_BELOPP:
            return -varde if tecken == "-" else varde
    raise FaltFel(
        f"Beloppet ”{text}” kan inte tolkas.",
        "Skriv till exempel 4682000.00, med punkt och utan mellanrum.",
    )


@lru_cache(maxsize=4096)
def dag(text: str) -> date:
    """A day written YYYYMMDD. Raises FaltFel."""
    if len(text) == 8 and text.isascii() and text.isdecimal():
        try:
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        except ValueError:
            pass
    raise FaltFel(f"Datumet ”{text}” kan inte tolkas.", "Skriv ÅÅÅÅMMDD, till exempel 20241231.")


@lru_cache(maxsize=65_536)
def objektlista(i_klamrar: str) -> Objektlista:
    """The list without its braces, each pair as SIE best writes it: "1 20 6 P004".

    Raises FaltFel for an odd number of fields and for a dimension that is no number.
    """
    delar = falten(i_klamrar[1:-1])
    try:
        if len(delar) % 2 == 0:
            return lista_av(tuple(zip(map(int, delar[::2]), delar[1::2], strict=True)))
    except ValueError:
        pass
    raise FaltFel(
        f"Objektlistan {i_klamrar} kan inte tolkas.",
        "Skriv dimension och objekt parvis: {1 20 6 P004}.",
    )


@lru_cache(maxsize=65_536)
def objektpar(lista: Objektlista) -> Objektpar:
    """The pairs of a list that `objektlista` has given."""
    delar = falten(lista)
    return tuple(zip(map(int, delar[::2]), delar[1::2], strict=True))


def citat(text: str) -> str:
    """The text in quotes, as one field."""
    sakert = FARLIGT_SNEDSTRECK.sub(r"\1/", utan_styrtecken(text))
    return '"' + sakert.replace('"', '\\"') + '"'


def kod(text: str) -> str:
    """The text as one field: bare where it can be, otherwise in quotes."""
    return text if BART_ORD.fullmatch(text) else citat(text)


def lista_av(par: Objektpar) -> Objektlista:
    """The pairs as one list."""
    return " ".join(f"{dimension} {kod(objekt)}" for dimension, objekt in par)


def belopp(varde: int) -> str:
    """Whole öre as SIE writes them: -1250 is "-12.50"."""
    return f"{'-' if varde < 0 else ''}{abs(varde) // 100}.{abs(varde) % 100:02d}"

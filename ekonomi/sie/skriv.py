"""Posts written as a SIE file: PC8, CRLF, quoted, with its checksum."""

from collections.abc import Iterable, Iterator

from ekonomi.sie.falt import belopp, citat, falten, kod
from ekonomi.sie.kontrollsumma import Summerare
from ekonomi.sie.poster import (
    OBJEKTSALDOETIKETTER,
    PERIODETIKETTER,
    Arspost,
    Dimensionspost,
    Huvudpost,
    Kontopost,
    Objektpost,
    Saldopost,
    Siefil,
    Transrad,
    Uppgift,
    Verifikation,
)

# What PC8 lacks and people write; other signs that it lacks become "?". They stand only in quotes.
ERSATTNINGAR = str.maketrans(
    {
        "§": "par.",
        "€": "EUR",
        "–": "-",
        "—": "-",
        "−": "-",
        "”": '\\"',
        "“": '\\"',
        "„": '\\"',
        "’": "'",
        "‘": "'",
        "…": "...",
        "×": "x",
        "\u202f": "\u00a0",
    }
)


def i_pc8(rad: str) -> str:
    """The written record with what PC8 lacks replaced; unchanged when it lacks nothing."""
    try:
        rad.encode("cp437")
    except UnicodeEncodeError:
        return rad.translate(ERSATTNINGAR).encode("cp437", "replace").decode("cp437")
    return rad


def uppgiftsrad(post: Uppgift) -> str:
    """The record of a post outside the vouchers, without line end."""
    match post:
        case Huvudpost(etikett, falt):
            return " ".join([f"#{etikett}", *map(_huvudfalt, falt)])
        case Arspost(arsnr, start, slut):
            return f"#RAR {arsnr} {start:%Y%m%d} {slut:%Y%m%d}"
        case Kontopost("KONTO", konto, namn):
            return f"#KONTO {kod(konto)} {citat(namn)}"
        case Kontopost(etikett, konto, varde):
            return f"#{etikett} {kod(konto)} {kod(varde)}"
        case Dimensionspost(nummer, namn, None):
            return f"#DIM {nummer} {citat(namn)}"
        case Dimensionspost(nummer, namn, overordnad):
            return f"#UNDERDIM {nummer} {citat(namn)} {overordnad}"
        case Objektpost(dimension, nummer, namn):
            return f"#OBJEKT {dimension} {kod(nummer)} {citat(namn)}"
        case Saldopost():
            return _saldorad(post)


def _huvudfalt(text: str) -> str:
    return text if text.isdecimal() or text == "PC8" else citat(text)


def _saldorad(post: Saldopost) -> str:
    med_period = post.etikett in PERIODETIKETTER
    med_objekt = med_period or post.etikett in OBJEKTSALDOETIKETTER
    falt = [
        f"#{post.etikett} {post.arsnr}",
        post.period if med_period else "",
        kod(post.konto),
        f"{{{post.objekt}}}" if med_objekt else "",
        belopp(post.belopp),
        kod(post.kvantitet) if post.kvantitet else "",
    ]
    return " ".join(filter(None, falt))


def verifikationsrader(ver: Verifikation) -> Iterator[str]:
    """The records of a voucher: #VER, its rows between braces."""
    huvud = [
        f"#VER {kod(ver.serie)} {kod(ver.nummer)} {ver.datum:%Y%m%d}",
        citat(ver.text),
        f"{ver.registrerad:%Y%m%d}" if ver.registrerad else '""',
        kod(ver.signatur),
    ]
    yield _utan_tomt_slut(huvud)
    yield "{"
    for rad in ver.rader:
        yield _transrad(rad)
    yield "}"


def _transrad(rad: Transrad) -> str:
    return _utan_tomt_slut(
        [
            f"   #{rad.slag.upper()} {kod(rad.konto)} {{{rad.objekt}}} {belopp(rad.belopp)}",
            f"{rad.datum:%Y%m%d}" if rad.datum else '""',
            citat(rad.text),
            kod(rad.kvantitet),
            kod(rad.signatur),
        ]
    )


def _utan_tomt_slut(falt: list[str]) -> str:
    """The fields in a row, the empty ones at the end left out."""
    while falt[-1] == '""':
        falt.pop()
    return " ".join(falt)


def skriv(uppgifter: Iterable[Uppgift], verifikationer: Iterable[Verifikation]) -> Iterator[bytes]:
    """The file piece by piece: what stands before the vouchers, the vouchers, the checksum.

    #FLAGGA is written first and #FORMAT as PC8, whatever the posts say of them.
    """
    yield b"#FLAGGA 0\r\n#KSUMMA\r\n"
    summerare = Summerare()
    for rad in _rader(uppgifter, verifikationer):
        rad = i_pc8(rad)
        if rad not in "{}":
            summerare.ta(falten(rad))
        yield rad.encode("cp437") + b"\r\n"
    yield f"#KSUMMA {summerare.varde}\r\n".encode("ascii")


def _rader(uppgifter: Iterable[Uppgift], verifikationer: Iterable[Verifikation]) -> Iterator[str]:
    for post in uppgifter:
        if isinstance(post, Huvudpost) and post.etikett == "FORMAT":
            yield "#FORMAT PC8"
        elif not (isinstance(post, Huvudpost) and post.etikett == "FLAGGA"):
            yield uppgiftsrad(post)
    for ver in verifikationer:
        yield from verifikationsrader(ver)


def skriv_fil(innehall: Siefil) -> bytes:
    """A whole file in memory."""
    return b"".join(skriv(innehall.uppgifter, innehall.verifikationer))

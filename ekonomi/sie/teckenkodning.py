"""Which characters the bytes of a ledger file stand for.

SIE demands PC8 (CP437), but files in UTF-8 and Windows-1252 are common. A file in UTF-8 is told by
its own rules; CP437 and Windows-1252 by which of them gives Swedish letters.
"""

import codecs
from collections.abc import Iterable
from io import BufferedIOBase
from typing import NamedTuple

BLOCK = 1 << 20
SVENSKA = "åäöÅÄÖéÉüÜ"
I_CP437 = SVENSKA.encode("cp437")
I_WINDOWS = SVENSKA.encode("cp1252")


class Teckenkodning(NamedTuple):
    """codec: Python's name; namn: the name people use."""

    codec: str
    namn: str

    @property
    def ar_pc8(self) -> bool:
        return self.codec == "cp437"


PC8 = Teckenkodning("cp437", "PC8")
UTF8 = Teckenkodning("utf-8-sig", "UTF-8")
UTF16 = Teckenkodning("utf-16", "UTF-16")
WINDOWS = Teckenkodning("cp1252", "Windows-1252")
LATIN1 = Teckenkodning("latin-1", "ISO 8859-1 (Latin-1)")


def kanna_igen(fil: BufferedIOBase) -> Teckenkodning:
    """How the file is to be read. Reads it in blocks from the start and rewinds it."""
    fil.seek(0)
    borjan = fil.read(4)
    fil.seek(0)
    if borjan.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF16
    kodning = _av_innehallet(iter(lambda: fil.read(BLOCK), b""))
    fil.seek(0)
    return UTF8 if borjan.startswith(codecs.BOM_UTF8) else kodning


def _av_innehallet(blocken: Iterable[bytes]) -> Teckenkodning:
    utf8 = codecs.getincrementaldecoder("utf-8")()
    ar_utf8, enbart_ascii = True, True
    i_cp437 = i_windows = styrtecken = 0
    for block in blocken:
        if block.isascii():
            continue
        enbart_ascii = False
        if ar_utf8:
            ar_utf8 = _tal_avkodning(utf8, block)
        if not ar_utf8:
            i_cp437 += sum(map(block.count, I_CP437))
            i_windows += sum(map(block.count, I_WINDOWS))
            styrtecken += any(tecken in block for tecken in range(0x80, 0xA0))
    if enbart_ascii:
        return PC8
    if ar_utf8:
        return UTF8
    if i_windows > i_cp437:
        return WINDOWS if styrtecken else LATIN1
    return PC8


def _tal_avkodning(avkodare: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        avkodare.decode(block)
    except UnicodeDecodeError:
        return False
    return True

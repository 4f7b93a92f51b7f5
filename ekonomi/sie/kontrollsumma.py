"""#KSUMMA: CRC-32 over what the records between its two halves say.

Polynomial EDB88320 with initial value and final inversion FFFFFFFF (the CRC of zlib), over the
CP437 bytes of each label, "#" included, and its fields, without the spaces, quotes and braces
around them.
"""

import zlib
from collections.abc import Iterable
from functools import lru_cache

from ekonomi.sie.falt import falten

STORSTA = 0xFFFFFFFF


@lru_cache(maxsize=65536)
def _utan_klamrar(lista: str) -> str:
    return "".join(falten(lista[1:-1]))


class Summerare:
    """The running sum of the records that are handed to it."""

    def __init__(self) -> None:
        self.varde = 0

    def ta(self, falt: Iterable[str]) -> None:
        """Add a record: its label and its fields as `falten` gives them."""
        text = "".join(_utan_klamrar(ett) if ett[:1] == "{" else ett for ett in falt)
        self.varde = zlib.crc32(text.encode("cp437", "replace"), self.varde)

"""What the reading of a ledger file came to, for the command, the import page and the folder."""

from dataclasses import dataclass, field
from enum import StrEnum

from ekonomi.models import Inlasning
from ekonomi.sie.fynd import Fynd


class Handling(StrEnum):
    """What a reading did to its year, or would do."""

    NYTT = "nytt"
    ERSATT = "ersatt"
    TILLAGT = "tillagt"
    OFORANDRAT = "oförändrat"
    VAGRAD = "vägrad"


@dataclass(slots=True)
class Sieutfall:
    """The outcome of one file. With any fault among `fynd` nothing was stored."""

    filnamn: str
    sha256: str
    handling: Handling = Handling.VAGRAD
    verksamhetsar: int | None = None
    teckenkodning: str = ""
    antal_verifikationer: int = 0
    antal_konteringar: int = 0
    fynd: list[Fynd] = field(default_factory=list)
    inlasning: Inlasning | None = None

    @property
    def fel(self) -> list[Fynd]:
        return [ett for ett in self.fynd if ett.ar_fel]

    @property
    def varningar(self) -> list[Fynd]:
        return [ett for ett in self.fynd if not ett.ar_fel]

"""The follow-up's part of the folder, in reading order."""

from finsam.mapp.delar import Mappdel
from uppfoljning.imports.deltagare import DELTAGARE
from uppfoljning.imports.enkater import (
    ENKATER,
    ENKATFRAGOR,
    ENKATOMGANGAR,
    ENKATSVAR,
    ENKATTEXTER,
)
from uppfoljning.imports.internkontroll import DELAR as INTERNKONTROLL
from uppfoljning.imports.mal import AKTIVITETER, RESULTATMAL, VERKSAMHETSMAL
from uppfoljning.imports.rapporter import KVARTALSRAPPORTER, MALUTFALL

DELAR: tuple[Mappdel, ...] = (
    *(KVARTALSRAPPORTER, MALUTFALL, DELTAGARE),
    *(VERKSAMHETSMAL, RESULTATMAL, AKTIVITETER),
    *(ENKATER, ENKATFRAGOR, ENKATOMGANGAR, ENKATSVAR, ENKATTEXTER),
    *INTERNKONTROLL,
)

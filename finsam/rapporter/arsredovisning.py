"""Årsredovisning: the year's report that the board signs (law 2003:1210, 24 §; LKBR 2018:597)."""

from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dispositioner.arsredovisning import DISPOSITION
from finsam.rapporter.ekonomirapport import Ekonomirapport

ARSREDOVISNING = Ekonomirapport(
    slag=Rapportslag.ARSREDOVISNING,
    disposition=DISPOSITION,
    delar=frozenset({""}),
    fel="En årsredovisning avser ett helt år, till exempel {ar}.",
)

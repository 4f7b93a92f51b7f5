"""Tertialrapport: the report of an association that tells of its year in three parts.

Its accounts are those of the year so far, its participants those of the tertial.
"""

from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dispositioner.tertialrapport import DISPOSITION
from finsam.rapporter.ekonomirapport import Ekonomirapport

TERTIALRAPPORT = Ekonomirapport(
    slag=Rapportslag.TERTIALRAPPORT,
    disposition=DISPOSITION,
    delar=frozenset({"T1", "T2", "T3"}),
    fel="En tertialrapport avser ett tertial, till exempel {ar}-T2.",
)

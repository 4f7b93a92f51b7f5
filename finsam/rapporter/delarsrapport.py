"""Delårsrapport: the half-year's report to the board and the auditors (RKR R17)."""

from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dispositioner.delarsrapport import DISPOSITION
from finsam.rapporter.ekonomirapport import Ekonomirapport

DELARSRAPPORT = Ekonomirapport(
    slag=Rapportslag.DELARSRAPPORT,
    disposition=DISPOSITION,
    delar=frozenset({"H1"}),
    fel="En delårsrapport avser årets första halvår, till exempel {ar}-H1.",
)

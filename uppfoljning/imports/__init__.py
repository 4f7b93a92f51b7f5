"""The follow-up's part of the folder, in reading order."""

from finsam.mapp.delar import Mappdel

DELAR: tuple[Mappdel, ...] = ()

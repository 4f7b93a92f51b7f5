"""The boardroom's part of the folder, in the order in which it is read."""

from styrelse.imports.moten import ARSARENDEN, DAGORDNINGSMALLAR, MOTEN
from styrelse.imports.uppdrag import REVISORER, UPPDRAG

DELAR = (UPPDRAG, REVISORER, DAGORDNINGSMALLAR, ARSARENDEN, MOTEN)

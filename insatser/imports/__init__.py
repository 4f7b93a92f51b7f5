"""The insatser's part of the folder, in reading order."""

from insatser.imports.insatser import INSATSBUDGET, INSATSER

DELAR = (INSATSER, INSATSBUDGET)

from finsam.models.anvandare import Anvandare
from finsam.models.bilaga import Bilaga
from finsam.models.forbund import Folkmangd, Forbund, Medlem
from finsam.models.sigill import Sigill
from finsam.models.statushandelse import Statushandelse
from finsam.models.tillganglighet import Tillganglighetsbrist

__all__ = [
    "Anvandare",
    "Bilaga",
    "Folkmangd",
    "Forbund",
    "Medlem",
    "Sigill",
    "Statushandelse",
    "Tillganglighetsbrist",
]

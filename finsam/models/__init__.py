from finsam.models.anvandare import Anvandare
from finsam.models.forbund import Folkmangd, Forbund, Medlem

__all__ = ["Anvandare", "Folkmangd", "Forbund", "Medlem"]

from finsam.models.anvandare import Anvandare
from finsam.models.forbund import Folkmangd, Forbund, Medlem
from finsam.models.sigill import Sigill
from finsam.models.tillganglighet import Tillganglighetsbrist

__all__ = ["Anvandare", "Folkmangd", "Forbund", "Medlem", "Sigill", "Tillganglighetsbrist"]

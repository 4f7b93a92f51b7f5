"""What has become of a meeting since its notice went out, in a sentence. Pure."""

from dataclasses import dataclass
from datetime import date

from finsam.typografi import datum_i_ord


@dataclass(frozen=True)
class Tillfalle:
    """When and where a meeting is held; hours as "09.00", `slut` and `plats` empty if not said."""

    datum: date
    start: str
    slut: str
    plats: str


def andring(da: Tillfalle, nu: Tillfalle, installt: bool) -> str:
    """ "Mötet är flyttat till 28 oktober 2021 klockan 09.00–12.00."; empty when nothing is."""
    if installt:
        return "Mötet är inställt."
    delar = []
    if (nu.datum, nu.start, nu.slut) != (da.datum, da.start, da.slut):
        tid = "–".join(ett for ett in (nu.start, nu.slut) if ett)
        delar.append(f"{datum_i_ord(nu.datum)} klockan {tid}")
    if nu.plats and nu.plats != da.plats:
        delar.append(nu.plats)
    return f"Mötet är flyttat till {', '.join(delar)}." if delar else ""

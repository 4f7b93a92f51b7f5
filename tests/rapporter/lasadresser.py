"""The addresses of the reading view; see tests/adress.py."""

from finsam.choices import Roll
from tests.adress import LASER, TJANSTEMAN, Adress, Argument

# An auditor reads all of it, and writes nothing in it.
ANTECKNAR = TJANSTEMAN | {Roll.LEDAMOT}


def las(**nycklar: str) -> Argument:
    """Pages of the papers that have been sent."""
    return lambda varld: {
        "pk": varld["utskickat_mote"],
        **{namn: varld[nyckel] for namn, nyckel in nycklar.items()},
    }


LASVYN = (
    Adress("rapporter:las", LASER, las()),
    Adress("rapporter:las_punkt", LASER, las(punkt="laspunkt")),
    Adress("rapporter:lasanteckning", ANTECKNAR, las(punkt="laspunkt"), kod=405),
    Adress("rapporter:lasanteckning_bilaga", ANTECKNAR, las(bilaga="laspdf"), kod=405),
    Adress("rapporter:lasplats", ANTECKNAR, las(), kod=405),
    Adress("rapporter:las_anteckningar", ANTECKNAR, las()),
    Adress("rapporter:las_offline", LASER, las()),
    Adress("rapporter:las_arbetare", LASER),
    Adress("rapporter:las_bilaga", LASER, las(bilaga="lasdokument")),
    Adress("rapporter:las_bilaga", LASER, las(bilaga="laspdf")),
    Adress("rapporter:las_pdf", LASER, las(bilaga="laspdf")),
    Adress("rapporter:las_sida", LASER, lambda varld: {**las(bilaga="laspdf")(varld), "sida": 1}),
)

"""Rules between the ledger and the register of insatser."""

from collections.abc import Iterator

from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning


def insats_utan_bokforing(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """An insats that ran without a single booking: something to know.

    The other way round, money on a projekt that is no insats, is a fault of coverage.
    """
    saldon = granskning.berakning.underlag.saldon.get(granskning.period.ar, ())
    bokforda = {rad.projekt for rad in saldon if rad.manad}
    for insats in granskning.material.register.insatser:
        if insats.projektkod not in bokforda:
            yield Kontrollutfall(
                f"insats:{insats.nr}",
                "Insatsen finns i bokföringen",
                True,
                None,
                None,
                insats.namn,
                f"Insatsen {insats.namn} har pågått under året utan någon bokföring.",
            )

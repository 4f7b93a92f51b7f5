"""A matter with an uploaded file and a frozen document, for the tests."""

from typing import Any

from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Kalla, Kontrollutfall, Rad, Rapport, Tabell, Varde
from finsam.rapporter.render.json_ import som_data
from styrelse.actions.arende import bifoga_dokument, bifoga_fil
from styrelse.models import Arende
from tests.styrelse.dagordningsexempel import skapa_arende
from tests.styrelse.pdfexempel import uppladdad


def rapport(belopp: int = -1_864_314, ok: bool = True, adress: str = "/ekonomi/") -> Rapport:
    """A report of one table with one figure, and one rule."""
    varde = Varde(belopp, "kr", Kalla(adress, "Konton"))
    tabell = Tabell("resultat", "Resultat", "kr", ("Utfall",), (Rad("Årets", (varde,), id="ar"),))
    return Rapport(
        slag="delarsrapport",
        titel="Delårsrapport 1 januari – 30 juni 2021",
        period=Period(2021, "H", 1),
        forbund="Provförbundet",
        avsnitt=(Avsnitt("resultat", "Resultat", 1, (tabell,)),),
        figurer={"arets_resultat": Varde(belopp, "kr")},
        kontroller=(Kontrollutfall("k1", "Balansen", ok, 1, 1, "Balansräkningen"),),
        publicering=5,
    )


def fryst_rapport(arende: Arende, **val: Any) -> Any:
    data, kalla = som_data(rapport(**val)), "delarsrapport 2021-H1"
    return bifoga_dokument(arende, data, "Delårsrapport", kalla, "rapport", None)


def skapa_arenden() -> dict[str, Any]:
    """A matter that nobody has been sent, and its annexes, for the table of addresses."""
    arende = skapa_arende("Delårsrapport", forslag="att godkänna rapporten")
    fil = bifoga_fil(arende, uppladdad(), None)
    return {"arende": arende.pk, "arendefil": fil.pk, "arendedokument": fryst_rapport(arende).pk}

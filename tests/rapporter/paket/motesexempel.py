"""A meeting in the database that is ready to be called: seats, matters, annexes of both kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from finsam.rapporter.paket import forrad
from finsam.rapporter.paket.selectors import att_skicka
from finsam.rapporter.render.json_ import som_data
from styrelse.actions.arende import bifoga_dokument, bifoga_fil
from styrelse.models import Arende, Arendebilaga, Mote, Person, Punkt
from tests.rapporter.exempel import RAPPORT
from tests.styrelse.dagordningsexempel import fast_punkt, punkt_om, skapa_arende
from tests.styrelse.exempelmoten import mote
from tests.styrelse.exempelsittning import forbundet
from tests.styrelse.pdfexempel import uppladdad


@dataclass(frozen=True)
class Kallat:
    """The meeting, its people by first name, and its matters with their annexes."""

    mote: Mote
    personer: dict[str, Person]
    rapporten: Arende
    bilagor: tuple[Arendebilaga, ...]
    punkter: tuple[Punkt, ...]


def redo(dagar: int = 20) -> Kallat:
    """A meeting `dagar` days from now with a report and a paper; two have addresses."""
    personer = forbundet()
    for namn in ("Anna", "Bo"):
        personer[namn].epost = f"{namn.lower()}@ek.example"
        personer[namn].save()
    motet = mote(timezone.localdate() + timedelta(days=dagar))
    fullt = {"arendet": "Rapporten är klar.", "undertecknare": "Gun Gren, förbundschef"}
    rapporten = skapa_arende("Delårsrapport", forslag="att godkänna rapporten.", **fullt)
    bilagor = (
        bifoga_dokument(rapporten, som_data(RAPPORT), "Rapporten", "prov 2024", "rapport", None),
        bifoga_fil(rapporten, uppladdad("karta.pdf", sidor=2), None, titel="Karta"),
    )
    punkter = (
        fast_punkt(motet, "forst", 1, "oppnande", rubrik="Mötets öppnande"),
        punkt_om(motet, 2, "Delårsrapport", arende=rapporten),
        fast_punkt(motet, "sist", 3, "avslutande", rubrik="Mötets avslutande"),
    )
    return Kallat(motet, personer, rapporten, bilagor, punkter)


def byggt(mote: Mote) -> forrad.Lage:
    """The pack that would be sent now, built."""
    lage = forrad.bygg_vidare(att_skicka(mote))
    assert lage.fil, lage.felet
    return lage


def genast(mapp: Path, rita: Callable[[str], Path]) -> Callable[..., str]:
    """An order that is drawn at once, in the place where the store looks for it."""
    from finsam.rapporter.render.avtryck import avtryck

    def bestall(html: str, igen: bool = True) -> str:
        nyckel = avtryck(html)
        fil = mapp / "pdf" / f"{nyckel}.pdf"
        if not fil.exists():
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_bytes(rita(html).read_bytes())
        return nyckel

    return bestall


def ny_fil(bilaga: Arendebilaga, innehall: bytes) -> None:
    """Writes over the annex's stored file, as somebody with the disk might."""
    Path(bilaga.fil.path).write_bytes(innehall)

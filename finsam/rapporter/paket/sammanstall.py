"""The parts of a pack put together to one PDF, written as a stream to a file.

Nothing of an annex is drawn anew: its pages are taken over with their forms, notes and links. The
same parts give the same bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pikepdf
from pikepdf import Array, Dictionary, Name

from finsam.rapporter.paket import lager
from finsam.rapporter.paket.bokmarken import Bokmarke, medforda, skriv
from finsam.rapporter.paket.delar import Del
from finsam.rapporter.paket.dokument import SCHEMA
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.oppna import Oppnade
from finsam.rapporter.paket.stampel import Stamplare


@dataclass(frozen=True)
class Uppgifter:
    """What the finished file says of itself; `identitet` (16 bytes) is of what it is made of."""

    titel: str
    forfattare: str
    datum: date
    identitet: bytes


@dataclass(frozen=True)
class Rubrik:
    """A bookmark of the pack: a part by its key, or a page of it (0 = its first)."""

    titel: str
    nyckel: str
    sida: int = 0
    under: tuple["Rubrik", ...] = ()


def sammanstall(
    delar: Sequence[Del],
    rubriker: Sequence[Rubrik],
    uppgifter: Uppgifter,
    mal: Path,
    oppnade: Oppnade,
) -> None:
    """Writes the pack to `mal`; its sources stay open with `oppnade`, which may hold them already.

    Raises Paketfel, which names the part, for what cannot be read.
    """
    with pikepdf.new() as ut:
        bygge = _Bygge(ut, oppnade)
        for del_ in delar:
            bygge.lagg_till(del_)
        bygge.led_om()
        bygge.stampla(delar)
        skriv(ut, [bygge.bokmarke(rubrik) for rubrik in rubriker])
        _presentera(ut, uppgifter)
        # A name of its own until it is whole: nobody finds half a pack, two can write at once.
        halvfardig = mal.with_name(f"{mal.name}.{uuid4().hex}")
        ut.trailer.ID = Array([pikepdf.String(uppgifter.identitet)] * 2)
        ut.save(halvfardig, static_id=True)
    halvfardig.replace(mal)


class _Bygge:
    """The pack while it grows: the open sources, and where each part begins."""

    def __init__(self, ut: pikepdf.Pdf, oppnade: Oppnade) -> None:
        self.ut, self.oppnade = ut, oppnade
        self.start: dict[str, int] = {}
        self.egna: dict[str, list[Bokmarke]] = {}
        self.sidor: list[pikepdf.Page] = []

    def lagg_till(self, del_: Del) -> None:
        kalla = self.oppnade.oppna(del_.kalla.fil, del_.titel)
        fran, antal = del_.kalla.fran, del_.kalla.sidor
        if fran + antal > len(kalla.pages):
            raise Paketfel(f"{del_.titel} har ändrats medan handlingarna sattes ihop. Försök igen.")
        self.start[del_.nyckel] = len(self.sidor)
        try:
            _tag_sidor(self.ut, kalla, fran, antal)
            nya = list(self.ut.pages[len(self.sidor) :])
            self.sidor += nya
            if not del_.egen:
                self.egna[del_.nyckel] = medforda(kalla, self._sidbyte(kalla, nya))
                lager.for_over(kalla, self.ut)
        # What a damaged file raises when its pages are taken is not to be foreseen.
        except Exception as fel:
            raise Paketfel(f"{del_.titel} kan inte läsas: filen är skadad.") from fel

    def _sidbyte(
        self, kalla: pikepdf.Pdf, nya: list[pikepdf.Page]
    ) -> Callable[[pikepdf.Object], pikepdf.Object | None]:
        byten = {gammal.obj.objgen: ny.obj for gammal, ny in zip(kalla.pages, nya, strict=True)}
        return lambda sida: byten.get(sida.objgen)

    def led_om(self) -> None:
        """The links between the pack's own parts, drawn as addresses, become places in the file."""
        for sida in self.sidor[: self._egna_sidor()]:
            for annotering in sida.obj.get("/Annots", ()):
                adress = str(annotering.get("/A", Dictionary()).get("/URI", ""))
                nyckel = adress.removeprefix(SCHEMA)
                if nyckel != adress and nyckel in self.start:
                    del annotering["/A"]
                    annotering.Dest = self._plats(self.start[nyckel])
                    annotering.Contents = pikepdf.String(f"Sida {self.start[nyckel] + 1}")

    def _egna_sidor(self) -> int:
        """Pages of the notice, which is the first part."""
        return next((nr for nr in list(self.start.values())[1:]), len(self.sidor))

    def stampla(self, delar: Sequence[Del]) -> None:
        """ "Sida 12 av 143" on every page, and the annex number where there is one."""
        stamplare, allt = Stamplare(self.ut), len(self.sidor)
        nr = 0
        for del_ in delar:
            for _ in range(del_.kalla.sidor):
                stamplare.stampla(self.sidor[nr], f"Sida {nr + 1} av {allt}", del_.markning)
                nr += 1

    def bokmarke(self, rubrik: Rubrik) -> Bokmarke:
        nr = self.start[rubrik.nyckel] + rubrik.sida
        under = [self.bokmarke(under) for under in rubrik.under]
        egna = self.egna.get(rubrik.nyckel, []) if not rubrik.under else []
        oppen = bool(rubrik.under)
        return Bokmarke(rubrik.titel, self._plats(nr), under + egna, oppen=oppen)

    def _plats(self, nr: int) -> Array:
        return Array([self.sidor[nr].obj, Name.Fit])


def _tag_sidor(ut: pikepdf.Pdf, kalla: pikepdf.Pdf, fran: int, antal: int) -> None:
    """The pages with their forms and named places, where the file has any: those take time."""
    rot = kalla.Root
    if "/AcroForm" in rot or "/Dests" in rot or "/Dests" in rot.get("/Names", Dictionary()):
        ut.add_pages_from(kalla, range(fran, fran + antal))
    else:
        ut.pages.extend(kalla.pages[fran : fran + antal])


def _presentera(ut: pikepdf.Pdf, uppgifter: Uppgifter) -> None:
    skapad = f"{uppgifter.datum:%Y%m%d}000000+00'00'"
    ut.docinfo["/Title"], ut.docinfo["/Author"] = uppgifter.titel, uppgifter.forfattare
    ut.docinfo["/CreationDate"] = ut.docinfo["/ModDate"] = f"D:{skapad}"
    ut.docinfo["/Producer"] = "Finsam"
    ut.Root.Lang = pikepdf.String("sv")
    ut.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with ut.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = uppgifter.titel
        meta["dc:creator"] = [uppgifter.forfattare]
        meta["dc:language"] = {"sv"}
        meta["xmp:CreateDate"] = f"{uppgifter.datum:%Y-%m-%d}"
        meta["xmp:ModifyDate"] = f"{uppgifter.datum:%Y-%m-%d}"

"""The parts of a pack put together to one PDF, written as a stream to a file.

Nothing of an annex is drawn anew: its pages are taken over with their forms, notes and links. The
same parts give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from uuid import uuid4

import pikepdf
from pikepdf import Array, Dictionary, Name

from finsam.rapporter.paket import lager
from finsam.rapporter.paket.bokmarken import Bokmarke, medforda, skriv
from finsam.rapporter.paket.delar import Del
from finsam.rapporter.paket.dokument import SCHEMA
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.oppna import Oppnad, Oppnade
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
        bygge.lagg_till(delar)
        bygge.led_om()
        bygge.stampla(delar)
        skriv(ut, [bygge.bokmarke(rubrik) for rubrik in rubriker])
        _presentera(ut, uppgifter)
        # A name of its own until it is whole: nobody finds half a pack, two can write at once.
        halvfardig = mal.with_name(f"{mal.name}.{uuid4().hex}")
        ut.trailer.ID = Array([pikepdf.String(uppgifter.identitet)] * 2)
        # The files' streams are as they came, and the stamps too short to be worth packing.
        ut.save(halvfardig, static_id=True, compress_streams=False)
    halvfardig.replace(mal)


class _Bygge:
    """The pack while it grows: the open sources, and where each part begins."""

    def __init__(self, ut: pikepdf.Pdf, oppnade: Oppnade) -> None:
        self.ut, self.oppnade = ut, oppnade
        self.start: dict[str, int] = {}
        self.egna: dict[str, list[Bokmarke]] = {}
        self.sidor: list[pikepdf.Page] = []

    def lagg_till(self, delar: Sequence[Del]) -> None:
        """Takes over every page, and then what the files say of them: to list pages takes time."""
        antal = 0
        for del_ in delar:
            self.start[del_.nyckel] = antal
            antal += del_.kalla.sidor
        for bara_sidor, i_rad in groupby(delar, lambda del_: self._oppnad(del_).bara_sidor):
            if bara_sidor:
                self._tag_sidor(i_rad)
            else:
                self._tag_med_namn(i_rad)
        self.sidor = list(self.ut.pages)
        for del_ in delar:
            if not del_.egen:
                with _stoppar([del_]):
                    self._tag_oversikt(del_)

    def _tag_sidor(self, delar: Iterable[Del]) -> None:
        """The pages of them all at one go: each go takes longer, the longer the pack has grown."""
        nu: list[Del] = []

        def sidor() -> Iterator[pikepdf.Page]:
            for del_ in delar:
                nu.append(del_)
                yield from self._gamla(del_)

        with _stoppar(nu):
            self.ut.pages.extend(sidor())

    def _tag_med_namn(self, delar: Iterable[Del]) -> None:
        for del_ in delar:
            antal = len(self._gamla(del_))
            with _stoppar([del_]):
                vilka = range(del_.kalla.fran, del_.kalla.fran + antal)
                self.ut.add_pages_from(self._oppnad(del_).pdf, vilka)

    def _oppnad(self, del_: Del) -> Oppnad:
        return self.oppnade.oppna(del_.kalla.fil, del_.titel)

    def _gamla(self, del_: Del) -> list[pikepdf.Page]:
        fran, antal = del_.kalla.fran, del_.kalla.sidor
        gamla = self._oppnad(del_).sidor[fran : fran + antal]
        if len(gamla) < antal:
            raise Paketfel(f"{del_.titel} har ändrats medan handlingarna sattes ihop. Försök igen.")
        return gamla

    def _tag_oversikt(self, del_: Del) -> None:
        start, kalla = self.start[del_.nyckel], self._oppnad(del_).pdf
        nya = self.sidor[start : start + del_.kalla.sidor]
        byten = {
            gammal.obj.objgen: ny.obj for gammal, ny in zip(self._gamla(del_), nya, strict=True)
        }
        self.egna[del_.nyckel] = medforda(kalla, lambda sida: byten.get(sida.objgen))
        lager.for_over(kalla, self.ut)

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


@contextmanager
def _stoppar(nu: list[Del]) -> Iterator[None]:
    """What a damaged file raises is not to be foreseen: whatever it is, the last part is named."""
    try:
        yield
    except Paketfel:
        raise
    except Exception as fel:
        raise Paketfel(f"{nu[-1].titel} kan inte läsas: filen är skadad.") from fel


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

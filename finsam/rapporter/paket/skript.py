"""Whether a PDF would run something when it is opened, turned or clicked in."""

from collections.abc import Iterable

import pikepdf

from finsam.rapporter.paket.uppslag import varde

PROGRAM = (pikepdf.Name.JavaScript, pikepdf.Name.Launch)


def bar_skript(pdf: pikepdf.Pdf, sidor: Iterable[pikepdf.Page]) -> bool:
    """Whether the file, or any of these pages of it, has a script or starts a program."""
    genomgang = _Genomgang()
    return any(genomgang.sidan_bar(sida.obj) for sida in sidor) or _startar(pdf.Root, genomgang)


def _startar(rot: pikepdf.Object, genomgang: "_Genomgang") -> bool:
    namn = rot.get("/Names", pikepdf.Dictionary())
    return "/JavaScript" in namn or genomgang.ar_program(rot.get("/OpenAction")) or "/AA" in rot


class _Genomgang:
    """Goes through every action of one file, each once however many lead to it.

    No number of them is too large: what is not looked at is what a script would hide behind.
    """

    def __init__(self) -> None:
        self.sedda: set[tuple[int, int]] = set()

    def sidan_bar(self, sida: pikepdf.Object) -> bool:
        if self._handelser_bar(varde(sida, "/AA")):
            return True
        annoteringar = varde(sida, "/Annots")
        return isinstance(annoteringar, pikepdf.Array) and any(
            map(self._annoteringen_bar, annoteringar.as_list())
        )

    def _annoteringen_bar(self, ett: pikepdf.Object) -> bool:
        """Asked of the form's field, too, that it is one of the places of."""
        while isinstance(ett, pikepdf.Dictionary):
            if self.ar_program(varde(ett, "/A")) or self._handelser_bar(varde(ett, "/AA")):
                return True
            ett = varde(ett, "/Parent")
            if self._sedd(ett):
                break
        return False

    def _handelser_bar(self, handelser: object) -> bool:
        if not isinstance(handelser, pikepdf.Dictionary):
            return False
        return any(self.ar_program(handling) for handling in handelser.as_dict().values())

    def ar_program(self, handling: object) -> bool:
        """Whether the action, or one of those that follow it, is a script or starts a program."""
        kvar = [handling]
        while kvar:
            ett = kvar.pop()
            if not isinstance(ett, pikepdf.Dictionary) or self._sedd(ett):
                continue
            if varde(ett, "/S") in PROGRAM or "/JS" in ett:
                return True
            nasta = varde(ett, "/Next")
            kvar += nasta.as_list() if isinstance(nasta, pikepdf.Array) else [nasta]
        return False

    def _sedd(self, ett: object) -> bool:
        """Whether it has been looked at before; what stands in its place only has not."""
        if not isinstance(ett, pikepdf.Object) or not ett.is_indirect:
            return False
        if ett.objgen in self.sedda:
            return True
        self.sedda.add(ett.objgen)
        return False

"""What the folder holds as it was once frozen: data in a .json, with the PDF of the same name.

Written once: what is there already must be the same, and no file changes it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.rapport import Filrapport
from finsam.models.bilaga import lagringsnamn
from finsam.permissions import Ratt
from finsam.signering import signera
from finsam.tabular.location import Filfel, Plats
from styrelse.models import Mote

OMGANG = "omgang"
MOTET_SAKNAS = "Mötet finns inte i moten.csv."
ENSAM = "Filen hör till {namn}, som saknas i mappen."
Filer = dict[str, Filkalla]


class Frystdel:
    """A part of the folder with a pair of files for each row; a subclass says which rows.

    `mapp` is the part's own folder, and its name.
    """

    mapp: str
    rubrik: str
    ratt: Ratt

    @property
    def namn(self) -> str:
        return self.mapp

    @property
    def filmonster(self) -> tuple[str, ...]:
        return (f"{self.mapp}/*.json", f"{self.mapp}/*.pdf")

    def rader(self) -> Iterator[tuple[str, dict[str, Any], FieldFile]]:
        """Name without ending, data and PDF of each, in an order that the keys do not decide."""
        raise NotImplementedError

    def las_en(self, rapport: Filrapport, data: Any, pdf: "Pdffil", tillfalle: Tillfalle) -> None:
        """Writes one, or counts it as unchanged. Raises Filfel, or ValidationError in Swedish."""
        raise NotImplementedError

    def exportera(self) -> Iterable[Utfil]:
        for namn, data, pdf in self.rader():
            text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
            yield Utfil(f"{self.mapp}/{namn}.json", text.encode())
            with pdf.open("rb") as fil:
                yield Utfil(f"{self.mapp}/{namn}.pdf", bytes(fil.read()))

    def mallar(self) -> Iterable[Utfil]:
        return ()

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        filer = {kalla.namn.lower(): kalla for kalla in kallor}
        ut = []
        for namn in sorted(filer):
            rapport = Filrapport(filer[namn].namn, self.rubrik)
            stam, _, andelse = namn.rpartition(".")
            if andelse == "pdf" and f"{stam}.json" in filer:
                continue
            try:
                self._las(rapport, filer, stam, tillfalle)
            except Filfel as fel:
                rapport.fel.append(fel.anmarkning)
            except ValidationError as fel:
                plats = Plats(rapport.fil)
                rapport.fel += [Filfel(plats, text).anmarkning for text in fel.messages]
            ut.append(rapport)
        return ut

    def _las(self, rapport: Filrapport, filer: Filer, stam: str, tillfalle: Tillfalle) -> None:
        plats = Plats(rapport.fil)
        if f"{stam}.json" not in filer:
            raise Filfel(plats, ENSAM.format(namn=f"{stam}.json"))
        try:
            data = json.loads(filer[f"{stam}.json"].innehall())
        except ValueError:
            data = None
        self.las_en(rapport, data, Pdffil(plats, f"{stam}.pdf", filer), tillfalle)


class Pdffil:
    """The PDF beside the data; `plats` is where faults of the pair are told."""

    def __init__(self, plats: Plats, namn: str, filer: Filer) -> None:
        self.plats, self.namn, self.filer = plats, namn, filer

    def innehall(self, sha256: str, fel: str) -> bytes:
        """Its bytes. Raises Filfel with the sentence, its {namn} filled in, for other ones."""
        pdf = self.filer[self.namn].innehall() if self.namn in self.filer else b""
        if hashlib.sha256(pdf).hexdigest() != sha256:
            raise Filfel(self.plats, fel.format(namn=self.namn))
        return pdf


def motet(plats: Plats, data: dict[str, Any]) -> Mote:
    """The meeting that the data names by organ, day, start and which of them. Raises Filfel."""
    nyckel = {falt: data[falt] for falt in ("organ", "datum", "start")}
    mote = Mote.objects.filter(**nyckel, omgang=data.get(OMGANG, 1)).first()
    if mote is None:
        raise Filfel(plats, MOTET_SAKNAS)
    return mote


def motesnyckel(mote: Mote) -> dict[str, Any]:
    """What `motet` reads."""
    return {
        "organ": mote.organ,
        "datum": mote.datum.isoformat(),
        "start": f"{mote.start:%H:%M}",
        **({OMGANG: mote.omgang} if mote.omgang > 1 else {}),
    }


def filstam(mote: Mote) -> str:
    """ "fs-2021-10-21-0900"; with "-omgang2" when one then was called off."""
    igen = f"-omgang{mote.omgang}" if mote.omgang > 1 else ""
    return f"{mote.organ}-{mote.datum}-{mote.start:%H%M}{igen}"


def spara_med_fil(rad: Any, pdf: bytes, anvandare: Any) -> None:
    """The row now, the file when the whole folder holds: a dry run leaves nothing behind.

    Raises ValidationError.
    """
    lager = rad.fil.storage
    plats = lager.get_available_name(lagringsnamn(rad, ""))
    rad.fil.name = plats
    spara(rad, anvandare)
    transaction.on_commit(lambda: lager.save(plats, ContentFile(pdf)))


def spara(rad: Any, anvandare: Any, utom: Sequence[str] = ()) -> None:
    """Stores a row read from data, `utom` unjudged. Raises ValidationError in Swedish."""
    rad.full_clean(exclude=utom)
    signera(rad, anvandare).save()

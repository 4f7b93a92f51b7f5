"""protokoll/: approved minutes in the folder, each as data and as the PDF that was signed.

Written once: what is there already must be the same, and no file changes it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.models.bilaga import lagringsnamn
from finsam.permissions import Ratt
from finsam.signering import signera
from finsam.tabular.location import Filfel, Plats
from styrelse.calculations.protokoll import las
from styrelse.models import Anslag, Mote, Protokoll

MAPP = "protokoll"
ANDRAS_INTE = "Protokollet är justerat och ändras inte."
INTE_JUSTERAT = "Mötet är inte justerat i moten.csv."
FEL_PDF = "Filen {namn} är inte den som justerades."
OLASLIG = "Filen är inget protokoll."


def _namn(mote: Mote) -> str:
    return f"{MAPP}/{mote.organ}-{mote.datum}-{mote.start:%H%M}"


def _data(rad: Protokoll) -> dict[str, Any]:
    """The minutes and their notice as JSON holds them."""
    anslag = getattr(rad, "anslag", None)
    return {
        "organ": rad.mote.organ,
        "datum": rad.mote.datum.isoformat(),
        "start": f"{rad.mote.start:%H:%M}",
        "justerat": rad.justerat.isoformat(),
        "sidor": rad.sidor,
        "sha256": rad.sha256,
        "innehall": rad.innehall,
        "anslag": {
            "anslaget": anslag.anslaget.isoformat(),
            "tas_ned": anslag.tas_ned.isoformat(),
            "plats": anslag.plats,
            "forvaras": anslag.forvaras,
        }
        if anslag
        else None,
    }


class Protokolldel:
    """Approved minutes. Read after the meetings that they are of."""

    namn = "protokoll"
    rubrik = "Justerade protokoll"
    filmonster = (f"{MAPP}/*.json", f"{MAPP}/*.pdf")
    ratt = Ratt.MOTE_ANDRA

    def exportera(self) -> Iterable[Utfil]:
        rader = Protokoll.objects.select_related("mote", "anslag")
        for rad in rader.order_by("mote__datum", "mote__organ", "mote__start"):
            text = json.dumps(_data(rad), ensure_ascii=False, indent=1, sort_keys=True)
            yield Utfil(f"{_namn(rad.mote)}.json", text.encode())
            with rad.fil.open("rb") as fil:
                yield Utfil(f"{_namn(rad.mote)}.pdf", bytes(fil.read()))

    def mallar(self) -> Iterable[Utfil]:
        return ()

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        filer = {kalla.namn.lower(): kalla for kalla in kallor}
        ut = []
        for namn in sorted(n for n in filer if n.endswith(".json")):
            rapport = Filrapport(filer[namn].namn, self.rubrik)
            try:
                self._las(rapport, filer, namn, tillfalle.anvandare)
            except Filfel as fel:
                rapport.fel.append(fel.anmarkning)
            ut.append(rapport)
        return ut

    def _las(
        self, rapport: Filrapport, filer: dict[str, Filkalla], namn: str, anvandare: Any
    ) -> None:
        plats = Plats(rapport.fil)
        data = _oppna(plats, filer[namn].innehall())
        mote = Mote.objects.filter(
            organ=data["organ"], datum=data["datum"], start=data["start"]
        ).first()
        if mote is None:
            raise Filfel(plats, "Mötet finns inte i moten.csv.")
        rad = Protokoll.objects.select_related("mote", "anslag").filter(mote=mote).first()
        if rad:
            if _data(rad) != data:
                raise Filfel(plats, ANDRAS_INTE)
            rapport.oforandrade += 1
            return
        if not mote.last:
            raise Filfel(plats, INTE_JUSTERAT)
        pdfnamn = f"{namn.removesuffix('.json')}.pdf"
        pdf = filer[pdfnamn].innehall() if pdfnamn in filer else b""
        if hashlib.sha256(pdf).hexdigest() != data["sha256"]:
            raise Filfel(plats, FEL_PDF.format(namn=pdfnamn))
        _spara(mote, data, pdf, anvandare)
        rapport.rader.append(Planrad(None, f"Protokoll {mote}", Handling.NY))


def _oppna(plats: Plats, innehall: bytes) -> dict[str, Any]:
    """What the file holds, judged whole before anything is stored. Raises Filfel."""
    try:
        data: dict[str, Any] = json.loads(innehall)
        las(data["innehall"])
        date.fromisoformat(data["datum"])
        date.fromisoformat(data["justerat"])
        time.fromisoformat(data["start"])
        for falt in ("organ", "sidor", "sha256", "anslag"):
            data[falt]
    except (ValueError, KeyError, TypeError) as fel:
        raise Filfel(plats, OLASLIG) from fel
    return data


def _spara(mote: Mote, data: dict[str, Any], pdf: bytes, anvandare: Any) -> None:
    """The rows now, the file when the whole folder holds: a dry run leaves nothing behind."""
    rad = Protokoll(
        mote=mote,
        justerat=date.fromisoformat(data["justerat"]),
        innehall=data["innehall"],
        sidor=data["sidor"],
        sha256=data["sha256"],
    )
    lager = Protokoll._meta.get_field("fil").storage  # type: ignore[union-attr]  # a file's field
    plats = lager.get_available_name(lagringsnamn(rad, ""))
    rad.fil.name = plats
    signera(rad, anvandare).save()
    if data["anslag"]:
        signera(Anslag(protokoll=rad, **data["anslag"]), anvandare).save()
    transaction.on_commit(lambda: lager.save(plats, ContentFile(pdf)))

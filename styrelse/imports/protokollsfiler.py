"""protokoll/: approved minutes in the folder, each as data and as the PDF that was signed."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from finsam.mapp.delar import Tillfalle
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.permissions import Ratt
from finsam.tabular.location import Filfel, Plats
from styrelse.calculations.protokoll import las
from styrelse.imports.frysta import (
    OMGANG,
    Frystdel,
    Pdffil,
    filstam,
    motesnyckel,
    motet,
    spara,
    spara_med_fil,
)
from styrelse.models import Anslag, Mote, Protokoll

ANDRAS_INTE = "Protokollet är justerat och ändras inte."
INTE_JUSTERAT = "Mötet är inte justerat i moten.csv."
FEL_PDF = "Filen {namn} är inte den som justerades."
OLASLIG = "Filen är inget protokoll."
ANSLAGET = ("anslaget", "tas_ned", "plats", "forvaras")
NYCKLAR = {"organ", "datum", "start", "justerat", "sidor", "sha256", "innehall", "anslag"}


def _data(rad: Protokoll) -> dict[str, Any]:
    """The minutes and their notice as JSON holds them."""
    anslag = getattr(rad, "anslag", None)
    return {
        **motesnyckel(rad.mote),
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


class Protokolldel(Frystdel):
    """Approved minutes. Read after the meetings that they are of."""

    mapp = "protokoll"
    rubrik = "Justerade protokoll"
    ratt = Ratt.MOTE_ANDRA

    def rader(self) -> Iterator[tuple[str, dict[str, Any], Any]]:
        rader = Protokoll.objects.select_related("mote", "anslag")
        for rad in rader.order_by("mote__datum", "mote__organ", "mote__start", "mote__omgang"):
            yield filstam(rad.mote), _data(rad), rad.fil

    def las_en(self, rapport: Filrapport, data: Any, pdf: Pdffil, tillfalle: Tillfalle) -> None:
        _granska(pdf.plats, data)
        mote = motet(pdf.plats, data)
        rad = Protokoll.objects.select_related("mote", "anslag").filter(mote=mote).first()
        if rad:
            if _data(rad) != data:
                raise Filfel(pdf.plats, ANDRAS_INTE)
            rapport.oforandrade += 1
            return
        if not mote.last:
            raise Filfel(pdf.plats, INTE_JUSTERAT)
        _spara(mote, data, pdf.innehall(data["sha256"], FEL_PDF), tillfalle.anvandare)
        rapport.rader.append(Planrad(None, f"Protokoll {mote}", Handling.NY))


def _granska(plats: Plats, data: Any) -> None:
    """Raises Filfel for what holds no minutes, judged whole before anything is stored."""
    try:
        if set(data) - {OMGANG} != NYCKLAR or set(data["anslag"] or ANSLAGET) != set(ANSLAGET):
            raise KeyError
        las(data["innehall"])
        date.fromisoformat(data["datum"])
        int(data.get(OMGANG, 1))
        date.fromisoformat(data["justerat"])
        time.fromisoformat(data["start"])
    except (ValueError, KeyError, TypeError, AttributeError) as fel:
        raise Filfel(plats, OLASLIG) from fel


def _spara(mote: Mote, data: dict[str, Any], pdf: bytes, anvandare: Any) -> None:
    rad = Protokoll(
        mote=mote,
        justerat=date.fromisoformat(data["justerat"]),
        innehall=data["innehall"],
        sidor=data["sidor"],
        sha256=data["sha256"],
    )
    spara_med_fil(rad, pdf, anvandare)
    if data["anslag"]:
        spara(Anslag(protokoll=rad, **data["anslag"]), anvandare)

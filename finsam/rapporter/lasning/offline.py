"""What a device fetches to read a meeting's papers without net: every page, picture and style."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from finsam.rapporter.lasning import sidbilder
from finsam.rapporter.lasning.sidor import bilageadress, punktadress
from styrelse.calculations.lasning import lasordning
from styrelse.models import Arendebilaga
from styrelse.selectors.lasning import Lasmaterial, uppladdade

STATISKA = (
    "favicon.svg",
    *(f"fonts/source-sans-3-{vikt}.woff2" for vikt in (400, 600)),
    *(
        f"css/{namn}.css"
        for namn in (
            *("tokens", "app", "formular", "komponenter"),
            *("rapport", "rapportsida", "protokoll", "las", "las-bilaga"),
        )
    ),
    *(f"js/las-{namn}.js" for namn in ("bladdra", "eget", "forstora", "innehall", "offline")),
)


def adresser(material: Lasmaterial, antecknar: bool) -> list[str]:
    """Everything that the pack is read with, in the order of reading; no address twice."""
    mote = material.mote.pk
    egna = [reverse("rapporter:las_anteckningar", args=[mote])] if antecknar else []
    statiska = [static(namn) for namn in STATISKA]
    sidor = [reverse("rapporter:las", args=[mote]), *egna, *_sidor(material)]
    return list(dict.fromkeys([*sidor, *statiska, *_bilder(material)]))


def till_och_med() -> date:
    """The last day that what is fetched now may be read without meeting the server again."""
    return timezone.localdate() + timedelta(days=settings.LASNING_UTAN_NAT_DAGAR)


def avtryck(material: Lasmaterial, adresserna: list[str]) -> str:
    """Another text as soon as there is more to fetch, or the pages say something else."""
    sagt = [material.version, material.andrat, *adresserna]
    return hashlib.sha256("\n".join(sagt).encode()).hexdigest()[:16]


def _sidor(material: Lasmaterial) -> Iterator[str]:
    mote = material.mote.pk
    for sida in lasordning(material.paket):
        yield bilageadress(mote, sida.bilaga) if sida.bilaga else punktadress(mote, sida.punkt)


def _bilder(material: Lasmaterial) -> Iterator[str]:
    nycklar = [b.rad.bilaga for punkt in material.paket.punkter for b in punkt.bilagor]
    rader = uppladdade(nycklar)
    for nyckel in nycklar:
        rad = rader.get(nyckel)
        for nr in range(1, _antal_sidor(rad) + 1 if rad else 1):
            # What cannot be drawn would keep the whole pack from ever being kept.
            if rad and sidbilder.gar_att_rita(rad.sha256, nr):
                yield reverse("rapporter:las_sida", args=[material.mote.pk, nyckel, nr])


def _antal_sidor(rad: Arendebilaga) -> int:
    if rad.sidor:
        return rad.sidor
    try:
        return len(sidbilder.sidor(Path(rad.fil.path), rad.sha256))
    except (sidbilder.GickInteAttLasa, sidbilder.Upptaget):
        return 0

"""Examining and storing an upload: at once when it is small, in a process of its own when not."""

import subprocess
import sys
import time
from typing import Any

from django.conf import settings

from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Inlasningsrapport
from finsam.mapp.uppladdning import Uppladdning

# What is read within a few seconds; a table file of this size has some ten thousand rows.
STORST_DIREKT = 1_000_000
VISADE_RADER = 200
PUSTRUM = 0.5


def starta(uppladdning: Uppladdning, anvandare: Any, spara: bool) -> None:
    """Examines (or stores) the upload now, or lets a process of its own do it.

    A process rather than a thread: it outlives the web worker that began it, and a long reading
    never holds one of the few workers.
    """
    uppladdning.satt(steg="sparas" if spara else "granskas", andel=0, text="")
    if uppladdning.storlek <= STORST_DIREKT:
        utfor(uppladdning, anvandare, spara)
        return
    kommando = [sys.executable, str(settings.BASE_DIR / "manage.py"), "arbeta_inlasning"]
    kommando += [uppladdning.token, str(anvandare.pk)] + (["--spara"] if spara else [])
    subprocess.Popen(kommando, start_new_session=True, stdin=subprocess.DEVNULL)


def utfor(uppladdning: Uppladdning, anvandare: Any, spara: bool) -> None:
    """Reads the upload and leaves the outcome in its state."""
    senast = 0.0

    def framsteg(fil: str, andel: float) -> None:
        nonlocal senast
        if time.monotonic() - senast >= PUSTRUM:
            senast = time.monotonic()
            uppladdning.satt(andel=round(100 * andel), text=fil)

    vantat = uppladdning.lage().get("avtryck") if spara else None
    try:
        rapport = las_in(
            uppladdning.filer, anvandare, torrkor=not spara, framsteg=framsteg, vantat=vantat
        )
    except BaseException:
        uppladdning.satt(steg="avbruten")
        raise
    klart = rapport.sparad
    uppladdning.satt(
        steg="klar" if klart else "granskad",
        andel=100,
        rapport=som_dict(rapport),
        avtryck=rapport.avtryck,
        andrat_under_tiden=spara and not klart,
    )
    if klart:
        uppladdning.kasta_filerna()
    elif spara:
        uppladdning.kunna_bekrafta_igen()


def som_dict(rapport: Inlasningsrapport) -> dict[str, Any]:
    """The outcome as the page shows it: counts, faults, and the first rows of each file."""
    return {
        "sparad": rapport.sparad,
        "nya": rapport.antal_nya,
        "andrade": rapport.antal_andrade,
        "oforandrade": rapport.antal_oforandrade,
        "fel": [
            {
                "fil": fel.plats.fil,
                "blad": fel.plats.blad,
                "rad": fel.plats.rad,
                "kolumn": fel.plats.kolumn,
                "text": fel.text,
            }
            for fel in rapport.alla_fel
        ],
        "filer": [
            {
                "fil": fil.fil,
                "rubrik": fil.rubrik,
                "nya": len(fil.nya),
                "andrade": len(fil.andrade),
                "oforandrade": fil.oforandrade,
                "kvar": fil.kvar,
                "antal_fel": len(fil.fel),
                "varningar": [str(varning) for varning in fil.varningar],
                "rader": [
                    {
                        "rad": rad.rad,
                        "vad": rad.vad,
                        "handling": rad.handling,
                        "andringar": [[a.kolumn, a.fore, a.efter] for a in rad.andringar],
                    }
                    for rad in (fil.andrade + fil.nya)[:VISADE_RADER]
                ],
            }
            for fil in rapport.filer
        ],
    }

"""The board's next meeting on the start page, with the way into its papers."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from finsam.nasta import Nasta
from finsam.permissions import Ratt, far
from finsam.rapporter.lasning.sidor import fortsatt
from finsam.typografi import dag_manad, klockslag_mellan, veckodag_i_ord
from styrelse.models import Mote
from styrelse.selectors.arshjul import kallelsedagar
from styrelse.selectors.lasning import laslage, lasmaterial
from styrelse.selectors.moten import nasta_moten


def nasta(user: Any, idag: date) -> list[Nasta]:
    """The next meeting of each organ that decides; nothing for who may not read of meetings."""
    if not far(user, Ratt.MOTE_LASA):
        return []
    return [_rad(mote, user, idag) for mote in nasta_moten(idag)]


def _rad(mote: Mote, user: Any, idag: date) -> Nasta:
    """With the place to read on from, or the day to expect the notice."""
    nar = f"{veckodag_i_ord(mote.datum)} {klockslag_mellan(mote.start, mote.slut)}"
    slag, titel = "Nästa möte", f"{mote.get_organ_display()} {nar}"
    adress, material = mote.get_absolute_url(), lasmaterial(mote.pk)
    if material is None:
        return Nasta(slag, titel, adress, "" if mote.utskickat else _vantan(mote, idag))
    antecknar = far(user, Ratt.LASANTECKNING)
    var = fortsatt(material, laslage(mote.pk, user).plats) if antecknar else None
    if var:
        return Nasta(slag, titel, adress, var.text, "Fortsätt där du var", var.adress)
    start = reverse("rapporter:las", args=[mote.pk])
    return Nasta(slag, titel, adress, lank="Läs handlingarna", lankadress=start)


def _vantan(mote: Mote, idag: date) -> str:
    dag = mote.datum - timedelta(days=kallelsedagar())
    if dag < idag:
        return "Kallelsen är inte skickad än."
    return f"Kallelsen kommer omkring {dag_manad(dag)}."

"""A pack that has been sent, made without drawing anything."""

import hashlib
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
from django.core.files.base import ContentFile

from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad, som_data
from styrelse.models import Arendebilaga, Mote, Motespaket, Mottagare, Paketbilaga, Person
from tests.styrelse.dagordningsexempel import bifoga, punkt_om
from tests.styrelse.exempelmoten import mote


def _pdf(sidor: int) -> bytes:
    ut = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(sidor):
            pdf.add_blank_page()
        pdf.save(ut, deterministic_id=True)
    return ut.getvalue()


def _innehall(motet: Mote, punkt: int, bilaga: Arendebilaga) -> dict[str, Any]:
    rad = Bilagerad(bilaga.pk, "1.1", bilaga.titel, bilaga.slag, bilaga.sha256, False, 2, 2)
    item = Punktrad(punkt, "1", "Budget", "arende", ("beslut",), bilagor=(rad,), forsta_sida=1)
    return som_data(
        Handlingar(
            motet.pk, 1, "Provförbundet", motet.organ, motet.datum, "09.00", "12.00", "Provstad",
            False, motet.datum, "", (item,),
        )
    )  # fmt: skip


def skapa_paket(dag: date = date(1999, 4, 15)) -> dict[str, Any]:
    """A meeting that has been called with one matter and one annex on pages 2-3; keys by kind."""
    motet = mote(dag, status="kallat", kallelsedatum=dag)
    punkt = punkt_om(motet, 1, "Budget", nummer=1)
    assert punkt.arende
    bilaga = bifoga(punkt.arende, "Underlag")
    fil = _pdf(3)
    paket = Motespaket(
        mote=motet, nummer=1, innehall=_innehall(motet, punkt.pk, bilaga), storlek=len(fil),
        sidor=3, sha256=hashlib.sha256(fil).hexdigest(),
    )  # fmt: skip
    paket.fil = ContentFile(fil, name="handlingar.pdf")
    paket.save()
    skickad = Paketbilaga.objects.create(
        paket=paket, bilaga=bilaga, nummer="1.1", forsta_sida=2, sidor=2, sha256=bilaga.sha256
    )
    person, _ = Person.objects.get_or_create(namn="Mottagande Person")
    Mottagare.objects.create(paket=paket, person=person, epost="m@prov.example")
    return {"kallatmote": motet.pk, "motespaket": paket.pk, "paketbilaga": skickad.pk}

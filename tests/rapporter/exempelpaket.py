"""A meeting's papers as they are sent, for tests: items, a generated annex, a PDF handed in."""

import hashlib
import io
from dataclasses import replace
from datetime import date, time
from typing import Any

import pikepdf
from django.core.files.base import ContentFile

from finsam.rapporter.render.json_ import som_data
from styrelse.calculations import handlingar as h
from styrelse.calculations import protokoll
from styrelse.calculations.protokollsskrivning import skriv
from styrelse.models import Arende, Arendebilaga, Mote, Motespaket, Paketbilaga, Punkt
from tests.rapporter.exempel import RAPPORT
from tests.styrelse.protokollsexempel import SITTNING

MARKDOWN = """Delårsrapporten visar ett **överskott** på 1 234 tkr.

## Bakgrund

- Färre deltagare än planerat
- Två insatser har startat
"""


def pdf(*sidor: str) -> bytes:
    """A PDF of A4 pages, each with its line of text."""
    fil = pikepdf.new()
    for text in sidor:
        sida = fil.add_blank_page(page_size=(595, 842))
        typsnitt = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        sida.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=fil.make_indirect(typsnitt)))
        rad = f"BT /F1 28 Tf 72 700 Td ({text}) Tj ET".encode("latin-1")
        sida.Contents = fil.make_stream(rad)
    ut = io.BytesIO()
    fil.save(ut)
    return ut.getvalue()


def uppladdad(arende: Arende, titel: str, *sidor: str) -> Arendebilaga:
    innehall = pdf(*sidor)
    return Arendebilaga.objects.create(
        arende=arende,
        ordning=arende.bilagor.count() + 1,
        titel=titel,
        slag="uppladdad",
        fil=ContentFile(innehall, name="underlag.pdf"),
        filnamn="underlag.pdf",
        sidor=len(sidor),
        sha256=hashlib.sha256(innehall).hexdigest(),
    )


def dokument(arende: Arende, titel: str) -> Arendebilaga:
    return Arendebilaga.objects.create(
        arende=arende,
        ordning=arende.bilagor.count() + 1,
        titel=titel,
        slag="rapport",
        innehall=som_data(RAPPORT),
        kalla="arsredovisning 2024",
        sha256=hashlib.sha256(titel.encode()).hexdigest(),
    )


def foregaende_protokoll(arende: Arende) -> Arendebilaga:
    """The previous meeting's minutes, as they attach themselves to the agenda."""
    return Arendebilaga.objects.create(
        arende=arende,
        ordning=arende.bilagor.count() + 1,
        titel="Protokoll Förbundsstyrelsen 2021-09-16",
        slag="protokoll",
        innehall=protokoll.som_data(skriv(SITTNING)),
        kalla="protokoll fs 2021-09-16",
        sha256=hashlib.sha256(b"protokoll").hexdigest(),
    )


def bilagerad(bilaga: Arendebilaga, nummer: str) -> h.Bilagerad:
    return h.Bilagerad(bilaga.pk, nummer, bilaga.titel, bilaga.slag, bilaga.sha256)


def punkt(mote: Mote, nummer: int, rubrik: str, slag: str = "formalia") -> h.Punktrad:
    """A fixed item without words, as a row of the pack."""
    rad = Punkt.objects.create(
        mote=mote, ordning=nummer, nummer=nummer, slag=slag, rubrik=rubrik, plats="forst"
    )
    return h.Punktrad(rad.pk, str(nummer), rubrik, slag)


def arendepunkt(mote: Mote, nummer: int, rubrik: str) -> h.Punktrad:
    """A matter to decide on, with the office's writing and two annexes."""
    arende = Arende.objects.create(rubrik=rubrik, till_beslut=True)
    rad = Punkt.objects.create(mote=mote, ordning=nummer, nummer=nummer, arende=arende)
    bilagor = (
        dokument(arende, f"Delårsrapport {nummer}"),
        uppladdad(arende, f"Underlag {nummer}", f"Sida ett {nummer}", "Sida tv\xe5", "Sida tre"),
    )
    return h.Punktrad(
        punkt=rad.pk,
        nummer=str(nummer),
        rubrik=rubrik,
        slag="arende",
        typer=("information", "beslut"),
        foredragande="Anna Andersson",
        forslag=("att godkänna delårsrapporten",),
        skrivelse=h.Skrivelse(
            nummer=str(nummer),
            forslag=("att godkänna delårsrapporten", "att lämna den till medlemmarna"),
            arendet=MARKDOWN,
            bedomning="Förbundet bedöms nå målen.",
            undertecknare="Anna Andersson, förbundschef",
            datum=date(2021, 10, 11),
        ),
        bilagor=tuple(bilagerad(b, f"{nummer}.{nr}") for nr, b in enumerate(bilagor, start=1)),
    )


def handlingar(mote: Mote, *punkter: h.Punktrad, utskick: int = 1) -> h.Handlingar:
    return h.Handlingar(
        mote=mote.pk,
        utskick=utskick,
        forbund="Samordningsförbundet Provlandet",
        organ=mote.organ,
        datum=mote.datum,
        start="09.00",
        slut="12.00",
        plats="Stadshuset",
        distans=False,
        kallelsedatum=date(2021, 10, 11),
        inledning="Välkommen till höstens möte.",
        punkter=punkter,
    )


def skicka(mote: Mote, *punkter: h.Punktrad, utskick: int = 1) -> Motespaket:
    """The items as a pack that has been sent."""
    innehall = h.som_data(handlingar(mote, *punkter, utskick=utskick))
    pack = pdf("Paketet")
    paket = Motespaket.objects.create(
        mote=mote,
        nummer=utskick,
        innehall=innehall,
        fil=ContentFile(pack, name="paket.pdf"),
        storlek=len(pack),
        sidor=1,
        sha256=hashlib.sha256(f"{mote.pk}-{utskick}".encode()).hexdigest(),
    )
    for bilaga in (bilaga for rad in punkter for bilaga in rad.bilagor):
        Paketbilaga.objects.create(
            paket=paket,
            bilaga_id=bilaga.bilaga,
            nummer=bilaga.nummer,
            forsta_sida=1,
            sidor=1,
            sha256=bilaga.sha256,
        )
    return paket


def utskickat_mote(arenden: int = 1, datum: date = date(2021, 10, 21)) -> Mote:
    """A meeting of the board whose papers have been sent: opening, the matters, closing."""
    mote = Mote.objects.create(
        organ="fs", datum=datum, start=time(9), slut=time(12), status="kallat"
    )
    sist = arenden + 2
    skicka(
        mote,
        punkt(mote, 1, "Mötets öppnande", "oppnande"),
        *(arendepunkt(mote, nr, f"Delårsrapport {nr}") for nr in range(2, sist)),
        punkt(mote, sist, "Mötets avslutande", "avslutande"),
    )
    return mote


def tillagg(mote: Mote) -> Motespaket:
    """A second pack: one annex more to the first matter, and an item of its own."""
    rad, arende = _forsta_arendet(mote)
    ny = uppladdad(arende, "Yttrande", "Yttrandets sida")
    sent = punkt(mote, 99, "Sent ärende")
    return skicka(
        mote,
        replace(rad, bilagor=(bilagerad(ny, f"{rad.nummer}.3"),)),
        replace(sent, tillagd=True),
        utskick=2,
    )


def skickat_protokoll(mote: Mote) -> Arendebilaga:
    """The previous minutes, sent in a second pack with the first matter."""
    rad, arende = _forsta_arendet(mote)
    bilaga = foregaende_protokoll(arende)
    skicka(mote, replace(rad, bilagor=(bilagerad(bilaga, f"{rad.nummer}.3"),)), utskick=2)
    return bilaga


def _forsta_arendet(mote: Mote) -> tuple[h.Punktrad, Arende]:
    forsta = mote.paket.get(nummer=1)
    rad = next(p for p in h.las(forsta.innehall).punkter if p.slag == "arende")
    arende = Punkt.objects.get(pk=rad.punkt).arende
    assert arende is not None
    return rad, arende


def skapa_laspaket() -> dict[str, Any]:
    """A meeting with papers, one of its items, and annexes of both kinds, for the addresses."""
    mote = utskickat_mote(datum=date(1999, 10, 21))
    arende = Punkt.objects.get(mote=mote, arende__isnull=False)
    dokumentet, filen = Arendebilaga.objects.filter(arende=arende.arende).order_by("ordning")
    return {
        "utskickat_mote": mote.pk,
        "laspunkt": arende.pk,
        "lasdokument": dokumentet.pk,
        "laspdf": filen.pk,
    }

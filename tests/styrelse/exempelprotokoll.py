"""Meetings with minutes, for the table of addresses: drafted, approved, and posted."""

import io
from datetime import date, time
from typing import Any

from pikepdf import Pdf

from styrelse.actions import protokoll as steg
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.choices import Justeringsroll
from styrelse.models import Arende, Atgard, Beslut, Justering, Mote, Narvaro, Person, Punkt


def rita(html: str) -> bytes:
    """An empty page, in place of the drawing."""
    pdf, ut = Pdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.save(ut)
    return ut.getvalue()


def hallet_mote(datum: date, **falt: Any) -> Mote:
    """A held meeting of the committee with one decision, and three who sign its minutes."""
    grund = {"organ": "au", "start": time(9), "oppnades": time(9), "avslutades": time(10)}
    mote = Mote.objects.create(**{**grund, "datum": datum, "status": "hallet", **falt})
    arende = Arende.objects.create(rubrik="Plan", till_beslut=True, forslag="att anta planen")
    punkt = Punkt.objects.create(mote=mote, ordning=1, arende=arende)
    ge_paragrafer(mote, None)
    Beslut.objects.create(
        punkt=punkt, utfall="bifall", forslag="att anta planen", text="att anta planen"
    )
    personer = [Person.objects.get_or_create(namn=f"Tecknare {nr}")[0] for nr in range(3)]
    for person in personer:
        Narvaro.objects.create(mote=mote, person=person, roll="tjansteperson")
    for roll, person in zip(Justeringsroll, personer, strict=True):
        Justering.objects.create(mote=mote, person=person, roll=roll)
    return mote


def justerat_mote(datum: date, **falt: Any) -> Mote:
    """The same, approved a week after the meeting."""
    mote = hallet_mote(datum, **falt)
    for rad in mote.justeringar.all():
        steg.underteckna(rad, date.fromordinal(datum.toordinal() + 7), None, rita)
    return Mote.objects.get(pk=mote.pk)


def skapa_protokoll() -> dict[str, Any]:
    """Keys by state, for the table of addresses."""
    utkast, justerat = hallet_mote(date(1997, 5, 6)), justerat_mote(date(1997, 4, 8))
    anslaget = justerat_mote(date(1997, 3, 4))
    steg.ansla(anslaget, date(1997, 3, 12), "Anslagstavlan", "Kansliet", None)
    beslut = Beslut.objects.get(punkt__mote=anslaget)
    atgard = Atgard.objects.create(beslut=beslut, vad="Skriv avtal", ansvarig="Kansliet")
    return {
        "beslut": beslut.pk,
        "atgard": atgard.pk,
        "protokollsutkast": utkast.pk,
        "utkastpunkt": utkast.punkter.get().pk,
        "underskrift": utkast.justeringar.first().pk,  # type: ignore[union-attr]  # just made
        "justeratmote": justerat.pk,
        "justeradpunkt": justerat.punkter.get().pk,
        "anslagetmote": anslaget.pk,
    }


def beslut(n: int) -> list[Beslut]:
    """Decisions of one held meeting each, for lists."""
    ut = []
    for nr in range(n):
        mote = Mote.objects.create(
            organ="fs", datum=date(2001 + nr, 5, 4), start=time(9), status="hallet"
        )
        arende = Arende.objects.create(rubrik=f"Ärende {nr:02}", till_beslut=True)
        punkt = Punkt.objects.create(mote=mote, ordning=1, arende=arende)
        ge_paragrafer(mote, None)
        ut.append(Beslut.objects.create(punkt=punkt, utfall="bifall", text=f"att anta {nr:02}"))
    return ut


def atgarder(n: int) -> list[Atgard]:
    """Something to be done because of each: late, open, and done by the § itself."""
    ut = []
    for nr, ett in enumerate(beslut(n)):
        dag = ett.punkt.mote.datum
        klar = {"klar": dag, "klar_genom": ett.punkt} if nr % 3 == 2 else {}
        ut.append(
            Atgard.objects.create(
                beslut=ett,
                vad=f"Gör {nr:02}",
                ansvarig=f"Handläggare {nr:02}",
                senast=dag if nr % 3 == 0 else None,
                **klar,
            )
        )
    return ut

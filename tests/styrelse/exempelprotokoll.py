"""Meetings with minutes, for the table of addresses: drafted, approved, and posted."""

import io
from datetime import date, time
from typing import Any

from pikepdf import Pdf

from styrelse.actions import protokoll as steg
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.choices import Justeringsroll
from styrelse.models import Arende, Beslut, Mote, Narvaro, Person, Punkt


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
    valda = {roll: [p] for roll, p in zip(Justeringsroll, personer, strict=True)}
    steg.valj_undertecknare(mote, valda, None)
    return mote


def justerat_mote(datum: date, **falt: Any) -> Mote:
    """The same, approved a week after the meeting."""
    mote = hallet_mote(datum, **falt)
    for rad in mote.justeringar.all():
        steg.underteckna(rad, date.fromordinal(datum.toordinal() + 7), None, rita)
    return Mote.objects.get(pk=mote.pk)


def skapa_protokoll() -> dict[str, Any]:
    """Keys by state, for the table of addresses."""
    utkast, justerat = hallet_mote(date(1999, 5, 4)), justerat_mote(date(1999, 4, 8))
    anslaget = justerat_mote(date(1999, 3, 4))
    steg.ansla(anslaget, date(1999, 3, 12), "Anslagstavlan", "Kansliet", None)
    return {
        "protokollsutkast": utkast.pk,
        "utkastpunkt": utkast.punkter.get().pk,
        "underskrift": utkast.justeringar.first().pk,  # type: ignore[union-attr]  # just made
        "justeratmote": justerat.pk,
        "justeradpunkt": justerat.punkter.get().pk,
        "anslagetmote": anslaget.pk,
    }

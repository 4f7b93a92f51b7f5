"""Meetings with minutes, for the table of addresses: drafted, approved, and posted."""

import io
from dataclasses import replace
from datetime import date, time
from typing import Any

from pikepdf import Pdf

from styrelse.actions import protokoll as steg
from styrelse.actions.omedelbart import ansla as ansla_paragrafer
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.calculations.frysning import avtryck
from styrelse.calculations.protokoll import Underskrift, som_data
from styrelse.calculations.protokollsskrivning import skriv_paragrafen
from styrelse.choices import Justeringsroll
from styrelse.models import (
    Arende,
    Atgard,
    Beslut,
    Justering,
    Mote,
    Narvaro,
    Omedelbarjustering,
    Paragrafunderskrift,
    Person,
    Punkt,
)
from styrelse.selectors.protokollsunderlag import underlaget


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
        **skapa_omedelbart(),
    }


def omedelbart_justerad(datum: date, justerat: date) -> Omedelbarjustering:
    """The § of a held meeting, approved at once, and one who has signed it."""
    mote = hallet_mote(datum)
    ett = mote.punkter.get()
    protokollet = skriv_paragrafen(underlaget(mote), ett.paragraf.nummer)
    tecknare = Underskrift("Tecknare 0", "Ordförande", justerat)
    paragraf = replace(protokollet.paragrafer[0], omedelbart=True, underskrifter=(tecknare,))
    innehall = som_data(replace(protokollet, paragrafer=(paragraf,)))
    summa = avtryck(innehall)
    Paragrafunderskrift.objects.create(
        punkt=ett,
        person=Person.objects.get(namn="Tecknare 0"),
        roll="ordforande",
        dag=justerat,
        # As the product keeps it: of the § alone, before anybody had signed.
        avtryck=avtryck(som_data(protokollet)["paragrafer"]),
    )
    rad = Omedelbarjustering(punkt=ett, justerat=justerat, innehall=innehall, sha256=summa)
    rad.full_clean(exclude=["registrerat_av"])
    rad.save()
    return rad


def skapa_omedelbart() -> dict[str, Any]:
    """One § that waits for its notice and one that has it, for the table of addresses."""
    vantar = omedelbart_justerad(date(1997, 2, 4), date(1997, 2, 5))
    ett = omedelbart_justerad(date(1997, 2, 11), date(1997, 2, 11))
    (anslag,) = ansla_paragrafer(
        ett.punkt.mote, [ett], date(1997, 2, 12), "Anslagstavlan", "Kansliet", None
    )
    return {
        "omedelbarpunkt": vantar.punkt_id,
        "omedelbartmote": vantar.punkt.mote_id,
        "paragrafanslag": anslag.pk,
        "paragrafunderskrift": vantar.punkt.underskrifter.get().pk,
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

"""motespaket/: what has been sent to meetings, each pack as data and as the PDF that went out.

In the database a pack names its meeting, items and annexes by key. In the folder they go by the
names that its other files give them, and in a new database by the keys they have there: these
alone differ from what was sent. The hash is of the PDF, which is the same. Who sent it is a user
of this system and stays in it; so do the readers' own notes.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from finsam.mapp.delar import Tillfalle
from finsam.mapp.rapport import Filrapport, Handling, Planrad
from finsam.permissions import Ratt
from finsam.tabular.location import Filfel, Plats
from styrelse.calculations.handlingar import las
from styrelse.choices import Motesstatus
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
from styrelse.imports.paketnycklar import Okand, Paketnycklar
from styrelse.models import Mote, Motespaket, Mottagare, Paketbilaga, Person

ANDRAS_INTE = "Handlingarna är skickade och ändras inte."
SKICKAS_INTE = "Mötets handlingar är skickade: lägg till fler på dess sida."
INTE_KALLAT = "Mötet är inte kallat i moten.csv."
FEL_PDF = "Filen {namn} är inte den som skickades."
OLASLIG = "Filen är inga skickade handlingar."
OKAND_PERSON = "Mottagaren ”{namn}” finns inte i personer.csv."
BILAGEFALT = ("nummer", "forsta_sida", "sidor", "sha256")
NYCKLAR = {
    *("organ", "datum", "start", "utskick", "skickat", "storlek", "sidor", "sha256"),
    *("innehall", "bilagor", "mottagare"),
}


def _data(rad: Motespaket) -> dict[str, Any]:
    """The pack as JSON holds it, with what it points at by name."""
    nycklar = Paketnycklar(rad.mote)
    return {
        **motesnyckel(rad.mote),
        "utskick": rad.nummer,
        "skickat": rad.skickat_at.isoformat(),
        "storlek": rad.storlek,
        "sidor": rad.sidor,
        "sha256": rad.sha256,
        "innehall": nycklar.som_namn(rad.innehall),
        "bilagor": [
            {
                "bilaga": nycklar.bilagans_namn(ett.bilaga_id),
                "nummer": ett.nummer,
                "forsta_sida": ett.forsta_sida,
                "sidor": ett.sidor,
                "sha256": ett.sha256,
            }
            for ett in rad.bilagor.order_by("forsta_sida", "nummer", "sha256")
        ],
        "mottagare": [
            {
                "namn": ett.person.namn,
                "epost": ett.epost,
                "skickat": ett.skickat_at.isoformat() if ett.skickat_at else None,
                "fel": ett.fel,
            }
            for ett in rad.mottagare.select_related("person").order_by("person__namn")
        ],
    }


class Paketdel(Frystdel):
    """Packs that have been sent. Read last, when their items and annexes are there."""

    mapp = "motespaket"
    rubrik = "Skickade möteshandlingar"
    ratt = Ratt.KALLELSE_SKICKA

    def rader(self) -> Iterator[tuple[str, dict[str, Any], Any]]:
        rader = Motespaket.objects.select_related("mote")
        for rad in rader.order_by(
            "mote__datum", "mote__organ", "mote__start", "mote__omgang", "nummer"
        ):
            yield f"{filstam(rad.mote)}-{rad.nummer}", _data(rad), rad.fil

    def las_en(self, rapport: Filrapport, data: Any, pdf: Pdffil, tillfalle: Tillfalle) -> None:
        _granska(pdf.plats, data)
        mote = motet(pdf.plats, data)
        rad = Motespaket.objects.filter(mote=mote, nummer=data["utskick"]).first()
        if rad:
            if _data(rad) != data:
                raise Filfel(pdf.plats, ANDRAS_INTE)
            rapport.oforandrade += 1
            return
        if hinder := _hinder(mote, tillfalle):
            raise Filfel(pdf.plats, hinder)
        innehall = pdf.innehall(data["sha256"], FEL_PDF)
        try:
            nytt = _spara(mote, data, innehall, tillfalle)
        except Okand as okand:
            raise Filfel(pdf.plats, str(okand)) from okand
        rapport.rader.append(Planrad(None, str(nytt), Handling.NY))


def _hinder(mote: Mote, tillfalle: Tillfalle) -> str:
    """Why no file adds a pack: the meeting is not called, or has packs that were sent here."""
    if mote.status == Motesstatus.PLANERAT:
        return INTE_KALLAT
    inlasta = {nyckel for modell, nyckel, _ in tillfalle.oppnade if modell is Motespaket}
    return SKICKAS_INTE * mote.paket.exclude(pk__in=inlasta).exists()


def _granska(plats: Plats, data: Any) -> None:
    """Raises Filfel for what is no pack, judged whole before anything is stored."""
    try:
        if set(data) - {OMGANG} != NYCKLAR:
            raise KeyError
        las(data["innehall"])
        date.fromisoformat(data["datum"])
        int(data.get(OMGANG, 1))
        time.fromisoformat(data["start"])
        _stund(data["skickat"])
        int(data["utskick"])
        for ett in data["mottagare"]:
            if set(ett) != {"namn", "epost", "skickat", "fel"}:
                raise KeyError
            _mojlig_stund(ett["skickat"])
        for ett in data["bilagor"]:
            if set(ett) != {"bilaga", *BILAGEFALT} or set(ett["bilaga"]) != {"arende", "sha256"}:
                raise KeyError
    except (ValueError, KeyError, TypeError, AttributeError) as fel:
        raise Filfel(plats, OLASLIG) from fel


def _stund(text: str) -> datetime:
    """The moment that the text names, with its zone. Raises ValueError."""
    stund = datetime.fromisoformat(text)
    if stund.tzinfo is None:
        raise ValueError(text)
    return stund


def _mojlig_stund(text: str | None) -> datetime | None:
    return None if text is None else _stund(text)


def _spara(mote: Mote, data: dict[str, Any], pdf: bytes, tillfalle: Tillfalle) -> Motespaket:
    """Raises Okand for what the rest of the folder does not hold, or ValidationError."""
    nycklar, anvandare = Paketnycklar(mote), tillfalle.anvandare
    paket = Motespaket(
        mote=mote,
        nummer=data["utskick"],
        skickat_at=_stund(data["skickat"]),
        innehall=nycklar.som_nycklar(data["innehall"]),
        storlek=data["storlek"],
        sidor=data["sidor"],
        sha256=data["sha256"],
    )
    spara_med_fil(paket, pdf, anvandare)
    tillfalle.oppnade.add((Motespaket, paket.pk, None))
    for ett in data["bilagor"]:
        bilaga = nycklar.bilaga(ett["bilaga"])
        falt = {namn: ett[namn] for namn in BILAGEFALT}
        # An annex that belongs to its matter's writing may have no number of its own.
        utom = [] if falt["nummer"] else ["nummer"]
        spara(Paketbilaga(paket=paket, bilaga_id=bilaga, **falt), anvandare, utom)
    for ett in data["mottagare"]:
        person = Person.objects.filter(namn=ett["namn"]).first()
        if person is None:
            raise Okand(OKAND_PERSON.format(namn=ett["namn"]))
        falt = {
            "epost": ett["epost"],
            "fel": ett["fel"],
            "skickat_at": _mojlig_stund(ett["skickat"]),
        }
        spara(Mottagare(paket=paket, person=person, **falt), anvandare)
    return paket

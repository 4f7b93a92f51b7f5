"""Meetings with an agenda, for the tests."""

from datetime import date
from typing import Any

from finsam.models import Forbund
from styrelse.models import (
    Arende,
    Arendebilaga,
    Delegationsbeslut,
    Mote,
    Motespaket,
    Paketbilaga,
    Person,
    Punkt,
)
from tests.styrelse.exempelmoten import mote as ett_mote


def skapa_forbund(**varden: Any) -> Forbund:
    return Forbund.objects.create(**{"namn": "Provförbundet", **varden})


def skapa_mote(datum: date = date(2026, 3, 19), organ: str = "fs", **varden: Any) -> Mote:
    return ett_mote(datum, organ, **varden)


def skapa_arende(rubrik: str, **varden: Any) -> Arende:
    return Arende.objects.create(**{"rubrik": rubrik, "till_beslut": True, **varden})


def punkt_om(mote: Mote, ordning: int, rubrik: str, **varden: Any) -> Punkt:
    """A matter on the meeting's agenda."""
    arende = varden.pop("arende", None) or skapa_arende(rubrik)
    return Punkt.objects.create(mote=mote, ordning=ordning, arende=arende, **varden)


def fast_punkt(mote: Mote, plats: str, ordning: int, slag: str, **varden: Any) -> Punkt:
    rubrik = varden.pop("rubrik", slag.capitalize())
    return Punkt.objects.create(
        mote=mote, plats=plats, ordning=ordning, slag=slag, rubrik=rubrik, **varden
    )


def bifoga(arende: Arende, titel: str, **varden: Any) -> Arendebilaga:
    """A frozen document as annex; its contents are its title."""
    grund = {"ordning": arende.bilagor.count() + 1, "slag": "rapport", "innehall": {"t": titel}}
    sha256 = titel.encode().hex().ljust(64, "0")[:64]
    return Arendebilaga.objects.create(
        **{**grund, "arende": arende, "titel": titel, "sha256": sha256, **varden}
    )


def skicka(
    mote: Mote,
    nummer: dict[Punkt, int],
    bilagor: dict[Arendebilaga, str],
    innehall: dict[str, Any] | None = None,
) -> Motespaket:
    """The notice as it is kept once it has been sent, without its PDF."""
    antal = mote.paket.count() + 1
    grund = {
        "innehall": innehall or {},
        "fil": "x.pdf",
        "storlek": 1,
        "sidor": 1,
        "sha256": "0" * 64,
    }
    paket = Motespaket.objects.create(mote=mote, nummer=antal, **grund)
    for bilaga, nr in bilagor.items():
        Paketbilaga.objects.create(
            paket=paket, bilaga=bilaga, nummer=nr, forsta_sida=1, sidor=1, sha256=bilaga.sha256
        )
    for punkt, nr in nummer.items():
        punkt.nummer = nr
        punkt.save()
    mote.status = "kallat"
    mote.save()
    return paket


def skapa_dagordning() -> dict[str, Any]:
    """An agenda with a fixed item, for the table of addresses."""
    oppning = Punkt(
        mote=ett_mote(date(1999, 8, 19)),
        plats="forst",
        ordning=1,
        slag="oppnande",
        rubrik="Öppning",
    )
    # No row of the log leads to it.
    oppning.skip_history_when_saving = True
    oppning.save()
    beslut = Delegationsbeslut.objects.create(
        verksamhetsar=1999,
        lopnummer=1,
        datum=date(1999, 5, 4),
        rubrik="Inköp",
        beslut="att köpa en dator",
        delegat=Person.objects.order_by("pk")[0],
        stod="3.2",
    )
    return {"fast_punkt": oppning.pk, "eget_delegationsbeslut": beslut.pk}

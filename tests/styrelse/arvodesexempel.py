"""A held meeting with those who are paid for it, that tests share."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from django.utils import timezone

from finsam.models import Anvandare, Medlem
from styrelse.models import (
    Arvodeskorning,
    Arvodesreglemente,
    Ersattningskrav,
    Mote,
    Narvaro,
    Person,
    Uppdrag,
)
from tests.styrelse.exempelmoten import mote

SATSER: tuple[dict[str, Any], ...] = (
    {"slag": "arsarvode", "organ": "fs", "roll": "ordforande", "belopp": 36_500},
    {"slag": "sammantrade", "belopp": 1000},
    {"slag": "resa", "belopp": Decimal("2.50")},
)


def reglemente(
    fran: date = date(2020, 1, 1), satser: tuple[dict[str, Any], ...] = SATSER
) -> Arvodesreglemente:
    """A set of rates from the day."""
    nytt = Arvodesreglemente.objects.create(galler_fran=fran)
    for sats in satser:
        nytt.satser.create(**sats)
    return nytt


def sitter(namn: str, roll: str = "ledamot", medlem: Medlem | None = None, **falt: Any) -> Uppdrag:
    """An office from 2023 on, of a member of its own where none is given."""
    medlem = medlem or Medlem.objects.create(namn=f"M {namn}", kortnamn=namn, typ="kommun")
    person = Person.objects.get_or_create(namn=namn)[0]
    grund = {"person": person, "medlem": medlem, "roll": roll, "fran": date(2023, 4, 1)}
    return Uppdrag.objects.create(**{**grund, **falt})


def hallet(datum: date, *uppdrag: Uppdrag, organ: str = "fs", **falt: Any) -> Mote:
    """A meeting that was held from 9 to 12, where those took part."""
    tider = {"oppnades": time(9), "avslutades": time(12)}
    ett = mote(datum, organ, **{"status": "hallet", **tider, **falt})
    for en in uppdrag:
        roll = "ersattare" if en.roll == "ersattare" else "ledamot"
        Narvaro.objects.create(mote=ett, person=en.person, uppdrag=en, roll=roll)
    return ett


def krav(ett: Mote, uppdrag: Uppdrag, slag: str = "resa", **falt: Any) -> Ersattningskrav:
    """Ten kilometres to the meeting, unless something else is said."""
    return Ersattningskrav.objects.create(
        **{"mote": ett, "person": uppdrag.person, "slag": slag, "antal": 10, **falt}
    )


def skapa_arvoden() -> dict[str, Any]:
    """A rate set, a claim and an attested run, for the table of addresses."""
    # A member of that year only: one without a population takes later years' fees away.
    medlem = Medlem.objects.create(
        namn="Arvodesexempel",
        kortnamn="Arvodesexempel",
        typ="kommun",
        fran=date(1999, 1, 1),
        tom=date(1999, 12, 31),
    )
    ordforande = sitter("Arvodesexempel", medlem=medlem, fran=date(1999, 1, 1))
    ett = hallet(date(1999, 5, 27), ordforande)
    return {
        "arvodesreglemente": reglemente(date(1999, 1, 1)).pk,
        "ersattningskrav": krav(ett, ordforande).pk,
        "arvodeskorning": attesterad_korning(date(1999, 5, 1)).pk,
    }


def attesterad_korning(manad: date) -> Arvodeskorning:
    """An attested run without rows, by some user."""
    return Arvodeskorning.objects.create(
        fran=manad,
        tom=manad.replace(day=28),
        status="attesterad",
        attesterad_av=Anvandare.objects.first(),
        attesterad_at=timezone.now(),
    )

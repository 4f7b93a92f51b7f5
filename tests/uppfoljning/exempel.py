"""An association with one insats and its reports, made by hand for the tests of this room."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from finsam.models import Forbund, Medlem
from insatser.models import Insats, Insatsmal
from uppfoljning.models import Kvartalsrapport


def forbund(**falt: Any) -> Forbund:
    return Forbund.objects.create(**{"namn": "Förbundet Prov", "orgnr": "222000-1560", **falt})


def insats(nr: int = 1, **falt: Any) -> Insats:
    """An insats of 2021–2022 that counts its participants."""
    agare, _ = Medlem.objects.get_or_create(
        namn="Öst kommun", defaults={"kortnamn": "Öst", "typ": "kommun"}
    )
    grund = {
        "namn": f"Vägen framåt {nr}",
        "kortnamn": f"Vägen {nr}",
        "insatstyp": "individ",
        "uppfoljningsslag": "antal",
        "insatsagare": agare,
        "start": date(2021, 1, 1),
        "slut": date(2022, 12, 31),
    }
    return Insats.objects.create(nr=nr, **{**grund, **falt})


def mal(insats: Insats, ordning: int = 1, **falt: Any) -> Insatsmal:
    return Insatsmal.objects.create(
        insats=insats, ordning=ordning, **{"text": "Minst 35 % till arbete", **falt}
    )


def rapport(insats: Insats, period: str = "2021-K1", **falt: Any) -> Kvartalsrapport:
    """A report that nobody has begun; `inlamnad=True` for one that is handed in."""
    if falt.pop("inlamnad", False):
        stund = timezone.make_aware(datetime(2021, 4, 20, 9, 30))
        falt = {"status": "inlamnad", "inlamnad_at": stund, **falt}
    forfaller = {"forfaller": date(2021, 4, 30)}
    return Kvartalsrapport.objects.create(insats=insats, period=period, **{**forfaller, **falt})

"""The only reads of surveys for calculations: closed rounds alone."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import Enum

from finsam.models import Forbund
from uppfoljning.calculations.enkat import (
    Frageunderlag,
    Omgangsresultat,
    Omgangsunderlag,
    minsta_svar,
    omgangsresultat,
)
from uppfoljning.models import (
    Enkat,
    Enkatfraga,
    Enkatnyckel,
    Enkatomgang,
    Fritextsvar,
    Svarsrakning,
)


def minst() -> int:
    """How many answers it takes before anything of a round is shown."""
    forbund = Forbund.objects.first() or Forbund()
    return minsta_svar(forbund.minsta_antal)


def kontrollsumma(hemlighet: str) -> str:
    """What is kept of a link's secret: its SHA-256."""
    return hashlib.sha256(hemlighet.encode()).hexdigest()


class Lanklage(Enum):
    """What a link's secret opens, and the words that say so."""

    OPPEN = ""
    OKAND = "Länken känns inte igen. Kontrollera att hela adressen kom med när du kopierade den."
    ANVAND = "Länken är redan använd: ett svar har kommit in genom den."
    EJ_OPPNAD = "Enkäten har inte öppnat än."
    STANGD = "Enkäten är stängd och tar inte emot fler svar."


def lanklage(hemlighet: str, idag: date) -> tuple[Lanklage, Enkatomgang | None]:
    """What the secret opens today, and the round that it belongs to."""
    nyckel = (
        Enkatnyckel.objects.filter(nyckel=kontrollsumma(hemlighet))
        .select_related("omgang__enkat")
        .first()
    )
    if nyckel is None:
        return Lanklage.OKAND, None
    if nyckel.anvand:
        return Lanklage.ANVAND, nyckel.omgang
    if idag < nyckel.omgang.oppnar:
        return Lanklage.EJ_OPPNAD, nyckel.omgang
    return (
        Lanklage.OPPEN if nyckel.omgang.oppen(idag) else Lanklage.STANGD,
        nyckel.omgang,
    )


def omgangens_fragor(omgang: Enkatomgang) -> list[Enkatfraga]:
    """The questions that the round asks: those of the questionnaire when it was sent."""
    return list(Enkatfraga.objects.filter(rakningar__omgang=omgang).distinct().order_by("ordning"))


def antal_svar(omgang: Enkatomgang) -> int:
    """How many have answered so far; says nothing of what they answered."""
    return omgang.nycklar.filter(anvand=True).count()


@dataclass(frozen=True)
class Enkatresultat:
    """A questionnaire's questions and its closed rounds, the latest first."""

    fragor: tuple[Frageunderlag, ...]
    omgangar: tuple[Omgangsresultat, ...]
    minst: int


def enkatresultat(enkat: Enkat, idag: date) -> Enkatresultat:
    """What may be shown of the questionnaire's closed rounds; 5 queries."""
    fragor = tuple(
        Frageunderlag(fraga.pk, fraga.ordning, fraga.text, fraga.skala)
        for fraga in enkat.fragor.order_by("ordning")
    )
    grans = minst()
    omgangar = _stangda(enkat, idag)
    return Enkatresultat(
        fragor=fragor,
        omgangar=tuple(omgangsresultat(omgang, fragor, grans) for omgang in omgangar),
        minst=grans,
    )


def _stangda(enkat: Enkat, idag: date) -> list[Omgangsunderlag]:
    omgangar = [
        omgang for omgang in enkat.omgangar.order_by("-stanger", "-oppnar") if omgang.stangd(idag)
    ]
    rakningar: dict[int, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for rad in Svarsrakning.objects.filter(omgang__in=omgangar):
        rakningar[rad.omgang_id][rad.fraga_id][rad.steg] = rad.antal
    texter: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    # By their random keys: in no order that says who wrote first.
    for text in Fritextsvar.objects.filter(omgang__in=omgangar).order_by("pk"):
        texter[text.omgang_id][text.fraga_id].append(text.text)
    return [
        Omgangsunderlag(
            pk=omgang.pk,
            namn=omgang.namn,
            stangde=omgang.stanger,
            utskick=omgang.antal_utskick,
            rakningar=rakningar[omgang.pk],
            texter={fraga: tuple(dess) for fraga, dess in texter[omgang.pk].items()},
            sammanfattning=omgang.sammanfattning,
        )
        for omgang in omgangar
    ]

"""Reads of applications: what they ask for, their place in the diary, what a renewal changes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max

from finsam import typografi
from finsam.money import kronor
from insatser.calculations.ansokan import Belopp, Beloppsrad, beloppsrader, summera
from insatser.calculations.fornyelse import (
    Beloppsskillnad,
    Faltskillnad,
    jamfor_belopp,
    jamfor_falt,
)
from insatser.choices import Finansiering, Kostnadsslag
from insatser.models import Ansokan, Ansokningspost, Insats

JAMFORDA = (
    "namn", "kortnamn", "insatstyp", "forrehabiliterande", "uppfoljningsslag", "insatsagare",
    "start", "slut", "syfte", "malgrupp", "behovsgrupp", "metod", "implementering",
    "forvantat_antal",
)  # fmt: skip


def sokta_belopp(ansokan: Ansokan) -> tuple[Belopp, ...]:
    """The amounts of an application; 1 query."""
    return tuple(
        Belopp(p.verksamhetsar, p.kostnadsslag, p.finansiering, kronor(p.belopp))
        for p in Ansokningspost.objects.filter(ansokan=ansokan)
    )


def nasta_diarienummer(ar: int) -> str:
    """The next number of the year's diary: "2025-4"."""
    arets = Ansokan.objects.filter(diarienummer__startswith=f"{ar}-")
    tagna = (
        re.fullmatch(rf"{ar}-(\d+)", nr) for nr in arets.values_list("diarienummer", flat=True)
    )
    return f"{ar}-{max((int(t[1]) for t in tagna if t), default=0) + 1}"


def nasta_insatsnummer() -> int:
    """The number after the highest in the register."""
    return (Insats.objects.aggregate(hogst=Max("nr"))["hogst"] or 0) + 1


def i_ord(ansokan: Ansokan) -> Mapping[str, str]:
    """The application's fields in words, by heading; 3 queries (owner, parties, goals)."""
    ut = {}
    for namn in JAMFORDA:
        falt = ansokan._meta.get_field(namn)
        ut[typografi.versal(str(falt.verbose_name))] = _falt_i_ord(ansokan, falt)  # type: ignore[union-attr]
    ut["Samverkansparter"] = ", ".join(str(part) for part in ansokan.parter.all())
    for nr, mal in enumerate(ansokan.malen.all(), start=1):
        ut[f"Mål {nr}"] = " ".join(filter(None, (mal.text, mal.indikator, mal.malvarde)))
    return ut


def _falt_i_ord(ansokan: Ansokan, falt: object) -> str:
    namn = falt.name  # type: ignore[attr-defined]
    if falt.choices:  # type: ignore[attr-defined]
        return str(getattr(ansokan, f"get_{namn}_display")())
    varde = getattr(ansokan, namn)
    if isinstance(varde, bool):
        return "Ja" if varde else "Nej"
    return "" if varde is None else str(varde)


@dataclass(frozen=True)
class Budgettabell:
    """What an application asks for: the years, and lines as (label, line)."""

    aren: tuple[int, ...]
    rader: tuple[tuple[str, Beloppsrad], ...]


def budgettabell(poster: Sequence[Belopp]) -> Budgettabell:
    """The amounts as the page shows them; no query."""
    rader = beloppsrader(poster, Kostnadsslag.values)
    return Budgettabell(
        tuple(ar.ar for ar in summera(poster).aren),
        tuple((_radetikett(rad), rad) for rad in rader),
    )


def _radetikett(rad: Beloppsrad) -> str:
    if rad.kostnadsslag:
        return str(Kostnadsslag(rad.kostnadsslag).label)
    if not rad.finansiering:
        return "Summa"
    return "Summa SOF-medel" if rad.finansiering == Finansiering.SOF else "Summa egenfinansierat"


@dataclass(frozen=True)
class Fornyelse:
    """What a renewal changes: fields in words, and amounts as (label, years, difference)."""

    falt: tuple[Faltskillnad, ...]
    belopp: tuple[tuple[str, str, Beloppsskillnad], ...]


def fornyelse(ansokan: Ansokan) -> Fornyelse | None:
    """Against the application before, field by field and amount by amount; None without one."""
    fore = ansokan.foregaende
    if fore is None:
        return None
    skillnader = jamfor_belopp(
        sokta_belopp(fore), sokta_belopp(ansokan), fore.start.year, ansokan.start.year
    )
    return Fornyelse(
        jamfor_falt(i_ord(fore), i_ord(ansokan)),
        tuple(
            (
                f"{Kostnadsslag(s.kostnadsslag).label}, {Finansiering(s.finansiering).label}",
                f"{fore.start.year + s.ar_nr} → {ansokan.start.year + s.ar_nr}",
                s,
            )
            for s in skillnader
        ),
    )

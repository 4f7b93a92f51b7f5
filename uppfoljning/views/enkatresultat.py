"""The page of a survey's results: what the board reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from finsam.permissions import Ratt, far, require
from finsam.tabular.export import Exportkolumn
from finsam.tabular.responses import exportsvar
from uppfoljning.calculations.enkat import FRITEXT, Frageunderlag, Frageutfall, Omgangsresultat
from uppfoljning.models import Enkat
from uppfoljning.selectors.enkat import Enkatresultat, enkatresultat


@dataclass(frozen=True)
class Frageblock:
    """A question with its outcome in each shown round, None where too few answered it."""

    fraga: Frageunderlag
    rader: tuple[tuple[Omgangsresultat, Frageutfall | None], ...] = ()
    texter: tuple[tuple[Omgangsresultat, tuple[str, ...]], ...] = ()


def frageblock(resultat: Enkatresultat, med_texter: bool) -> Iterator[Frageblock]:
    """The questions that some shown round has asked, in order."""
    visade = [omgang for omgang in resultat.omgangar if omgang.visas]
    for fraga in resultat.fragor:
        stallde = [omgang for omgang in visade if fraga.pk in omgang.stallda]
        if fraga.skala == FRITEXT:
            texter = tuple((ett, ett.texter.get(fraga.pk, ())) for ett in stallde if med_texter)
            yield Frageblock(fraga, texter=texter)
        elif stallde:
            yield Frageblock(fraga, tuple((ett, ett.fragor.get(fraga.pk)) for ett in stallde))


def jamforelse(resultat: Enkatresultat) -> list[tuple[Frageunderlag, list[int | None]]]:
    """Each question's per cent who agree in every shown round, the oldest first."""
    visade = [omgang for omgang in reversed(resultat.omgangar) if omgang.visas]
    return [
        (fraga, [ett.instammer(fraga.pk) for ett in visade])
        for fraga in resultat.fragor
        if fraga.skala != FRITEXT
    ]


@require(Ratt.ENKAT_LASA)
def enkat_resultat(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Every closed round side by side; as a file with ?export=xlsx or csv.

    Free texts are for those who work with the survey; the board reads the office's summary.
    """
    enkat = get_object_or_404(Enkat, pk=pk)
    resultat = enkatresultat(enkat, timezone.localdate())
    med_texter = far(request.user, Ratt.UPPFOLJNING_LASA)
    filformat = request.GET.get("export", "")
    if filformat in ("csv", "xlsx"):
        return exportsvar(f"{enkat} resultat", EXPORT, list(_exportrader(resultat)), filformat)
    return render(
        request,
        "uppfoljning/enkat_resultat.html",
        {
            "enkat": enkat,
            "resultat": resultat,
            "fragor": list(frageblock(resultat, med_texter)),
            "visade": [omgang for omgang in reversed(resultat.omgangar) if omgang.visas],
            "jamforelse": jamforelse(resultat),
            "med_texter": med_texter,
        },
    )


EXPORT = (
    Exportkolumn("Omgång", lambda rad: rad["omgang"]),
    Exportkolumn("Fråga", lambda rad: rad["fraga"]),
    Exportkolumn("Svar", lambda rad: rad["svar"]),
    Exportkolumn("Antal", lambda rad: rad["antal"], "heltal"),
    Exportkolumn("Procent", lambda rad: rad["procent"], "heltal"),
)


def _exportrader(resultat: Enkatresultat) -> Iterator[dict[str, Any]]:
    for block in frageblock(resultat, med_texter=False):
        for omgang, utfall in block.rader:
            namn = {"omgang": omgang.namn, "fraga": block.fraga.text}
            if utfall is None:
                yield {**namn, "svar": "För få svar", "antal": None, "procent": None}
                continue
            for steg in utfall.steg:
                yield {**namn, "svar": steg.text, "antal": steg.antal, "procent": steg.procent}
            yield {**namn, "svar": "Instämmer", "antal": None, "procent": utfall.instammer}
            yield {**namn, "svar": "Inget svar", "antal": utfall.hoppade_over, "procent": None}

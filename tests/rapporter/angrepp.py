"""The attacker on all that is published: reads every form of it, and reckons out what is hidden.

What a figure counts is what its headings say, taken from the internal document; its number comes
from the published ones only.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Any, NamedTuple

from finsam.rapporter.dokument import DOLD, Rapport, Varde
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.slag import publicerad
from tests.rapporter import lasning
from tests.uppfoljning.smatal.angripare import Angripare, Cell, Summa
from uppfoljning.calculations.smatal.rakning import Antalsdel, Delar, Rakning

TROSKEL = 5


class Last(NamedTuple):
    """A figure of participants as it was read: what it counts, and its number or a dot."""

    rakning: Rakning
    sant: float
    enhet: str
    tryckt: Any


class Publicerat(NamedTuple):
    """A published document: what was read of it, and the page it is printed from."""

    lasta: list[Last]
    html: str
    data: dict[str, Any]


def las(intern: Rapport) -> Publicerat:
    """Publishes the document and reads its figures in JSON, Excel and print, each by itself."""
    utgiven = publicerad(intern)
    data, html = json_.som_data(utgiven), utskrift(utgiven)
    platser = dict(_platser(intern))
    lasta = [
        Last(varde.rakning, float(varde.tal), varde.enhet, tryckt)
        for form in (
            lasning.i_json(data),
            lasning.i_excel(excel.skriv(utgiven), data),
            lasning.i_html(html),
        )
        for plats, tryckt in form
        if (varde := platser.get(plats)) and varde.rakning and varde.tal is not None
    ]
    for namn, varde in intern.figurer.items():
        if isinstance(varde, Varde) and varde.rakning and varde.tal is not None:
            tryckt = data["figures"][namn]["value"]
            lasta.append(Last(varde.rakning, float(varde.tal), varde.enhet, tryckt))
    return Publicerat(lasta, html, data)


def bara_sma(lasta: Iterable[Last]) -> list[Last]:
    """The same where the small counts are hidden and nothing else."""

    def sedd(ett: Last) -> Last:
        procent = round(ett.sant * 100) if ett.enhet == "procent" else ett.sant
        return ett._replace(tryckt=DOLD if _liten(ett) else procent)

    return [sedd(ett) for ett in lasta]


def angrip(lasta: Iterable[Last], sant: Mapping[Antalsdel, int]) -> tuple[dict[Summa, int], int]:
    """The hidden small counts that can be worked out, and how many hidden there are.

    `sant` are the base counts of all reports, which the attacker does not have.
    """
    facit = _Facit(sant)
    angripare, dolda = Angripare(), dict[Summa, None]()
    angripare.vet_floden(facit)
    angripare.vet_delar(facit)
    angripare.vet_vilka_som_slutat(facit)
    angripare.bara_sant(facit)
    for ett in dict.fromkeys(lasta):
        del_, helhet = _summa(ett.rakning.taljare), _summa(ett.rakning.namnare or frozenset())
        tal = lasning.tal(ett.tryckt) if isinstance(ett.tryckt, str) else ett.tryckt
        if ett.rakning.namnare is None:
            assert facit.antal(del_) == ett.sant, "Figuren räknar något annat."
            if tal is not None:
                angripare.far_veta(del_, round(tal))
            elif ett.sant:
                angripare.far_veta_minst(del_, 1)
            if tal is None and _liten(ett):
                dolda[del_] = None
        elif tal is not None and del_:
            # Shares that add to 100, or are less than all, may be one off or more.
            skillnad = abs(100 * facit.antal(del_) / facit.antal(helhet) - tal)
            fel = 0.5 if skillnad <= 0.5 else ceil(skillnad)
            angripare.far_veta_andel(del_, helhet, tal, fel)
    assert not angripare.luras(facit)
    return angripare.ringar_in(dolda, facit), len(dolda)


class _Facit(dict[Cell, int]):
    """What is not reported is none."""

    def __missing__(self, cell: Cell) -> int:
        return 0

    def antal(self, summa: Summa) -> int:
        return sum(self[cell] for cell in summa)


def _liten(ett: Last) -> bool:
    return ett.rakning.namnare is None and 0 < ett.sant < TROSKEL


def _platser(intern: Rapport) -> Iterator[tuple[lasning.Plats, Varde]]:
    for tabell in intern.alla_tabeller:
        for nr, rad in enumerate(tabell.rader):
            for kolumn, cell in enumerate(rad.varden):
                if isinstance(cell, Varde):
                    yield (tabell.id, nr, kolumn), cell


def _summa(delar: Delar) -> Summa:
    return frozenset(tuple(del_) for del_ in delar)

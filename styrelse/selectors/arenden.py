"""Matters: what they lack, as rows for the pages and for the sending of a notice."""

from collections.abc import Iterable

from styrelse import amnen
from styrelse.calculations.fullstandighet import Arendebild, Brist, brister
from styrelse.choices import Punktslag
from styrelse.models import Arende, Arendebilaga, Mote
from styrelse.selectors.arendetext import Utskrivare
from styrelse.selectors.handlingar import gallande_bilagor, siffror


def arendets_brister(arende: Arende) -> tuple[Brist, ...]:
    """What the matter lacks before it can be sent. Two queries."""
    return _brister([arende])[arende.pk]


def motets_brister(mote: Mote) -> dict[int, tuple[Brist, ...]]:
    """What each matter of the agenda lacks, by its item; items that lack nothing are left out.

    Three queries for every agenda.
    """
    rader = mote.punkter.filter(slag=Punktslag.ARENDE, utgar=False).select_related("arende")
    punkter = {p.pk: p.arende for p in rader.prefetch_related("arende__delar") if p.arende}
    alla = _brister(punkter.values())
    return {punkt: alla[arende.pk] for punkt, arende in punkter.items() if alla[arende.pk]}


def _brister(arenden: Iterable[Arende]) -> dict[int, tuple[Brist, ...]]:
    arenden = list(arenden)
    bilagor = gallande_bilagor(arenden)
    return {a.pk: brister(_bild(a, bilagor.get(a.pk, []))) for a in arenden}


def _bild(arende: Arende, bilagor: list[Arendebilaga]) -> Arendebild:
    skrivare = Utskrivare(arende, siffror(bilagor))
    delar = [skrivare.del_(d, "") for d in arende.delar.all()]
    for text in (arende.forslag, arende.arendet, arende.bedomning):
        skrivare.skriv(text)
    return Arendebild(
        till_beslut=arende.till_beslut,
        till_nagot=bool(arende.typer),
        har_skrivelse=arende.har_skrivelse,
        forslag=arende.att_satser,
        arendet=arende.arendet,
        undertecknare=arende.undertecknare,
        delforslag=[d.forslag for d in delar],
        dokument=amnen.dokument(arende.amnesslag, arende.amnesnyckel),
        bilagor=[b.kalla for b in bilagor],
        fel=skrivare.fel,
    )

"""The rule book: each rule is one small function that answers with both values and where.

A rule gets a Granskning and gives any number of Kontrollutfall. `ok` False is red and stops
"fastställ" until it is put right or let pass by name; `ok` True with a text is something to know.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Kontrollutfall, Rapport
from finsam.rapporter.kontroller import budget, insatser, rakningar, tabeller, texter
from finsam.rapporter.kontroller.granskning import Granskning
from finsam.rapporter.models import Undantag

# An exception is kept under the rule's id.
LANGSTA_ID = Undantag._meta.get_field("kontroll").max_length or 0
Regel = Callable[[Granskning], Iterator[Kontrollutfall]]

REGLER: tuple[Regel, ...] = (
    rakningar.balans,
    rakningar.not_lika_med_rad,
    rakningar.kassaflode,
    rakningar.drift_lika_med_resultat,
    rakningar.ingaende_lika_med_utgaende,
    rakningar.konton_pa_en_rad,
    rakningar.medlemsavgifter,
    rakningar.avgift_per_medlem,
    rakningar.trappan,
    tabeller.avrundning,
    tabeller.kolumnslag,
    insatser.insats_utan_bokforing,
    budget.insatsbudget,
    budget.placering,
    texter.okanda_figurer,
    texter.obundna_siffror,
    texter.veckodagar,
    texter.hanvisningar,
)


def kontrollera(rapport: Rapport, material: Material) -> tuple[Kontrollutfall, ...]:
    """Every rule's outcome in the rule book's order, with the waivers that have been given."""
    granskning = Granskning(rapport, material)
    undantag = material.texter.undantag
    return tuple(
        replace(
            utfall, id=utfall.id[:LANGSTA_ID], undantag=undantag.get(utfall.id[:LANGSTA_ID], "")
        )
        for regel in REGLER
        for utfall in regel(granskning)
    )

"""The rule book: each rule is one small function that answers with both values and where.

A rule gets a Granskning and gives any number of Kontrollutfall. `ok` False is red and stops
"fastställ" until it is put right or let pass by name; `ok` True with a text is something to know.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from finsam.rapporter.disposition import Grundmaterial, Material
from finsam.rapporter.dokument import Kontrollutfall, Rapport
from finsam.rapporter.kontroller import (
    balanskrav,
    budget,
    deltagare,
    insatser,
    insatspengar,
    internkontroll,
    kapital,
    nyckeltal,
    poster,
    rakningar,
    resultatnivaer,
    skrivna_antal,
    tabeller,
    texter,
    tid,
    uppfoljning,
)
from finsam.rapporter.kontroller.granskning import Dokumentgranskning, Granskning
from finsam.rapporter.models import Undantag

# An exception is kept under the rule's id.
LANGSTA_ID = Undantag._meta.get_field("kontroll").max_length or 0
Regel = Callable[[Granskning], Iterator[Kontrollutfall]]
Dokumentregel = Callable[[Dokumentgranskning], Iterator[Kontrollutfall]]

EKONOMIREGLER: tuple[Regel, ...] = (
    rakningar.balans,
    rakningar.not_lika_med_rad,
    rakningar.kassaflode,
    rakningar.drift_lika_med_resultat,
    rakningar.ingaende_lika_med_utgaende,
    rakningar.konton_pa_en_rad,
    rakningar.medlemsavgifter,
    rakningar.avgift_per_medlem,
    nyckeltal.nyckeltal,
    resultatnivaer.nivaer,
    resultatnivaer.oversikten,
    resultatnivaer.forvaltning,
    resultatnivaer.forvaltningens_namn,
    kapital.rullning,
    kapital.resultatet,
    kapital.trappan,
    poster.semesterskuld,
    poster.inventarier,
    balanskrav.utredningen,
    balanskrav.aterstallning,
    tabeller.avrundning,
    tabeller.kolumnens_ar,
    insatser.insats_utan_bokforing,
    budget.insatsbudget,
    budget.till_datum,
    budget.placering,
    tid.upprattad_i_tid,
)
UPPFOLJNINGSREGLER: tuple[Dokumentregel, ...] = (
    uppfoljning.rapporter_inlamnade,
    uppfoljning.fragor_besvarade,
    uppfoljning.beviljad_period,
    uppfoljning.slutrapporter,
    deltagare.flodet,
    deltagare.delar_och_helhet,
    deltagare.rapporternas_antal,
    insatspengar.budget_till_datum,
    insatspengar.forbrukning,
)
INTERNKONTROLLREGLER: tuple[Dokumentregel, ...] = (
    internkontroll.planen_beslutad,
    internkontroll.kontroller_gjorda,
    internkontroll.avvikelser_atgardas,
    internkontroll.stickprov_granskade,
)
TEXTREGLER: tuple[Dokumentregel, ...] = (
    texter.okanda_figurer,
    texter.obundna_siffror,
    texter.veckodagar,
    texter.hanvisningar,
    tid.figurens_ar,
    tid.periodord,
    deltagare.mojliga_andelar,
    skrivna_antal.skrivna_antal,
)


def kontrollera(rapport: Rapport, material: Material) -> tuple[Kontrollutfall, ...]:
    """Every rule's outcome in the rule book's order, for a document with the year's accounts.

    The insatser's reports are tried where there are any.
    """
    granskning = Granskning(rapport, material)
    ekonomi = (utfall for regel in EKONOMIREGLER for utfall in regel(granskning))
    underlag = material.uppfoljning.underlag
    regler = UPPFOLJNINGSREGLER if underlag and underlag.rapporter else ()
    plan = INTERNKONTROLLREGLER if material.internkontroll else ()
    return _med_undantag((*ekonomi, *_prova((*regler, *plan, *TEXTREGLER), granskning)), material)


def kontrollera_uppfoljning(
    rapport: Rapport, material: Grundmaterial
) -> tuple[Kontrollutfall, ...]:
    """The same for a document on the insatser's reports alone."""
    granskning = Dokumentgranskning(rapport, material)
    return _med_undantag(_prova((*UPPFOLJNINGSREGLER, *TEXTREGLER), granskning), material)


def kontrollera_egna(
    rapport: Rapport, material: Grundmaterial, egna: Iterable[Kontrollutfall]
) -> tuple[Kontrollutfall, ...]:
    """A document's own rules, and those on texts."""
    granskning = Dokumentgranskning(rapport, material)
    return _med_undantag((*egna, *_prova(TEXTREGLER, granskning)), material)


def kontrollera_internkontroll(
    rapport: Rapport, material: Grundmaterial
) -> tuple[Kontrollutfall, ...]:
    """The rules of the follow-up of the internal control, and those on texts."""
    egna = _prova(INTERNKONTROLLREGLER, Dokumentgranskning(rapport, material))
    return kontrollera_egna(rapport, material, egna)


def _prova(
    regler: tuple[Dokumentregel, ...], granskning: Dokumentgranskning
) -> tuple[Kontrollutfall, ...]:
    return tuple(utfall for regel in regler for utfall in regel(granskning))


def _med_undantag(
    utfallen: tuple[Kontrollutfall, ...], material: Grundmaterial
) -> tuple[Kontrollutfall, ...]:
    """The outcomes with the waivers that have been given."""
    undantag = material.texter.undantag
    return tuple(
        replace(
            utfall, id=utfall.id[:LANGSTA_ID], undantag=undantag.get(utfall.id[:LANGSTA_ID], "")
        )
        for utfall in utfallen
    )

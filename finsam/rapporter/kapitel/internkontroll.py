"""Internal control: what was to be checked, what was found and what is done about it; pure."""

from collections.abc import Iterator

from finsam.periods import Period
from finsam.rapporter.dokument import Block, Cell, Kalla, Lage, Rad, Tabell
from finsam.typografi import datum
from uppfoljning.calculations.internkontroll import (
    Moment,
    Plan,
    Stickprovsunderlag,
    Utforande,
)

FARGER = {"ok": "bra", "varning": "halvbra", "fel": "dalig"}
INTE_GJORD = "Inte gjord"


def uppfoljningstabell(plan: Plan | None, period: Period) -> tuple[Block, ...]:
    """The chapter of an interim or annual report; nothing for a year without a plan.

    A row per control and period that has ended, under the name of its area.
    """
    if plan is None:
        return ()
    rader: list[Rad] = []
    for omrade, alla in plan.per_omrade():
        under = [rad for moment in alla for rad in _kontrollrader(plan, moment, period)]
        if under:
            rader += [Rad(omrade, (None,) * 4, "heading", 0), *under]
    if not rader:
        return ()
    return (
        Tabell(
            id="internkontroll",
            titel=f"Internkontroll {period.namn}",
            enhet="text",
            kolumner=("Period", "Resultat", "Iakttagelse", "Åtgärd"),
            rader=tuple(rader),
            etikettrubrik="Kontroll",
        ),
    )


def _kontrollrader(plan: Plan, moment: Moment, period: Period) -> Iterator[Rad]:
    gjorda = {utforande.period: utforande for utforande in moment.utforda}
    for ett in plan.forfallna(moment, period):
        utforande = gjorda.get(ett)
        celler = (ett.namn, *_utfall(moment, ett, utforande))
        yield Rad(moment.kontroll, celler, id=f"moment-{moment.nr}-{ett.kod}")


def _utfall(moment: Moment, period: Period, utforande: Utforande | None) -> tuple[Cell, ...]:
    kalla = momentkalla(moment)
    if utforande is None:
        return (Lage(INTE_GJORD, "dalig", kalla), None, None)
    lage = Lage(utforande.resultatord, FARGER[utforande.farg], kalla)
    dragna = [stickprov for stickprov in moment.stickprov if stickprov.period == period]
    iakttagelse = " ".join(filter(None, (utforande.iakttagelse, *map(stickprovsord, dragna))))
    return (lage, iakttagelse or None, atgardsord(utforande) or None)


def momentkalla(moment: Moment) -> Kalla:
    """The moment's own page."""
    return Kalla(moment.adress, f"Moment {moment.nr} {moment.ar}")


def stickprovsord(stickprov: Stickprovsunderlag) -> str:
    """ "Stickprov ur verifikationer: 10 granskade, inga fel."."""
    fel = f"{stickprov.fel} fel" if stickprov.fel else "inga fel"
    return f"Stickprov ur {stickprov.population.lower()}: {stickprov.granskade} granskade, {fel}."


def atgardsord(utforande: Utforande) -> str:
    """What is done about a deviation, by whom and by when, in a sentence; empty for nothing."""
    if not utforande.atgard:
        return ""
    if utforande.atgardad:
        nar = f"Klar {datum(utforande.atgardad)}"
    else:
        nar = f"Senast {datum(utforande.atgard_senast)}" if utforande.atgard_senast else ""
    vem = f"Ansvarig: {utforande.atgard_ansvarig}" if utforande.atgard_ansvarig else ""
    delar = (utforande.atgard.rstrip("."), vem, nar)
    return ". ".join(filter(None, delar)) + "."

"""Rules on the internal control: decided, done, acted on, and sampled to the end."""

from collections.abc import Iterator

from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Dokumentgranskning
from finsam.typografi import datum
from uppfoljning.calculations.internkontroll import Moment, Plan, Utforande

UTAN_AVVIKELSE, AVVIKELSE = "utan_avvikelse", "avvikelse"


def _plan(granskning: Dokumentgranskning) -> Plan | None:
    return granskning.material.internkontroll


def planen_beslutad(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """The board has decided the plan that is followed up."""
    if plan := _plan(granskning):
        beslut = f"{datum(plan.beslutad)}, {plan.paragraf}" if plan.beslutad else None
        text = "" if plan.last else f"Internkontrollplanen {plan.ar} är inte beslutad."
        yield Kontrollutfall(
            "ik-beslut", "Planen är beslutad", plan.last, beslut, None, f"Plan {plan.ar}", text
        )


def kontroller_gjorda(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every control of a period that has ended within the document's is done."""
    plan = _plan(granskning)
    if plan is None:
        return
    rubrik, antal, saknas = "Alla kontroller är gjorda", 0, False
    for moment in plan.moment:
        gjorda = {utforande.period for utforande in moment.utforda}
        for period in plan.forfallna(moment, granskning.period):
            antal += 1
            if period not in gjorda:
                saknas = True
                yield Kontrollutfall(
                    f"ik-gjord:{moment.nr}:{period.kod}", rubrik, False, None, period.namn,
                    _var(moment), f"Moment {moment.nr} är inte kontrollerat för {period.namn}.",
                )  # fmt: skip
    if not saknas:
        yield Kontrollutfall("ik-gjord", rubrik, True, antal, antal, f"Plan {plan.ar}")


def avvikelser_atgardas(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every deviation has an action with a day; one whose day has passed is something to know."""
    plan = _plan(granskning)
    if plan is None:
        return
    rubrik, utan = "Varje avvikelse har en åtgärd", False
    avvikelser = [
        (moment, utforande)
        for moment, utforande in plan.gjorda(granskning.period)
        if utforande.resultat != UTAN_AVVIKELSE
    ]
    for moment, utforande in avvikelser:
        fel, text = _atgardsfel(utforande, granskning)
        utan = utan or fel
        if text:
            nyckel = f"ik-atgard:{moment.nr}:{utforande.period.kod}"
            senast = datum(utforande.atgard_senast) if utforande.atgard_senast else None
            yield Kontrollutfall(nyckel, rubrik, not fel, None, senast, _var(moment), text)
    if not utan:
        antal = len(avvikelser)
        yield Kontrollutfall("ik-atgard", rubrik, True, antal, antal, f"Plan {plan.ar}")


def _atgardsfel(utforande: Utforande, granskning: Dokumentgranskning) -> tuple[bool, str]:
    """Whether an action is lacking, and what to say of it; nothing where all is well.

    A minor deviation may be left at what was seen, as the row's own rule has it.
    """
    if utforande.resultat != AVVIKELSE and not utforande.atgard:
        return False, f"Den mindre avvikelsen {utforande.period.namn} har ingen åtgärd."
    if not utforande.atgard or utforande.atgard_senast is None:
        return True, f"Avvikelsen {utforande.period.namn} har ingen åtgärd med dag."
    if utforande.atgardad is None and utforande.atgard_senast <= granskning.period.slut:
        dag = datum(utforande.atgard_senast)
        return False, f"Åtgärden skulle vara klar {dag} men är inte det: {utforande.atgard}"
    return False, ""


def stickprov_granskade(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every row drawn is looked at, and no control is without deviation where one was wrong."""
    plan = _plan(granskning)
    if plan is None:
        return
    for moment in plan.moment:
        utan = {u.period for u in moment.utforda if u.resultat == UTAN_AVVIKELSE}
        for stickprov in moment.stickprov:
            if stickprov.period.slut not in granskning.period:
                continue
            text = ""
            if not stickprov.klart:
                kvar = stickprov.antal - stickprov.granskade
                text = f"{kvar} av {stickprov.antal} dragna poster är inte granskade."
            elif stickprov.fel and stickprov.period in utan:
                text = f"Stickprovet har {stickprov.fel} fel, men kontrollen är utan avvikelse."
            yield Kontrollutfall(
                f"ik-stickprov:{moment.nr}:{stickprov.period.kod}:{stickprov.fro}",
                "Stickprov är granskade", not text,
                stickprov.granskade, stickprov.antal, _var(moment), text,
            )  # fmt: skip


def _var(moment: Moment) -> str:
    return f"Moment {moment.nr}, {moment.omradesord}"

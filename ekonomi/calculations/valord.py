"""A play with the decision space in words: what is ticked, moved and changed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import (
    FORTROENDEVALDA,
    FORVALTNING,
    Arsplan,
    Sokt,
    Utrymmesunderlag,
    Val,
)
from ekonomi.calculations.flytta import flytta_manader
from finsam.typografi import antal, med_enhet


def i_ord(underlag: Utrymmesunderlag, val: Val) -> tuple[tuple[str, str], ...]:
    """What the play does, as term and description, in the order of the room; empty for nothing."""
    return (*_ansokningar(underlag, val), *_belopp(underlag, val))


def flyttad_start(sokt: Sokt, manader: int) -> str:
    """Where a moved application begins: "2022-03, 2 månader senare"."""
    start = flytta_manader(sokt.start, manader)
    ord_ = "månad" if abs(manader) == 1 else "månader"
    hall = "senare" if manader > 0 else "tidigare"
    return f"{_manad(start)}, {antal(abs(manader))} {ord_} {hall}"


def _ansokningar(underlag: Utrymmesunderlag, val: Val) -> Iterator[tuple[str, str]]:
    for sokt in underlag.sokta:
        if sokt.nyckel not in val.valda:
            continue
        manader = val.flyttade.get(sokt.nyckel, 0)
        flyttad = sokt.flyttad(manader) if manader else sokt
        summor = ", ".join(f"{ar} {_tkr(belopp)}" for ar, belopp in flyttad.per_ar.items())
        text = f"Beviljas med {summor}." if summor else "Beviljas utan medel."
        if manader:
            text += f" Start {flyttad_start(sokt, manader)}."
        agare = f", {sokt.agare}" if sokt.agare else ""
        yield f"Ansökan {sokt.nyckel} {sokt.namn}{agare}", text


def _belopp(underlag: Utrymmesunderlag, val: Val) -> Iterator[tuple[str, str]]:
    for plan in underlag.planer:
        if not plan.foder:
            continue
        for rubrik, fore, efter in _andrade(plan, val):
            if efter is not None and efter != fore:
                text = f"{_tkr(efter)} i stället för {_tkr(fore)} ({_skillnad(efter - fore)})."
                yield f"{rubrik} {plan.ar}", text


def _andrade(plan: Arsplan, val: Val) -> Iterator[tuple[str, Decimal, Decimal | None]]:
    yield "Intäkter", plan.intakter, val.intakter.get(plan.ar)
    for rubrik, nyckel, belopp in (
        ("Förtroendevalda", FORTROENDEVALDA, plan.fortroendevalda),
        ("Förvaltning", FORVALTNING, plan.forvaltning),
        *((rad.namn, rad.nyckel, rad.belopp) for rad in (*plan.insatser, *plan.ovriga)),
    ):
        yield rubrik, belopp, val.andrade.get((plan.ar, nyckel))


def _tkr(belopp: Decimal) -> str:
    return med_enhet(belopp, "tkr")


def _skillnad(belopp: Decimal) -> str:
    return f"+{_tkr(belopp)}" if belopp > 0 else _tkr(belopp)


def _manad(dag: date) -> str:
    return f"{dag:%Y-%m}"

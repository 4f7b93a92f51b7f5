"""Named figures of the follow-up, that texts bind to: participants, insatser, answers, money.

Participants have also `.fg`: the same part of the year before.
"""

from collections import Counter
from collections.abc import Iterator

from finsam.money import NOLL, andel, summa
from finsam.periods import Period
from finsam.rapporter.dokument import Varde
from finsam.rapporter.uppfoljning.deltagarfigurer import deltagarfigurer
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Post, poster
from uppfoljning.calculations.svar import periodsvar
from uppfoljning.fragor import FRAGOR


def figurer(material: Uppfoljningsmaterial, period: Period) -> dict[str, Varde]:
    """Every figure by name; none where no report was handed in."""
    if material.underlag is None:
        return {}
    alla = poster(material, period)
    ut = dict(_insatser(alla, material))
    ut |= _pengar(alla, material)
    grupper = tuple(post.nummer for post in alla if post.insats.uppfoljningsslag == "antal")
    for uppgifter, valda, andelse in (
        (material.deltagare, grupper, ""),
        (material.fore, None, ".fg"),
    ):
        if uppgifter and uppgifter.antal:
            funna = deltagarfigurer(uppgifter, valda, material.adresser)
            ut |= {f"{namn}{andelse}": varde for namn, varde in funna}
    return ut


def _insatser(
    alla: tuple[Post, ...], material: Uppfoljningsmaterial
) -> Iterator[tuple[str, Varde]]:
    """How many insatser there were, by kind, and how many gave each answer."""
    typer = Counter(post.insats.typ for post in alla)
    tal = {
        "antal_pagaende_insatser": len(alla),
        "antal_startade_insatser": sum(post.ny for post in alla),
        "antal_avslutade_insatser": sum(post.avslutad for post in alla),
        "antal_individinsatser": typer["individ"],
        "antal_strukturinsatser": typer["struktur"],
        "antal_forstudier": typer["forstudie"],
    }
    yield from ((namn, Varde(varde, "antal")) for namn, varde in tal.items())
    foljda = [post for post in alla if not post.avslutad]
    for fraga in FRAGOR:
        svar = Counter(
            periodsvar(fraga.falt, material.rapporter(*post.nummer), fraga.bra).svar
            for post in foljda
            if post.ny or not fraga.bara_ny
        )
        for val in (*fraga.alternativ, "ej_besvarad"):
            yield f"insatser_{fraga.falt}_{val}", Varde(svar[val], "antal")


def _pengar(alla: tuple[Post, ...], material: Uppfoljningsmaterial) -> dict[str, Varde]:
    if material.pengar is None:
        return {}
    utfall = {
        typ: summa(
            material.pengar[del_.nr].utfall
            for post in alla
            if post.insats.typ == typ
            for del_ in post.delar
            if del_.nr in material.pengar
        )
        for typ in ("individ", "struktur", "forstudie")
    }
    totalt = summa(utfall.values())
    budget = summa(
        material.pengar[del_.nr].budget or NOLL
        for post in alla
        for del_ in post.delar
        if del_.nr in material.pengar
    )
    return {
        "insatser_utfall": Varde(totalt, "kr"),
        "insatser_budget": Varde(budget, "kr"),
        "insatser_forbrukningskvot": Varde(andel(totalt, budget), "procent"),
        **{f"insatser_utfall_{typ}": Varde(tal, "kr") for typ, tal in utfall.items()},
        **{
            f"insatser_andel_{typ}": Varde(andel(tal, totalt), "procent")
            for typ, tal in utfall.items()
        },
    }

"""Named figures of the follow-up, that texts bind to: participants, insatser, answers, money.

Participants have also `.fg`: the same part of the year before.
"""

from collections import Counter
from collections.abc import Iterator

from finsam.money import NOLL, andel, summa
from finsam.periods import Period
from finsam.rapporter.dokument import Varde
from finsam.rapporter.uppfoljning.deltagarfigurer import deltagarfigurer, var_for_sig
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import GRUPPER, Post, poster
from finsam.rapporter.uppfoljning.raknat import Raknat
from uppfoljning.calculations.svar import periodsvar
from uppfoljning.fragor import FRAGOR


def figurer(
    material: Uppfoljningsmaterial, period: Period, summa: Raknat | None
) -> dict[str, Varde]:
    """Every figure by name; none where no report was handed in."""
    if material.underlag is None:
        return {}
    alla = poster(material, period)
    ut = dict(_insatser(alla))
    if material.underlag.rapporter:
        ut |= dict(_svar(alla, material))
    ut |= _pengar(alla, material)
    if material.deltagare and summa and summa.antal:
        ut |= dict(deltagarfigurer(material.deltagare, summa, material.adresser))
    if material.fore and material.fore.antal:
        fore = deltagarfigurer(material.fore, var_for_sig(material.fore), material.adresser)
        ut |= {f"{namn}.fg": varde for namn, varde in fore}
    return ut


def _insatser(alla: tuple[Post, ...]) -> Iterator[tuple[str, Varde]]:
    """How many insatser there were, by kind; renewals are counted with what they renew."""
    typer = Counter(post.insats.typ for post in alla)
    tal = {
        "antal_insatser": len(alla),
        "antal_startade_insatser": sum(post.ny for post in alla),
        "antal_avslutade_insatser": sum(post.avslutad for post in alla),
        "antal_individinsatser": typer["individ"],
        "antal_strukturinsatser": typer["struktur"],
        "antal_forstudier": typer["forstudie"],
    }
    yield from ((namn, Varde(varde, "antal")) for namn, varde in tal.items())


def _svar(alla: tuple[Post, ...], material: Uppfoljningsmaterial) -> Iterator[tuple[str, Varde]]:
    """How many insatser that go on gave each answer."""
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
    """Outcome and budget to date of the insatser together, and the share of each kind."""
    pengar = {
        typ: [
            material.pengar[del_.nr]
            for post in alla
            if post.insats.typ == typ
            for del_ in post.delar
            if del_.nr in material.pengar
        ]
        for typ in GRUPPER
    }
    if any(p.utfall is None for rader in pengar.values() for p in rader):
        return {}
    utfall = {typ: summa(p.utfall or NOLL for p in rader) for typ, rader in pengar.items()}
    totalt = summa(utfall.values())
    budget = sum((p.budget or NOLL for rader in pengar.values() for p in rader), NOLL)
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

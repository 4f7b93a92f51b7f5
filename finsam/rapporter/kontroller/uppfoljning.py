"""Rules on the insatser's reports: handed in, answered, and of the same days as the grants."""

from collections.abc import Iterator

from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kapitel.uppfoljning.kolumner import FRAGETABELLER, IMPLEMENTERING
from finsam.rapporter.kapitel.uppfoljning.lage import svar_av
from finsam.rapporter.kontroller.granskning import Dokumentgranskning
from finsam.rapporter.uppfoljning.poster import Namngivare, poster
from finsam.typografi import datum
from uppfoljning.calculations.svar import EJ_BESVARAD


def rapporter_inlamnade(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every insats has handed in a report for every part of the period in which it ran."""
    underlag = granskning.material.uppfoljning.underlag
    if underlag is None:
        return
    inlamnade = {(rapport.insats, rapport.period) for rapport in underlag.rapporter}
    namn = {insats.nr: insats.kortnamn for insats in underlag.insatser}
    saknas = [
        par for par in underlag.vantade if par not in inlamnade and par[0] in _foljda(granskning)
    ]
    for nr, period in saknas:
        yield Kontrollutfall(
            f"rapport:{nr}:{period.kod}",
            "Alla insatser har rapporterat",
            False,
            None,
            period.namn,
            f"{namn[nr]}, {period.namn}",
            f"{namn[nr]} har inte lämnat någon rapport för {period.namn}.",
        )
    if not saknas:
        antal = len(inlamnade)
        yield Kontrollutfall(
            "rapporter", "Alla insatser har rapporterat", True, antal, antal, "Kvartalsrapporterna"
        )


def _foljda(granskning: Dokumentgranskning) -> set[int]:
    alla = poster(granskning.material.uppfoljning, granskning.period)
    return {nr for post in alla for nr in post.nummer}


def fragor_besvarade(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Every insats that goes on has answered every question that is put to it."""
    material = granskning.material.uppfoljning
    namngivare = Namngivare()
    tysta = False
    for post in poster(material, granskning.period):
        obesvarade, stallda = [], 0
        for tabell in FRAGETABELLER:
            svaren = svar_av(post, material, tabell.fragor)
            if tabell is IMPLEMENTERING or post.avslutad or not material.rapporter(*post.nummer):
                continue
            stallda += sum(svar is not None for svar in svaren)
            obesvarade += [
                rubrik.rstrip("*")
                for rubrik, svar in zip(tabell.rubriker, svaren, strict=True)
                if svar is not None and svar.svar == EJ_BESVARAD
            ]
        if obesvarade:
            tysta = True
            namn = namngivare.namn(post.insats)
            yield Kontrollutfall(
                f"obesvarat:{post.insats.nr}",
                "Alla frågor är besvarade",
                False,
                stallda - len(obesvarade),
                stallda,
                namn,
                f"{namn} har inte svarat på: {', '.join(obesvarade)}.",
            )
    if not tysta and material.underlag is not None:
        yield Kontrollutfall(
            "obesvarat", "Alla frågor är besvarade", True, 0, 0, "Kvartalsrapporterna"
        )


def beviljad_period(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """No insats goes on after the last day that it is granted money for."""
    for insats in granskning.material.uppfoljning.insatser:
        if insats.beviljad_till is None:
            continue
        ok = insats.slut <= insats.beviljad_till
        yield Kontrollutfall(
            f"slutdatum:{insats.nr}",
            "Slutdatum enligt beslut",
            ok,
            datum(insats.slut),
            datum(insats.beviljad_till),
            f"{insats.kortnamn}, {insats.agare}",
            ""
            if ok
            else f"Insatsen slutar {datum(insats.slut)} i registret, men är beviljad till och med "
            f"{datum(insats.beviljad_till)}.",
        )


def slutrapporter(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """An insats that has ended without a final report: something to know."""
    material = granskning.material.uppfoljning
    for post in poster(material, granskning.period):
        if post.avslutad and post.insats.nr not in material.slutord:
            yield Kontrollutfall(
                f"slutrapport:{post.insats.nr}",
                "Avslutade insatser har slutrapport",
                True,
                None,
                None,
                post.insats.kortnamn,
                f"{post.insats.kortnamn} avslutades {datum(post.insats.slut)} men har ingen "
                "slutrapport.",
            )

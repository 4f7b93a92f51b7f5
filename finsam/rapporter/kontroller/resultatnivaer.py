"""Rules on the levels of the result: operations, finance, administration (F18, F20, F21)."""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.resultat import Forvaltning, Resultatnivaer
from ekonomi.uppstallning.mall import Radmall, Summa
from ekonomi.uppstallning.roller import rollrad, rollvarde
from finsam.money import NOLL
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika

FINANSNETTO = ("finansnetto", "finansiella")


def nivaer(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Income and costs make the operations' result, with finance the year's (F20, K45)."""
    for ar in (0, -1):
        intakter, kostnader, finansnetto, verksamhetens, arets = (
            granskning.roll(roll, ar)
            for roll in (
                *("summa_intakter", "summa_kostnader", "finansnetto"),
                *("verksamhetens_resultat", "arets_resultat"),
            )
        )
        if intakter is None or kostnader is None or finansnetto is None:
            continue
        raknat = Resultatnivaer(intakter, kostnader, finansnetto)
        kod = granskning.period.for_ar(ar).kod
        for niva, visat, summa in (
            ("Verksamhetens resultat", verksamhetens, raknat.verksamhetens_resultat),
            ("Årets resultat", arets, raknat.arets_resultat),
        ):
            if visat is not None:
                yield lika(
                    f"resultatniva:{niva.split()[0].lower()}:{kod}",
                    f"{niva} är summan av sina delar",
                    visat,
                    summa,
                    f"Resultaträkningen, {kod}",
                    f"{niva} är {belopp(visat)} kr, delarna summerar till {belopp(summa)} kr.",
                )


def oversikten(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Each year of the overview adds up, with costs of the level that their label says (F21)."""
    mall = granskning.berakning.mall
    rad = rollrad(mall, "oversikt_kostnader")
    if rad is None:
        return
    tabell, kostnadsrad = mall.rader[rad]
    for kolumn in tabell.kolumner:
        period = granskning.berakning.kolumnperiod(kolumn)
        intakter, kostnader, resultat, egna, netto = (
            rollvarde(granskning.berakning, roll, period)
            for roll in (
                *("summa_intakter", "oversikt_kostnader", "oversikt_resultat"),
                *("summa_kostnader", "finansnetto"),
            )
        )
        if kolumn.slag != "utfall" or intakter is None or kostnader is None or resultat is None:
            continue
        yield lika(
            f"oversikt:{period.kod}",
            "Översiktens intäkter och kostnader ger resultatet",
            intakter + kostnader,
            resultat,
            f"{tabell.titel}, {period.kod}",
            f"Intäkter {belopp(intakter)} kr och kostnader {belopp(kostnader)} kr ger "
            f"{belopp(intakter + kostnader)} kr, raden visar {belopp(resultat)} kr.",
        )
        if egna is not None and netto:
            yield _kostnadsniva(kostnadsrad, period.kod, kostnader, egna, netto)


def _kostnadsniva(
    rad: Radmall, kod: str, kostnader: Decimal, egna: Decimal, netto: Decimal
) -> Kontrollutfall:
    """Costs that finance has been taken off say so (K38)."""
    vantat = egna + netto if _namner_finansnetto(rad) else egna
    return lika(
        f"oversikt-kostnader:{kod}",
        "Översiktens kostnader är före finansnetto, eller säger att de är efter",
        kostnader,
        vantat,
        f"{rad.etikett}, {kod}",
        f"Raden ”{rad.etikett}” visar {belopp(kostnader)} kr; kostnaderna är {belopp(egna)} kr "
        f"före finansnetto och {belopp(egna + netto)} kr efter.",
    )


def forvaltning(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Administration is the own costs less the other blocks, before and after finance (F18)."""
    for ar in (0, -1):
        egna, fortroendevalda, ovriga, finansnetto = (
            granskning.roll(roll, ar)
            for roll in ("egna_kostnader", "fortroendevalda", "ovriga_insatser", "finansnetto")
        )
        if egna is None or fortroendevalda is None or ovriga is None or finansnetto is None:
            continue
        externa = granskning.roll("externa_projekt", ar) or NOLL
        raknat = Forvaltning(egna, fortroendevalda, ovriga, finansnetto, externa)
        kod = granskning.period.for_ar(ar).kod
        for roll, ord_, tal in (
            ("forvaltning_brutto", "före finansnetto", raknat.brutto),
            ("forvaltning_netto", "efter finansnetto", raknat.netto),
        ):
            visat = granskning.roll(roll, ar)
            if visat is not None:
                yield lika(
                    f"{roll}:{kod}",
                    f"Förvaltningen {ord_} är de egna kostnaderna utan de andra blocken",
                    visat,
                    tal,
                    f"Driftredovisningen och resultaträkningen, {kod}",
                    f"Förvaltningen {ord_} är {belopp(visat)} kr i driftredovisningen, "
                    f"{belopp(tal)} kr efter resultaträkningen.",
                )


def forvaltningens_namn(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A row of administration after finance says that it is (K46)."""
    mall = granskning.berakning.mall
    netto = rollrad(mall, "forvaltning_netto")
    for id_, (tabell, rad) in mall.rader.items():
        termer = rad.innehall.termer if isinstance(rad.innehall, Summa) else ()
        samma = netto is not None and [t.rad for t in termer] == [netto]
        if id_ != netto and not samma:
            continue
        ok = _namner_finansnetto(rad)
        yield Kontrollutfall(
            f"forvaltning-namn:{id_}",
            "Förvaltning efter finansnetto heter så",
            ok,
            rad.etikett,
            "efter finansnetto",
            tabell.titel,
            "" if ok else f"Raden ”{rad.etikett}” är efter finansnetto, men säger det inte.",
        )


def _namner_finansnetto(rad: Radmall) -> bool:
    return any(ord_ in rad.etikett.casefold() for ord_ in FINANSNETTO)

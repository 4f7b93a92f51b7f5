"""Rules on the balance requirement: the table's sum, and deficits restored in time (F26)."""

from collections.abc import Iterator

from ekonomi.calculations.balanskrav import Balanskrav
from finsam.money import NOLL
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kapitel.balanskrav import aterstallningar_for
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika


def utredningen(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The balanskravsresultat is the year's result without what the law leaves out."""
    for ar in (0, -1):
        visat, resultat = (
            granskning.roll(r, ar) for r in ("balanskravsresultat", "arets_resultat")
        )
        if visat is None or resultat is None:
            continue
        vinster, forluster, orealiserade_vinster, orealiserade_forluster = (
            abs(granskning.roll(roll, ar) or NOLL)
            for roll in (
                *("realisationsvinster", "realisationsforluster"),
                *("orealiserade_vinster", "orealiserade_forluster"),
            )
        )
        raknat = Balanskrav(
            resultat, vinster, forluster, orealiserade_vinster, orealiserade_forluster
        ).resultat
        kod = granskning.period.for_ar(ar).kod
        yield lika(
            f"balanskrav:{kod}",
            "Balanskravsresultatet är resultatet utan vinster och förluster på placeringar",
            visat,
            raknat,
            f"Balanskravsutredningen, {kod}",
            f"Balanskravsresultatet är {belopp(visat)} kr; resultatet utan vinster och förluster "
            f"på placeringar är {belopp(raknat)} kr.",
        )


def aterstallning(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A deficit is restored within three years, or covered by what was saved before it.

    Saved surplus restores nothing by itself: the board must decide that it may be used (KL 11:13).
    """
    kapital, reservfond = granskning.roll("eget_kapital"), granskning.roll("reservfond") or NOLL
    for ett in aterstallningar_for(granskning.berakning):
        if not ett.kvar:
            continue
        overskott = None if kapital is None else kapital - reservfond
        tackt = overskott is not None and overskott >= 0
        text = (
            f"Underskottet {ett.ar} är {belopp(ett.belopp)} kr och ska vara återställt senast "
            f"{ett.senast}; {belopp(ett.kvar)} kr återstår."
        )
        if tackt:
            text += f" Sparat överskott efter underskottet är {belopp(overskott)} kr."
        yield Kontrollutfall(
            f"balanskrav-aterstallning:{ett.ar}",
            "Underskott återställs inom tre år",
            tackt or ett.senast > granskning.period.ar,
            ett.belopp,
            ett.aterstallt,
            "Balanskravsavstämningen",
            text,
        )

"""Rules on the statements: what must be the same in two places is the same."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ekonomi.uppstallning import Radresultat, Tabellresultat
from ekonomi.uppstallning.roller import rollrad
from ekonomi.uppstallning.tackning import tackningsfel
from finsam.money import summa
from finsam.periods import Period
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika, totalrader


def balans(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Assets equal equity and debts, in every column."""
    for tabell in granskning.tabeller("balansrakning"):
        for nr, kolumn in enumerate(tabell.kolumner):
            tal = [r.celler[nr].tal for r in totalrader(tabell)]
            kanda = [t for t in tal if t is not None]
            for tillgangar, skulder in pairwise(kanda):
                yield lika(
                    f"balans:{kolumn.period.kod}",
                    "Balansräkningen balanserar",
                    tillgangar,
                    skulder,
                    f"{tabell.titel}, {kolumn.rubrik}",
                    f"Tillgångar {belopp(tillgangar)} kr och eget kapital och skulder "
                    f"{belopp(skulder)} kr skiljer {belopp(tillgangar - skulder)} kr.",
                )


def not_lika_med_rad(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A note's sums equal the lines that refer to it, year by year."""
    noter = {tabell.not_: tabell for tabell in granskning.tabeller("not")}
    for tabell in granskning.tabeller("resultatrakning", "balansrakning"):
        for nummer in dict.fromkeys(rad.not_ for rad in tabell.rader if rad.not_):
            rader = [rad for rad in tabell.rader if rad.not_ == nummer]
            if nummer in noter:
                yield from _not_mot_rader(noter[nummer], tabell, rader)
                continue
            text = f"Raden ”{rader[0].etikett}” hänvisar till not {nummer}, som inte finns."
            var = f"{tabell.titel}, {rader[0].etikett}"
            yield Kontrollutfall(f"not:{nummer}", "Noten finns", False, nummer, None, var, text)


def _not_mot_rader(
    not_: Tabellresultat, tabell: Tabellresultat, rader: list[Radresultat]
) -> Iterator[Kontrollutfall]:
    for nr, kolumn in enumerate(tabell.kolumner):
        summor = _summor(not_, kolumn.slag, kolumn.period.kod)
        belopp_ = [t for rad in rader if (t := rad.celler[nr].tal) is not None]
        if not summor or not belopp_:
            continue
        # A sum for each line (income and costs in one note), or one sum for the lines together.
        var_for_sig = all(tal in summor for tal in belopp_)
        radbelopp = belopp_[0] if var_for_sig else summa(belopp_)
        notbelopp = min(summor, key=lambda tal: abs(tal - radbelopp))
        yield lika(
            f"not:{not_.not_}:{kolumn.period.kod}",
            f"Not {not_.not_} lika med raden",
            notbelopp,
            radbelopp,
            f"Not {not_.not_} och {tabell.titel}, {rader[0].etikett}, {kolumn.rubrik}",
            f"Not {not_.not_} summerar till {belopp(notbelopp)} kr, "
            f"raden visar {belopp(radbelopp)} kr.",
        )


def _summor(not_: Tabellresultat, slag: str, period: str) -> list[Decimal]:
    """The note's sums in the column of that kind and period."""
    return [
        tal
        for nr, kolumn in enumerate(not_.kolumner)
        if (kolumn.slag, kolumn.period.kod) == (slag, period)
        for rad in not_.rader
        if rad.slag in ("sum", "total") and (tal := rad.celler[nr].tal) is not None
    ]


def kassaflode(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The cash flow equals the change in liquid funds."""
    for tabell in granskning.tabeller("kassaflode"):
        for nr, kolumn in enumerate(tabell.kolumner):
            tal = [t for r in totalrader(tabell) if (t := r.celler[nr].tal) is not None]
            for flode, forandring in pairwise(tal):
                yield lika(
                    f"kassaflode:{kolumn.period.kod}",
                    "Kassaflödet lika med förändringen i likvida medel",
                    flode,
                    forandring,
                    f"{tabell.titel}, {kolumn.rubrik}",
                    f"Kassaflödet {belopp(flode)} kr stämmer inte med förändringen i likvida "
                    f"medel {belopp(forandring)} kr.",
                )


def drift_lika_med_resultat(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The driftredovisning ends in the result of the resultaträkning, outcome and budget."""
    for resultat in granskning.tabeller("resultatrakning"):
        for drift in granskning.tabeller("driftredovisning"):
            vantat, funnet = _slutrad(resultat), _slutrad(drift)
            for nyckel in sorted(vantat.keys() & funnet.keys()):
                slag, period = nyckel
                yield lika(
                    f"driftredovisning:{slag}:{period}",
                    "Driftredovisningen lika med resultaträkningen",
                    funnet[nyckel],
                    vantat[nyckel],
                    f"{drift.titel} och {resultat.titel}, {slag} {period}",
                    f"Driftredovisningen slutar på {belopp(funnet[nyckel])} kr, "
                    f"resultaträkningen på {belopp(vantat[nyckel])} kr.",
                )


def _slutrad(tabell: Tabellresultat) -> dict[tuple[str, str], Decimal]:
    """The last total by kind of column and period."""
    rader = totalrader(tabell)
    return {
        (kolumn.slag, kolumn.period.kod): tal
        for nr, kolumn in enumerate(tabell.kolumner)
        if rader and kolumn.slag in ("utfall", "budget")
        if (tal := rader[-1].celler[nr].tal) is not None
    }


def ingaende_lika_med_utgaende(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """This year opens with the totals that last year closed with."""
    for tabell in granskning.tabeller("balansrakning"):
        for rad in totalrader(tabell):
            fore = granskning.berakning.varde(rad.id, "utfall", Period(granskning.period.ar - 1))
            ingaende = granskning.utfall(rad.id, matt="ingaende")
            if fore is None or ingaende is None:
                continue
            yield lika(
                f"ingaende:{rad.id}",
                "Ingående balans lika med fjolårets utgående",
                ingaende,
                fore,
                f"{tabell.titel}, {rad.etikett}",
                f"Årets ingående balans är {belopp(ingaende)} kr, fjolårets utgående "
                f"{belopp(fore)} kr.",
            )


def konton_pa_en_rad(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Every account with money stands on one line of its statement; one that does not is named."""
    berakning = granskning.berakning
    fel = tackningsfel(berakning.mall, berakning.underlag, berakning.period)
    for ett in fel:
        objekt = ":".join(filter(None, (ett.block, ett.projekt)))
        yield Kontrollutfall(
            f"konto:{ett.ar}:{ett.konto}:{objekt}".rstrip(":"),
            "Varje konto på en rad",
            False,
            ett.belopp,
            ", ".join(ett.rader) or None,
            f"Konto {ett.konto}, {ett.ar}",
            ett.fel,
        )
    if not fel:
        yield Kontrollutfall("konton", "Varje konto på en rad", True, 0, 0, "Kontoplanen")


def medlemsavgifter(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The fees that the allocation and the populations give are the fees that are booked.

    Of a part of the year its months' share of them is booked (F9).
    """
    rubrik = "Medlemsavgifterna lika med intäkten"
    if fel := granskning.material.avgiftsfel:
        yield Kontrollutfall("medlemsavgifter", rubrik, False, None, None, "Tilldelning", fel)
    beraknat, bokfort = granskning.material.avgifter[0], granskning.roll("medlemsavgifter")
    if beraknat is None or bokfort is None:
        return
    vantat = _upplupen(beraknat.total, granskning)
    ok = _bokford(vantat, bokfort, granskning)
    text = f"De beräknade avgifterna är {belopp(vantat)} kr, de bokförda {belopp(bokfort)} kr."
    var = "Tilldelning och resultaträkning"
    yield Kontrollutfall("medlemsavgifter", rubrik, ok, vantat, bokfort, var, "" if ok else text)


def _upplupen(arsbelopp: int, granskning: Granskning) -> Decimal:
    """What the period has of a yearly fee."""
    return Decimal(arsbelopp) * granskning.berakning.period.manader / 12


def _bokford(vantat: Decimal, bokfort: Decimal, granskning: Granskning) -> bool:
    """A year's fee to the öre; a part of one may have been booked in whole kronor."""
    hela = granskning.berakning.period.manader == 12
    return vantat == bokfort if hela else abs(vantat - bokfort) < 1


def avgift_per_medlem(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Each payer's fee is an amount of the note on fees."""
    rad = rollrad(granskning.berakning.mall, "medlemsavgifter")
    beraknat = granskning.material.avgifter[0]
    if rad is None or beraknat is None:
        return
    nummer = granskning.berakning.rader[rad][1].not_
    bokforda = [
        r.celler[0].tal
        for tabell in granskning.tabeller("not")
        if nummer and tabell.not_ == nummer
        for r in tabell.rader
        if r.slag == "line" and r.celler[0].tal is not None
    ]
    for betalare in beraknat.rader if bokforda else ():
        vantat = _upplupen(betalare.belopp, granskning)
        if traff := next((b for b in bokforda if _bokford(vantat, b, granskning)), None):
            bokforda.remove(traff)
            continue
        yield Kontrollutfall(
            f"medlemsavgift:{betalare.namn}",
            "Medlemmens avgift är bokförd",
            False,
            vantat,
            None,
            f"Not {nummer}",
            f"Avgiften för {betalare.namn} är {belopp(vantat)} kr, men inget konto i not {nummer} "
            "har det beloppet.",
        )

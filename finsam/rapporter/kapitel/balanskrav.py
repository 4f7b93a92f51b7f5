"""The balance requirement: which deficits are to be restored, by when, and what remains (F26)."""

from ekonomi.calculations.balanskrav import ATERSTALLS_INOM_AR, Aterstallning, aterstallningar
from ekonomi.uppstallning import Berakning
from ekonomi.uppstallning.roller import rollrad, rollvarde
from finsam.periods import Period
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Block, Rad, Tabell, Varde
from finsam.rapporter.ekonomitabeller import Ekonomitabeller


def aterstallningar_for(berakning: Berakning) -> tuple[Aterstallning, ...]:
    """The deficits of whole years that fall due in the report's year or later."""
    ar, roll = berakning.period.ar, _roll(berakning)
    sista = ar if not berakning.period.slag else ar - 1
    resultat = {}
    for ett in range(sista - 2 * ATERSTALLS_INOM_AR, sista + 1):
        tal = rollvarde(berakning, roll, Period(ett))
        if tal is not None:
            resultat[ett] = tal
    return tuple(ett for ett in aterstallningar(resultat) if ett.senast >= ar)


def _roll(berakning: Berakning) -> str:
    """The balanskravsresultat where the layout works it out, else the year's result."""
    har_utredning = "balanskravsresultat" in berakning.mall.radroller
    return "balanskravsresultat" if har_utredning else "arets_resultat"


def aterstallningstabell(material: Material) -> tuple[Block, ...]:
    """A row per deficit; no table where there is none."""
    berakning = material.ekonomi.berakning
    rader = tuple(_rad(ett, material.ekonomi) for ett in aterstallningar_for(berakning))
    if not rader:
        return ()
    tabell = Tabell(
        id="balanskrav-aterstallning",
        titel="Underskott att återställa",
        enhet="kr",
        kolumner=("Balanskravsresultat", "Återställs senast", "Återställt", "Återstår"),
        rader=rader,
        etikettrubrik="År",
    )
    return (tabell,)


def _rad(ett: Aterstallning, ekonomi: Ekonomitabeller) -> Rad:
    roll = _roll(ekonomi.berakning)
    rad = rollrad(ekonomi.berakning.mall, roll)
    kalla = None
    if rad is not None:
        tabell, mall = ekonomi.berakning.rader[rad]
        text = f"{mall.etikett}, {ett.ar}"
        kalla = ekonomi.kalla(tabell.id, rad, "utfall", Period(ett.ar), text)
    # What is restored is taken from the surpluses of several years: no one figure lies behind it.
    arens = ekonomi.i_dokumentet("balanskravsavstamning", "Årens resultat")
    resultat = Varde(-ett.belopp, "kr", kalla)
    aterstallt, kvar = Varde(ett.aterstallt, "kr", arens), Varde(ett.kvar, "kr", arens)
    return Rad(str(ett.ar), (resultat, str(ett.senast), aterstallt, kvar))

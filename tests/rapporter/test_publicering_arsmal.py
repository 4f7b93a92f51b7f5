"""The association's own year in a publication: goals whose outcome is hidden, few at a meeting."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Cell, Lage, Tabell, Undertryckt, Varde
from finsam.rapporter.kapitel.uppfoljning import verksamhet
from finsam.rapporter.publicering import for_publicering
from finsam.rapporter.render import json_
from finsam.rapporter.render.json_las import las
from tests.rapporter import uppfoljningsdata as data
from tests.rapporter.exempel import RAPPORT
from uppfoljning.calculations import matt
from uppfoljning.calculations.aktiviteter import Aktivitetsunderlag
from uppfoljning.calculations.mal import Lage as Mallage
from uppfoljning.calculations.mal import Malutfallsrad, Matvarde
from uppfoljning.calculations.smatal.rakning import Antalsdel
from uppfoljning.calculations.smatal.skydd import Doljning
from uppfoljning.choices import Indikator

AR = Period(2021)


def _mal(indikator: str, utfall: int) -> Malutfallsrad:
    return Malutfallsrad(
        nr=1,
        mal="Fler vidare",
        resultatmal="Många når målet",
        riktning="minst",
        malvarde=Decimal(3),
        enhet="antal",
        utfall=Matvarde(Decimal(utfall)),
        lage=Mallage.EJ_UPPNATT,
        kommentar="Året var kort.",
        indikator=indikator,
    )


def _utgiven(tabell: Tabell, doljning: Doljning) -> Tabell:
    rapport = replace(RAPPORT, avsnitt=(Avsnitt("a", "Året", block=(tabell,)),), figurer={})
    utgiven = for_publicering(rapport, doljning)
    sparat = json_.som_data(utgiven)
    assert json_.som_data(las(sparat)) == sparat
    return utgiven.tabeller[0]


def test_a_goal_whose_outcome_is_hidden_hides_its_status_too() -> None:
    """2 of at least 3: "Ej uppnått" beside the target would say that the dot is 1 or 2."""
    malen = (_mal(Indikator.ANTAL_DELTAGARE, 2), _mal(Indikator.ANTAL_AKTIVITETER, 2))
    material = replace(data.uppfoljning(), verksamhetsmal=malen)
    tabell = verksamhet.maltabell(material, AR)
    inskriven = Antalsdel(1, "2021-K1", matt.INSKRIVNA, "", matt.KVINNOR)
    deltagare, aktiviteter = _utgiven(tabell, Doljning(5, {inskriven: 2})).rader[1:]
    assert deltagare.varden == ("minst\u00a03", Undertryckt(), Undertryckt(), "Året var kort.")
    utfall, lage = aktiviteter.varden[1:3]
    assert isinstance(utfall, Varde) and utfall.tal == 2
    assert isinstance(lage, Lage) and lage.ord_ == Mallage.EJ_UPPNATT.text
    # An internal document shows both.
    assert all(isinstance(rad.varden[2], Lage) for rad in tabell.rader[1:])


def _kom(rad: str, kvinnor: int | None, man: int | None) -> Aktivitetsunderlag:
    return Aktivitetsunderlag(date(2021, 3, 1), rad, rad, True, kvinnor, man)


AKTIVITETER = (_kom("dialoger", 15, 7), _kom("webbinarier", 40, 20), _kom("våld", 19, 1))


def _celler(tabell: Tabell) -> dict[str, list[Cell | int]]:
    def tal(cell: Cell) -> Cell | int | str:
        return cell.tal if isinstance(cell, Varde) else "•"

    return {rad.etikett: [tal(cell) for cell in rad.varden] for rad in tabell.rader}


def test_few_of_a_sex_at_a_kind_of_activity_are_hidden_with_one_kind_more() -> None:
    """1 man: 28 − 20 − 7 would give him back, so the smallest other kind goes with it."""
    material = replace(data.uppfoljning(), aktiviteter=AKTIVITETER)
    tabell = verksamhet.aktivitetstabell(material, AR)
    assert _celler(tabell)["våld"] == [1, 20, 19, 1]
    assert _celler(_utgiven(tabell, Doljning(5))) == {
        "dialoger": [1, 22, "•", "•"],
        "våld": [1, 20, "•", "•"],
        "webbinarier": [1, 60, 40, 20],
        "Summa": [3, 102, 74, 28],
    }


def test_where_nobody_is_few_the_table_is_as_it_was() -> None:
    material = replace(data.uppfoljning(), aktiviteter=AKTIVITETER[:2])
    tabell = verksamhet.aktivitetstabell(material, AR)
    assert _utgiven(tabell, Doljning(5)).rader == tabell.rader

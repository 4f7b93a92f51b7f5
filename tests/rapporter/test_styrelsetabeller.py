"""The board tables of 2021 and 2024 as printed, from the registers of the demo folder alone."""

import pytest

from finsam.mapp.filer import Filkalla
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Rapport
from finsam.rapporter.kapitel.styrelse import styrelsetabell
from finsam.rapporter.selectors import registerunderlag
from tests.rapporter.tryckt import MAPP, skilda_celler, tryckfel

REGISTER = ("medlemmar.csv", "personer.csv", "uppdrag.csv")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("namn", "period"),
    [
        ("uppsala-2021-delarsrapport", Period(2021, "H", 1)),
        # A seat that changed hands in October stands with both, each with its months.
        ("uppsala-2024", Period(2024)),
    ],
)
def test_styrelsetabellen_ar_den_tryckta(namn: str, period: Period) -> None:
    las = las_in([Filkalla(fil, MAPP / fil) for fil in REGISTER])
    assert las.sparad, las.alla_fel
    tabell = styrelsetabell(registerunderlag(period), period)
    rapport = Rapport("", "", period, "", (Avsnitt("styrelse", "Styrelsen", 1, (tabell,)),))
    skilda = skilda_celler(rapport, namn, bara=("styrelse",))
    assert skilda == {cell for cell in tryckfel(namn) if cell[0] == "styrelse"}
    assert len(tabell.rader) == 11

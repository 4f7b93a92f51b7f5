"""The demo folder gives the annual report that was printed, misprints listed one by one."""

from datetime import date

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dokument import Rapport
from tests.rapporter.tryckt import MAPP, skilda_celler, tryckfel


@pytest.fixture
def rapport(db: None) -> Rapport:
    inlast = las_in(filer_i(MAPP))
    assert not inlast.alla_fel
    return ARSREDOVISNING.bygg(Period(2024), date(2025, 2, 15))


def test_arsredovisningen_ar_den_publicerade(rapport: Rapport) -> None:
    assert skilda_celler(rapport, "uppsala-2024") == tryckfel("uppsala-2024")
    # Budgeted on another line than it is spent on, as printed: the one rule that is broken.
    assert [k.id for k in rapport.roda] == ["budgetplacering:esf_kostnader:drift_kansli_isa"]

"""The list of counts: whole periods or months, sums only of what may be added, addresses."""

from datetime import date

import pytest
from django.urls import reverse

from finsam.periods import las_period
from tests.uppfoljning import exempel
from tests.uppfoljning.antal import antal
from tests.uppfoljning.databas import med_manader, rapport
from uppfoljning.adresser import antal_adress

pytestmark = pytest.mark.django_db
ORSAKER = {"studerande": (2, 1), "subventionerat": (1, 0), "ovrigt": (2, 2)}


@pytest.fixture(autouse=True)
def rapporter():
    ett, tva = exempel.insats(3), exempel.insats(7)
    forsta = rapport(ett, "2021-K1", inskrivna=(4, 2), pagaende_slut=(4, 2))
    med_manader(forsta, {1: antal(anonyma=(1, 0)), 3: antal(anonyma=(2, 0))}, None)
    rapport(ett, "2021-K2", inskrivna=(1, 1), avslutade=(5, 3), avslutsorsak=ORSAKER)
    rapport(tva, "2021-K2", inskrivna=(9, 9), avslutade_tidigare=(10, 0))
    rapport(tva, "2021-K2", version=2, inskrivna=(9, 8), avslutade_tidigare=(10, 0))
    rapport(tva, "2021-K3", status="utkast", inskrivna=(50, 50))


def lista(klient, adress):
    svar = klient.get(adress)
    assert svar.status_code == 200
    tabell = svar.context_data["table"]
    return [
        (rad.get_cell_value("nr"), rad.get_cell_value("period"), rad.record.matt, rad.record.kon,
         rad.record.antal)
        for rad in tabell.rows
    ], svar.content.decode().split('id="antal"')[1].split("</p>")[0]  # fmt: skip


def test_only_the_newest_version_handed_in_counts(revisor_klient):
    rader, ord_ = lista(revisor_klient, antal_adress(matt="inskrivna", kon="M"))
    assert rader == [
        (3, "2021-K2", "inskrivna", "M", 1),
        (7, "2021-K2", "inskrivna", "M", 8),
        (3, "2021-K1", "inskrivna", "M", 2),
    ]
    assert "3 träffar. Summa: 11" in ord_


@pytest.mark.parametrize(
    ("val", "summa"),
    [
        # 4 + 2 + 1 + 1 in K1 and K2
        ({"insatser": (3,), "matt": "inskrivna"}, 8),
        # 1 + 1 + 9 + 8 in K2
        ({"insatser": (3, 7), "matt": "inskrivna", "period": las_period("2021-K2")}, 19),
        # 2 + 1 studies and 1 to work, of the year
        ({"matt": "avslutsorsak", "kategori": "arbete_studier", "period": las_period("2021")}, 4),
        # 5 + 3 ended in the period and 10 before the first report
        ({"matt": "avslutade_hela_tiden", "tom": date(2021, 6, 30)}, 18),
        ({"matt": "pagaende_slut", "period": las_period("2021-K1")}, 6),
        ({"matt": "anonyma", "per_manad": True}, 3),
    ],
)
def test_the_sum_of_what_may_be_added(revisor_klient, val, summa):
    assert f"Summa: {summa}" in lista(revisor_klient, antal_adress(**val))[1]


@pytest.mark.parametrize(
    "val",
    [{}, {"matt": "pagaende_slut"}, {"insatser": (3,)}, {"fran": date(2030, 1, 1)}],
)
def test_no_sum_of_what_counts_the_same_people(revisor_klient, val):
    assert "Summa" not in lista(revisor_klient, antal_adress(**val))[1]


def test_months_and_whole_periods_are_never_shown_together(revisor_klient):
    hela, _ = lista(revisor_klient, reverse("uppfoljning:antal_list"))
    per_manad, _ = lista(revisor_klient, antal_adress(per_manad=True))
    assert [rad[1:] for rad in hela if rad[2] == "anonyma"] == [
        ("2021-K1", "anonyma", "K", 3),
        ("2021-K1", "anonyma", "M", 0),
    ]
    assert {rad[1] for rad in per_manad} == {"januari\u00a02021", "mars\u00a02021"}


def test_an_insats_by_name_and_one_that_is_none(revisor_klient):
    rader, _ = lista(revisor_klient, reverse("uppfoljning:antal_list") + "?insats=framåt+7")
    assert {rad[0] for rad in rader} == {7}
    _, ord_ = lista(revisor_klient, reverse("uppfoljning:antal_list") + "?insats=x")
    assert "”x” är ingen insats. Skriv dess nummer eller namn." in ord_


def test_the_export_has_words_and_numbers(revisor_klient):
    adress = antal_adress(matt="avslutsorsak", insatser=(3,), kon="K")
    svar = revisor_klient.get(adress + "&export=csv")
    rader = b"".join(svar).decode("utf-8-sig").splitlines()
    assert rader[0] == "Insats;Nr;Period;Mått;Kategori;Kön;Antal"
    assert "Vägen 3;3;2021-K2;Avslutningsanledning;Studerande;Kvinnor;2" in rader

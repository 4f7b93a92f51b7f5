"""Pages and rules of the financial goals."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ekonomi.actions import finansiella_mal as action
from ekonomi.actions.rakenskapsar import stang_rakenskapsar
from ekonomi.models import FinansielltMal, Rakenskapsar
from finsam.models import Sigill
from tests.rapporter.databas import lagg_upp

pytestmark = pytest.mark.django_db
LISTA = "/ekonomi/mal/"


def text(svar) -> str:
    assert svar.status_code == 200
    return svar.content.decode()


def mal(**falt) -> FinansielltMal:
    start = {"verksamhetsar": 2019, "text": "Hålla budgeten", "matt": "resultat_budget"}
    return FinansielltMal.objects.create(**start | falt)


def test_the_page_tells_how_the_years_goals_stand(revisor_klient, ekonom_klient) -> None:
    lagg_upp()
    mal()
    mal(text="Soliditet", matt="rad", rad="soliditet", malvarde=Decimal("0.75"))
    sida = text(revisor_klient.get(LISTA))
    # 1 000 000 − 810 000 − 200 000 was budgeted, −11 000 it was: short by 1 000 of 10 000.
    assert "−11\u00a0tkr" in sida and "minst\u00a0−10\u00a0tkr" in sida and "Nästan nått" in sida
    # 389 000 / 498 000.
    assert "78\u00a0%" in sida and "1 av 2 finansiella mål är nått." in sida
    assert "Ändra" not in sida and "Ändra" in text(ekonom_klient.get(LISTA))


def test_a_ledamot_reads_the_outcome_of_a_year_that_is_closed(ledamot_klient) -> None:
    lagg_upp()
    mal()
    for fraga in ({}, {"ar": "2019", "per": "2019-A12"}):
        sida = text(ledamot_klient.get(LISTA, fraga))
        # The goal and its limit, without the −11 000 that the year became.
        assert "minst\u00a0−10\u00a0tkr" in sida and "−11\u00a0tkr" not in sida
        assert "Utfall</th>" not in sida and "Nästan nått" not in sida
        assert "finansiella mål är" not in sida
    stang_rakenskapsar(Rakenskapsar.objects.get(), None)
    sida = text(ledamot_klient.get(LISTA))
    assert "−11\u00a0tkr" in sida and "Nästan nått" in sida


def test_a_year_without_layout_says_what_is_missing(revisor_klient) -> None:
    mal()
    sida = text(revisor_klient.get(LISTA, {"ar": 2019}))
    assert "Ingen uppställning gäller för 2019." in sida
    assert "Inga mål för året" in text(revisor_klient.get(LISTA, {"ar": 2031}))


def test_the_page_asks_the_same_questions_however_many_goals(
    revisor_klient, django_assert_max_num_queries
) -> None:
    lagg_upp()
    for nr in range(30):
        mal(text=f"Mål {nr}")
    with django_assert_max_num_queries(30):
        revisor_klient.get(LISTA)


def skapa(klient, **falt):
    data = {
        "verksamhetsar": "2019",
        "ordning": "1",
        "text": "Ett mål",
        "matt": "rad",
        "rad": "soliditet",
        "namnare": "",
        "jamforelse": "minst",
        "malvarde": "35 %",
    }
    adress = reverse("ekonomi:finansielltmal_create") + "?ar=2019"
    return klient.post(adress, data | falt)


@pytest.mark.parametrize(
    ("falt", "malvarde"),
    [
        ({}, "0.35"),
        ({"malvarde": "35,5"}, "0.355"),
        ({"rad": "kassa_bank", "malvarde": "400 000 kr"}, "400000"),
        ({"matt": "andel", "namnare": "summa_tillgangar", "rad": "skulder"}, "0.35"),
        ({"matt": "rad_budget", "rad": "personalkostnader", "malvarde": "100"}, "1"),
    ],
)
def test_a_limit_is_read_in_the_measures_unit(ekonom_klient, falt, malvarde) -> None:
    lagg_upp()
    assert skapa(ekonom_klient, **falt).status_code == 302
    ett = FinansielltMal.objects.get()
    assert ett.malvarde == Decimal(malvarde)
    andra = reverse("ekonomi:finansielltmal_update", args=[ett.pk])
    svar = ekonom_klient.get(andra)
    igen = {k: v or "" for k, v in svar.context["form"].initial.items()}
    assert ekonom_klient.post(andra, igen).status_code == 302
    ett.refresh_from_db()
    assert ett.malvarde == Decimal(malvarde)


def test_a_measure_with_its_own_limit_takes_its_right_side(ekonom_klient) -> None:
    lagg_upp()
    svar = skapa(ekonom_klient, matt="kapital_tak", rad="", malvarde="", jamforelse="minst")
    assert svar.status_code == 302
    assert FinansielltMal.objects.get().jamforelse == "hogst"


@pytest.mark.parametrize(
    ("falt", "mening"),
    [
        ({"rad": "kassa_bank"}, "Måttet är inte en andel. Skriv målvärdet utan procenttecken."),
        ({"malvarde": "4 682 00"}, "Beloppet ”4 682 00” kan inte tolkas."),
        ({"malvarde": ""}, "Ange målvärdet."),
        ({"rad": ""}, "Ange raden i uppställningen som målet mäts på."),
        ({"matt": "andel"}, "Ange raden att dela med när måttet är en andel, och bara då."),
        ({"matt": "resultat_budget"}, "Måttet har sin egen rad och sitt eget målvärde."),
    ],
)
def test_a_broken_rule_is_said_in_swedish(ekonom_klient, falt, mening) -> None:
    lagg_upp()
    assert mening in text(skapa(ekonom_klient, **falt))


def test_the_right_side_is_held_for_files_too() -> None:
    with pytest.raises(ValidationError, match="Resultatet ska vara minst det budgeterade"):
        FinansielltMal(
            verksamhetsar=2019, text="x", matt="resultat_budget", jamforelse="hogst"
        ).full_clean()


def test_goals_are_copied_once_with_their_history(ekonom_klient) -> None:
    mal(), mal(text="Taket", matt="kapital_tak", jamforelse="hogst", ordning=2)
    kopiera = reverse("ekonomi:finansielltmal_kopiera")
    svar = ekonom_klient.post(kopiera, {"fran": "2019", "till": "2020"})
    assert svar["Location"] == f"{LISTA}?ar=2020"
    nya = FinansielltMal.objects.filter(verksamhetsar=2020).order_by("ordning")
    assert [ett.text for ett in nya] == ["Hålla budgeten", "Taket"]
    assert {ett.history.get().history_change_reason for ett in nya} == {"Kopierat från 2019"}
    assert Sigill.objects.exists()
    igen = text(ekonom_klient.post(kopiera, {"fran": "2019", "till": "2020"}))
    assert "Året 2020 har redan mål." in igen


def test_goals_made_meanwhile_are_told_of_in_the_form(ekonom_klient, monkeypatch) -> None:
    mal(), mal(verksamhetsar=2020)
    forlagor = [[FinansielltMal.objects.get(verksamhetsar=2019)], []]
    # The look before the copying finds 2020 empty; the double click has filled it since.
    monkeypatch.setattr(action, "malen", lambda ar: forlagor.pop(0))
    kopiera = reverse("ekonomi:finansielltmal_kopiera")
    sida = text(ekonom_klient.post(kopiera, {"fran": "2019", "till": "2020"}))
    assert "Året har redan målet." in sida
    assert FinansielltMal.objects.count() == 2


def test_a_goal_is_removed_after_a_question(ekonom_klient) -> None:
    ett = mal()
    adress = reverse("ekonomi:finansielltmal_delete", args=[ett.pk])
    assert "Hålla budgeten" in text(ekonom_klient.get(adress))
    assert ekonom_klient.post(adress)["Location"] == f"{LISTA}?ar=2019"
    assert not FinansielltMal.objects.exists()


def test_a_choice_that_is_not_made_is_asked_for_in_words(ekonom_klient) -> None:
    sida = text(ekonom_klient.get(reverse("ekonomi:finansielltmal_create")))
    assert "Välj …" in sida and "---------" not in sida

"""The board's decision on a budget and on the fees, taken in a meeting."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from ekonomi.models import Tilldelning
from finsam.models import Medlem
from styrelse.amnen import GorsForHand, Motesbeslut, amnesslag
from tests.ekonomi.budgetexempel import budget, grund

pytestmark = pytest.mark.django_db
BUDGET, AVGIFTER = amnesslag("budget"), amnesslag("tilldelning")
SAMRAD = "Samråd med medlemmarna ska vara genomfört före beslutet."


def beslut(utfall: str = "bifall", nyckel: str = "2024", **underlag) -> Motesbeslut:
    return Motesbeslut(nyckel, utfall, date(2023, 11, 20), "§ 40/2023", underlag)


@pytest.fixture
def forslag():
    grund()
    return budget(beslutad=False)


def test_bifall_faststaller_arets_forslag(forslag, forbundschef):
    assert [a.nyckel for a in BUDGET.kandidater(date(2023, 11, 1))] == ["2024"]
    visat = BUDGET.form("2024", "bifall", None)["visat"].value()
    klart = beslut(samrad="2023-11-06", visat=visat)
    assert BUDGET.verkan(klart) == "Budgeten för 2024, version 1, fastställs."
    gjort = BUDGET.verkstall(klart, forbundschef)
    assert gjort == "Budgeten för 2024, version 1, är fastställd."
    forslag.refresh_from_db()
    assert (forslag.status, forslag.paragraf, forslag.samrad) == (
        "faststalld",
        "§ 40/2023",
        date(2023, 11, 6),
    )
    redan = "Budgeten för 2024, version 1, är redan fastställd."
    assert BUDGET.verkstall(klart, forbundschef) == redan
    annan = replace(klart, paragraf="§ 41/2023")
    with pytest.raises(ValidationError, match="inget budgetförslag för 2024"):
        BUDGET.verkstall(annan, forbundschef)
    # A change that the meeting made and the economist has decided on the budget's page.
    assert BUDGET.verkstall(replace(klart, utfall="andrat"), forbundschef) == redan


def test_utan_samrad_vagras_det_innan_nagot_gors(forslag, forbundschef):
    for gor in (lambda: BUDGET.verkan(beslut()), lambda: BUDGET.verkstall(beslut(), forbundschef)):
        with pytest.raises(ValidationError) as fel:
            gor()
        assert SAMRAD in fel.value.messages
    forslag.refresh_from_db()
    assert forslag.status == "forslag"


def test_poster_som_andrats_efter_forslaget_vagras(forslag, forbundschef):
    visat = BUDGET.form("2024", "bifall", None)["visat"].value()
    post = forslag.poster.first()
    post.belopp += 1
    post.save()
    fore = {"samrad": "2023-11-06", "visat": visat}
    with pytest.raises(ValidationError, match="Budgetens poster är andra"):
        BUDGET.verkan(beslut(**fore))
    with pytest.raises(ValidationError, match="Budgeten har ändrats"):
        BUDGET.verkstall(beslut(**fore), forbundschef)
    forslag.refresh_from_db()
    assert forslag.status == "forslag"
    # Saved again, the old mark holds; it is renewed only by who asks for it.
    sparad = BUDGET.form("2024", "bifall", fore)
    assert sparad.is_valid() and sparad.cleaned_data["visat"] == visat
    ny = BUDGET.form("2024", "bifall", {**fore, "nytt": "on"})
    assert ny.is_valid() and set(ny.cleaned_data) == {"samrad", "visat"}
    nytt = beslut(samrad="2023-11-06", visat=ny.cleaned_data["visat"])
    assert "nytt" not in BUDGET.form("2024", "bifall", nytt.underlag).fields
    BUDGET.verkstall(nytt, forbundschef)
    forslag.refresh_from_db()
    assert forslag.status == "faststalld"


def test_andrat_och_avslag_faststaller_inget(forslag, forbundschef):
    with pytest.raises(GorsForHand, match="Mötet ändrade förslaget"):
        BUDGET.verkstall(beslut("andrat"), forbundschef)
    assert BUDGET.verkstall(beslut("avslag"), forbundschef) == ""
    forslag.refresh_from_db()
    assert forslag.status == "forslag"


def test_ett_ar_utan_forslag_kan_planeras_men_inte_beslutas(db, forbundschef):
    assert BUDGET.hitta("2027").lage == "Inget förslag än"
    assert BUDGET.hitta("tjugo") is None
    with pytest.raises(ValidationError, match="inget budgetförslag för 2027"):
        BUDGET.verkan(beslut(nyckel="2027"))


def test_bifall_faststaller_medlemsavgifterna(db, forbundschef):
    for namn, typ in (("Fk", "fk"), ("Region", "region"), ("Ås kommun", "kommun")):
        medlem = Medlem.objects.create(namn=namn, kortnamn=namn, typ=typ)
        if typ == "kommun":
            medlem.folkmangder.create(datum=date(2023, 11, 1), antal=100, kalla="SCB")
    rad = Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_000), folkmangd_datum=date(2023, 11, 1)
    )
    assert [a.nyckel for a in AVGIFTER.kandidater(date(2023, 11, 1))] == ["2024"]
    gjort = AVGIFTER.verkstall(beslut(), forbundschef)
    assert gjort == "Medlemsavgifterna för 2024, version 1, är fastställda."
    rad.refresh_from_db()
    assert (rad.last, rad.beslutad, rad.paragraf) == (True, date(2023, 11, 20), "§ 40/2023")
    assert "är redan fastställda" in AVGIFTER.verkstall(beslut(), forbundschef)


def test_avgifter_som_inte_kan_fordelas_vagras(db, forbundschef):
    rad = Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_000), folkmangd_datum=date(2023, 11, 1)
    )
    with pytest.raises(ValidationError):
        AVGIFTER.verkstall(beslut(), forbundschef)
    rad.refresh_from_db()
    assert not rad.last

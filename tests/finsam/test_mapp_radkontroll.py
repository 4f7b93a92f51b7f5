"""What is asked before a row is stored: every rule, but no question twice."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.mapp.radkontroll import Godkanda, kontrollera
from finsam.models import Medlem

pytestmark = pytest.mark.django_db


def medlem(**falt):
    grund = {"namn": "Öst kommun", "kortnamn": "Öst", "typ": "kommun", "fran": "2015-01-01"}
    return Medlem(**{**grund, **falt})


def fragor(obj: Medlem, godkanda: Godkanda) -> int:
    with CaptureQueriesContext(connection) as fangade:
        kontrollera(obj, godkanda, unik=False)
    return sum(fraga["sql"].startswith("SELECT") for fraga in fangade)


# What a new member always asks: whether fees that are laid down would be shared anew.
LASFRAGA = 1


def test_the_same_values_are_asked_about_once():
    godkanda: Godkanda = set()
    forsta = fragor(medlem(), godkanda)
    assert forsta > LASFRAGA
    assert fragor(medlem(namn="Väst kommun"), godkanda) == LASFRAGA
    # A closed list is judged in memory; other days are a new question.
    assert fragor(medlem(typ="region"), godkanda) == LASFRAGA
    assert 0 < fragor(medlem(fran="2016-01-01"), godkanda) <= forsta


def test_a_fault_is_told_every_time():
    godkanda: Godkanda = set()
    for _ in range(2):
        with pytest.raises(ValidationError):
            kontrollera(medlem(tom="2014-12-31"), godkanda)


def test_a_second_row_of_the_same_name_is_told_at_its_field():
    medlem().save()
    with pytest.raises(ValidationError) as fel:
        kontrollera(medlem(), set())
    assert "namn" in fel.value.message_dict
    kontrollera(medlem(), set(), unik=False)

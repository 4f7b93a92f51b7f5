"""Two who take the same day and hour at once: the one who comes second is told so."""

from datetime import date

import pytest
from django.urls import reverse

from styrelse.models import Mote
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db
DAG = date(2022, 3, 24)
NYTT = {"organ": "fs", "datum": "2022-03-24", "start": "9:00", "slut": "12.00", "plats": "Salen"}


@pytest.fixture
def en_annan(monkeypatch):
    """Somebody else's meeting, saved when this one has been looked through."""
    granska = Mote.validate_constraints

    def emellan(self, exclude=None):
        granska(self, exclude=exclude)
        monkeypatch.undo()
        mote(DAG, omgang=2)

    monkeypatch.setattr(Mote, "validate_constraints", emellan)


@pytest.mark.parametrize("flyttas", [False, True])
def test_the_second_at_an_hour_called_off_is_told(kansli_klient, en_annan, flyttas):
    mote(DAG, status="installt")
    annat = mote(date(2022, 3, 25))
    adress = (
        reverse("styrelse:mote_update", args=[annat.pk])
        if flyttas
        else reverse("styrelse:mote_create")
    )
    svar = kansli_klient.post(adress, NYTT)
    sida = svar.content.decode()
    assert svar.status_code == 200 and "Salen" in sida
    assert "Det finns redan ett sådant möte den dagen och tiden." in sida
    annat.refresh_from_db()
    assert annat.datum == date(2022, 3, 25)
    assert Mote.objects.filter(datum=DAG).count() == 2

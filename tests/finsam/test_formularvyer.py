"""The two form pages: what they save, they save whole."""

import pytest

from finsam import sigill
from finsam.choices import Roll
from finsam.models import Medlem, Sigill

pytestmark = pytest.mark.django_db


def test_raden_sparas_inte_utan_sitt_sigill(klient, monkeypatch):
    def brister(*allt):
        raise OSError

    chef = klient(Roll.FORBUNDSCHEF)
    monkeypatch.setattr(sigill, "varden", brister)
    with pytest.raises(OSError):
        chef.post(
            "/medlemmar/ny/",
            {"namn": "Byarums kommun", "kortnamn": "Byarum", "typ": "kommun", "fran": "2020-01-01"},
        )
    assert not Medlem.objects.exists() and not Sigill.objects.filter(tabell="finsam.medlem")

"""The demo has papers to read: sent once, as if in time, to those with a seat on the day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from finsam.rapporter import pdfforrad
from finsam.rapporter.demo import forbered
from styrelse.models import Motespaket
from tests.rapporter.paket.motesexempel import genast, redo
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db


@pytest.fixture
def kallat(settings, tmp_path, monkeypatch, rita):
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(pdfforrad, "bestall", genast(tmp_path, rita))
    return redo(dagar=-20)


def test_mest_bilagor_skickas_en_gang(kallat, forbundschef, insatsansvarig):
    mote(timezone.localdate() + timedelta(days=5))  # without annexes: is left as it is
    for _ in range(2):
        forbered(insatsansvarig, timezone.localdate())
    paket = Motespaket.objects.get()
    kallat.mote.refresh_from_db()
    assert (paket.mote_id, paket.nummer, paket.skickat_av) == (kallat.mote.pk, 1, forbundschef)
    assert kallat.mote.status == "kallat"
    # Seven days before a meeting twenty days ago.
    assert kallat.mote.kallelsedatum == timezone.localdate() - timedelta(days=27)
    assert {m.person.namn for m in paket.mottagare.all()} == {
        person.namn for person in kallat.personer.values()
    }


def test_utan_forbundschef_eller_bilagor_skickas_inget(kallat, insatsansvarig, anvandare):
    forbered(insatsansvarig, timezone.localdate())
    assert not Motespaket.objects.exists()
    anvandare("forbundschef")
    kallat.rapporten.bilagor.all().delete()
    forbered(insatsansvarig, timezone.localdate())
    assert not Motespaket.objects.exists()

"""No text of a meeting, its minutes or what follows of it takes the number of a person."""

from datetime import date, time

import pytest
from django.urls import reverse

from styrelse.actions import sittning
from styrelse.forms.atgarder import AtgardForm
from styrelse.forms.moten import MoteForm
from styrelse.forms.protokoll import ProtokollstextForm, RattelseForm
from styrelse.forms.sammantrade import (
    AdjungeraForm,
    JavForm,
    NyPunktForm,
    VoteringForm,
    YttrandeForm,
)
from styrelse.models import Atgard, Beslut
from styrelse.selectors.sammantrade import sammantradet
from tests.styrelse.exempelmoten import mote
from tests.styrelse.exempelsittning import sittande

pytestmark = pytest.mark.django_db
TEXT = "Anna 811228-9874 slutade"
MENING = "Innehållet ser ut att vara personuppgifter (personnummer)."


@pytest.fixture
def ett(kansli):
    sitter = sittande()
    sittning.oppna(sitter.mote, time(9), None, kansli)
    return sitter


@pytest.mark.parametrize(
    ("form", "falt"),
    [
        (lambda s, d: ProtokollstextForm(d, instance=s.punkter[1]), "protokollstext"),
        (lambda s, d: ProtokollstextForm(d, instance=s.punkter[1]), "propositionsordning"),
        (lambda s, d: RattelseForm(d, mote=s.mote), "text"),
        (lambda s, d: AdjungeraForm(d), "namn"),
        (lambda s, d: NyPunktForm(d, mote=s.mote), "rubrik"),
        (lambda s, d: YttrandeForm(d, sammantrade=sammantradet(s.mote)), "text"),
        (lambda s, d: JavForm(d, sammantrade=sammantradet(s.mote)), "skal"),
        (lambda s, d: VoteringForm(d, punkt=s.punkter[1]), "ja"),
    ],
)
def test_the_sitting_and_its_minutes(ett, form, falt):
    assert MENING in form(ett, {falt: TEXT}).errors[falt][0]
    assert falt not in form(ett, {falt: "Anna slutade 2024-12-31"}).errors


@pytest.mark.parametrize("falt", ["plats", "anteckningar"])
def test_the_facts_and_notes_of_a_consultation(falt):
    form = MoteForm({falt: TEXT}, instance=mote(date(2024, 5, 2), "samrad"))
    assert MENING in form.errors[falt][0]


def test_what_is_to_be_done(ett):
    beslut = Beslut.objects.create(punkt=ett.punkter[1], utfall="bifall", text="att …")
    form = AtgardForm({"vad": TEXT}, instance=Atgard(beslut=beslut))
    assert MENING in form.errors["vad"][0]


@pytest.mark.parametrize("falt", ["protokollstext", "hela-text", "hela-motivering"])
def test_a_decision_stays_unwritten(kansli_klient, ett, falt):
    adress = reverse("styrelse:beslut_update", args=[ett.punkter[1].pk])
    sett = kansli_klient.get(adress).context["behandling"].initial["sett"]
    data = {"sett": sett, "hela-utfall": "bifall", "hela-text": "att …", falt: TEXT}
    svar = kansli_klient.post(adress, data, follow=True)
    assert MENING in svar.content.decode()
    assert not Beslut.objects.exists()

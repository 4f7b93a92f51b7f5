"""No text about an insats's money or its steps takes the number of a person."""

from datetime import date

import pytest
from django.urls import reverse

from insatser.forms.avvikelse import AvvikelseForm, BeslutForm, ExterntProjektForm
from insatser.forms.rekvisition import AterForm, BeloppForm, OverskridandeForm
from insatser.models import Rekvisition, Slutrapport
from tests.insatser.ansokningsexempel import ansokan_for
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db
TEXT = "Anna 811228-9874 slutade"
MENING = "Innehållet ser ut att vara personuppgifter (personnummer)."


@pytest.mark.parametrize("falt", ["beskrivning", "atgard"])
def test_a_deviation(kansli, falt):
    form = AvvikelseForm({falt: TEXT}, user=kansli)
    assert MENING in form.errors[falt][0]


@pytest.mark.parametrize(
    ("form", "falt"),
    [(BeslutForm, "beslut"), (ExterntProjektForm, "aktorer"), (AterForm, "ord"),
     (OverskridandeForm, "ord")],
)  # fmt: skip
def test_words_of_a_step(form, falt):
    assert MENING in form({falt: TEXT}).errors[falt][0]
    assert falt not in form({falt: "Anna slutade 2024-12-31"}).errors


def test_a_claim():
    rekvisition = Rekvisition.objects.create(insats=insats(), period="2024-K1")
    form = BeloppForm({"kommentar": TEXT}, instance=rekvisition)
    assert MENING in form.errors["kommentar"][0]


def test_the_steps_of_an_application_and_of_a_final_report(kansli_klient):
    en_insats = insats()
    ansokan = ansokan_for(en_insats.insatsagare, status="inkommen")
    data = {"till": "komplettering", "ord": TEXT}
    svar = kansli_klient.post(
        reverse("insatser:ansokan_steg", args=[ansokan.pk]), data, follow=True
    )
    assert MENING in svar.content.decode()
    ansokan.refresh_from_db()
    assert ansokan.status == "inkommen"
    rapport = Slutrapport.objects.create(
        insats=en_insats, status="inlamnad", inlamnad=date(2024, 2, 1)
    )
    adress = reverse("insatser:slutrapport_steg", args=[rapport.insats_id])
    svar = kansli_klient.post(adress, {"till": "utkast", "ord": TEXT}, follow=True)
    assert MENING in svar.content.decode()
    rapport.refresh_from_db()
    assert rapport.status == "inlamnad"

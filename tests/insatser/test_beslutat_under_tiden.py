"""What was decided or handed in after a page looked is not written over."""

import pytest
from django.core.exceptions import ValidationError

from insatser.actions.ansokan import LAST, spara_belopp
from insatser.actions.slutrapport import LAST as INLAMNAD
from insatser.actions.slutrapport import spara
from insatser.forms.slutrapport import SlutrapportForm, Utfallformset
from insatser.models import Ansokan, Slutrapport
from tests.insatser.ansokningsexempel import ansokan_for
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db


def test_the_money_of_a_decided_application_stands():
    ansokan = ansokan_for(insats().insatsagare)
    nu = Ansokan.objects.get(pk=ansokan.pk)
    nu.status = "beslutad"
    nu.save()
    with pytest.raises(ValidationError, match=LAST):
        spara_belopp(ansokan, [])  # read while it was still in preparation
    assert ansokan.poster.exists()


def test_a_report_handed_in_is_not_made_a_draft_again():
    rapport = Slutrapport.objects.create(insats=insats(), sammanfattning="Ett")
    nu = Slutrapport.objects.get()
    nu.status, nu.inlamnad = "inlamnad", "2024-02-01"
    nu.save()
    tomt = {"malen-TOTAL_FORMS": "0", "malen-INITIAL_FORMS": "0"}
    data = {"sammanfattning": "Två", "maluppfyllelse": "god", **tomt}
    form = SlutrapportForm(data, instance=rapport)
    formset = Utfallformset(data, instance=rapport.insats)
    assert form.is_valid() and formset.is_valid()
    with pytest.raises(ValidationError, match=INLAMNAD):
        spara(form, formset)
    nu.refresh_from_db()
    assert (nu.status, nu.sammanfattning) == ("inlamnad", "Ett")

"""Who is shown small counts in the house: those who enter or audit them, others by the setting."""

import pytest
from django.urls import reverse

from finsam.choices import Roll
from finsam.models import Forbund
from finsam.sma_tal import ser_sma_tal

pytestmark = pytest.mark.django_db

ALLTID = {Roll.KANSLI, Roll.FORBUNDSCHEF, Roll.REVISOR}


@pytest.mark.parametrize("roll", Roll)
@pytest.mark.parametrize("visa", [True, False])
def test_the_setting_opens_for_the_others(anvandare, roll, visa):
    Forbund.objects.create(namn="Förbundet", visa_sma_tal_internt=visa)
    assert ser_sma_tal(anvandare(roll)) is (visa or roll in ALLTID)


@pytest.mark.parametrize(("visa", "kod"), [(True, 200), (False, 404)])
def test_the_counts_are_closed_to_the_ekonom_when_the_association_says_so(klient, visa, kod):
    Forbund.objects.create(namn="Förbundet", visa_sma_tal_internt=visa)
    adress = reverse("uppfoljning:antal_list")
    assert klient(Roll.EKONOM).get(adress).status_code == kod
    assert klient(Roll.KANSLI).get(adress).status_code == 200
    nyckeltal = reverse("rapporter:nyckeltal_xlsx", args=["2024"])
    if not visa:
        assert klient(Roll.EKONOM).get(nyckeltal).status_code == 404

"""Rules that one row can break, and what they say."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ekonomi.models import Budget, Budgetpost, Personalar, Rakenskapsar, Tilldelning
from tests import rader

pytestmark = pytest.mark.django_db


def test_a_post_stands_once_though_it_has_neither_block_nor_insats():
    (konto,) = rader.konton(1)
    budget = Budget.objects.create(verksamhetsar=2024)
    Budgetpost.objects.create(budget=budget, konto=konto, belopp=Decimal(-1))
    with pytest.raises(ValidationError, match="Posten för konto, block och insats finns redan"):
        Budgetpost(budget=budget, konto=konto, belopp=Decimal(-2)).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Budgetpost.objects.create(budget=budget, konto=konto, belopp=Decimal(-2))


@pytest.mark.parametrize(
    ("objekt", "mening"),
    [
        (Budget(verksamhetsar=2024, status="faststalld"), "Ange dagen då budgeten beslutades."),
        (
            Budget(verksamhetsar=2024, status="reviderad", beslutad=date(2024, 3, 1)),
            "Ange paragrafen i styrelsens protokoll.",
        ),
        (
            Budget(
                verksamhetsar=2024,
                status="faststalld",
                beslutad=date(2023, 11, 23),
                paragraf="§ 4",
                samrad=date(2023, 11, 24),
            ),
            "Samråd med medlemmarna ska vara genomfört före beslutet.",
        ),
        (
            Tilldelning(verksamhetsar=2024, belopp=Decimal(-1)),
            "Tilldelningen får inte vara negativ.",
        ),
        (
            Personalar(verksamhetsar=2024, heltidstjanster=Decimal(-1)),
            "Antalet heltidstjänster får inte vara negativt.",
        ),
        (
            Rakenskapsar(verksamhetsar=2024, start=date(2024, 12, 31), slut=date(2024, 1, 1)),
            "Räkenskapsåret ska sluta efter att det har börjat.",
        ),
    ],
)
def test_each_rule_has_its_sentence(objekt, mening):
    with pytest.raises(ValidationError) as fel:
        objekt.full_clean()
    assert mening in fel.value.messages

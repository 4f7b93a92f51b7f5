"""What the follow-up tells in the story of an insats."""

from datetime import UTC, date, datetime

import pytest

from finsam.models import Forbund
from tests import rader
from uppfoljning.insatshandelser import handelser
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Rapporthandelse

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapport():
    (insats,) = rader.insatser(1)
    rapport = Kvartalsrapport.objects.create(
        insats=insats,
        period="2024-K1",
        status="granskad",
        forfaller=date(2024, 4, 30),
        inlamnad_at=datetime(2024, 4, 20, 10, tzinfo=UTC),
    )
    for matt, kon, antal in [
        ("inskrivna", "K", 8),
        ("inskrivna", "M", 4),
        ("avslutade", "K", 3),
        ("pagaende_slut", "K", 20),
        ("med_plan", "K", 2),
    ]:
        Deltagarantal.objects.create(rapport=rapport, matt=matt, kon=kon, antal=antal)
    # A month of the same quarter is not counted once more.
    Deltagarantal.objects.create(rapport=rapport, matt="inskrivna", kon="K", antal=8, manad=2)
    return rapport


def berattat(rapport):
    return [(h.dag, h.rubrik, h.text) for h in handelser(rapport.insats)]


def test_a_report_from_a_file_is_told_with_its_participants(rapport):
    assert berattat(rapport) == [
        (
            date(2024, 4, 20),
            "Rapporten för kvartal 1 2024 lämnas in",
            "12 inskrivna, 3 avslutade, 20 pågående vid slut",
        )
    ]


def test_a_report_with_steps_is_told_once(rapport):
    for till, ord_ in [("inlamnad", ""), ("ater", "Mål saknas."), ("inlamnad", "Nu med mål.")]:
        Rapporthandelse.objects.create(rapport=rapport, till=till, ord=ord_)
    assert [(rubrik.split("2024 ")[1], text) for _, rubrik, text in berattat(rapport)] == [
        ("lämnas in", "12 inskrivna, 3 avslutade, 20 pågående vid slut"),
        ("går åter för komplettering", "Mål saknas."),
        ("lämnas in", "Nu med mål."),
    ]


def test_few_persons_are_not_told_of_where_the_house_hides_them(rapport):
    Forbund.objects.create(namn="Förbundet", minsta_antal=5, visa_sma_tal_internt=False)
    assert [text for _, _, text in berattat(rapport)] == [""]  # 3 ended

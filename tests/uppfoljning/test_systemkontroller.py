"""What the follow-up finds by itself: late reports, and claims without one."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from finsam.internkontroll import systemkontroller
from finsam.periods import Period
from insatser.models import Rekvisition
from tests import rader
from uppfoljning.models import Kvartalsrapport, Rapporthandelse

pytestmark = pytest.mark.django_db


def fynd(id_: str, period: Period) -> list[str]:
    return [ett.text for ett in systemkontroller()[id_].fynd(period)]


def test_a_report_handed_in_late_is_found_and_one_in_time_is_not() -> None:
    _, sen = rader.kvartalsrapporter(2)
    sen.inlamnad_at = datetime(2024, 5, 2, tzinfo=UTC)
    sen.save()
    (text,) = fynd("sena-rapporter", Period(2024, "K", 1))
    assert text == f"{sen.insats}, kvartal 1 2024: lämnades 2024-05-02, efter 2024-04-30."
    assert fynd("sena-rapporter", Period(2024, "K", 2)) == []


def test_it_is_the_first_handing_in_that_is_late_or_in_time() -> None:
    atersand, rattad = rader.kvartalsrapporter(2)
    atersand.inlamnad_at = datetime(2024, 5, 20, tzinfo=UTC)  # again, after it was returned
    atersand.save()
    steg = Rapporthandelse.objects.create(rapport=atersand, fran="utkast", till="inlamnad")
    Rapporthandelse.objects.filter(pk=steg.pk).update(at=datetime(2024, 4, 20, tzinfo=UTC))
    assert fynd("sena-rapporter", Period(2024)) == []
    rattad.inlamnad_at = datetime(2024, 5, 2, tzinfo=UTC)
    rattad.save()
    # A correction in a version of its own does not make the first one less late.
    Kvartalsrapport.objects.create(
        insats=rattad.insats, period=rattad.period, version=2, status="utkast",
        forfaller=rattad.forfaller, ersatter=rattad, rattelseskal="Fel antal",
    )  # fmt: skip
    (text,) = fynd("sena-rapporter", Period(2024))
    assert text.endswith("lämnades 2024-05-02, efter 2024-04-30.")


def test_a_report_that_never_came_is_found() -> None:
    (rapport,) = rader.kvartalsrapporter(1)
    rapport.status, rapport.inlamnad_at = "utkast", None
    rapport.save()
    (text,) = fynd("sena-rapporter", Period(2024))
    assert text.endswith("rapporten är inte lämnad; den förföll 2024-04-30.")


def test_a_claim_needs_the_reports_of_its_period() -> None:
    (rapport,) = rader.kvartalsrapporter(1)
    rapport.insats.slut = date(2024, 5, 31)
    rapport.insats.save()
    for period in ("2024-K1", "2024-K2"):
        Rekvisition.objects.create(
            insats=rapport.insats, period=period, status="attesterad",
            inlamnad_at=timezone.now(), attest1_namn="Ada Alm", attest2_namn="Bo Berg",
        )  # fmt: skip
    (text,) = fynd("medel-utan-rapport", Period(2024))
    assert text.endswith("2024-K2, nr 1: rapport saknas för kvartal 2 2024.")

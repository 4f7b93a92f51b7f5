"""The board's adoption of the internal control's plan."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from styrelse.amnen import Motesbeslut, amnesslag
from tests.uppfoljning.exempelkontroll import skapa_moment, skapa_plan

pytestmark = pytest.mark.django_db
PLAN = amnesslag("internkontrollplan")


def beslut(utfall: str = "bifall") -> Motesbeslut:
    return Motesbeslut("2024", utfall, date(2023, 12, 4), "§ 61/2023")


def test_bifall_antar_planen_en_gang(kansli):
    plan = skapa_moment(skapa_plan(2024)).plan
    assert [a.nyckel for a in PLAN.kandidater(date(2023, 11, 1))] == ["2024"]
    assert PLAN.verkan(beslut()) == (
        "Internkontrollplanen för 2024 antas. Styrelsen hade ingen bilaga härifrån att jämföra med."
    )
    assert PLAN.verkstall(beslut(), kansli) == "Internkontrollplanen för 2024 är antagen."
    plan.refresh_from_db()
    assert (plan.last, plan.beslutad, plan.paragraf) == (True, date(2023, 12, 4), "§ 61/2023")
    redan = "Internkontrollplanen för 2024 är redan antagen."
    assert PLAN.verkstall(beslut(), kansli) == PLAN.verkstall(beslut("andrat"), kansli) == redan
    with pytest.raises(ValidationError, match="Planen är redan beslutad"):
        PLAN.verkstall(replace(beslut(), paragraf="§ 62/2023"), kansli)


@pytest.mark.parametrize(
    ("utfall", "fel"), [("andrat", "Mötet ändrade planen"), ("bifall", "inga moment")]
)
def test_det_som_vagras_andrar_inget(utfall, fel, kansli):
    plan = skapa_plan(2024)
    with pytest.raises(ValidationError, match=fel):
        PLAN.verkstall(beslut(utfall), kansli)
    plan.refresh_from_db()
    assert not plan.last


def test_avslag_gor_inget(kansli):
    plan = skapa_moment(skapa_plan(2024)).plan
    assert PLAN.verkstall(beslut("avslag"), kansli) == ""
    plan.refresh_from_db()
    assert not plan.last


def test_planen_antas_som_styrelsen_hade_den(kansli):
    moment = skapa_moment(skapa_plan(2024))
    fryst = PLAN.bygg("2024", False)
    (bilaga,) = PLAN.utkast("2024").bilagor
    assert f"{bilaga.dokument} {bilaga.period}" == fryst.kalla == "internkontrollplan 2024"
    klart = replace(beslut(), bilagor={fryst.kalla: fryst.data})
    assert PLAN.verkan(klart) == "Internkontrollplanen för 2024 antas."
    fore, moment.ansvarig = moment.ansvarig, "Någon annan"
    moment.save()
    fel = f"Ansvarig: styrelsen hade ”{fore}”, i dag står ”Någon annan”. Ändra tillbaka"
    for gor in (lambda: PLAN.verkan(klart), lambda: PLAN.verkstall(klart, kansli)):
        with pytest.raises(ValidationError) as svar:
            gor()
        text = " ".join(svar.value.messages)
        assert text.startswith("Planen är inte som i bilagan. ") and fel.lower() in text.lower()
    moment.plan.refresh_from_db()
    assert not moment.plan.last
    moment.ansvarig = fore
    moment.save()
    PLAN.verkstall(klart, kansli)
    moment.plan.refresh_from_db()
    assert moment.plan.last


def test_en_plan_utan_moment_ar_inget_dokument():
    skapa_plan(2024)
    for nyckel in ("2024", "2031", "tjugo"):
        with pytest.raises(ValidationError, match="ingen internkontrollplan med moment"):
            PLAN.bygg(nyckel, False)

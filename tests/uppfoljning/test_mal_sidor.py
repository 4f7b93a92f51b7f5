"""The pages of goals and activities: what is refused, copied, shown and summed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.models import Forbund
from finsam.periods import Period
from insatser.models import Insatsmal
from tests import rader
from tests.uppfoljning.exempelmal import skapa_aktivitet, skapa_mal
from uppfoljning.actions.mal import kopiera_mal
from uppfoljning.calculations.mal import Lage
from uppfoljning.models import Resultatmal, Verksamhetsmal
from uppfoljning.selectors.mal import malunderlag, malutfall_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("falt", "mening"),
    [
        ({"malvarde": "101", "enhet": "procent", "indikator": "egen"}, "mer än 100 procent"),
        ({"malvarde": "-1"}, "Målvärdet kan inte vara mindre än noll."),
        ({"enhet": "procent"}, "Indikatorn mäts i den andra enheten."),
        ({"eget_utfall": "3"}, "Utfallet hämtas ur systemet; ange inget eget."),
    ],
)
def test_a_target_that_cannot_be_is_refused_in_swedish(kansli_klient, falt, mening):
    mal = skapa_mal()
    data = {
        **{"mal": mal.pk, "ordning": 2, "text": "Mer", "indikator": "antal_aktiviteter"},
        **{"riktning": "minst", "malvarde": "15", "enhet": "antal", **falt},
    }
    adress = reverse("uppfoljning:resultatmal_create", args=[mal.pk])
    assert mening in kansli_klient.post(adress, data).content.decode()
    assert mal.resultatmalen.count() == 1


def test_a_goal_from_empty_page_to_outcome(kansli_klient):
    lista = reverse("uppfoljning:verksamhetsmal_list")
    assert "Inga mål för året" in kansli_klient.get(lista).content.decode()
    svar = kansli_klient.post(
        reverse("uppfoljning:verksamhetsmal_create"),
        {"verksamhetsar": 2024, "nr": 1, "text": "Vara en arena."},
    )
    mal = Verksamhetsmal.objects.get()
    assert svar["Location"] == mal.get_absolute_url()
    kansli_klient.post(
        reverse("uppfoljning:resultatmal_create", args=[mal.pk]),
        {
            **{"mal": mal.pk, "ordning": 1, "text": "Minst två", "indikator": "antal_aktiviteter"},
            **{"riktning": "minst", "malvarde": "2", "enhet": "antal"},
        },
    )
    for dag in (date(2024, 2, 1), date(2024, 8, 1)):
        skapa_aktivitet(dag)
    sida = kansli_klient.get(f"{lista}?ar=2024").content.decode()
    celler = sida.split("<tbody>")[1]
    assert [del_.split("<")[0] for del_ in celler.split('<td class="tal">')[1:5]] == [
        *("1", "1", "2", "2"),
    ]
    assert "Uppnått" in celler and "minst\u00a02" in celler


def test_last_years_goals_are_copied_without_their_outcome(kansli_klient, kansli):
    mal = skapa_mal(2024)
    Resultatmal.objects.create(
        mal=mal, ordning=2, text="Egen", malvarde=Decimal(1), enhet="antal",
        eget_utfall=Decimal(1), kommentar="Det gick bra.",
    )  # fmt: skip
    adress = reverse("uppfoljning:verksamhetsmal_kopiera")
    assert 'value="2025"' in kansli_klient.get(adress).content.decode()
    svar = kansli_klient.post(adress, {"fran": 2024, "till": 2025}, follow=True)
    assert "1 mål är kopierade till 2025." in svar.content.decode()
    kopia = Verksamhetsmal.objects.get(verksamhetsar=2025)
    assert kopia.text == mal.text
    egen = kopia.resultatmalen.get(ordning=2)
    assert (egen.eget_utfall, egen.kommentar, egen.malvarde) == (None, "", Decimal(1))
    assert kopia.history.get().history_user == kansli
    igen = kansli_klient.post(adress, {"fran": 2024, "till": 2025}).content.decode()
    assert "Året 2025 har redan mål." in igen
    with pytest.raises(ValidationError, match="inga mål att kopiera"):
        kopiera_mal(1999, 2000, kansli)


def test_taking_a_goal_away_asks_once(kansli_klient, ekonom_klient):
    mal = skapa_mal()
    adress = reverse("uppfoljning:verksamhetsmal_delete", args=[mal.pk])
    assert ekonom_klient.post(adress).status_code == 404
    assert "resultatmål tas bort" in kansli_klient.get(adress).content.decode()
    assert kansli_klient.post(adress)["Location"].endswith("?ar=2024")
    assert not Verksamhetsmal.objects.exists() and not Resultatmal.objects.exists()


def test_the_limit_of_near_is_the_associations(kansli_klient):
    Forbund.objects.create(namn="Förbundet", mal_nara=50)
    skapa_mal()
    skapa_aktivitet()
    # 1 of at least 2 is 50 per cent.
    assert [rad_.lage for rad_ in malutfall_for(Period(2024))] == [Lage.NARA]


def test_judged_goals_of_ended_structural_insatser_are_read():
    (insats,) = rader.insatser(1)
    insats.insatstyp = "struktur"
    insats.save()
    for nr, status in enumerate(["uppnatt", "ej_uppnatt", "ej_bedomt"], start=1):
        Insatsmal.objects.create(insats=insats, ordning=nr, text=f"Mål {nr}", status=status)
    assert malunderlag(2024).slutliga == {insats.nr: ("uppnatt", "ej_uppnatt")}
    assert malunderlag(2023).slutliga == {}


def test_as_many_queries_for_many_goals_as_for_one():
    def fragor() -> int:
        with CaptureQueriesContext(connection) as fangade:
            malunderlag(2024)
        return len(fangade)

    skapa_mal()
    skapa_aktivitet()
    en = fragor()
    for nr in range(2, 12):
        mal = Verksamhetsmal.objects.create(verksamhetsar=2024, nr=nr, text="Mer")
        Resultatmal.objects.create(mal=mal, text="Mer", malvarde=Decimal(1), enhet="antal")
        skapa_aktivitet(date(2024, 4, nr))
    assert fragor() == en


def test_activities_are_summed_in_words(kansli_klient):
    skapa_aktivitet(kvinnor=417, man=56)
    skapa_aktivitet(titel="Nätverk", form="natverk", kompetenshojande=False)
    lista = reverse("uppfoljning:aktivitet_list")
    sida = kansli_klient.get(lista).content.decode()
    assert "2 träffar. 473 deltagare: 417 kvinnor, 56 män. Inte räknade vid 1" in sida
    sida = kansli_klient.get(lista, {"form": "natverk", "ar": "2024"}).content.decode()
    assert "1 träff" in sida
    assert "0 träffar" in kansli_klient.get(lista, {"ar": "2023"}).content.decode()


def test_the_same_activity_twice_is_refused(kansli_klient):
    skapa_aktivitet()
    data = {"datum": "2024-03-14", "titel": "Samverkan kring unga", "form": "webbinarium"}
    sida = kansli_klient.post(reverse("uppfoljning:aktivitet_create"), data).content.decode()
    assert "Aktiviteten finns redan den dagen." in sida

"""The decision room in the browser: one address a play, faults told, nothing typed lost."""

from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest
from django.urls import reverse

from ekonomi.models import Scenario
from ekonomi.selectors import utrymmesminne
from finsam.choices import Roll
from tests.ekonomi.utrymmesexempel import PER, underlag

pytestmark = pytest.mark.django_db

RUM = "/ekonomi/beslutsutrymme/2021/"
HX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def exempel(monkeypatch):
    """The example of tests/ekonomi/utrymmesexempel.py for every year and day."""
    utrymmesminne._las.cache_clear()
    monkeypatch.setattr(utrymmesminne, "lagesdag", lambda ar, idag: PER)
    monkeypatch.setattr(
        utrymmesminne, "utrymmesunderlag", lambda ar, per, idag: replace(underlag(), ar=ar, per=per)
    )


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode().replace("\u00a0", " ")


def test_a_ticked_play_shows_before_after_and_the_negative_year_in_words(ledamot_klient):
    sida = text(ledamot_klient.get(f"{RUM}?sokt=2021-21&sokt=2021-22&sokt=2021-23"))
    # 12 548 − 13 037 = −489, see test_utrymmesjamforelse.py
    assert "Beslutsutrymmet 2023 blir negativt: −489 tkr." in sida
    assert (
        '<td class="tal negativ"><del class="fore"><span class="dold">före </span>12 548</del> '
        '<ins>−489</ins> <span class="skillnad">−13 037</span> '
        '<span class="status status-fel">Negativt</span></td>'
    ) in sida
    assert "Eget kapital 2024 9 250 tkr överstiger trappans tak 3 377 tkr." in sida
    assert "2023: före 12 548 tkr, efter −489 tkr" in sida  # the chart, read aloud
    assert sida.count("checked") == 3


def test_the_form_leads_to_the_short_address(ledamot_klient):
    svar = ledamot_klient.get(
        f"{RUM}?flytt-2021-21=&sokt=2021-22&sokt=2021-21&intakter-2021=&forvaltning-2022="
        f"{quote('4 500 000 kr')}&fortroendevalda-2022=700000"
    )
    assert svar.status_code == 302
    assert svar["Location"] == f"{RUM}?sokt=2021-21&sokt=2021-22&forvaltning-2022=4500000"
    sida = text(ledamot_klient.get(svar["Location"]))
    assert 'value="4 500 000"' in sida
    assert "<details open>" in sida


def test_the_rooms_own_day_is_no_part_of_the_address(ledamot_klient):
    assert ledamot_klient.get(f"{RUM}?per=2021-10-21")["Location"] == RUM
    sida = text(ledamot_klient.get(f"{RUM}?per=2021-06-01"))
    assert '<input type="hidden" name="per" value="2021-06-01">' in sida


@pytest.mark.parametrize(
    ("per", "mening"),
    [
        ("2021-13-01", "Läget per: Skriv datumet som 2024-12-31."),
        ("2999-01-01", "Läget per: Datumet ligger efter dagens datum."),
    ],
)
def test_a_day_that_cannot_be_used(ledamot_klient, per, mening):
    sida = text(ledamot_klient.get(f"{RUM}?per={per}"))
    assert mening in sida
    assert f'value="{per}" aria-invalid="true"' in sida


def test_what_cannot_be_read_stands_at_its_field_as_it_was_typed(ledamot_klient):
    sida = text(ledamot_klient.get(f"{RUM}?sokt=2021-21&forvaltning-2022=4 682 00"))
    mening = "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000."
    assert f'<ul class="errorlist" id="belopp-forvaltning-2022-fel"><li>{mening}</li></ul>' in sida
    assert f"<li>Förvaltning 2022: {mening}</li>" in sida
    assert 'value="4 682 00"' in sida
    assert 'value="2021-21" id="sokt-1" checked' in sida


def test_what_the_room_does_not_have_is_told_and_the_rest_counts(ledamot_klient):
    sida = text(ledamot_klient.get(f"{RUM}?sokt=2021-21&sokt=2020-99&flytt-2021-21=2021-x"))
    assert "Ansökan ”2020-99” väntade inte på beslut 2021-10-21" in sida
    assert "Starten ”2021-x” kan inte tolkas." in sida
    assert '<option value="2021-x" selected>2021-x</option>' in sida
    assert '<span class="skillnad">−3 597</span>' in sida


def test_htmx_gets_the_result_alone_and_the_address_to_show(ledamot_klient):
    svar = ledamot_klient.get(f"{RUM}?sokt=2021-21&flytt-2021-21=&fel=", headers=HX)
    sida = text(svar)
    assert sida.lstrip().startswith('<div id="resultat">')
    assert '<div hx-swap-oob="innerHTML:#besked">' in sida
    assert svar["HX-Replace-Url"] == f"{RUM}?sokt=2021-21"
    assert "HX-Request" in svar["Vary"]
    assert "</html>" not in sida


def test_htmx_redraws_the_amounts_when_a_fault_comes_and_when_it_goes(ledamot_klient):
    fel = ledamot_klient.get(f"{RUM}?forvaltning-2022=x", headers=HX)
    assert '<div id="belopp" hx-swap-oob="true">' in text(fel)
    assert "HX-Replace-Url" not in fel
    bra = text(ledamot_klient.get(f"{RUM}?fel=1&forvaltning-2022=4500000", headers=HX))
    assert '<div id="belopp" hx-swap-oob="true">' in bra
    assert 'name="fel"' not in bra
    assert 'id="belopp"' not in text(ledamot_klient.get(f"{RUM}?forvaltning-2022=5", headers=HX))


def test_this_years_room_keeps_the_play(ledamot_klient):
    svar = ledamot_klient.get(reverse("ekonomi:utrymme_nu") + "?sokt=2021-21")
    assert svar["Location"].endswith("/?sokt=2021-21")


SPARA = f"{RUM}spara/?per=2021-10-21&sokt=2021-21"


def test_a_play_is_saved_by_name_and_known_again(ekonom_klient, ekonom):
    assert "Beviljas med 2023 3 597 tkr" in text(ekonom_klient.get(SPARA))
    svar = ekonom_klient.post(SPARA, {"namn": "Bara Håbo", "anteckning": "Till presidiet"})
    scenario = Scenario.objects.get()
    assert svar["Location"] == scenario.get_absolute_url()
    assert (scenario.verksamhetsar, scenario.per, scenario.fraga, scenario.skapat_av) == (
        2021, PER, "sokt=2021-21", ekonom,
    )  # fmt: skip
    sida = text(ekonom_klient.get(f"{RUM}?sokt=2021-21"))
    assert f'Sparat som scenariot <a href="{scenario.get_absolute_url()}">Bara Håbo</a>' in sida
    assert text(ekonom_klient.get(scenario.adress, follow=True)).count("checked") == 1


def test_a_name_is_used_once_a_year_and_the_form_keeps_what_was_typed(ekonom_klient):
    Scenario.objects.create(namn="A", verksamhetsar=2021, per=PER, fraga="sokt=2021-22")
    sida = text(ekonom_klient.post(SPARA, {"namn": "A", "anteckning": "Kvar"}))
    assert "Året har redan ett scenario med det namnet." in sida
    assert "Kvar" in sida
    assert Scenario.objects.count() == 1


def test_no_identity_in_a_note(ekonom_klient):
    sida = text(ekonom_klient.post(SPARA, {"namn": "B", "anteckning": "850709-9805"}))
    assert "Innehållet ser ut att vara personuppgifter" in sida


def test_nothing_chosen_is_nothing_to_save(ekonom_klient):
    svar = ekonom_klient.get(f"{RUM}spara/?per=2021-10-21", follow=True)
    assert "Det finns inget att spara" in text(svar)


def test_a_ledamot_plays_but_does_not_save(ledamot_klient):
    assert "Spara som scenario" not in text(ledamot_klient.get(f"{RUM}?sokt=2021-21"))
    assert ledamot_klient.get(SPARA).status_code == 404
    assert ledamot_klient.post(SPARA, {"namn": "A"}).status_code == 404


def tva():
    return [
        Scenario.objects.create(namn=namn, verksamhetsar=2021, per=PER, fraga=fraga)
        for namn, fraga in [("A", "sokt=2021-21"), ("B", "sokt=2021-22&intakter-2022=23000000")]
    ]


def test_two_are_compared_with_each_other_and_with_neither(ledamot_klient):
    a, b = tva()
    sida = text(ledamot_klient.get(reverse("ekonomi:scenario_jamfor"), {"a": a.pk, "b": b.pk}))
    grupp = sida.split("Beslutsutrymme efter valda ansökningar</th>")[1].split("</tbody>")[0]
    rader = [rad.split("</tr>")[0] for rad in grupp.split("<tr")[1:]]
    tal = [rad.replace("</td>", "").split('<td class="tal">')[1:] for rad in rader]
    # A: 12 548 − 3 597; 26 913 − 3 597 − 3 000
    # B: 462 − 90; 12 548 − 90 − 3 440; 26 913 − 90 − 3 440 − 2 626
    assert tal == [
        ["4 122", "462", "12 548", "26 913"],
        ["4 122", "462", "8 951", "20 316"],
        ["4 122", "372", "9 018", "20 757"],
        ["0", "0", "−3 597", "−6 597"],
        ["0", "−90", "−3 530", "−6 156"],
        ["0", "−90", "+67", "+441"],
    ]
    assert "Förvaltning" not in sida.split("<caption>")[1]  # alike in all three


def test_only_two_different_ones_of_a_year_are_compared(ledamot_klient):
    a, b = tva()
    adress = reverse("ekonomi:scenario_jamfor")
    assert "Välj två olika scenarier." in text(ledamot_klient.get(adress, {"a": a.pk, "b": a.pk}))
    b.verksamhetsar = 2022
    b.save()
    sida = text(ledamot_klient.get(adress, {"a": a.pk, "b": b.pk}))
    assert "Scenarierna gäller olika år. Välj två för samma år." in sida


def test_another_day_is_told_when_two_are_compared(ledamot_klient):
    a, b = tva()
    b.per = date(2021, 6, 1)
    b.save()
    sida = text(ledamot_klient.get(reverse("ekonomi:scenario_jamfor"), {"a": a.pk, "b": b.pk}))
    assert "Scenarierna bygger på olika dagar" in sida


def test_one_is_renamed_and_taken_away_after_one_question(kansli_klient):
    a, b = tva()
    adress = reverse("ekonomi:scenario_update", args=[a.pk])
    assert "Året har redan" in text(kansli_klient.post(adress, {"namn": "B"}))
    kansli_klient.post(adress, {"namn": "C", "anteckning": ""})
    a.refresh_from_db()
    assert (a.namn, a.fraga) == ("C", "sokt=2021-21")
    bort = reverse("ekonomi:scenario_delete", args=[a.pk])
    assert "Du är på väg att ta bort" in text(kansli_klient.get(bort))
    kansli_klient.post(bort)
    assert list(Scenario.objects.all()) == [b]


def test_what_is_frozen_is_neither_changed_nor_taken_away(kansli_klient):
    from ekonomi.models.scenario import Kopiaroras

    a, _ = tva()
    bilaga = a.bilagor.create(titel="T", innehall={}, pdf=b"%PDF")
    with pytest.raises(Kopiaroras):
        bilaga.save()
    with pytest.raises(Kopiaroras):
        bilaga.delete()
    assert kansli_klient.post(reverse("ekonomi:scenario_delete", args=[a.pk])).status_code == 404
    assert Scenario.objects.filter(pk=a.pk).exists()


@pytest.mark.parametrize("roll", [Roll.INSATSANSVARIG, Roll.ADMINISTRATOR])
def test_others_find_no_room(klient, roll):
    assert klient(roll).get(RUM).status_code == 404

"""The pages of the internal control: a plan is made, decided, carried out and sampled."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from finsam import arshjul
from finsam.choices import Roll
from finsam.internkontroll import populationer
from finsam.periods import Period
from tests import rader
from tests.uppfoljning.exempelkontroll import beslutad_plan, skapa_moment, skapa_plan
from uppfoljning.actions.stickprov import dra_stickprov
from uppfoljning.models import (
    Internkontrollplan,
    Kontrollmoment,
    Kontrollutforande,
    Stickprov,
)

pytestmark = pytest.mark.django_db

MOMENT = {
    "nr": "1",
    "omrade": "beslut",
    "risk": "Fel betalas ut",
    "sannolikhet": "3",
    "konsekvens": "4",
    "kontroll": "Attester",
    "frekvens": "halvar",
}


def sida(client: Client, namn: str, *args: object, data: object = None) -> str:
    adress = reverse(f"uppfoljning:{namn}", args=args)
    svar = client.get(adress) if data is None else client.post(adress, data, follow=True)
    assert svar.status_code == 200
    return svar.content.decode()


def test_a_plan_is_made_from_last_years_without_what_was_done(kansli_klient: Client) -> None:
    moment = skapa_moment(beslutad_plan(2023), sannolikhet_efter=1, konsekvens_efter=2)
    moment.utforda.create(period="2023-H1", utford=date(2023, 7, 1), resultat="utan_avvikelse")
    assert "2024 är sparad som utkast" in sida(
        kansli_klient, "internkontrollplan_create", data={"ar": "2024", "fran": "2023"}
    )
    (nytt,) = Kontrollmoment.objects.filter(plan__verksamhetsar=2024)
    assert (nytt.risk, nytt.konsekvens_efter, nytt.utforda.count()) == (moment.risk, 2, 0)
    assert not nytt.plan.last
    igen = sida(kansli_klient, "internkontrollplan_create", data={"ar": "2024", "fran": ""})
    assert "Internkontrollplan med detta År finns redan" in igen


def test_a_moment_is_added_to_a_draft_and_its_number_is_its_own(kansli_klient: Client) -> None:
    skapa_plan(2024)
    assert "12" in sida(kansli_klient, "kontrollmoment_create", 2024, data=MOMENT)
    igen = sida(kansli_klient, "kontrollmoment_create", 2024, data=MOMENT)
    assert "Planen har redan ett moment med det numret." in igen
    halv = {**MOMENT, "nr": "2", "sannolikhet_efter": "1"}
    assert "Ange både sannolikhet och konsekvens efter åtgärd" in sida(
        kansli_klient, "kontrollmoment_create", 2024, data=halv
    )
    person = {**MOMENT, "nr": "2", "risk": "Fel för 19121212-1212"}
    assert "personnummer" in sida(kansli_klient, "kontrollmoment_create", 2024, data=person)
    assert Kontrollmoment.objects.count() == 1


def test_a_decided_plan_is_only_followed_up(kansli_klient: Client) -> None:
    moment = skapa_moment(skapa_plan(2024))
    utfor = reverse("uppfoljning:kontrollutforande_create", args=[moment.pk, "2024-H1"])
    assert kansli_klient.get(utfor).status_code == 404  # not until the board has decided
    beslut = {"beslutad": "2023-12-07", "paragraf": "§ 61"}
    assert "är beslutad" in sida(kansli_klient, "internkontrollplan_besluta", 2024, data=beslut)
    assert Internkontrollplan.objects.get().last
    for namn, args in (
        ("kontrollmoment_update", [moment.pk]),
        ("kontrollmoment_delete", [moment.pk]),
        ("kontrollmoment_create", [2024]),
        ("internkontrollplan_delete", [2024]),
        ("internkontrollplan_besluta", [2024]),
    ):
        adress = reverse(f"uppfoljning:{namn}", args=args)
        assert kansli_klient.post(adress, {**MOMENT, "risk": "Ändrad", **beslut}).status_code == 404
    moment.refresh_from_db()
    assert moment.risk != "Ändrad"
    assert kansli_klient.get(utfor).status_code == 200


def test_an_empty_plan_is_not_decided(kansli_klient: Client) -> None:
    skapa_plan(2024)
    beslut = {"beslutad": "2023-12-07", "paragraf": "§ 61"}
    svar = sida(kansli_klient, "internkontrollplan_besluta", 2024, data=beslut)
    assert "Planen har inga moment att besluta om." in svar


def test_a_deviation_needs_an_action_and_a_day(kansli_klient: Client) -> None:
    moment = skapa_moment(beslutad_plan(2024))
    data = {"utford": "2024-07-10", "resultat": "avvikelse", "iakttagelse": "Attest saknas"}
    nyckel = (moment.pk, "2024-H1")
    svar = sida(kansli_klient, "kontrollutforande_create", *nyckel, data=data)
    assert "Ange vad som ska göras åt avvikelsen, och när." in svar
    assert "Attest saknas" in svar  # what was typed is still there
    atgard = {"atgard": "Ny rutin", "atgard_senast": "2024-09-30", "atgard_ansvarig": "Ekonomen"}
    svar = sida(kansli_klient, "kontrollutforande_create", *nyckel, data={**data, **atgard})
    assert "Försenad" in svar and "Ny rutin" in svar
    rad = Kontrollutforande.objects.get()
    klar = {**data, **atgard, "atgardad": "2024-07-09"}
    svar = sida(kansli_klient, "kontrollutforande_update", rad.pk, data=klar)
    assert "Åtgärden kan inte vara klar före kontrollen, 2024-07-10." in svar
    klar["atgardad"] = "2024-09-20"
    assert "Åtgärdad" in sida(kansli_klient, "kontrollutforande_update", rad.pk, data=klar)
    # The period is taken now, and one that the moment does not have is no page.
    igen = sida(kansli_klient, "kontrollutforande_create", *nyckel, data={**data, **atgard})
    assert "Momentet är redan kontrollerat för perioden." in igen
    annan = reverse("uppfoljning:kontrollutforande_create", args=[moment.pk, "2024-K1"])
    assert kansli_klient.get(annan).status_code == 404


def test_the_systems_findings_are_counted_when_the_outcome_is_registered(
    kansli_klient: Client, ledamot_klient: Client
) -> None:
    (rapport,) = rader.kvartalsrapporter(1)
    rapport.status, rapport.inlamnad_at = "utkast", None
    rapport.save()
    moment = skapa_moment(beslutad_plan(2024), frekvens="ar", systemkontroll="sena-rapporter")
    text = "rapporten är inte lämnad"
    assert text in sida(kansli_klient, "kontrollmoment_detail", moment.pk)
    ledamotens = sida(ledamot_klient, "kontrollmoment_detail", moment.pk)
    # A ledamot may not open the reports: how many, and no more.
    assert "Systemets fynd nu: 1" in ledamotens
    assert text not in ledamotens and rapport.get_absolute_url() not in ledamotens
    form = sida(kansli_klient, "kontrollutforande_create", moment.pk, "2024")
    assert "Systemets kontroll har 1 fynd:" in form
    data = {"utford": "2025-01-10", "resultat": "utan_avvikelse"}
    svar = sida(kansli_klient, "kontrollutforande_create", moment.pk, "2024", data=data)
    assert "Systemets kontroll har fynd" in svar
    data["resultat"] = "mindre_avvikelse"
    sida(kansli_klient, "kontrollutforande_create", moment.pk, "2024", data=data)
    assert Kontrollutforande.objects.get().fynd == 1
    lista = reverse("uppfoljning:systemkontroll_list") + "?ar=2024"
    assert text in kansli_klient.get(lista).content.decode()
    assert text not in (ledamotens := ledamot_klient.get(lista).content.decode())
    assert '<span class="svag">1</span>' in ledamotens


def test_a_control_waits_for_its_period_to_end(kansli_klient: Client) -> None:
    ar = timezone.localdate().year
    moment = skapa_moment(beslutad_plan(ar), frekvens="ar")
    assert "Registrera utfallet" not in sida(kansli_klient, "kontrollmoment_detail", moment.pk)
    data = {"utford": f"{ar}-01-01", "resultat": "utan_avvikelse"}
    svar = sida(kansli_klient, "kontrollutforande_create", moment.pk, str(ar), data=data)
    assert f"Kontrollen av {ar} görs tidigast {ar}-12-31." in svar
    forra = skapa_moment(beslutad_plan(ar - 1), frekvens="ar")
    assert "Registrera utfallet" in sida(kansli_klient, "kontrollmoment_detail", forra.pk)
    data["utford"] = f"{ar - 1}-12-31"
    sida(kansli_klient, "kontrollutforande_create", forra.pk, str(ar - 1), data=data)
    assert Kontrollutforande.objects.get().moment == forra


def test_a_draft_is_not_for_the_board(
    ledamot_klient: Client, revisor_klient: Client, ekonom_klient: Client
) -> None:
    moment = skapa_moment(skapa_plan(2023))
    skapa_moment(beslutad_plan(2022))
    sidor = [moment.plan.get_absolute_url(), moment.get_absolute_url()]
    lista = reverse("uppfoljning:internkontrollplan_list")
    for klient, kod in ((ledamot_klient, 404), (revisor_klient, 200), (ekonom_klient, 200)):
        assert [klient.get(adress).status_code for adress in sidor] == [kod, kod]
        assert (sidor[0] in klient.get(lista).content.decode()) is (kod == 200)
    assert reverse("uppfoljning:internkontrollplan_detail", args=[2022]) in (
        ledamot_klient.get(lista).content.decode()
    )


def test_a_sample_is_drawn_reviewed_and_drawn_again(
    kansli_klient: Client, revisor_klient: Client
) -> None:
    rader.verifikationer(12)
    moment = skapa_moment(beslutad_plan(2024))
    data = {"population": "verifikationer", "period": "2024-H1", "antal": "3", "fro": "7"}
    svar = sida(kansli_klient, "stickprov_create", moment.pk, data=data)
    stickprov = Stickprov.objects.get()
    assert (stickprov.antal, stickprov.ram, stickprov.fro) == (3, 6, 7)
    assert stickprov.poster.count() == 3 and "Ej granskad" in svar
    assert "Fröet är redan använt" in sida(kansli_klient, "stickprov_create", moment.pk, data=data)
    for_manga = {**data, "fro": "8", "antal": "7"}
    svar = sida(kansli_klient, "stickprov_create", moment.pk, data=for_manga)
    assert "Det finns 6 poster att dra ur. Välj ett lägre tal." in svar
    adress = f"{stickprov.get_absolute_url()}?upprepa=1"
    text = revisor_klient.get(adress).content.decode()
    assert "Ramen är oförändrad: samma 6 poster som vid dragningen. Samma 3 poster" in text
    rader.Verifikation.objects.get(nummer="12").delete()  # December's is not in the frame
    assert "Ramen är oförändrad" in revisor_klient.get(adress).content.decode()
    dragen = stickprov.poster.first()
    assert dragen
    nummer = dragen.nyckel.removeprefix("2024/A")
    rader.Verifikation.objects.get(nummer=nummer).delete()
    text = revisor_klient.get(adress).content.decode()
    assert "Ramen har ändrats: 6 poster vid dragningen, 5 nu" in text
    assert "2 av 3 poster dras igen." in text
    assert "Finns inte längre bland posterna." in text


def test_a_wrong_row_needs_a_note_and_stops_a_clean_result(kansli_klient: Client) -> None:
    rader.verifikationer(6)
    moment = skapa_moment(beslutad_plan(2024))
    data = {"population": "verifikationer", "period": "2024-H1", "antal": "1"}
    sida(kansli_klient, "stickprov_create", moment.pk, data=data)
    stickprov = Stickprov.objects.get()
    assert stickprov.fro > 0  # the system's own
    post = stickprov.poster.get()
    formular = {
        "poster-TOTAL_FORMS": "1",
        "poster-INITIAL_FORMS": "1",
        "poster-0-id": post.pk,
        "poster-0-utfall": "fel",
    }
    svar = sida(kansli_klient, "stickprov_granska", stickprov.pk, data=formular)
    assert "Skriv vad som är fel." in svar
    formular["poster-0-anteckning"] = "Underlaget saknas"
    svar = sida(kansli_klient, "stickprov_granska", stickprov.pk, data=formular)
    assert "1, varav 1 fel" in svar and "Underlaget saknas" in svar
    utan = {"utford": "2024-07-10", "resultat": "utan_avvikelse"}
    svar = sida(kansli_klient, "kontrollutforande_create", moment.pk, "2024-H1", data=utan)
    assert "Stickprovet har 1 fel: välj en avvikelse." in svar


def test_an_insats_population_with_nothing_says_so(kansli_klient: Client) -> None:
    moment = skapa_moment(beslutad_plan(2024))
    data = {"population": "rekvisitioner", "period": "2024-H1", "antal": "1"}
    svar = sida(kansli_klient, "stickprov_create", moment.pk, data=data)
    assert "Det finns inget att dra ur för halvår 1 2024." in svar


def test_the_plan_page_asks_as_much_for_many_moments(
    ekonom_klient: Client, django_assert_max_num_queries: object
) -> None:
    plan = beslutad_plan(2024)
    for nr in range(1, 21):
        moment = skapa_moment(plan, nr, systemkontroll="sena-rapporter")
        moment.utforda.create(period="2024-H1", utford=date(2024, 7, 1), resultat="utan_avvikelse")
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        sida(ekonom_klient, "internkontrollplan_detail", 2024)


def test_what_is_late_stands_on_the_start_page(anvandare: object) -> None:
    idag = timezone.localdate()
    ett = skapa_moment(beslutad_plan(idag.year - 1), frekvens="ar")
    ett.utforda.create(
        period=str(idag.year - 1), utford=idag, resultat="avvikelse", atgard="Ny rutin",
        atgard_senast=idag - timedelta(days=1),
    )  # fmt: skip
    kansli = anvandare(Roll.KANSLI)  # type: ignore[operator]
    plikter = {p.titel: p.tillstand.text for p in arshjul.plikter(kansli, idag)}
    assert plikter["Åtgärd: Ny rutin"] == "Försenad"
    assert plikter[f"Internkontroll {idag.year - 1}"] == "Klar"
    lage = {rad.titel: rad.text for rad in arshjul.lage(kansli, idag)}
    assert lage["Internkontroll"] == "1 åtgärd försenad"


@pytest.mark.parametrize(
    ("falt", "mening"),
    [
        ({"resultat": "avvikelse"}, "Ange vad som ska göras åt avvikelsen, och när."),
        ({"fynd": 2}, "Systemets kontroll har fynd"),
        ({"atgardad": date(2024, 8, 1)}, "Ange åtgärden som är klar."),
    ],
)
def test_rules_of_what_is_carried_out(falt: dict[str, object], mening: str) -> None:
    grund = {"period": "2024-H1", "utford": date(2024, 7, 1), "resultat": "utan_avvikelse"}
    rad = Kontrollutforande(moment=skapa_moment(beslutad_plan()), **{**grund, **falt})
    with pytest.raises(ValidationError, match=mening):
        rad.full_clean()


def test_a_sample_is_of_at_least_one_row_and_at_most_all() -> None:
    moment = skapa_moment(beslutad_plan())
    falt = {"moment": moment, "population": "beslut", "period": "2024", "fro": 1}
    for antal, ram in ((0, 3), (4, 3)):
        rad = Stickprov(**falt, antal=antal, ram=ram, ramsumma="0" * 64)
        with pytest.raises(ValidationError, match="Dra minst en post"):
            rad.full_clean()


def test_a_period_that_goes_on_is_not_drawn_from() -> None:
    moment, idag = skapa_moment(beslutad_plan()), timezone.localdate()
    population = populationer()["beslut"]
    with pytest.raises(ValidationError, match=f"Stickprov för {idag.year} dras när perioden"):
        dra_stickprov(moment, population, Period(idag.year), 1, 7, None)

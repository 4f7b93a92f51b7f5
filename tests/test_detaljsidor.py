"""Detail and form pages of the registers: what stands there, and what a fault says."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from ekonomi.models import Saldo, Tilldelning
from finsam.models import Medlem
from insatser.models import Insats
from styrelse.models import Person, Uppdrag
from tests import rader

pytestmark = pytest.mark.django_db


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def test_balance_list_is_opening_plus_movement(ekonom_klient):
    (konto,) = rader.konton(1)
    for manad, belopp in [(0, "1000.00"), (1, "250.25"), (12, "-50.00")]:
        Saldo.objects.create(
            rakenskapsar=rader.ar(), konto=konto, manad=manad, belopp=Decimal(belopp)
        )
    sida = text(ekonom_klient.get(reverse("ekonomi:rakenskapsar_detail", args=[2024])))
    # 1 000,00 + (250,25 − 50,00 = 200,25) = 1 200,25
    assert all(tal in sida for tal in ("1\u00a0000,00", "200,25", "1\u00a0200,25"))
    assert "1\u00a0200,25" in text(ekonom_klient.get(konto.get_absolute_url()))


def test_voucher_page_sums_its_booked_rows_only(ekonom_klient):
    (kontering,) = rader.konteringar(1)
    kontering.verifikation.konteringar.create(
        radnr=2, konto=kontering.konto, belopp=Decimal("-999.00"), slag="btrans"
    )
    sida = text(ekonom_klient.get(kontering.verifikation.get_absolute_url()))
    assert "Struken" in sida
    assert '<td class="tal">100,10</td>' in sida.split("<tfoot>")[1]


def test_new_office_finds_the_person_by_name(kansli_klient):
    person = Person.objects.create(namn="Ada Åkesson")
    (medlem,) = rader.medlemmar(1)
    svar = kansli_klient.post(
        reverse("styrelse:uppdrag_create"),
        {
            "namn": " Ada  Åkesson",
            "organ": "styrelsen",
            "medlem": medlem.pk,
            "roll": "ledamot",
            "fran": "2023-04-01",
        },
    )
    assert svar.status_code == 302
    assert Uppdrag.objects.get().person == person


@pytest.mark.parametrize(
    ("namn", "data", "mening"),
    [
        (
            "styrelse:uppdrag_create",
            {"namn": "Ada", "roll": "ledamot", "fran": "2024-02-01", "tom": "2024-01-31"},
            "Slutdatum får inte ligga före startdatum.",
        ),
        (
            "styrelse:revisor_create",
            {"utsedd_av": "stat", "fran": "2024-01-01"},
            "Ange revisorns namn eller byrå.",
        ),
        (
            "finsam:folkmangd_create",
            {"datum": "2023-11-01", "antal": "0"},
            "Folkmängden ska vara större än noll.",
        ),
    ],
)
def test_a_broken_rule_is_said_in_swedish(kansli_klient, namn, data, mening):
    (medlem,) = rader.medlemmar(1)
    sida = text(kansli_klient.post(reverse(namn), {"medlem": medlem.pk, **data}))
    assert mening in sida
    assert data["fran" if "fran" in data else "datum"] in sida  # what was typed is still there


def test_second_budget_for_a_year_is_refused(kansli_klient):
    (insats,) = rader.insatser(1)
    adress = reverse("insatser:insatsbudget_create", args=[insats.pk])
    data = {"insats": insats.pk, "verksamhetsar": "2024", "belopp": "1\u00a0245\u00a0000"}
    assert kansli_klient.post(adress, data).status_code == 302
    assert insats.budgetar.get().belopp == Decimal(1_245_000)
    assert "Insatsen har redan en budget för året." in text(kansli_klient.post(adress, data))


def test_pages_of_a_member_and_an_insats(revisor_klient):
    (insats,) = rader.insatser(1)
    insats.parter.add(Medlem.objects.create(namn="Regionen", kortnamn="Reg", typ="region"))
    sida = text(revisor_klient.get(insats.get_absolute_url()))
    assert "Regionen" in sida and "/andra/" not in sida
    assert "Kommun 00" in text(revisor_klient.get(insats.insatsagare.get_absolute_url()))
    assert Insats.objects.under(insats.start, insats.start).exists()


def test_fees_add_to_the_allocation_or_say_what_is_missing(ekonom_klient):
    kommun, *_ = (
        Medlem.objects.create(namn=namn, kortnamn=namn, typ=typ)
        for namn, typ in [("Ås kommun", "kommun"), ("Regionen", "region"), ("FK", "fk")]
    )
    ett = Tilldelning.objects.create(
        verksamhetsar=2024, belopp=Decimal(1_000_001), folkmangd_datum=date(2023, 11, 1)
    )
    sida = text(ekonom_klient.get(ett.get_absolute_url()))
    assert "Folkmängd per 2023-11-01 saknas för Ås kommun." in sida
    kommun.folkmangder.create(datum=date(2023, 11, 1), antal=9000)
    sida = text(ekonom_klient.get(ett.get_absolute_url()))
    # ½ of 1 000 001 is 500 000,50 and ¼ is 250 000,25: the largest fraction takes the odd krona.
    assert "500\u00a0001" in sida and "250\u00a0000" in sida and "1\u00a0000\u00a0001" in sida


def test_a_year_is_closed_and_opened_by_the_ekonom_after_a_question(ekonom_klient, revisor_klient):
    ar = rader.ar()
    stang = reverse("ekonomi:rakenskapsar_stang", args=[2024])
    assert "kan inte ersättas" in text(ekonom_klient.get(stang))
    assert revisor_klient.post(stang).status_code == 404
    ar.refresh_from_db()
    assert not ar.stangt
    sida = text(ekonom_klient.post(stang, follow=True))
    assert "Räkenskapsåret 2024 är nu stängt." in sida and "Öppna året" in sida
    text(ekonom_klient.post(reverse("ekonomi:rakenskapsar_oppna", args=[2024]), follow=True))
    ar.refresh_from_db()
    assert not ar.stangt
    assert [rad.history_change_reason for rad in ar.history.all()[:2]] == ["Öppnat", "Stängt"]


def test_the_revisor_reads_the_history_of_a_row_on_its_own_page(revisor_klient, kansli_klient):
    (medlem,) = rader.medlemmar(1)
    kansli_klient.post(
        reverse("finsam:medlem_update", args=[medlem.pk]),
        {"namn": "Nya kommunen", "kortnamn": "Nya", "typ": "kommun", "fran": "2003-01-01"},
    )
    historik = text(revisor_klient.get(medlem.get_absolute_url())).split('id="historik"')[1]
    assert "Kommun 00" in historik and "Nya kommunen" in historik and "Kansli Testsson" in historik


def test_a_ledamot_sees_the_ledger_of_closed_years_only(ledamot_klient, ekonom_klient):
    (kontering,) = rader.konteringar(1)
    adresser = [kontering.verifikation.get_absolute_url(), rader.ar().get_absolute_url()]
    lista = reverse("ekonomi:kontering_list")
    assert {ledamot_klient.get(adress).status_code for adress in adresser} == {404}
    assert "0 träffar" in text(ledamot_klient.get(lista))
    assert "1 träff" in text(ekonom_klient.get(lista))
    ekonom_klient.post(reverse("ekonomi:rakenskapsar_stang", args=[2024]))
    assert {ledamot_klient.get(adress).status_code for adress in adresser} == {200}
    assert "1 träff" in text(ledamot_klient.get(lista))

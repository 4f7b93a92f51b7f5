"""Every list: as many queries for 30 rows as for 3, and exports of just what is shown."""

import csv
import io
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests import rader


def antal_fragor(client, adress):
    with CaptureQueriesContext(connection) as fragor:
        svar = client.get(adress)
    assert svar.status_code == 200
    return len(fragor)


@pytest.mark.django_db
@pytest.mark.parametrize("lista", rader.LISTOR)
def test_as_many_queries_for_30_rows_as_for_3(lista, forbundschef_klient):
    adress = reverse(lista)
    skapa = rader.LISTOR[lista]
    skapade = skapa(30)
    forbundschef_klient.get(adress)
    trettio = antal_fragor(forbundschef_klient, adress)
    type(skapade[0]).objects.filter(pk__in=[rad.pk for rad in skapade[3:]]).delete()
    assert antal_fragor(forbundschef_klient, adress) == trettio


@pytest.mark.django_db
@pytest.mark.parametrize("lista", rader.LISTOR)
def test_export_is_what_is_shown(lista, forbundschef_klient):
    rader.LISTOR[lista](30)
    adress = reverse(lista)
    text = b"".join(forbundschef_klient.get(adress, {"export": "csv"})).decode("utf-8-sig")
    i_csv = list(csv.reader(io.StringIO(text), delimiter=";"))
    bok = load_workbook(io.BytesIO(forbundschef_klient.get(adress, {"export": "xlsx"}).content))
    i_excel = list(bok.active.values)
    assert len(i_csv) == len(i_excel) == 31  # all pages, and the headings
    assert list(i_excel[0]) == i_csv[0]


@pytest.mark.django_db
def test_export_follows_the_filter(forbundschef_klient):
    rader.konteringar(30)
    svar = forbundschef_klient.get(
        reverse("ekonomi:kontering_list"), {"konto": "4000-4002, 4010", "export": "csv"}
    )
    rad = list(csv.reader(io.StringIO(b"".join(svar).decode("utf-8-sig")), delimiter=";"))
    assert len(rad) == 1 + 4
    assert rad[1][-1] == "100,10"  # a number with decimal comma, not the screen's text


@pytest.mark.django_db
def test_sum_is_of_all_pages(forbundschef_klient):
    rader.konteringar(30)
    svar = forbundschef_klient.get(reverse("ekonomi:kontering_list"))
    # 30 × 100,10 = 3 003,00, though page 1 shows 25 rows
    assert "Summa alla 30 rader: 3\u00a0003,00 kr" in svar.content.decode()


@pytest.mark.django_db
def test_unreadable_account_is_said_at_the_field(forbundschef_klient):
    svar = forbundschef_klient.get(reverse("ekonomi:kontering_list"), {"konto": "30x"})
    assert (
        "”30x” är inget konto. Skriv till exempel 3010, 3010-3099 eller bank."
        in svar.content.decode()
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lista", "filter_"),
    [
        ("ekonomi:verifikation_list", {"ar": "2024"}),
        ("ekonomi:kontering_list", {"ar": "2024"}),
    ],
)
def test_a_long_list_asks_few_questions(lista, filter_, ekonom_klient):
    rader.LISTOR[lista](30)
    adress = f"{reverse(lista)}?{urlencode(filter_)}"
    # Session, user, association, number of rows, rows; a list of konteringar also its sum.
    assert antal_fragor(ekonom_klient, adress) <= 6


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("konto", "antal"),
    [("4001", 1), ("400", 10), ("konto 29", 1), ("4028-4100", 2)],
)
def test_accounts_by_number_beginning_name_and_range(konto, antal, forbundschef_klient):
    rader.konteringar(30)
    svar = forbundschef_klient.get(reverse("ekonomi:kontering_list"), {"konto": konto})
    assert svar.context_data["table"].paginator.count == antal


@pytest.mark.django_db
def test_a_day_that_is_none_is_said_where_the_result_stands(forbundschef_klient):
    svar = forbundschef_klient.get(reverse("ekonomi:kontering_list"), {"fran": "2024-13-01"})
    antal = svar.content.decode().split('id="antal"')[1].split("</p>")[0]
    assert "Från: Skriv datumet som 2024-12-31." in antal


@pytest.mark.django_db
def test_all_rows_stand_on_the_page_that_is_printed(forbundschef_klient):
    rader.konteringar(30)
    adress = reverse("ekonomi:kontering_list")
    sida = forbundschef_klient.get(adress).content.decode()
    assert "Alla rader för utskrift" in sida and sida.count('<th scope="row"') == 25
    utskrift = forbundschef_klient.get(adress, {"print": "1"}).content.decode()
    assert utskrift.count('<th scope="row"') == 30
    assert "Alla rader för utskrift" not in utskrift

"""The page of key figures: months, sums, money, and a constant number of queries."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ekonomi.models import Dimension, Konto, Objekt, Rakenskapsar, Saldo
from finsam.models import Forbund
from finsam.periods import las_period
from finsam.rapporter.dokument import Varde
from finsam.rapporter.nyckeltal.manader import allas_manader, insatsens_manader
from finsam.rapporter.nyckeltal.rapport import nyckeltalsrapport
from finsam.rapporter.nyckeltal.selectors import nyckeltalsmaterial
from tests import rader
from tests.uppfoljning.antal import antal
from tests.uppfoljning.antal import rapport as rapportunderlag
from tests.uppfoljning.databas import med_manader, rapport
from uppfoljning.calculations.underlag import Rapportunderlag

AR = las_period("2024")


def insatser(n):
    alla = rader.insatser(n)
    for insats in alla:
        insats.uppfoljningsslag = "antal"
        insats.forvantat_antal = 10
        insats.save()
        insats.budgetar.create(verksamhetsar=2024, belopp=Decimal(240_000))
    return alla


def bokfor(insatser, manad, belopp):
    ar, _ = Rakenskapsar.objects.get_or_create(
        verksamhetsar=2024, defaults={"start": date(2024, 1, 1), "slut": date(2024, 12, 31)}
    )
    konto, _ = Konto.objects.get_or_create(
        nummer="4531", defaults={"namn": "Insatser", "kontotyp": "K"}
    )
    dimension, _ = Dimension.objects.get_or_create(nummer=6, defaults={"namn": "Projekt"})
    for insats in insatser:
        projekt, _ = Objekt.objects.get_or_create(dimension=dimension, kod=insats.projektkod)
        Saldo.objects.create(
            rakenskapsar=ar, konto=konto, manad=manad, projekt=projekt, belopp=Decimal(belopp)
        )


def tabellen(id_):
    byggd = nyckeltalsrapport(nyckeltalsmaterial(AR))
    (tabell,) = (t for t in byggd.tabeller if t.id == id_)
    return {
        rad.etikett: dict(
            zip(tabell.kolumner, [c.tal if isinstance(c, Varde) else c for c in rad.varden],
                strict=True)
        )
        for rad in tabell.rader
    }  # fmt: skip


ORSAKER = {"studerande": (1, 0), "ovrigt": (1, 2)}


@pytest.mark.django_db
def test_an_insats_month_by_month():
    (insats,) = insatser(1)
    bokfor([insats], 1, 20_000)
    bokfor([insats], 3, 30_000)
    rapport(
        insats, "2024-K1", pagaende_start=(4, 4), inskrivna=(3, 0), avslutade=(2, 2),
        pagaende_slut=(5, 2), avslutsorsak=ORSAKER, dagar=(200, 300),
    )  # fmt: skip
    per_manad = tabellen("nyckeltal-insats-1")
    mars = per_manad["Mars (kvartal\u00a01)"]
    assert (mars["In"], mars["Ut"], mars["Pågående vid slut"]) == (3, 4, 7)
    assert mars["Till arbete/ studier"] == 1 and mars["Andel till arbete/ studier"] == Decimal(
        "0.25"
    )
    assert mars["Snittid, dagar"] == 125  # 500 / 4
    # 240 tkr for the twelve months of the year: 20 tkr a month.
    assert (mars["Kostnad, tkr"], mars["Kostnad hittills, tkr"]) == (30_000, 50_000)
    assert (mars["Budget hittills, tkr"], mars["Förbruknings\u00adkvot"]) == (
        60_000,
        Decimal(5) / 6,
    )
    februari = per_manad["Februari"]
    assert (februari["In"], februari["Kostnad, tkr"]) == (None, 0)
    # Nothing is booked after March: the months to come have no cost, not 0.
    assert per_manad["April"]["Kostnad, tkr"] is None
    hela = per_manad["Hela 2024"]
    assert (hela["In"], hela["Kostnad, tkr"]) == (3, 50_000)


@pytest.mark.django_db
def test_the_year_by_insats_and_cost_per_participant():
    ett, tva = insatser(2)
    tva.forrehabiliterande = True
    tva.save()
    bokfor([ett, tva], 12, 90_000)
    rapport(ett, "2024-K4", pagaende_start=(4, 0), inskrivna=(5, 0), pagaende_slut=(9, 0))
    rapport(tva, "2024-K4", pagaende_start=(1, 0), pagaende_slut=(1, 0))
    insatserna = tabellen("nyckeltal-insatser")
    assert insatserna["K00, I00"]["Deltagare i perioden"] == 9
    assert insatserna["Alla insatser"]["Deltagare i perioden"] == 10
    assert insatserna["Alla insatser"]["Kostnad, tkr"] == 180_000
    kostnad = tabellen("nyckeltal-kostnad-per-deltagare")
    # 240 000 / 10 granted; 90 000 / 9 and 90 000 / 1 in fact; together 180 000 / 10
    forvantat, faktiskt = (
        "Förväntad kostnad per deltagare, tkr", "Faktisk kostnad per deltagare, tkr"
    )  # fmt: skip
    assert kostnad["K00, I00"][forvantat] == 24_000
    assert kostnad["Arbetsnära insatser"][faktiskt] == 10_000
    assert kostnad["Förrehabiliterande insatser"][faktiskt] == 90_000
    assert kostnad["Alla individinsatser"][faktiskt] == 18_000


@pytest.mark.django_db
def test_a_share_of_all_is_of_those_that_tell_of_it():
    ett, tva = insatser(2)
    rapport(ett, "2024-K4", avslutade=(4, 0), avslutsorsak={"studerande": (1, 0)})
    rapport(tva, "2024-K4", avslutade=(6, 0))
    alla = tabellen("nyckeltal-insatser")["Alla insatser"]
    # 1 of 4: why the six others ended is not told
    assert (alla["Ut"], alla["Andel till arbete/ studier"]) == (10, Decimal("0.25"))


def manadsrapport(insats, **manader):
    grund = rapportunderlag(insats, "2024-K1", inskrivna=(6, 0), med_plan=(2, 0))
    return Rapportunderlag(
        insats, grund.period, True, {}, antal=grund.antal,
        manader={int(namn[1:]): antal(inskrivna=(tal, 0)) for namn, tal in manader.items()},
    )  # fmt: skip


def test_what_is_told_for_the_quarter_alone_stands_in_its_last_month():
    svar = insatsens_manader([manadsrapport(1, m1=1, m2=2, m3=3)])
    assert svar[1].antal == antal(inskrivna=(1, 0)) and not svar[1].hela
    assert svar[3].antal == antal(inskrivna=(3, 0), med_plan=(2, 0))


def test_no_month_of_all_is_the_sum_of_some():
    med, utan = manadsrapport(1, m1=1, m2=2, m3=3), rapportunderlag(2, "2024-K1", inskrivna=(5, 0))
    assert {nr: ett.hela for nr, ett in allas_manader([med, utan]).items()} == {3: "2024-K1"}
    assert allas_manader([med, utan])[3].antal == antal(inskrivna=(11, 0), med_plan=(2, 0))
    bada = allas_manader([med, manadsrapport(3, m1=4, m2=0, m3=2)])
    assert {nr: ett.antal for nr, ett in bada.items()} == {
        1: antal(inskrivna=(5, 0)),
        2: antal(inskrivna=(2, 0)),
        3: antal(inskrivna=(5, 0), med_plan=(4, 0)),
    }


@pytest.mark.django_db
def test_as_many_queries_for_twelve_insatser_as_for_two(kansli_klient):
    Forbund.objects.create(namn="Förbundet Prov", orgnr="222000-1560")
    alla = insatser(12)
    bokfor(alla, 2, 1_000)
    for insats in alla:
        ett = rapport(insats, "2024-K1", inskrivna=(1, 1))
        med_manader(ett, {1: antal(anonyma=(1, 0))}, None)
    adress = reverse("rapporter:nyckeltal", args=[AR])
    kansli_klient.get(adress)

    def fragor():
        with CaptureQueriesContext(connection) as fangade:
            assert kansli_klient.get(adress).status_code == 200
        return len(fangade)

    tolv = fragor()
    type(alla[0]).kvartalsrapporter.rel.related_model.objects.filter(
        insats__in=[insats.pk for insats in alla[2:]]
    ).delete()
    type(alla[0]).objects.filter(pk__in=[insats.pk for insats in alla[2:]]).delete()
    assert fragor() == tolv <= 24


@pytest.mark.django_db
def test_every_count_leads_to_the_list_of_it(kansli_klient):
    (insats,) = insatser(1)
    rapport(insats, "2024-K1", inskrivna=(3, 4))
    sida = kansli_klient.get(reverse("rapporter:nyckeltal", args=[AR])).content.decode()
    adress = (
        "/uppfoljning/antal/?insats=1&amp;fran=2024-01-01&amp;tom=2024-03-31&amp;matt=inskrivna"
    )
    assert f'<a href="{adress}" title="Inskrivna">7</a>' in sida
    lista = kansli_klient.get(adress.replace("&amp;", "&")).content.decode()
    assert "Summa: 7" in lista


@pytest.mark.django_db
def test_the_figures_as_files(kansli_klient):
    (insats,) = insatser(1)
    rapport(insats, "2024-K1", inskrivna=(3, 4), avslutade=(3, 0), avslutsorsak=ORSAKER)
    svar = kansli_klient.get(reverse("rapporter:nyckeltal_csv", args=[AR]))
    text = b"".join(svar).decode("utf-8-sig")
    lasta = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert ["K00, I00", "Mars (kvartal\u00a01)", "In", "7", "antal"] in lasta
    bok = load_workbook(
        io.BytesIO(kansli_klient.get(reverse("rapporter:nyckeltal_xlsx", args=[AR])).content)
    )
    assert "Insatserna 2024" in bok.sheetnames


@pytest.mark.django_db
def test_the_newest_year_is_shown_first(kansli_klient):
    bokfor(rader.insatser(1), 1, 1)
    svar = kansli_klient.get(reverse("rapporter:nyckeltal_senaste"))
    assert svar["Location"] == reverse("rapporter:nyckeltal", args=[AR])

"""Runs of allowances: from attendance to payroll, attested by another, and never changed after."""

import csv
import io
from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from finsam.models import Medlem
from styrelse.actions import arvode as steg
from styrelse.models import Arvodeskorning, Arvodesrad, Ersattningskrav, Franvaro, Punkt
from styrelse.selectors.arvode import poster_att_betala
from tests.styrelse.arvodesexempel import hallet, krav, reglemente, sitter

pytestmark = pytest.mark.django_db
MARS = date(2025, 3, 1), date(2025, 3, 31)
DAGEN = date(2025, 3, 20)


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def utan_fasta(sida):
    return sida.replace("\u00a0", " ").replace("&nbsp;", " ")


def belopp(fran=MARS[0], tom=MARS[1]):
    return sorted((p.slag, p.belopp) for p in poster_att_betala(fran, tom))


@pytest.fixture
def ada():
    return sitter("Ada Alm", "ordforande")


@pytest.fixture
def korning(ada, kansli):
    """36 500 over 365 days is 3 100 kr for March; the meeting 1 000; 10 km of 2,50 is 25."""
    reglemente()
    krav(hallet(DAGEN, ada), ada)
    return steg.skapa_korning(*MARS, kansli)


def test_korningen_har_en_rad_for_varje_sak(korning, ada):
    rader = {(rad.slag, rad.belopp, rad.mote and rad.mote.datum) for rad in korning.rader.all()}
    assert rader == {
        ("arsarvode", Decimal(3100), None),
        ("sammantrade", Decimal(1000), DAGEN),
        ("resa", Decimal(25), DAGEN),
    }


def test_statens_tjanstepersoner_far_ingenting():
    fk = Medlem.objects.create(namn="FK", kortnamn="FK", typ="fk")
    reglemente()
    tjansteperson = sitter("Stina Stat", "ordforande", medlem=fk)
    hallet(DAGEN, tjansteperson)
    assert belopp() == []
    tjansteperson.arvoderas = True
    tjansteperson.save()
    assert belopp() == [("arsarvode", Decimal(3100)), ("sammantrade", Decimal(1000))]


def test_ett_mote_som_inte_har_hallits_betalas_inte(ada):
    reglemente(satser=({"slag": "sammantrade", "belopp": 1000},))
    hallet(DAGEN, ada, status="kallat")
    assert belopp() == []


def test_en_ersattare_far_lika_mycket_om_ingen_sats_sager_annat(ada):
    """With a rate of its own, only a deputy who never served is paid by it."""
    alby = ada.medlem
    ersattare = sitter("Eva Ek", "ersattare", medlem=alby)
    set_ = reglemente(satser=({"slag": "sammantrade", "belopp": 1000},))
    mote = hallet(DAGEN, ada, ersattare)
    Punkt.objects.create(mote=mote, ordning=1, slag="oppnande", plats="forst", rubrik="Öppnande")
    assert belopp() == [("sammantrade", Decimal(1000))] * 2
    set_.satser.create(slag="sammantrade", roll="ersattare", belopp=600)
    assert belopp() == [("sammantrade", Decimal(600)), ("sammantrade", Decimal(1000))]
    ada.narvaro.get().delete()  # Ada stayed at home, so the deputy serves in her place
    assert belopp() == [("sammantrade", Decimal(1000))]


@pytest.mark.parametrize(
    ("franvaro", "vantat"),
    [
        ((), 300),  # 9–12 of 100 kr an hour
        ((("forsta", "andra", time(9, 30)),), 250),  # came at 9.30
        ((("andra", None, time(11)),), 200),  # left at 11
        ((("andra", None, None),), 100),  # nobody noted when: two of three §§ are gone
        ((("andra", "tredje", None),), 200),  # away at the second of three, an hour each
        ((("andra", "tredje", time(10, 30)),), 250),  # left at 10.30, back at 11 by the §§
    ],
)
def test_tiden_borta_dras_av(ada, franvaro, vantat):
    reglemente(satser=({"slag": "timarvode", "belopp": 100},))
    mote = hallet(DAGEN, ada)
    punkter = {
        namn: Punkt.objects.create(mote=mote, ordning=nr, slag="formalia", rubrik=namn)
        for nr, namn in enumerate(("forsta", "andra", "tredje"), 1)
    }
    for fran, till, tid in franvaro:
        Franvaro.objects.create(
            narvaro=mote.narvaro.get(), fran=punkter[fran], till=punkter.get(till), tid=tid
        )
    assert belopp() == [("timarvode", Decimal(vantat))]


def test_den_som_gjort_korningen_attesterar_den_inte(korning, kansli, ekonom):
    with pytest.raises(ValidationError, match=steg.INTE_SJALV):
        steg.attestera(korning, kansli)
    steg.attestera(korning, ekonom)
    korning.refresh_from_db()
    assert (korning.status, korning.attesterad_av) == ("attesterad", ekonom)


def test_databasen_vagrar_den_som_gjort_korningen(korning, kansli):
    korning.status, korning.attesterad_av, korning.attesterad_at = (
        "attesterad",
        kansli,
        timezone.now(),
    )
    with pytest.raises(ValidationError, match=steg.INTE_SJALV):
        korning.full_clean()


def test_den_som_sjalv_far_ersattning_attesterar_inte(korning, ada, ekonom):
    ada.person.anvandare = ekonom
    ada.person.save()
    with pytest.raises(ValidationError, match=steg.INTE_EGET):
        steg.attestera(korning, ekonom)


def test_det_som_attesteras_ar_det_som_visades(korning, ada, ekonom, kansli):
    hallet(date(2025, 3, 21), ada)
    with pytest.raises(ValidationError, match=steg.ANDRAT):
        steg.attestera(korning, ekonom)
    steg.rakna_om(korning, kansli)
    steg.attestera(korning, ekonom)
    assert korning.rader.count() == 4


@pytest.mark.parametrize("gor", [steg.rakna_om, steg.ta_bort, steg.attestera])
def test_en_attesterad_korning_ar_last(korning, kansli, ekonom, gor):
    steg.attestera(korning, ekonom)
    with pytest.raises(ValidationError, match=steg.LAST):
        gor(korning, kansli)
    assert korning.rader.count() == 3


def test_en_rattelse_ar_en_ny_korning_med_skillnader(korning, kansli, ekonom, ada, kansli_klient):
    steg.attestera(korning, ekonom)
    with pytest.raises(ValidationError, match=steg.TOM):
        steg.skapa_korning(*MARS, kansli)
    ett = Ersattningskrav.objects.get()
    ett.antal = 4  # not ten kilometres but four
    ett.save()
    ada.narvaro.get().delete()  # and Ada was never there
    ny = steg.skapa_korning(*MARS, kansli)
    rader = {(rad.slag, rad.belopp, rad.rattar.slag) for rad in ny.rader.all()}
    assert rader == {
        ("resa", Decimal(-15), "resa"),
        ("sammantrade", Decimal(-1000), "sammantrade"),
    }
    # Fifteen and a thousand are taken back, which a draft says before it is attested.
    sagt = "Körningen tar tillbaka 1 015,00 kr som redan är betalt."
    assert sagt in utan_fasta(text(kansli_klient.get(ny.get_absolute_url())))
    assert "tar tillbaka" not in text(kansli_klient.get(korning.get_absolute_url()))
    steg.attestera(ny, ekonom)
    assert "tar tillbaka" not in text(kansli_klient.get(ny.get_absolute_url()))
    assert poster_att_betala(*MARS) == ()


def test_bara_ett_utkast_at_gangen(korning, kansli):
    with pytest.raises(ValidationError, match="Attestera eller ta bort det utkast som finns"):
        steg.skapa_korning(date(2025, 4, 1), date(2025, 4, 30), kansli)
    steg.ta_bort(korning, kansli)
    assert not Arvodeskorning.objects.exists() and not Arvodesrad.objects.exists()


def test_ingen_betalas_tva_ganger_for_samma_mote(korning):
    rad = korning.rader.get(slag="sammantrade")
    rad.pk = None
    with pytest.raises(ValidationError, match="Mötet är redan arvoderat"):
        rad.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        rad.save()


@pytest.mark.parametrize(
    ("fran", "tom"),
    [(date(2025, 3, 2), date(2025, 3, 31)), (date(2025, 2, 1), date(2025, 2, 27))],
)
def test_bara_hela_manader(kansli, fran, tom):
    with pytest.raises(ValidationError, match="hela månader"):
        steg.skapa_korning(fran, tom, kansli)


def test_sidan_leder_till_motet_och_attesten(kansli_klient, ekonom_klient, revisor_klient, korning):
    sida = text(kansli_klient.get(korning.get_absolute_url()))
    assert "Körningen attesteras av någon annan än den som har gjort den." in sida
    assert "4\u00a0125,00" in sida  # 3 100 + 1 000 + 25
    assert "Annars räknas det efter paragraferna" in sida
    mote = korning.rader.get(slag="sammantrade").mote
    assert f'href="{mote.get_absolute_url()}"' in sida
    assert "Attestera" not in text(revisor_klient.get(korning.get_absolute_url()))
    svar = ekonom_klient.post(
        reverse("styrelse:arvodeskorning_attest", args=[korning.pk]), follow=True
    )
    assert "Körningen är attesterad." in text(svar)


def test_filen_till_lonen_har_en_rad_per_person_och_slag(ekonom_klient, ekonom, korning):
    export = reverse("styrelse:arvodeskorning_export", args=[korning.pk])
    data = {"innehall": "summor", "filformat": "csv"}
    assert steg.INTE_ATTESTERAD in text(ekonom_klient.post(export, data, follow=True))
    steg.attestera(korning, ekonom)
    innehall = b"".join(ekonom_klient.post(export, data)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(innehall), delimiter=";")) == [
        ["Namn", "Slag", "Belopp, kr"],
        ["Ada Alm", "Fast årsarvode", "3100"],
        ["Ada Alm", "Sammanträdesarvode", "1000"],
        ["Ada Alm", "Resersättning, km", "25"],
    ]
    korning.refresh_from_db()
    assert korning.status == "exporterad"
    svar = ekonom_klient.post(export, {"innehall": "rader", "filformat": "xlsx"})
    rader = list(load_workbook(io.BytesIO(svar.content)).active.values)
    assert len(rader) == 4 and sum(rad[-1] for rad in rader[1:]) == 4125


def test_ett_krav_galler_den_som_forbundet_ersatter(kansli_klient, ada):
    fk = Medlem.objects.create(namn="FK", kortnamn="FK", typ="fk")
    stina, mote = sitter("Stina Stat", medlem=fk), hallet(DAGEN, ada)
    adress = reverse("styrelse:ersattningskrav_create")
    data = {"mote": mote.pk, "slag": "resa", "antal": "12,5"}
    sida = text(kansli_klient.post(adress, {**data, "person": stina.person_id}))
    assert "Stina Stat har inget uppdrag den 2025-03-20 som förbundet ersätter." in sida
    assert kansli_klient.post(adress, {**data, "person": ada.person_id}).status_code == 302
    assert Ersattningskrav.objects.get().antal == Decimal("12.5")
    utlagg = {**data, "person": ada.person_id, "slag": "utlagg"}
    assert "Ange à-pris i kronor." in text(kansli_klient.post(adress, utlagg))


def test_ett_krav_som_ar_med_i_en_korning_tas_inte_bort(kansli_klient, korning):
    ett = Ersattningskrav.objects.get()
    adress = reverse("styrelse:ersattningskrav_delete", args=[ett.pk])
    assert "Sätt à-priset till 0" in text(kansli_klient.post(adress, follow=True))
    assert Ersattningskrav.objects.exists()


def test_satserna_skrivs_tillsammans(kansli_klient):
    data = {
        "galler_fran": "2025-01-01",
        "beslut": "FS § 4",
        "satser-TOTAL_FORMS": "2",
        "satser-INITIAL_FORMS": "0",
        "satser-0-slag": "timarvode",
        "satser-0-fran_timmar": "3,5",
        "satser-0-belopp": "1 200,50",
        "satser-1-slag": "resa",
        "satser-1-fran_timmar": "",
        "satser-1-belopp": "2,5",
    }
    adress = reverse("styrelse:arvodesreglemente_create")
    fel = text(kansli_klient.post(adress, {**data, "satser-1-fran_timmar": "2"}))
    assert "Bara ett timarvode har trappsteg." in fel
    sida = text(kansli_klient.post(adress, data, follow=True))
    assert "1\u00a0200,50" in sida and "3,5" in sida
    assert "Det finns redan ett reglemente från den dagen." in text(
        kansli_klient.post(adress, data)
    )


def test_lika_manga_fragor_hur_manga_som_an_deltog(ada):
    def fragor():
        with CaptureQueriesContext(connection) as lista:
            poster_att_betala(*MARS)
        return len(lista)

    reglemente()
    hallet(DAGEN, ada)
    forst = fragor()
    for nr in range(8):
        hallet(date(2025, 3, nr + 1), ada, sitter(f"Person {nr}"))
    assert fragor() == forst


def test_motets_sida_leder_till_dess_krav(kansli_klient, ledamot_klient, ada):
    mote = hallet(DAGEN, ada)
    lank = f"{reverse('styrelse:ersattningskrav_list')}?mote={mote.pk}"
    assert lank in text(kansli_klient.get(mote.get_absolute_url()))
    assert lank not in text(ledamot_klient.get(mote.get_absolute_url()))
    # With no claim yet the list is empty, not unreadable.
    assert "0 träffar" in text(kansli_klient.get(lank))

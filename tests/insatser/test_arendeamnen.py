"""What a meeting decides on an application happens; what is refused changes nothing."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from finsam.models import Medlem
from insatser.models import Ansokningsbilaga, Beslutsar, Insats, Insatsbeslut, Slutrapport
from styrelse.amnen import Motesbeslut, amnesslag
from styrelse.models import Arende
from tests.insatser.ansokningsexempel import ansokan_for
from tests.insatser.exempel import insats
from tests.styrelse.pdfexempel import pdf

pytestmark = pytest.mark.django_db
ANSOKAN = amnesslag("ansokan")
UNDERLAG = {
    "belopp": "1500000.00",
    "fran": "2025-01-01",
    "tom": "2026-06-30",
    "villkor": "Följer ansökan.",
    "motivering": "",
}


@pytest.fixture
def ansokan():
    agare = Medlem.objects.create(namn="Provköpings kommun", kortnamn="Provköping", typ="kommun")
    return ansokan_for(agare, bedomning="Kansliet tillstyrker.")


def beslut(utfall: str = "bifall", **andrat) -> Motesbeslut:
    grund = {"datum": date(2024, 11, 21), "paragraf": "§ 52/2024", "underlag": UNDERLAG}
    return Motesbeslut(**{"nyckel": "2024-7", "utfall": utfall, **grund, **andrat})


def test_utkastet_har_att_satser_och_ansokans_ord(ansokan):
    utkast = ANSOKAN.utkast("2024-7")
    # 900 000 kr in 2025 and 600 000 kr in 2026 are asked of the association.
    assert utkast.forslag.splitlines() == [
        "att bevilja Provköpings kommun medel till Vägen framåt i samverkan",
        "att avsätta maximalt 1\u00a0500\u00a0000\u00a0kr under perioden 2025-01-01 – 2026-06-30",
        "att medlen betalas ut under förutsättning att förbundet får medel av sina medlemmar för "
        "perioden",
        "att insatsen följer ansökan, lagen (2003:1210) om finansiell samordning av "
        "rehabiliteringsinsatser och förbundets styrdokument",
    ]
    assert "## Målgrupp\n\nUnga vuxna" in utkast.arendet
    assert "Förväntat antal deltagare per år: 40." in utkast.arendet
    assert utkast.bedomning == "Kansliet tillstyrker."


def test_bara_det_som_bereds_ar_kandidat(ansokan):
    assert [a.nyckel for a in ANSOKAN.kandidater(date(2024, 11, 1))] == ["2024-7"]
    ansokan.status = "inkommen"
    ansokan.save()
    assert ANSOKAN.kandidater(date(2024, 11, 1)) == []
    assert ANSOKAN.hitta("2024-7").lage == "Inkommen"
    assert ANSOKAN.hitta("saknas") is None


def test_formularet_foreslar_det_som_soks(ansokan):
    form = ANSOKAN.form("2024-7", "bifall", None)
    assert list(form.fields) == ["belopp", "fran", "tom", "villkor", "motivering"]
    assert form["belopp"].value() == "1\u00a0500\u00a0000,00"
    assert not ANSOKAN.form("2024-7", "bifall", {**UNDERLAG, "belopp": ""}).is_valid()
    assert ANSOKAN.form("2024-7", "andrat", UNDERLAG).is_valid()


def test_bifall_beviljar_insatsen_med_sin_budget(ansokan, kansli):
    assert ANSOKAN.verkan(beslut()).startswith(
        "Ansökan 2024-7 Vägen framåt beviljas högst 1\u00a0500\u00a0000\u00a0kr för 2025-01-01"
    )
    gjort = ANSOKAN.verkstall(beslut(), kansli)
    insatsen = Insats.objects.get()
    assert gjort == (
        f"{insatsen} är beviljad högst 1\u00a0500\u00a0000\u00a0kr för 2025-01-01 – 2026-06-30."
    )
    rad = Insatsbeslut.objects.get()
    assert (rad.utfall, rad.instans, rad.paragraf) == ("bifall", "styrelse", "§ 52/2024")
    assert dict(Beslutsar.objects.values_list("verksamhetsar", "belopp")) == {
        2025: Decimal(900_000),
        2026: Decimal(600_000),
    }
    ansokan.refresh_from_db()
    assert ansokan.status == "beslutad"
    with pytest.raises(ValidationError, match="Ansökan är beslutad"):
        ANSOKAN.verkstall(beslut(paragraf="§ 53/2024"), kansli)
    # The same day and §, typed on the application's own page: done already, not done again.
    rad.paragraf = "§ 52"
    rad.save()
    redan = "Ansökan 2024-7: beslutet är redan registrerat."
    assert ANSOKAN.verkan(beslut()) == ANSOKAN.verkstall(beslut(), kansli) == redan
    assert Insats.objects.count() == 1


@pytest.mark.parametrize("utfall", ["avslag", "aterremiss", "bordlaggning"])
def test_det_som_inte_beviljar_fragar_inget_om_pengar(utfall, ansokan):
    assert ANSOKAN.form("2024-7", utfall, None) is None


@pytest.mark.parametrize("status", ["inkommen", "beslutad"])
def test_en_ansokan_som_inte_bereds_fragar_inget_och_sager_varfor(status, ansokan):
    ansokan.status = status
    ansokan.save()
    assert ANSOKAN.form("2024-7", "bifall", None) is None
    with pytest.raises(ValidationError, match=f"Ansökan är {status}"):
        ANSOKAN.verkan(beslut())


@pytest.mark.parametrize(
    ("utfall", "status", "ord_"),
    [("avslag", "beslutad", "avslag"), ("aterremiss", "bereds", "återremiss")],
)
def test_avslag_och_aterremiss_gor_ingen_insats(utfall, status, ord_, ansokan, kansli):
    gjort = ANSOKAN.verkstall(beslut(utfall, underlag={}), kansli)
    assert gjort == f"Ansökan 2024-7: {ord_} är registrerat."
    ansokan.refresh_from_db()
    assert ansokan.status == status and not Insats.objects.exists()
    # Told once more, as by two items of one §, it is done already.
    assert "redan registrerat" in ANSOKAN.verkstall(beslut(utfall, underlag={}), kansli)
    assert Insatsbeslut.objects.count() == 1


def test_motets_motivering_foljer_med_avslaget(ansokan, kansli):
    ANSOKAN.verkstall(beslut("avslag", underlag={}, motivering="Ryms inte i budgeten."), kansli)
    assert Insatsbeslut.objects.get().motivering == "Ryms inte i budgeten."


@pytest.mark.parametrize(
    ("andrat", "fel"),
    [
        ({"underlag": {}}, "Ange belopp och period för det som beviljas."),
        ({"underlag": {**UNDERLAG, "tom": "2024-01-01"}}, "Slutdatum får inte ligga före start"),
        ({"datum": date(2024, 9, 1)}, "Beslutet kan inte fattas innan ansökan kom in"),
        ({"paragraf": ""}, "Ange paragrafen i styrelsens protokoll."),
        ({"nyckel": "2024-99"}, "Ansökan 2024-99 finns inte längre."),
    ],
)
def test_det_som_vagras_andrar_inget(andrat, fel, ansokan, kansli):
    with pytest.raises(ValidationError) as svar:
        ANSOKAN.verkstall(beslut(**andrat), kansli)
    assert fel in " ".join(svar.value.messages)
    ansokan.refresh_from_db()
    assert ansokan.status == "bereds"
    assert not Insats.objects.exists() and not Insatsbeslut.objects.exists()


def test_bordlaggning_gor_inget(ansokan, kansli):
    assert ANSOKAN.verkan(beslut("bordlaggning")) == ""
    assert ANSOKAN.verkstall(beslut("handlingarna"), kansli) == ""
    assert not Insatsbeslut.objects.exists()


def test_slutrapporten_ar_information(kansli):
    Slutrapport.objects.create(
        insats=insats(12), status="inlamnad", inlamnad=date(2024, 2, 1), sammanfattning="Gick bra."
    )
    slag = amnesslag("slutrapport")
    assert [a.nyckel for a in slag.kandidater(date(2024, 3, 1))] == ["12"]
    utkast = slag.utkast("12")
    assert (utkast.till_beslut, utkast.till_information, utkast.arendet) == (
        False,
        True,
        "Gick bra.",
    )
    assert slag.verkstall(beslut(nyckel="12"), kansli) == ""


@pytest.fixture
def med_filer(ansokan, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    for namn, innehall in (("avtal.pdf", pdf(2)), ("kalkyl.xlsx", b"PK"), ("trasig.pdf", b"%PDF-")):
        bilaga = Ansokningsbilaga(
            agare=ansokan,
            filnamn=namn,
            storlek=len(innehall),
            sha256=hashlib.sha256(innehall).hexdigest(),
        )
        bilaga.fil.save(namn, ContentFile(innehall))
    return ansokan


ADRESS = "?amne=ansokan&nyckel=2024-7"
BLANKETT = {
    "rubrik": "Vägen framåt",
    "till_beslut": "on",
    "delar-TOTAL_FORMS": "0",
    "delar-INITIAL_FORMS": "0",
}


def ny_arendesida(klient):
    svar = klient.get(reverse("styrelse:arende_create") + ADRESS)
    return " ".join(svar.content.decode().split())


def test_ansokans_filer_foljer_med_och_det_sags_forst(kansli_klient, med_filer):
    sida = ny_arendesida(kansli_klient)
    assert "följer 2 filer med som bilagor: avtal.pdf, trasig.pdf." in sida
    assert "Det som inte är PDF följer inte med: kalkyl.xlsx." in sida
    adress = reverse("styrelse:arende_create") + ADRESS
    svar = kansli_klient.post(adress, BLANKETT, follow=True).content.decode()
    bilaga = Arende.objects.get().bilagor.get()
    assert (bilaga.titel, bilaga.filnamn, bilaga.sidor) == ("avtal", "avtal.pdf", 2)
    assert "trasig.pdf: Filen är skadad" in svar and "kalkyl.xlsx: En bilaga ska vara" in svar


def test_bilagan_ar_en_egen_kopia(kansli_klient, med_filer):
    kansli_klient.post(reverse("styrelse:arende_create") + ADRESS, BLANKETT)
    bilaga = Arende.objects.get().bilagor.get()
    egen = med_filer.bilagor.get(filnamn="avtal.pdf")
    assert bilaga.sha256 == egen.sha256 and bilaga.fil.name != egen.fil.name
    with egen.fil.open() as fil:
        vantat = fil.read()
    egen.fil.delete()
    with bilaga.fil.open() as fil:
        assert fil.read() == vantat


def test_en_fil_som_ar_borta_stoppar_inte_arendet(kansli_klient, med_filer):
    egen = med_filer.bilagor.get(filnamn="avtal.pdf")
    egen.fil.storage.delete(egen.fil.name)
    adress = reverse("styrelse:arende_create") + ADRESS
    svar = kansli_klient.post(adress, BLANKETT, follow=True).content.decode()
    assert "avtal.pdf: Filen går inte att läsa." in svar
    assert not Arende.objects.get().bilagor.exists()


def test_det_som_redan_finns_om_ansokan_sags(kansli_klient, ansokan):
    assert "redan ett öppet ärende" not in ny_arendesida(kansli_klient)
    om = {"amnesslag": "ansokan", "amnesnyckel": "2024-7"}
    slut = Arende.objects.create(rubrik="Förra gången", avslutat=date(2024, 3, 1), **om)
    oppet = Arende.objects.create(rubrik="Den här gången", **om)
    Arende.objects.create(rubrik="Någon annans", amnesslag="ansokan", amnesnyckel="2024-8")
    sida = ny_arendesida(kansli_klient)
    assert f'öppet ärende om detta: <a href="{oppet.get_absolute_url()}">' in sida
    assert f'avslutat 2024-03-01: <a href="{slut.get_absolute_url()}">' in sida
    assert "Någon annans" not in sida

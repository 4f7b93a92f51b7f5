"""The minutes' pages: who reads a draft, what is signed where, and what is locked."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from finsam.choices import Roll
from finsam.rapporter.views import protokoll as takets_vyer
from styrelse.actions.rattelse import ratta
from styrelse.models import Justering, Mote, Protokoll
from tests.styrelse import exempelprotokoll as ex

pytestmark = pytest.mark.django_db
DAG = date(2024, 3, 21)


@pytest.fixture(autouse=True)
def var(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(takets_vyer, "skriv_pdf", ex.rita)


def adress(namn: str, pk: int) -> str:
    return reverse(f"styrelse:{namn}", args=[pk])


def text(svar) -> str:
    assert svar.status_code == 200
    return svar.content.decode()


@pytest.mark.parametrize(
    ("roll", "kod"),
    [
        (Roll.KANSLI, 200), (Roll.EKONOM, 200), (Roll.REVISOR, 200), (Roll.LEDAMOT, 404),
        (Roll.INSATSANSVARIG, 404), (Roll.ADMINISTRATOR, 404),
    ],
)  # fmt: skip
def test_who_reads_a_draft(klient, roll, kod):
    mote = ex.hallet_mote(DAG)
    punkt = mote.punkter.get()
    assert klient(roll).get(adress("protokoll_detail", mote.pk)).status_code == kod
    assert klient(roll).get(adress("protokollsutdrag", punkt.pk)).status_code == kod
    pdf = reverse("rapporter:protokoll_pdf", args=[mote.pk])
    assert klient(roll).get(pdf).status_code == (202 if kod == 200 else 404)


def test_a_meeting_that_has_not_begun_has_no_minutes(kansli_klient):
    mote = ex.hallet_mote(DAG, status="kallat")
    assert kansli_klient.get(adress("protokoll_detail", mote.pk)).status_code == 404


def test_signed_by_all_on_the_page(kansli_klient, ledamot_klient):
    mote = ex.hallet_mote(DAG)
    sida = adress("protokoll_detail", mote.pk)
    assert "inte undertecknat" in text(kansli_klient.get(sida))
    for rad in mote.justeringar.all():
        svar = kansli_klient.post(
            reverse("rapporter:justera", args=[rad.pk]), {"dag": "2024-03-28"}, follow=True
        )
    assert "Protokollet är justerat 2024-03-28." in text(svar)
    assert Protokoll.objects.get().registrerat_av.roll == Roll.KANSLI
    for client in (kansli_klient, ledamot_klient):
        assert "Arbetsutskottet beslutar i enlighet med förslaget" in text(client.get(sida))
    pdf = ledamot_klient.get(reverse("rapporter:protokoll_pdf", args=[mote.pk]))
    assert pdf["Content-Type"] == "application/pdf"
    with Protokoll.objects.get().fil.open("rb") as fil:
        assert pdf.getvalue() == fil.read()


@pytest.mark.parametrize(
    ("dag", "mening"),
    [
        ("2024-03-20", "Protokollet kan inte justeras före mötet."),
        ("i går", "Skriv datumet som 2024-12-31."),
    ],
)
def test_a_day_that_cannot_be_is_told(kansli_klient, dag, mening):
    rad = ex.hallet_mote(DAG).justeringar.first()
    svar = kansli_klient.post(
        reverse("rapporter:justera", args=[rad.pk]), {"dag": dag}, follow=True
    )
    assert mening in text(svar)
    assert not Justering.objects.filter(dag__isnull=False).exists()


def test_a_signature_is_taken_back(kansli_klient):
    rad = ex.hallet_mote(DAG).justeringar.first()
    kansli_klient.post(reverse("rapporter:justera", args=[rad.pk]), {"dag": "2024-03-28"})
    svar = kansli_klient.post(adress("underskrift_tillbaka", rad.pk), follow=True)
    assert f"Underskriften av {rad.person} är borttagen." in text(svar)
    assert Justering.objects.get(pk=rad.pk).dag is None


@pytest.mark.parametrize("namn", ["undertecknare", "protokollstext"])
def test_locked_pages_lead_back_and_say_why(kansli_klient, namn):
    mote = ex.justerat_mote(DAG)
    pk = mote.pk if namn == "undertecknare" else mote.punkter.get().pk
    for svar in (
        kansli_klient.get(adress(namn, pk), follow=True),
        kansli_klient.post(adress(namn, pk), {"protokollstext": "Nytt"}, follow=True),
    ):
        assert svar.redirect_chain[-1][0] == adress("protokoll_detail", mote.pk)
        assert "Protokollet är justerat och ändras inte." in text(svar)
    assert mote.punkter.get().protokollstext == ""


def test_words_are_written_and_stand_in_the_draft(kansli_klient):
    mote = ex.hallet_mote(DAG)
    punkt = mote.punkter.get()
    svar = kansli_klient.post(
        adress("protokollstext", punkt.pk), {"protokollstext": "Frågan diskuterades länge."}
    )
    assert svar["Location"] == f"{adress('protokoll_detail', mote.pk)}#p-{punkt.pk}"
    assert "Frågan diskuterades länge." in text(
        kansli_klient.get(adress("protokoll_detail", mote.pk))
    )


def test_notice_on_the_page(kansli_klient):
    mote = ex.justerat_mote(DAG)  # approved on 28 March
    data = {"anslaget": "2024-03-27", "plats": "Tavlan", "forvaras": "Kansliet"}
    svar = kansli_klient.post(adress("anslag", mote.pk), data)
    assert "Justeringen kan inte anslås innan protokollet är justerat." in text(svar)
    svar = kansli_klient.post(
        adress("anslag", mote.pk), {**data, "anslaget": "2024-04-04"}, follow=True
    )
    bevis = text(svar)
    # Late: 28 March + 2 = Easter Eve, so Tuesday 2 April was the last day. 4 April + 21 = 25 April.
    assert "Justeringen ska anslås senast andra dagen." in bevis
    assert "2024-04-25" in bevis
    assert "2024-04-26" in bevis
    assert Mote.objects.get(pk=mote.pk).status == "anslaget"
    nasta = ex.justerat_mote(date(2024, 5, 2))
    assert 'value="Tavlan"' in text(kansli_klient.get(adress("anslag", nasta.pk)))


def test_late_approval_is_told_on_the_page(ledamot_klient):
    mote = ex.hallet_mote(DAG)
    for rad in mote.justeringar.all():
        ex.steg.underteckna(rad, date(2024, 4, 5), None, ex.rita)
    sida = text(ledamot_klient.get(adress("protokoll_detail", mote.pk)))
    assert "Protokollet justerades för sent. Senaste dag var" in sida and "ska justeras" not in sida


def rattad(client, punkt, mote, **data):
    svar = client.post(
        adress("paragraf_ratta", punkt.pk),
        {"mote": mote.pk, "text": "att beloppet rättas", **data},
        follow=True,
    )
    return text(svar)


def test_a_correction_is_a_new_paragraph_that_points_at_the_old(kansli_klient, ledamot_klient):
    gammalt = ex.justerat_mote(DAG)
    punkt = gammalt.punkter.get()
    nasta = Mote.objects.create(organ="au", datum=date(2024, 5, 2), start="09:00")
    assert "Rättelsen står på mötets dagordning." in rattad(kansli_klient, punkt, nasta)
    ny = nasta.punkter.get()
    assert (ny.rattar, ny.titel) == (punkt.paragraf, "Rättelse av § 1/2024, Plan")
    sida = adress("protokoll_detail", gammalt.pk)
    assert "En rättelse är på väg" in text(ledamot_klient.get(sida))
    nasta.status = "pagar"
    nasta.save()
    ex.ge_paragrafer(nasta, None)
    assert "Rättas genom § 2/2024." in text(ledamot_klient.get(sida))
    utkast = text(kansli_klient.get(adress("protokoll_detail", nasta.pk)))
    assert "Paragrafen rättar § 1/2024." in utkast


def test_a_draft_is_changed_not_corrected(kansli_klient):
    mote = ex.hallet_mote(DAG)
    assert kansli_klient.get(adress("paragraf_ratta", mote.punkter.get().pk)).status_code == 404
    nasta = Mote.objects.create(organ="au", datum=date(2024, 5, 2), start="09:00")
    with pytest.raises(ValidationError, match="Protokollet är inte justerat"):
        ratta(mote.punkter.get().paragraf, nasta, "att x", None)


@pytest.mark.parametrize("falt", [{"organ": "fs"}, {"datum": date(2024, 3, 20)}])
def test_corrected_by_the_same_organ_later(falt):
    paragraf = ex.justerat_mote(DAG).punkter.get().paragraf
    grund = {"organ": "au", "datum": date(2024, 5, 2), "start": time(9)}
    with pytest.raises(ValidationError, match="rättas vid ett senare möte med samma organ"):
        ratta(paragraf, Mote.objects.create(**{**grund, **falt}), "att x", None)

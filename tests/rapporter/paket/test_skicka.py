"""Sending: what is kept, who gets a letter, and that nothing is sent twice or changed."""

import smtplib
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from finsam.rapporter import pdfforrad
from finsam.rapporter.paket.actions import ANDRADE, REDAN_SKICKADE, posta, skicka
from finsam.rapporter.paket.selectors import (
    FORANDRAD,
    OFORANDRAD,
    filens_lage,
    mottagare,
    senast_valda,
    valda,
)
from styrelse.actions.arende import ersatt_bilaga, fil_som_bilaga, ta_bort_bilaga
from styrelse.calculations.handlingar import las
from styrelse.choices import Motesstatus
from styrelse.models import Kansliroll, Motespaket, Mottagare, Person, Revisor
from tests.rapporter.paket.motesexempel import byggt, genast, redo
from tests.styrelse.dagordningsexempel import fast_punkt, punkt_om, skapa_arende
from tests.styrelse.dagordningsexempel import skicka as skicka_paket
from tests.styrelse.pdfexempel import uppladdad

pytestmark = pytest.mark.django_db
HEL_BESTALLNING = pdfforrad.bestall


@pytest.fixture
def kallat(settings, tmp_path, monkeypatch, rita):
    settings.VAR_DIR = tmp_path
    settings.SKICKAR_EPOST = True
    monkeypatch.setattr(pdfforrad, "bestall", genast(tmp_path, rita))
    return redo()


def skickat(kallat, user, utskick=1):
    lage = byggt(kallat.mote)
    paket = skicka(kallat.mote, utskick, lage.nyckel, valda(mottagare(kallat.mote), ()), user)
    kallat.mote.refresh_from_db()
    return paket


def posten(kallat, **annat):
    lage = byggt(kallat.mote)
    utskick = kallat.mote.paket.count() + 1
    return {"nyckel": lage.nyckel, "utskick": utskick, **annat}


def test_det_som_skickas_sparas_med_fil_summa_bilagor_och_nummer(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    assert (kallat.mote.status, kallat.mote.kallelsedatum) == ("kallat", timezone.localdate())
    assert list(kallat.mote.punkter.order_by("ordning").values_list("nummer", flat=True)) == [
        1,
        2,
        3,
    ]
    # Notice (agenda and contents), writing, the report's own pages, then two of the map.
    rapportens, kartans = paket.bilagor.all()
    assert (rapportens.nummer, rapportens.forsta_sida) == ("2.1", 4)
    assert (kartans.nummer, kartans.sidor) == ("2.2", 2)
    assert kartans.forsta_sida + 1 == paket.sidor
    assert kartans.sha256 == kallat.bilagor[1].sha256
    assert filens_lage(paket) == (True, OFORANDRAD)
    papper = las(paket.innehall)
    assert [p.forsta_sida for p in papper.punkter] == [1, 3, 1]
    assert papper.punkter[1].bilagor[1].forsta_sida == kartans.forsta_sida


def test_ledamoter_och_ersattare_ar_mottagare_och_saknad_adress_syns(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    assert {m.person.namn: (m.epost, m.fel) for m in paket.mottagare.all()} == {
        "Anna Alm": ("anna@ek.example", ""),
        "Bo Berg": ("bo@ek.example", ""),
        **dict.fromkeys(
            ("Eva Ek", "Dan Dal", "Fia Fors", "Cia Ceder"), ("", "E-postadress saknas.")
        ),
    }


def test_kansliet_bara_nar_det_valjs(kallat):
    person = Person.objects.create(namn="Gun Gren")
    Kansliroll.objects.create(
        person=person, befattning="förbundschef", fran=kallat.mote.datum - timedelta(days=99)
    )
    alla = mottagare(kallat.mote)
    assert person not in [t.person for t in valda(alla, ())]
    assert person in [t.person for t in valda(alla, {"kansli"})]
    # What comes later is proposed to the same.
    assert senast_valda(kallat.mote) == set()
    paket = skicka_paket(kallat.mote, {}, {})
    Mottagare.objects.create(paket=paket, person=person)
    assert senast_valda(kallat.mote) == {"kansli"}


def test_den_som_har_slutat_fore_motet_far_inget(kallat):
    uppdrag = kallat.personer["Dan"].uppdrag.get()
    uppdrag.tom = kallat.mote.datum - timedelta(days=1)
    uppdrag.save()
    assert "Dan Dal" not in [t.person.namn for t in mottagare(kallat.mote)]


def test_samma_kallelse_skickas_inte_tva_ganger(kallat, forbundschef):
    lage = byggt(kallat.mote)
    till = valda(mottagare(kallat.mote), ())
    skicka(kallat.mote, 1, lage.nyckel, till, forbundschef)
    with pytest.raises(ValidationError, match=REDAN_SKICKADE):
        skicka(kallat.mote, 1, lage.nyckel, till, forbundschef)
    assert Motespaket.objects.count() == 1


def test_andrade_handlingar_skickas_inte_ogranskade(kallat, forbundschef):
    lage = byggt(kallat.mote)
    kallat.rapporten.arendet = "Nu står det något annat."
    kallat.rapporten.save()
    with pytest.raises(ValidationError, match=ANDRADE):
        skicka(kallat.mote, 1, lage.nyckel, valda(mottagare(kallat.mote), ()), forbundschef)
    assert not Motespaket.objects.exists()
    assert not list((pdfforrad.settings.VAR_DIR / "bilagor").glob("styrelse.motespaket/*/*"))


def test_det_som_har_skickats_andras_inte_av_det_som_sker_sedan(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    fore = Path(paket.fil.path).read_bytes()
    kallat.rapporten.arendet = "Ändrat efteråt."
    kallat.rapporten.save()
    with pytest.raises(ValidationError, match="skickats ut"):
        ta_bort_bilaga(kallat.bilagor[0], None)
    paket = Motespaket.objects.get()
    assert Path(paket.fil.path).read_bytes() == fore
    assert las(paket.innehall).punkter[1].skrivelse.arendet == "Rapporten är klar."


def test_en_andrad_fil_upptacks(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    with open(paket.fil.path, "ab") as fil:
        fil.write(b" ")
    assert filens_lage(paket) == (False, FORANDRAD)


def test_tillagget_har_bara_det_nya_och_ror_inte_kallelsen(
    kallat, forbundschef, forbundschef_klient
):
    forsta = skickat(kallat, forbundschef)
    nytt = skapa_arende("Sent ärende", har_skrivelse=False, forslag="att anta.")
    punkt_om(kallat.mote, 4, "Sent ärende", arende=nytt, tillagd=True)
    ersatt_bilaga(
        kallat.bilagor[1], fil_som_bilaga(uppladdad("ny.pdf", bredd=120), "Ny karta"), None
    )
    andra = skickat(kallat, forbundschef, utskick=2)
    assert andra.namn == "Tilläggshandlingar 1"
    papper = las(andra.innehall)
    assert [(p.nummer, p.rubrik) for p in papper.punkter] == [
        ("2", "Delårsrapport"), ("4", "Sent ärende"),
    ]  # fmt: skip
    # 2.2 went out with the notice; what replaces it has a number of its own.
    assert [(b.nummer, b.titel) for b in papper.punkter[0].bilagor] == [("2.3", "Ny karta")]
    assert filens_lage(Motespaket.objects.get(pk=forsta.pk)) == (True, OFORANDRAD)
    sida = forbundschef_klient.get(reverse("rapporter:mote_paket", args=[kallat.mote.pk]))
    assert "Det finns inget nytt att skicka." in sida.content.decode()


def test_en_bilaga_for_sig_ar_dess_sidor_ur_det_skickade(kallat, forbundschef, ledamot_klient):
    paket = skickat(kallat, forbundschef)
    kartan = paket.bilagor.last()
    svar = ledamot_klient.get(reverse("rapporter:paketbilaga_pdf", args=[kartan.pk]))
    assert svar["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(svar.content)) as oppen:
        assert len(oppen.pages) == 2
        assert b"Bilaga 2.2" in oppen.pages[0].Contents[-1].read_bytes()
        assert f"Sida {kartan.forsta_sida} av".encode() in oppen.pages[0].Contents[-1].read_bytes()


# Letters


def test_brevet_har_en_lank_och_inga_handlingar(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    assert posta(paket, "https://finsam.test/moten/1/", forbundschef) == (2, 0)
    brev = {b.to[0]: b for b in mail.outbox}
    assert set(brev) == {"anna@ek.example", "bo@ek.example"}
    ett = brev["bo@ek.example"]
    assert ett.subject == f"Kallelse: Förbundsstyrelsen {kallat.mote.datum}"
    assert "https://finsam.test/moten/1/" in ett.body and not ett.attachments
    assert all(m.skickat_at for m in paket.mottagare.exclude(epost=""))


def test_ingen_far_tva_brev(kallat, forbundschef):
    paket = skickat(kallat, forbundschef)
    posta(paket, "https://finsam.test/", forbundschef)
    assert posta(paket, "https://finsam.test/", forbundschef) == (0, 0)
    assert len(mail.outbox) == 2


def test_den_som_inte_fick_brevet_kan_fa_det_igen(kallat, forbundschef, monkeypatch):
    paket = skickat(kallat, forbundschef)
    hel = EmailBackend.send_messages

    def bos_server_vagrar(backend, brev):
        if brev[0].to == ["bo@ek.example"]:
            raise smtplib.SMTPRecipientsRefused({})
        return hel(backend, brev)

    monkeypatch.setattr(EmailBackend, "send_messages", bos_server_vagrar)
    assert posta(paket, "https://finsam.test/", forbundschef) == (1, 1)
    bo = paket.mottagare.get(person__namn="Bo Berg")
    assert (bo.skickat_at, bo.fel) == (None, "E-postservern tog inte emot brevet.")
    monkeypatch.setattr(EmailBackend, "send_messages", hel)
    assert posta(paket, "https://finsam.test/", forbundschef) == (1, 0)
    assert [b.to for b in mail.outbox] == [["anna@ek.example"], ["bo@ek.example"]]


# Pages


def test_forhandsgranskningen_sager_vad_vem_och_vad_som_saknas(kallat, kansli_klient):
    kallat.rapporten.undertecknare = ""
    kallat.rapporten.save()
    byggt(kallat.mote)
    sida = kansli_klient.get(
        reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    ).content.decode()
    assert "1 ärende saknar det som behövs" in sida
    assert "Tjänsteskrivelsen saknar undertecknare." in sida
    assert "saknar e-postadress" in sida and "anna@ek.example" in sida
    assert "2.2 Karta" in sida
    assert "Skicka kallelsen" not in sida


def test_bara_forbundschefen_kan_skicka(kallat, kansli_klient, forbundschef_klient):
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    assert "Förbundschefen skickar handlingarna" in kansli_klient.get(adress).content.decode()
    assert "Skicka kallelsen" in forbundschef_klient.get(adress).content.decode()
    till = reverse("rapporter:mote_skicka", args=[kallat.mote.pk])
    assert kansli_klient.post(till, posten(kallat)).status_code == 404


def test_kallelsen_skickas_fran_sidan(kallat, forbundschef_klient, ledamot_klient):
    till = reverse("rapporter:mote_skicka", args=[kallat.mote.pk])
    val = posten(kallat)
    svar = forbundschef_klient.post(till, val, follow=True)
    sida = svar.content.decode()
    assert "Kallelsen är skickad." in sida and "2 brev skickade." in sida
    assert OFORANDRAD in sida
    lank = mail.outbox[0].body.split("http")[1].split()[0]
    assert urlsplit("http" + lank).path == kallat.mote.get_absolute_url()
    # The second click is told, and sends nothing.
    igen = forbundschef_klient.post(till, val, follow=True).content.decode()
    assert REDAN_SKICKADE in igen
    assert Motespaket.objects.count() == 1 and len(mail.outbox) == 2
    paket = Motespaket.objects.get()
    motet = ledamot_klient.get(kallat.mote.get_absolute_url()).content.decode()
    assert paket.sha256 in motet
    detalj = ledamot_klient.get(reverse("rapporter:motespaket_detail", args=[paket.pk]))
    assert "anna@ek.example" not in detalj.content.decode()
    pdf = ledamot_klient.get(reverse("rapporter:motespaket_pdf", args=[paket.pk]))
    assert b"".join(pdf.streaming_content) == Path(paket.fil.path).read_bytes()


def test_sen_kallelse_bekraftas_i_ord(kallat, forbundschef_klient):
    kallat.mote.datum = timezone.localdate() + timedelta(days=3)
    kallat.mote.save()
    till = reverse("rapporter:mote_skicka", args=[kallat.mote.pk])
    text = "Kallelsen skickas 3 dagar före mötet. Den ska skickas 7 dagar före."
    assert text in forbundschef_klient.post(till, posten(kallat)).content.decode()
    assert not Motespaket.objects.exists()
    forbundschef_klient.post(till, posten(kallat, sen="on"))
    assert Motespaket.objects.count() == 1


def test_arende_utan_tryckt_forslag_bekraftas_i_ord(kallat, forbundschef_klient):
    nytt = skapa_arende("Rapport Tertial 2", har_skrivelse=False)
    punkt_om(kallat.mote, 3, "Rapport Tertial 2", arende=nytt)
    till = reverse("rapporter:mote_skicka", args=[kallat.mote.pk])
    assert (
        "saknar tryckt förslag" in forbundschef_klient.post(till, posten(kallat)).content.decode()
    )
    assert not Motespaket.objects.exists()
    forbundschef_klient.post(till, posten(kallat, utan_forslag="on"))
    assert Motespaket.objects.count() == 1


def test_installt_mote_skickas_inte(kallat, forbundschef_klient):
    kallat.mote.status = Motesstatus.INSTALLT
    kallat.mote.save()
    sida = forbundschef_klient.get(reverse("rapporter:mote_paket", args=[kallat.mote.pk]))
    assert "Mötet är inställt." in sida.content.decode()
    assert "Skicka kallelsen" not in sida.content.decode()


def test_en_bilaga_som_inte_gar_att_lasa_visas_med_sitt_namn(kallat, forbundschef_klient):
    with open(kallat.bilagor[1].fil.path, "wb") as fil:
        fil.write(b"trasig")
    sida = forbundschef_klient.get(reverse("rapporter:mote_paket", args=[kallat.mote.pk]))
    text = "Bilaga 2.2: Karta kan inte tas med: filen har ändrats sedan den bifogades."
    assert text in sida.content.decode()


def test_en_rubrik_i_inledningen_ar_inget_bokmarke(kallat):
    """Both levels that the notice's own bookmarks have."""
    kallat.mote.inledning = "# Om mötet\n\n## Att veta\n\nVi ses i Stadshuset."
    kallat.mote.save()
    with pikepdf.open(byggt(kallat.mote).fil) as pdf, pdf.open_outline() as disposition:
        under = [post.title for post in disposition.root]
    assert not any("Om mötet" in titel or "Att veta" in titel for titel in under)


def test_en_siffra_i_inledningen_har_ingen_bilaga_att_hamtas_ur(kallat, kansli_klient):
    kallat.mote.inledning = "Resultatet blev {arets_resultat|tkr}."
    kallat.mote.save()
    sida = kansli_klient.get(reverse("rapporter:mote_paket", args=[kallat.mote.pk]))
    assert "Inledningen i kallelsen: Siffran ”arets_resultat” finns inte." in sida.content.decode()


def test_det_som_inte_gick_att_rita_ritas_inte_igen_forran_nagon_ber_om_det(
    kallat, kansli_klient, monkeypatch
):
    startade = []
    monkeypatch.setattr(pdfforrad, "bestall", HEL_BESTALLNING)
    monkeypatch.setattr(pdfforrad, "_starta", lambda nyckel, html: startade.append(nyckel))
    monkeypatch.setattr(pdfforrad, "felet", lambda nyckel: "Det gick inte.")
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    kansli_klient.get(adress)
    antal = len(startade)
    sida = kansli_klient.get(adress)
    assert len(startade) == antal and "Försök sätta ihop handlingarna igen" in sida.text
    kansli_klient.get(adress, {"igen": "1"})
    assert len(startade) > antal


def test_medan_dokumenten_ritas_visas_hur_langt_det_kommit(kallat, kansli_klient, monkeypatch):
    monkeypatch.setattr(pdfforrad, "bestall", lambda html, igen=True: pdfforrad.avtryck(html))
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    svar = kansli_klient.get(adress)
    assert svar.status_code == 202
    assert f'hx-get="{adress}"' in svar.content.decode()
    fram = kansli_klient.get(adress, headers={"HX-Request": "true"})
    assert fram.status_code == 202 and 'value="0"' in fram.content.decode()


def test_lage_utan_htmx_nar_det_ar_klart(kallat, kansli_klient):
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    svar = kansli_klient.get(adress, headers={"HX-Request": "true"})
    assert svar["HX-Redirect"] == adress


def test_revisorn_laser_utkastet_och_skickar_inget(kallat, revisor_klient, ledamot_klient):
    lage = byggt(kallat.mote)
    utkast = reverse("rapporter:mote_paket_pdf", args=[kallat.mote.pk, lage.nyckel])
    svar = revisor_klient.get(utkast)
    assert svar.status_code == 200 and svar.getvalue().startswith(b"%PDF")
    assert ledamot_klient.get(utkast).status_code == 404
    assert (
        ledamot_klient.get(reverse("rapporter:mote_paket", args=[kallat.mote.pk])).status_code
        == 404
    )


def test_revisorn_far_handlingarna_dit_personen_har_sin_post(
    kallat, forbundschef, forbundschef_klient
):
    """One auditor with an address, one without, and a firm of which nobody is known."""
    dag = kallat.mote.datum - timedelta(days=1)
    personer = [
        Person.objects.create(namn="Rut Rask", epost="rut@rask.example"),
        Person.objects.create(namn="Sven Sten"),
        None,
    ]
    namnen = (("Rut Rask", ""), ("Sven Sten", ""), ("", "Byrån"))
    for (namn, byra), person in zip(namnen, personer, strict=True):
        Revisor.objects.create(
            namn=namn, byra=byra, person=person, utsedd_av="kommun_region", fran=dag
        )
    lage = byggt(kallat.mote)
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    sida = " ".join(forbundschef_klient.get(adress).text.split())
    assert "rut@rask.example" in sida
    assert "för Sven Sten: inget brev går dit även om det kryssas för." in sida
    assert "för revisor Byrån: inget skickas dit härifrån." in sida
    till = valda(mottagare(kallat.mote), {"revisor"})
    paket = skicka(kallat.mote, 1, lage.nyckel, till, forbundschef)
    fick = {m.person.namn: m.epost for m in paket.mottagare.all() if m.person in personer}
    assert fick == {"Rut Rask": "rut@rask.example", "Sven Sten": ""}


def test_den_som_far_en_byras_handlingar_star_med_byrans_namn(kallat):
    person = Person.objects.create(namn="Rut Rask")
    Revisor.objects.create(byra="Byrån", person=person, utsedd_av="stat", fran=kallat.mote.datum)
    assert [t.uppdrag for t in mottagare(kallat.mote) if t.person == person] == ["revisor Byrån"]


def test_motets_sida_fragar_lika_ofta_hur_manga_utskick_det_an_ar(
    kallat, forbundschef, forbundschef_klient
):
    """One pack to nobody, and then another to three: the papers themselves are not read."""
    adress = kallat.mote.get_absolute_url()

    def fragor():
        with CaptureQueriesContext(connection) as fangade:
            svar = forbundschef_klient.get(adress)
        assert svar.status_code == 200
        sa = [f["sql"] for f in fangade if 'FROM "styrelse_motespaket"' in f["sql"]]
        # As a column of its own, not a value taken out of it.
        assert not any(' "styrelse_motespaket"."innehall",' in sql for sql in sa)
        return len(fangade), svar.text

    forsta = skickat(kallat, forbundschef)
    # What anybody may ask for the first time and keep.
    fragor()
    ett, _ = fragor()
    for nummer, namn in ((2, ()), (3, ("Anna", "Bo"))):
        paket = Motespaket.objects.create(
            mote=kallat.mote, nummer=nummer, innehall=forsta.innehall, fil=forsta.fil.name,
            storlek=1, sidor=1, sha256=forsta.sha256, skickat_av=forbundschef,
        )  # fmt: skip
        for ett_namn in namn:
            Mottagare.objects.create(paket=paket, person=kallat.personer[ett_namn])
    tre, sida = fragor()
    assert tre == ett
    assert "till 0 mottagare" in sida and "till 2 mottagare" in sida


def test_sidan_fragar_lika_ofta_hur_manga_punkter_det_an_ar(
    kallat, kansli_klient, django_assert_max_num_queries
):
    byggt(kallat.mote)
    adress = reverse("rapporter:mote_paket", args=[kallat.mote.pk])
    with django_assert_max_num_queries(60) as fore:
        kansli_klient.get(adress)
    for nr in range(10, 20):
        fast_punkt(kallat.mote, "sist", nr, "formalia", rubrik=f"Punkt {nr}")
    byggt(kallat.mote)
    with django_assert_max_num_queries(len(fore)):
        kansli_klient.get(adress)

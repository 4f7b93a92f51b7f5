"""The pages of matters: written by one, told of to another, sent and then left as it was."""

from datetime import date

import pytest
from django.urls import reverse

from finsam.choices import Roll
from styrelse import amnen
from styrelse.models import Arende, Arendebilaga, Arsarende, Beslut, Kansliroll, Paragraf, Person
from styrelse.selectors.arendesida import bilagebilder
from tests.styrelse.arendeexempel import fryst_rapport
from tests.styrelse.dagordningsexempel import punkt_om, skapa_arende, skapa_mote, skicka
from tests.styrelse.pdfexempel import pdf, uppladdad
from tests.uppfoljning.exempelkontroll import skapa_moment
from uppfoljning.models import Internkontrollplan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def egen_var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def ifyllt(**andrat):
    grund = {
        "rubrik": "Verksamhetsplan",
        "till_beslut": "on",
        "har_skrivelse": "on",
        "forslag": "att anta planen",
        "arendet": "Planen är **klar**.",
        "bedomning": "",
        "undertecknare": "Anna Ek, förbundschef",
        "skrivelsedatum": "2026-03-10",
        "delar-TOTAL_FORMS": "1",
        "delar-INITIAL_FORMS": "0",
        "delar-0-rubrik": "",
        "delar-0-forslag": "",
    }
    return {**grund, **andrat}


def stand(klient, arende):
    sida = text(klient.get(reverse("styrelse:arende_update", args=[arende.pk])))
    return sida.split('name="stand" value="')[1].split('"')[0]


def test_ett_tomt_arende_har_forbundschefen_som_undertecknare(kansli_klient):
    person = Person.objects.create(namn="Anna Ek")
    Kansliroll.objects.create(person=person, befattning="Förbundschef", fran=date(2020, 1, 1))
    sida = text(kansli_klient.get(reverse("styrelse:arende_create")))
    assert 'value="Anna Ek, förbundschef"' in sida


def test_arendet_skapas_med_delar_och_visas(kansli_klient):
    data = ifyllt(**{"delar-0-rubrik": "Val", "delar-0-forslag": "att välja A"})
    svar = kansli_klient.post(reverse("styrelse:arende_create"), data)
    arende = Arende.objects.get()
    assert svar.url == arende.get_absolute_url()
    sida = text(kansli_klient.get(svar.url))
    assert "<strong>klar</strong>" in sida and "att anta planen" in sida
    assert "Del A. Val" in sida and "Komplett" in sida and arende.diarienummer in sida


@pytest.mark.parametrize(
    ("andrat", "fel"),
    [
        ({"till_beslut": ""}, "Ange om ärendet är till beslut, information eller diskussion."),
        ({"rubrik": ""}, "Detta fält måste fyllas i."),
        ({"arendet": "Se 19121212-1212."}, "Innehållet ser ut att vara personuppgifter"),
        ({"delar-0-text": "Utan rubrik"}, "Detta fält måste fyllas i."),
    ],
)
def test_fel_sags_och_inget_skrivet_gar_forlorat(andrat, fel, kansli_klient):
    sida = text(kansli_klient.post(reverse("styrelse:arende_create"), ifyllt(**andrat)))
    assert fel in sida and "att anta planen" in sida
    assert not Arende.objects.exists()


def test_den_som_sparar_efter_en_annan_far_se_bada(kansli_klient):
    arende = skapa_arende("Plan", arendet="Ursprunglig text")
    adress = reverse("styrelse:arende_update", args=[arende.pk])
    sedd = stand(kansli_klient, arende)
    arende.arendet = "Den andras text"
    arende.save()
    data = ifyllt(stand=sedd, arendet="Min text")
    sida = text(kansli_klient.post(adress, data))
    assert "Någon annan har ändrat ärendet" in sida
    assert "Den andras text" in sida and "Min text" in sida
    arende.refresh_from_db()
    assert arende.arendet == "Den andras text"
    # What was shown is now known: saved again, it stands.
    nytt = sida.split('name="stand" value="')[1].split('"')[0]
    assert kansli_klient.post(adress, {**data, "stand": nytt}).status_code == 302
    arende.refresh_from_db()
    assert arende.arendet == "Min text"


def test_utskickat_arende_andras_for_ett_senare_mote_och_det_sags(kansli_klient):
    mote = skapa_mote()
    punkt = punkt_om(mote, 1, "Plan")
    skicka(mote, {punkt: 1}, {})
    sida = text(kansli_klient.get(reverse("styrelse:arende_update", args=[punkt.arende.pk])))
    assert "Det som är utskickat ändras inte" in sida and str(mote) in sida


def test_avslutat_arende_andras_inte(kansli_klient):
    arende = skapa_arende("Plan", avslutat=date(2026, 1, 1))
    for namn in ("arende_update", "arendebilaga_create"):
        adress = reverse(f"styrelse:{namn}", args=[arende.pk])
        assert kansli_klient.get(adress).status_code == 404


def test_arendet_visar_mote_paragraf_och_utfall(kansli_klient):
    mote = skapa_mote(date(2026, 2, 3), "au")
    punkt = punkt_om(mote, 1, "Plan")
    Beslut.objects.create(punkt=punkt, utfall="andrat", text="att anta planen med tillägg")
    Paragraf.objects.create(punkt=punkt, organ="au", verksamhetsar=2026, nummer=4)
    sida = text(kansli_klient.get(punkt.arende.get_absolute_url()))
    assert all(ord_ in sida for ord_ in ("§ 4/2026", "Bifall med ändring", "med tillägg"))


def test_listan_visar_laget(kansli_klient):
    skapa_arende("På väg")
    punkt_om(skapa_mote(), 1, "Uppsatt")
    skapa_arende("Klart", avslutat=date(2026, 1, 1))
    for lage, rubrik in (
        ("pa_gang", "På väg"),
        ("pa_dagordning", "Uppsatt"),
        ("avslutat", "Klart"),
    ):
        sida = text(kansli_klient.get(reverse("styrelse:arende_list"), {"lage": lage}))
        visade = [r for r in ("På väg", "Uppsatt", "Klart") if f">{r}</a>" in sida]
        assert visade == [rubrik]


def test_filer_bifogas_ordnas_ersatts_och_tas_bort(kansli_klient, forbundschef_klient):
    arende = skapa_arende("Plan")
    adress = reverse("styrelse:arendebilaga_create", args=[arende.pk])
    filer = [uppladdad("a.pdf"), uppladdad("b.pdf", bredd=200)]
    kansli_klient.post(adress, {"vad": "fil", "filer": filer})
    a, b = arende.bilagor.order_by("ordning")
    assert (a.titel, b.titel) == ("a", "b")
    flytta = reverse("styrelse:arendebilaga_flytta", args=[b.pk])
    kansli_klient.post(flytta, {"ordning": [a.pk, b.pk], "steg": "-1"})
    assert [x.titel for x in arende.bilagor.order_by("ordning")] == ["b", "a"]
    ersatt = reverse("styrelse:arendebilaga_ersatt", args=[a.pk])
    kansli_klient.post(ersatt, {"vad": "fil", "filer": uppladdad("c.pdf", bredd=300)})
    assert [x.titel for x in arende.bilagor.order_by("ordning")] == ["b", "c"]
    kansli_klient.post(reverse("styrelse:arendebilaga_delete", args=[b.pk]))
    assert [x.titel for x in arende.bilagor.all()] == ["c"]
    svar = kansli_klient.get(arende.bilagor.get().get_absolute_url())
    assert b"".join(svar.streaming_content) == pdf(bredd=300)
    assert svar["Content-Disposition"] == 'attachment; filename="c.pdf"'
    assert svar["X-Content-Type-Options"] == "nosniff"


def test_en_fil_som_inte_duger_stoppar_alla_och_namnges(kansli_klient):
    arende = skapa_arende("Plan")
    adress = reverse("styrelse:arendebilaga_create", args=[arende.pk])
    filer = [uppladdad("a.pdf"), uppladdad("PM.docx", b"PK")]
    sida = text(kansli_klient.post(adress, {"vad": "fil", "filer": filer}))
    assert "PM.docx: En bilaga ska vara en PDF." in sida
    assert not Arendebilaga.objects.exists()


def test_ett_dokument_fryses_nar_det_bifogas(kansli_klient):
    skapa_moment(Internkontrollplan.objects.create(verksamhetsar=2021), 1)
    arende = skapa_arende("Internkontroll")
    adress = reverse("styrelse:arendebilaga_create", args=[arende.pk])
    assert "rapport internkontroll 2021" in text(kansli_klient.get(adress))
    data = {"vad": "dokument", "dokument": "rapport internkontroll 2021"}
    kansli_klient.post(adress, data)
    bilaga = arende.bilagor.get()
    assert (bilaga.kalla, bilaga.slag) == ("internkontroll 2021", "rapport")
    assert "redan bifogad" in text(kansli_klient.post(adress, data))
    sida = text(kansli_klient.get(bilaga.get_absolute_url()))
    assert "Innehållet är oförändrat" in sida
    assert reverse("rapporter:bilaga_da_nu", args=[bilaga.pk]) in sida


def test_arende_ur_en_rapport_tar_med_den(kansli_klient):
    skapa_moment(Internkontrollplan.objects.create(verksamhetsar=2021), 1)
    sida = text(kansli_klient.get(reverse("styrelse:arende_fran_amne")))
    assert "amne=rapport&amp;nyckel=internkontroll%202021" in sida
    adress = reverse("styrelse:arende_create") + "?amne=rapport&nyckel=internkontroll 2021"
    assert "att fastställa" in text(kansli_klient.get(adress))
    kansli_klient.post(adress, ifyllt(rubrik="Internkontroll"))
    arende = Arende.objects.get()
    assert (arende.amnesslag, arende.amnesnyckel) == ("rapport", "internkontroll 2021")
    assert [b.kalla for b in arende.bilagor.all()] == ["internkontroll 2021"]
    sida = text(kansli_klient.get(reverse("styrelse:arende_fran_amne")))
    assert "Har redan ärendet" in sida
    # One that is over may be followed by a new: the old is linked beside it.
    arende.avslutat = date(2022, 3, 1)
    arende.save()
    sida = text(kansli_klient.get(reverse("styrelse:arende_fran_amne")))
    assert "Har redan ärendet" not in sida and "Tidigare ärende" in sida
    assert "amne=rapport&amp;nyckel=internkontroll%202021" in sida


@pytest.mark.parametrize(
    ("mallens", "amnet"),
    [
        (("delarsrapport", "2026-H1"), ("rapport", "delarsrapport 2026-H1")),
        (("medlemsavgifter", "2027"), ("tilldelning", "2027")),
        (("budget", "2027"), ("budget", "2027")),
        (("rapport", "delarsrapport 2026-H1"), ("rapport", "delarsrapport 2026-H1")),
        (("hittepa", "2026"), ("hittepa", "2026")),
        (("delarsrapport", "i fjol"), ("delarsrapport", "i fjol")),
        (("", ""), ("", "")),
    ],
)
def test_arets_mall_namnger_ett_amne_som_beslutet_verkar_i(mallens, amnet):
    assert amnen.arligt_amne(*mallens) == amnet


def test_arligt_arende_om_en_rapport_gar_att_verkstalla(kansli_klient):
    Arsarende.objects.create(
        kod="delar",
        rubrik="Delårsrapport {ar}",
        senast_manad=9,
        senast_dag=30,
        forslag="att fastställa delårsrapporten",
        amnesslag="delarsrapport",
        nyckel="{ar}-H1",
    )
    adress = reverse("styrelse:arende_create") + "?arligt=delar&ar=2026"
    sida = text(kansli_klient.post(adress, ifyllt(), follow=True))
    arende = Arende.objects.get()
    assert (arende.amnesslag, arende.amnesnyckel) == ("rapport", "delarsrapport 2026-H1")
    # It would have brought the report; there is nothing to make it from yet.
    assert "Bilagan bifogades inte: Bokföringen för 2026 är inte inläst." in sida


def test_arligt_arende_fylls_i_med_aret(kansli_klient):
    arligt = Arsarende.objects.create(
        kod="plan",
        rubrik="Verksamhetsplan {ar+1}",
        senast_manad=11,
        senast_dag=30,
        forslag="att anta planen för {ar+1}",
    )
    adress = reverse("styrelse:arende_create") + "?arligt=plan&ar=2026"
    assert "att anta planen för 2027" in text(kansli_klient.get(adress))
    kansli_klient.post(adress, ifyllt())
    arende = Arende.objects.get()
    assert (arende.arsarende, arende.verksamhetsar) == (arligt, 2026)
    assert "Årets ärende finns redan." in text(kansli_klient.post(adress, ifyllt()))


def test_okant_amne_finns_inte(kansli_klient):
    for fraga in ("?amne=hittepa&nyckel=1", "?amne=rapport&nyckel=x", "?arligt=saknas&ar=2026"):
        assert kansli_klient.get(reverse("styrelse:arende_create") + fraga).status_code == 404


def test_ledamoten_ser_bilagan_nar_den_har_skickats(ledamot_klient, kansli):
    mote = skapa_mote()
    punkt = punkt_om(mote, 1, "Rapport")
    bilaga = fryst_rapport(punkt.arende, adress=reverse("finsam:anvandare_list"))
    adress = bilaga.get_absolute_url()
    assert ledamot_klient.get(adress).status_code == 404
    skicka(mote, {punkt: 1}, {bilaga: "1.1"})
    sida = text(ledamot_klient.get(adress))
    # The figure stands there, without a link to a page that is closed to the reader.
    assert "−1\u00a0864\u00a0314" in sida and reverse("finsam:anvandare_list") not in sida
    assert "dagens underlag" not in sida


def test_arende_utan_mote_avslutas_eller_tas_bort(kansli_klient):
    arende = skapa_arende("Plan")
    kansli_klient.post(reverse("styrelse:arende_avsluta", args=[arende.pk]))
    arende.refresh_from_db()
    assert arende.avslutat
    annat = punkt_om(skapa_mote(), 1, "Uppsatt").arende
    sida = text(
        kansli_klient.post(reverse("styrelse:arende_avsluta", args=[annat.pk]), follow=True)
    )
    assert "står på en dagordning" in sida
    assert kansli_klient.get(reverse("styrelse:arende_delete", args=[annat.pk])).status_code == 404
    tredje = skapa_arende("Felskrivet")
    kansli_klient.post(reverse("styrelse:arende_delete", args=[tredje.pk]))
    assert not Arende.objects.filter(pk=tredje.pk).exists()


def test_revisorn_skriver_inget(klient):
    revisor = klient(Roll.REVISOR)
    arende = skapa_arende("Plan")
    assert text(revisor.get(arende.get_absolute_url()))
    for namn in ("arende_avsluta", "arende_update", "arendebilaga_create", "arende_delete"):
        adress = reverse(f"styrelse:{namn}", args=[arende.pk])
        assert revisor.post(adress, {}).status_code == 404


@pytest.mark.parametrize("antal", [1, 4])
def test_bilagornas_hinder_kostar_lika_manga_fragor(antal, django_assert_num_queries):
    arende = skapa_arende("Planen")
    for nr in range(antal):
        Arendebilaga.objects.create(
            arende=arende, ordning=nr, titel=f"Bilaga {nr}", slag="rapport", innehall={},
            kalla=f"plan {nr}", sha256=str(nr) * 64,
        )  # fmt: skip
    with django_assert_num_queries(3):  # the annexes, those sent, days of approved meetings
        gallande, ersatta = bilagebilder(arende)
    assert ([b.hinder for b in gallande], ersatta) == ([""] * antal, [])

"""The sitting's pages: each step by form alone, autosave, and what is refused stands there."""

from datetime import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.models import Anvandare
from styrelse.actions import sittning
from styrelse.models import Beslut, Jav, Justering, Mote, Narvaro, Punkt, Rost, Votering
from tests.styrelse.exempelsittning import Sittande, sittande, skicka

pytestmark = pytest.mark.django_db
FORSLAG = "att godkänna delårsrapporten"


@pytest.fixture
def mote(kansli: Anvandare) -> Sittande:
    ett = sittande()
    return Sittande(sittning.oppna(ett.mote, time(9), None, kansli), ett.punkter, ett.personer)


def sida(client: Client, namn: str, pk: int, **data: object) -> str:
    """The page, or what is shown after the form was posted and everything followed."""
    adress = reverse(f"styrelse:{namn}", args=[pk])
    svar = client.post(adress, data, follow=True) if data else client.get(adress)
    assert svar.status_code == 200, svar
    return str(svar.content.decode())


def test_motet_oppnas_pa_sin_sida(kansli_klient: Client) -> None:
    ett = sittande()
    assert "Första paragraf" in sida(kansli_klient, "sammantrade", ett.mote.pk)
    svar = sida(kansli_klient, "sammantrade_oppna", ett.mote.pk, tid="nio", forsta="45")
    assert "Skriv klockslaget som 09.00." in svar
    svar = sida(kansli_klient, "sammantrade_oppna", ett.mote.pk, tid="9.02", forsta="45")
    assert "§ 45" in svar and "öppnades kl. 09.02" in svar


def test_narvaro_sparas_for_dem_som_andrats(kansli_klient: Client, mote: Sittande) -> None:
    anna, bo = mote.personer["Anna"], mote.personer["Bo"]
    svar = sida(
        kansli_klient, "narvaro", mote.mote.pk,
        **{f"p-{anna.pk}": "plats", f"fore-{anna.pk}": "", f"p-{bo.pk}": "", f"fore-{bo.pk}": ""},
    )  # fmt: skip
    assert [n.person for n in Narvaro.objects.all()] == [anna]
    assert "1 tjänstgör." in svar and "Färre än hälften av ledamöterna är närvarande." in svar
    # Another saw an older page: what they did not change stays.
    sida(kansli_klient, "narvaro", mote.mote.pk, **{f"p-{bo.pk}": "plats", f"fore-{bo.pk}": "",
         f"p-{anna.pk}": "", f"fore-{anna.pk}": ""})  # fmt: skip
    assert Narvaro.objects.count() == 2
    svar = sida(kansli_klient, "narvaro", mote.mote.pk, **{f"p-{anna.pk}": "distans"})
    assert "Styrelsen har inte beslutat om deltagande på distans." in svar
    sida(kansli_klient, "narvaro", mote.mote.pk, alla="1")
    assert Narvaro.objects.count() == 3


def test_sen_ankomst_och_val_av_justerare(kansli_klient: Client, mote: Sittande) -> None:
    mote.narvarar("Anna", "Bo", "Fia")
    bo = mote.mote.narvaro.get(person=mote.personer["Bo"])
    sida(kansli_klient, "franvaro_create", bo.pk, fran=mote.punkter[0].pk, till=mote.punkter[1].pk,
         tid="09.20")  # fmt: skip
    svar = sida(kansli_klient, "sammantrade", mote.mote.pk)
    assert "Borta från § 1 till § 2, kl. 09.20" in svar and "Fia Fors för Bo Berg." in svar
    anna, bo_ = mote.personer["Anna"], mote.personer["Bo"]
    val = {"ordforande": anna.pk, "justerare": [bo_.pk, anna.pk]}
    # The chair is proposed; what was chosen stands after a refusal.
    assert f'<option value="{anna.pk}" selected>Anna Alm</option>' in svar
    nekat = sida(kansli_klient, "motesroller", mote.mote.pk, **val)
    assert "i två egenskaper" in nekat and nekat.count(" checked") >= 2
    sida(kansli_klient, "motesroller", mote.mote.pk, ordforande=anna.pk, justerare=[bo_.pk])
    assert Justering.objects.count() == 2


def test_beslutet_fylls_i_fran_forslaget_och_foljer_utfallet(
    kansli_klient: Client, mote: Sittande
) -> None:
    punkt = mote.punkter[1]
    svar = sida(kansli_klient, "beslut_update", punkt.pk)
    sett = svar.split('name="sett" value="')[1].split('"')[0]
    assert f">\n{FORSLAG}</textarea>" in svar
    data = {"sett": sett, "hela-utfall": "avslag", "hela-text": FORSLAG, "protokollstext": "Prat."}
    svar = sida(kansli_klient, "beslut_utkast", punkt.pk, **data)
    assert "Sparat." in svar and "att avslå förslaget</textarea>" in svar
    beslut = Beslut.objects.get()
    assert (beslut.utfall, beslut.text, beslut.forslag) == (
        "avslag",
        "att avslå förslaget",
        FORSLAG,
    )
    # Who has not seen that does not write over it.
    svar = sida(kansli_klient, "beslut_utkast", punkt.pk, **{**data, "hela-utfall": "bifall"})
    assert "Någon annan har ändrat punkten" in svar and "Inget är sparat." in svar
    punkt.refresh_from_db()
    assert punkt.protokollstext == "Prat."


def test_bifall_med_andra_ord_pekas_ut(kansli_klient: Client, mote: Sittande) -> None:
    punkt = mote.punkter[1]
    sett = sida(kansli_klient, "beslut_update", punkt.pk).split('name="sett" value="')[1]
    data = {"sett": sett.split('"')[0], "hela-utfall": "bifall", "hela-text": "att annat"}
    svar = sida(kansli_klient, "beslut_utkast", punkt.pk, **data)
    assert "Välj ”Bifall med ändring”." in svar


def test_spara_och_ga_vidare(kansli_klient: Client, mote: Sittande) -> None:
    punkt, nasta = mote.punkter[0], mote.punkter[1]
    sett = sida(kansli_klient, "beslut_update", punkt.pk).split('name="sett" value="')[1]
    data = {"sett": sett.split('"')[0], "protokollstext": "Öppnat.", "vidare": nasta.pk}
    svar = kansli_klient.post(reverse("styrelse:beslut_update", args=[punkt.pk]), data)
    assert svar.headers["Location"] == reverse("styrelse:beslut_update", args=[nasta.pk])


def test_yrkande_jav_och_votering(kansli_klient: Client, mote: Sittande) -> None:
    mote.narvarar("Anna", "Bo", "Cia")
    punkt, anna, bo = mote.punkter[1], mote.personer["Anna"], mote.personer["Bo"]
    svar = sida(kansli_klient, "yttrande_create", punkt.pk, **{"yttrande-slag": "yrkande",
                "yttrande-person": bo.pk, "yttrande-text": "Avslag"})  # fmt: skip
    assert "Yrkande, Bo Berg:" in svar
    sida(kansli_klient, "jav_create", punkt.pk, **{"jav-person": anna.pk, "jav-skal": "Släkt"})
    assert Jav.objects.get().skal == "Släkt"
    sida(kansli_klient, "votering_create", punkt.pk, **{"votering-ja": "bifall",
         "votering-nej": "avslag"})  # fmt: skip
    votering = Votering.objects.get()
    svar = sida(kansli_klient, "votering_rosta", votering.pk, rost=f"{anna.pk}:ja")
    assert "Anna Alm har anmält jäv i ärendet." in svar
    svar = sida(kansli_klient, "votering_rosta", votering.pk, rost=f"{bo.pk}:ja")
    assert "1 ja-röst och 0 nej-röster. Mötet beslutar enligt ja-förslaget: bifall." in svar
    assert (
        f'value="{bo.pk}:" class="rostknapp" aria-label="Ja, Bo Berg" aria-pressed="true"' in svar
    )
    # Anna stands aside and has nobody to step in: yes of everybody is of those who serve.
    svar = sida(kansli_klient, "votering_rosta", votering.pk, alla_ja="1")
    assert "2 ja-röster och 0 nej-röster." in svar
    for person in (bo, mote.personer["Cia"]):
        sida(kansli_klient, "votering_rosta", votering.pk, rost=f"{person.pk}:")
    assert not Rost.objects.exists()


def test_motet_avslutas_med_allt_i_ord(kansli_klient: Client, mote: Sittande) -> None:
    mote.narvarar("Anna", "Bo", "Cia")
    svar = sida(kansli_klient, "avsluta", mote.mote.pk, tid="11.00")
    assert "§ 2 Delårsrapport: Beslut saknas." in svar
    sittningen = reverse("styrelse:sammantrade", args=[mote.mote.pk])
    rollerna = f'<a href="{sittningen}#roller">Mötet har ingen '
    assert f"{rollerna}ordförande" in svar and f"{rollerna}sekreterare" in svar
    mote.leds()
    Beslut.objects.create(punkt=mote.punkter[1], utfall="bifall", text=FORSLAG)
    svar = sida(kansli_klient, "avsluta", mote.mote.pk)
    assert "”Delårsrapport” är avslutat när mötet är det." in svar
    assert "Mötet är avslutat." in sida(kansli_klient, "avsluta", mote.mote.pk, tid="11.00")
    assert Mote.objects.get().status == "hallet"


def test_ett_justerat_motes_sidor_visar_men_tar_inget(
    kansli_klient: Client, mote: Sittande
) -> None:
    mote.narvarar("Anna")

    mote.mote.status = "justerat"
    mote.mote.save()
    svar = sida(kansli_klient, "sammantrade", mote.mote.pk)
    assert "Protokollet är justerat. Mötet ändras inte längre." in svar and "Anna Alm" in svar
    assert '<form method="post" action="/styrelse/' not in svar
    data = {"p-" + str(mote.personer["Anna"].pk): ""}
    assert "Mötet ändras inte längre." in sida(kansli_klient, "narvaro", mote.mote.pk, **data)
    assert Narvaro.objects.count() == 1


@pytest.mark.parametrize("status", ["hallet", "justerat", "anslaget"])
def test_efter_motet_finns_inget_att_styra_det_med(
    kansli_klient: Client, mote: Sittande, status: str
) -> None:
    """What was noted can be put right until the minutes are approved; the meeting is over."""
    mote.narvarar("Anna", "Bo", "Cia")
    styr = ("Alla ledamöter på plats", "tangenttips", "Lägg till en punkt", "Avsluta mötet")
    sidor = (("sammantrade", mote.mote.pk), ("beslut_update", mote.punkter[1].pk))
    under = "".join(sida(kansli_klient, *en) for en in sidor)
    assert all(ord_ in under for ord_ in styr)
    mote.mote.status = status
    mote.mote.save()
    efter = "".join(sida(kansli_klient, *en) for en in sidor)
    assert not [ord_ for ord_ in styr if ord_ in efter]
    assert ("Rätta närvaron" in efter) == (status == "hallet")
    assert ('type="radio"' in efter) == (status == "hallet")


def test_en_ledamot_laser_paragrafen_nar_motet_ar_hallet(
    ledamot_klient: Client, revisor_klient: Client, mote: Sittande
) -> None:
    punkt = mote.punkter[1]
    skicka(mote.mote)
    Beslut.objects.create(punkt=punkt, utfall="bifall", text="att godkänna allt")
    assert "att godkänna allt" not in sida(ledamot_klient, "punkt_detail", punkt.pk)
    assert "att godkänna allt" in sida(revisor_klient, "punkt_detail", punkt.pk)
    mote.mote.status = "hallet"
    mote.mote.save()
    svar = sida(ledamot_klient, "punkt_detail", punkt.pk)
    assert "att godkänna allt" in svar and "§ 2/2024 Delårsrapport" in svar
    egen = reverse("styrelse:paragraf", args=["fs", 2024, 2])
    assert ledamot_klient.get(egen).headers["Location"] == punkt.get_absolute_url()


def test_en_revisor_laser_men_skriver_inget(revisor_klient: Client, mote: Sittande) -> None:
    adress = reverse("styrelse:beslut_update", args=[mote.punkter[1].pk])
    svar = revisor_klient.get(adress)
    assert svar.status_code == 200 and "<textarea" not in svar.content.decode()
    assert revisor_klient.post(adress, {"hela-utfall": "bifall"}).status_code == 404


def test_en_osand_punkt_finns_inte_for_en_ledamot(ledamot_klient: Client) -> None:
    ett = sittande(status="planerat")
    adress = ett.punkter[1].get_absolute_url()
    assert ledamot_klient.get(adress).status_code == 404
    assert (
        ledamot_klient.get(reverse("styrelse:sammantrade", args=[ett.mote.pk])).status_code == 404
    )


def test_lika_manga_fragor_for_en_kort_och_en_lang_dagordning(
    kansli_klient: Client, mote: Sittande
) -> None:
    kort = _fragor(kansli_klient, mote.mote)
    for nr in range(5, 15):
        Punkt.objects.create(
            mote=mote.mote, plats="sist", ordning=nr, slag="formalia", rubrik=f"Punkt {nr}"
        )
    mote.narvarar("Anna", "Bo", "Cia", "Eva")
    assert _fragor(kansli_klient, mote.mote) <= kort + 2  # absences, and their people


def _fragor(client: Client, mote: Mote) -> int:
    with CaptureQueriesContext(connection) as fragor:
        sida(client, "sammantrade", mote.pk)
    return len(fragor)

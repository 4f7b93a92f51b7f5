"""A § that is approved at once: its signatures, its locked text, its notice."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from finsam.models import Anvandare
from styrelse.actions import behandling, narvaro, omedelbart, sittning, votering
from styrelse.actions import protokoll as steg
from styrelse.actions.motesroller import valj
from styrelse.actions.verkstallighet import avsluta
from styrelse.models import (
    Anslag,
    Jav,
    Justering,
    Mote,
    Omedelbarjustering,
    Paragrafunderskrift,
    Protokoll,
)
from styrelse.protokollsplikter import protokollsplikter
from styrelse.selectors.protokollsbild import protokollsbild
from tests.styrelse.exempelprotokoll import rita
from tests.styrelse.exempelsittning import DAG, Sittande, ett_arende, sittande

pytestmark = pytest.mark.django_db
FORSLAG = "att godkänna delårsrapporten"
# Thursday 21 March 2024, three weeks before Thursday 11 April; taken down the day after.
SISTA, TAS_NED = date(2024, 4, 11), date(2024, 4, 12)


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Any) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def mote(kansli: Anvandare) -> Sittande:
    """An open meeting led by Anna and checked by Bo, with a § 2 to be approved at once."""
    ett = sittande()
    oppet = sittning.oppna(ett.mote, time(9, 2), None, kansli)
    ett.narvarar("Anna", "Bo", "Cia")
    ett.leds()
    Justering.objects.create(mote=oppet, person=ett.personer["Bo"], roll="justerare")
    besluta(ett, kansli)
    return Sittande(oppet, ett.punkter, ett.personer)


def besluta(mote: Sittande, user: Anvandare, **falt: Any) -> None:
    ord_ = behandling.Beslutsord("bifall", FORSLAG, FORSLAG, **{"omedelbart": True, **falt})
    behandling.spara_beslut(mote.punkter[1], None, ord_, user)


def tecknar(mote: Sittande, *fornamn: str, dag: date = DAG) -> Omedelbarjustering | None:
    for ett in fornamn:
        rad = omedelbart.underteckna(mote.punkter[1], mote.personer[ett], dag, None)
    return rad


def justera_hela(mote: Sittande, dag: date) -> Protokoll:
    for rad in Justering.objects.filter(mote=mote.mote):
        protokoll = steg.underteckna(rad, dag, None, rita)
    assert protokoll
    return protokoll


def test_den_sista_underskriften_justerar_paragrafen(mote: Sittande, kansli: Anvandare) -> None:
    assert tecknar(mote, "Anna") is None
    rad = omedelbart.underteckna(mote.punkter[1], mote.personer["Bo"], date(2024, 3, 22), kansli)
    assert rad and (rad.justerat, rad.registrerat_av) == (date(2024, 3, 22), kansli)
    assert Paragrafunderskrift.objects.get(roll="justerare").history.get().history_user == kansli
    (paragraf,) = rad.innehall["paragrafer"]
    assert (paragraf["paragraf"], paragraf["omedelbart"]) == (2, True)
    assert [(u["namn"], u["roll"], u["dag"]) for u in paragraf["underskrifter"]] == [
        ("Anna Alm", "Ordförande", "2024-03-21"),
        ("Bo Berg", "Justerare", "2024-03-22"),
    ]
    with pytest.raises(ValidationError, match="redan omedelbart justerad"):
        tecknar(mote, "Anna")


@pytest.mark.parametrize("alla", [False, True])
def test_det_undertecknade_andras_inte(mote: Sittande, kansli: Anvandare, alla: bool) -> None:
    punkt, anna = mote.punkter[1], mote.personer["Anna"]
    yrkande = behandling.yttra(punkt, anna, "yrkande", "Bifall", kansli)
    rost = votering.begar(punkt, None, "bifall", "avslag", kansli)
    votering.alla_ja(rost, kansli)
    tecknar(mote, "Anna", *["Bo"] * alla)
    cia = mote.mote.narvaro.get(person=mote.personer["Cia"])
    forsok = (
        lambda: besluta(mote, kansli, omedelbart=False),
        lambda: behandling.spara_protokollstext(punkt, "Ny text", kansli),
        lambda: behandling.yttra(punkt, anna, "yrkande", "Avslag", kansli),
        lambda: behandling.ta_bort_yttrande(yrkande, kansli),
        lambda: behandling.anmal_jav(punkt, mote.personer["Cia"], "", kansli),
        lambda: votering.begar(punkt, None, "ja", "nej", kansli),
        lambda: votering.rosta(rost, anna, "nej", kansli),
        lambda: votering.ta_bort(rost, kansli),
        lambda: narvaro.satt_franvaro(cia, punkt, None, None, kansli),
    )
    mening = "§ 2 är omedelbart justerad och ändras inte" if alla else "§ 2 är undertecknad"
    for ett_forsok in forsok:
        with pytest.raises(ValidationError, match=mening):
            ett_forsok()
    # The other §§ are written as before.
    behandling.spara_protokollstext(mote.punkter[0], "Välkomna.", kansli)


def test_en_underskrift_tas_tillbaka_tills_alla_har_tecknat(
    mote: Sittande, kansli: Anvandare
) -> None:
    tecknar(mote, "Anna")
    omedelbart.ta_tillbaka(Paragrafunderskrift.objects.get(), kansli)
    besluta(mote, kansli, motivering="Bra skött.")
    tecknar(mote, "Anna", "Bo")
    with pytest.raises(ValidationError, match="redan omedelbart justerad"):
        omedelbart.ta_tillbaka(Paragrafunderskrift.objects.first(), kansli)


def test_den_som_tecknat_en_annan_text_far_ta_tillbaka_det(
    mote: Sittande, kansli: Anvandare
) -> None:
    """Cia, who decided, gets another name in the register between the signatures."""
    tecknar(mote, "Anna")
    cia = mote.personer["Cia"]
    cia.namn = "Cia Ceder-Lind"
    cia.save()
    with pytest.raises(ValidationError, match="Paragrafen har ändrats sedan Anna Alm"):
        tecknar(mote, "Bo")


@pytest.mark.parametrize("roll", ["justerare", "ordforande"])
def test_den_som_inte_langre_tecknar_tar_forst_tillbaka_sin_underskrift(
    mote: Sittande, kansli: Anvandare, roll: str
) -> None:
    """Bo has signed as justerare; then Cia is chosen instead, or Bo leads instead of Anna."""
    bo, cia = mote.personer["Bo"], mote.personer["Cia"]
    tecknar(mote, "Bo")
    Justering.objects.filter(mote=mote.mote).delete()
    val = {"justerare": "Cia", "ordforande": "Anna"}
    if roll == "ordforande":
        val = {"justerare": "Cia", "ordforande": "Bo"}
    for en_roll, namn in val.items():
        Justering.objects.create(mote=mote.mote, person=mote.personer[namn], roll=en_roll)
    ny = cia if roll == "ordforande" else mote.personer["Anna"]
    with pytest.raises(ValidationError, match="Bo Berg har undertecknat paragrafen men ska inte"):
        omedelbart.underteckna(mote.punkter[1], ny, DAG, kansli)
    omedelbart.ta_tillbaka(Paragrafunderskrift.objects.get(person=bo), kansli)
    rad = tecknar(mote, *val.values())
    assert rad
    tecknat = {u.person.namn: u.roll for u in mote.punkter[1].underskrifter.all()}
    assert tecknat == {mote.personer[namn].namn: en_roll for en_roll, namn in val.items()}
    frysta = [u["namn"] for u in rad.innehall["paragrafer"][0]["underskrifter"]]
    assert sorted(frysta) == sorted(tecknat)


def test_en_underskrift_tas_tillbaka_en_gang(mote: Sittande, kansli: Anvandare) -> None:
    """The same button pressed twice at once: both have read the row."""
    tecknar(mote, "Anna")
    rad, samma = Paragrafunderskrift.objects.get(), Paragrafunderskrift.objects.get()
    omedelbart.ta_tillbaka(rad, kansli)
    with pytest.raises(ValidationError, match="Underskriften är redan borttagen"):
        omedelbart.ta_tillbaka(samma, kansli)


@pytest.mark.parametrize(
    ("namn", "dag", "mening"),
    [
        ("Anna", date(2024, 3, 20), "Paragrafen kan inte justeras före mötet"),
        ("Anna", date(2999, 1, 1), "efter dagens datum"),
        ("Cia", DAG, "Cia Ceder undertecknar inte paragrafen"),
    ],
)
def test_fel_dag_och_fel_person(mote: Sittande, namn: str, dag: date, mening: str) -> None:
    with pytest.raises(ValidationError, match=mening):
        tecknar(mote, namn, dag=dag)


def test_det_som_hindrar_avslutet_hindrar_underskriften(mote: Sittande, kansli: Anvandare) -> None:
    valj(mote.mote, {"justerare": []}, kansli)
    for rad in mote.mote.narvaro.exclude(person=mote.personer["Cia"]):
        narvaro.satt_franvaro(rad, mote.punkter[1], None, None, kansli)
    with pytest.raises(ValidationError) as fel:
        tecknar(mote, "Cia")
    assert fel.value.messages == [
        "Färre än hälften av ledamöterna är närvarande.",
        "Ingen ordförande leder mötet vid paragrafen. Välj en.",
        "Ingen justerare är med vid paragrafen. Välj en.",
    ]
    besluta(mote, kansli, omedelbart=False)
    with pytest.raises(ValidationError, match="Ange först att paragrafen justeras omedelbart"):
        tecknar(mote, "Cia")


def test_den_som_leder_paragrafen_tecknar_den(mote: Sittande, kansli: Anvandare) -> None:
    """Anna is disqualified, so that Bo leads; Eva serves for Anna and Cia checks."""
    valj(mote.mote, {"sekreterare": [], "justerare": [mote.personer["Cia"]]}, kansli)
    mote.narvarar("Eva")
    Jav.objects.create(punkt=mote.punkter[1], person=mote.personer["Anna"])
    with pytest.raises(ValidationError, match="Anna Alm undertecknar inte"):
        tecknar(mote, "Anna")
    assert tecknar(mote, "Bo", "Cia")


def test_protokollet_har_paragrafen_som_den_undertecknades(
    mote: Sittande, kansli: Anvandare
) -> None:
    """A § says what was signed, whatever the sitting's registers say since."""
    tecknar(mote, "Anna", "Bo")
    beslut = mote.punkter[1].beslut.get()
    beslut.text = "att avslå"
    beslut.save()
    bild = protokollsbild(mote.mote, utkast=True)
    assert bild
    paragraf = bild.protokollet.paragrafer[1]
    assert paragraf.beslut[0].att_satser == (FORSLAG,)
    assert [u.namn for u in paragraf.underskrifter] == ["Anna Alm", "Bo Berg"]


def test_protokollet_justeras_inte_forran_paragrafen_ar_tecknad(
    mote: Sittande, kansli: Anvandare
) -> None:
    avsluta(mote.mote, time(11), kansli)
    with pytest.raises(ValidationError, match="2 skulle justeras omedelbart"):
        justera_hela(mote, date(2024, 3, 28))
    tecknar(mote, "Anna", "Bo", dag=date(2024, 3, 22))
    assert justera_hela(mote, date(2024, 3, 28)).justerat == date(2024, 3, 28)


def test_anslagets_dagar_raknas_fran_paragrafens(mote: Sittande, kansli: Anvandare) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    (anslag,) = omedelbart.ansla(mote.mote, [rad], DAG, "Tavlan", "Kansliet", kansli)
    assert (anslag.anslaget, anslag.tas_ned) == (DAG, TAS_NED)
    mote.mote.refresh_from_db()
    assert mote.mote.status == "pagar"
    with pytest.raises(ValidationError, match="§ 2 är redan anslagen"):
        omedelbart.ansla(mote.mote, [rad], DAG, "Tavlan", "Kansliet", kansli)
    # The minutes' own notice follows, of the other §§.
    avsluta(mote.mote, time(11), kansli)
    justera_hela(mote, date(2024, 3, 28))
    hela = steg.ansla(mote.mote, date(2024, 3, 28), "Tavlan", "Kansliet", kansli)
    assert (hela.tas_ned, Anslag.objects.count()) == (date(2024, 4, 19), 2)


@pytest.mark.parametrize(
    ("dag", "mening"),
    [
        (date(2024, 3, 20), "kan inte anslås innan paragrafen är justerad"),
        (date(2999, 1, 1), "efter dagens datum"),
    ],
)
def test_anslagets_dag(mote: Sittande, kansli: Anvandare, dag: date, mening: str) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    with pytest.raises(ValidationError, match=mening):
        omedelbart.ansla(mote.mote, [rad], dag, "Tavlan", "Kansliet", kansli)
    with pytest.raises(ValidationError, match="Välj minst en paragraf"):
        omedelbart.ansla(mote.mote, [], DAG, "Tavlan", "Kansliet", kansli)


def test_flera_samma_dag_har_ett_anslag(
    mote: Sittande, kansli: Anvandare, kansli_klient: Client, ledamot_klient: Client
) -> None:
    forsta = tecknar(mote, "Anna", "Bo")
    nytt = sittning.ny_punkt(mote.mote, ett_arende("Sent ärende"), "", kansli)
    ord_ = behandling.Beslutsord("bifall", "att anta", "att anta", omedelbart=True)
    behandling.spara_beslut(nytt, None, ord_, kansli)
    for namn in ("Anna", "Bo"):
        andra = omedelbart.underteckna(nytt, mote.personer[namn], DAG, None)
    assert forsta and andra
    adress = reverse("styrelse:paragrafanslag_create", args=[mote.mote.pk])
    sida = kansli_klient.get(adress).content.decode()
    assert "§ 2 Delårsrapport, justerad 2024-03-21" in sida
    form = {"anslaget": "2024-03-21", "plats": "Tavlan", "forvaras": "Kansliet"}
    vilka = {"paragrafer": [forsta.pk, andra.pk]}
    svar = kansli_klient.post(adress, {**form, **vilka}, follow=True)
    sida = svar.content.decode()
    assert "§ 2 Delårsrapport<br>§ 4 Sent ärende" in sida
    assert str(SISTA) in sida and str(TAS_NED) in sida
    assert kansli_klient.get(adress).status_code == 404
    # The public may see it, and so may a ledamot, long before the minutes are approved.
    assert ledamot_klient.get(svar.request["PATH_INFO"]).status_code == 200
    plikter = [p.titel for p in protokollsplikter(DAG) if "anslaget" in p.titel]
    assert plikter == [f"Ta ned anslaget om §§\xa02, 4, {mote.mote}"]


def test_olika_dagar_ar_olika_anslag(mote: Sittande, kansli: Anvandare) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    senare = Omedelbarjustering(punkt=mote.punkter[0], justerat=date(2024, 3, 22))
    with pytest.raises(ValidationError, match="paragrafer som har justerats samma dag"):
        omedelbart.ansla(mote.mote, [rad, senare], date(2024, 3, 22), "", "", kansli)


def test_startsidan_paminner_om_anslaget(mote: Sittande) -> None:
    tecknar(mote, "Anna", "Bo")
    (plikt,) = [p for p in protokollsplikter(DAG) if "Anslå" in p.titel]
    assert plikt.titel == f"Anslå omedelbart justerad § 2, {mote.mote}"
    # The second day after it, Saturday 23 March, gives Monday.
    assert plikt.dag == date(2024, 3, 25)


def test_utdraget_sager_omedelbart_justerad(
    mote: Sittande, kansli_klient: Client, ledamot_klient: Client
) -> None:
    adress = reverse("styrelse:protokollsutdrag", args=[mote.punkter[1].pk])
    assert ledamot_klient.get(adress).status_code == 404
    tecknar(mote, "Anna", "Bo")
    for klient in (kansli_klient, ledamot_klient):
        sida = klient.get(adress).content.decode()
        assert "<dd>Omedelbart justerad 2024-03-21</dd>" in sida
        namnen = "Anna Alm, ordförande, 2024-03-21; Bo Berg, justerare, 2024-03-21."
        assert f"Omedelbart justerad av {namnen}" in sida
        assert "Paragrafen justeras omedelbart." in sida and "Utkast" not in sida


def test_paragrafens_sida_tar_underskrifterna(mote: Sittande, kansli_klient: Client) -> None:
    sida = reverse("styrelse:beslut_update", args=[mote.punkter[1].pk])
    assert (
        "Anna Alm</strong>, Ordförande: inte undertecknat"
        in kansli_klient.get(sida).content.decode()
    )
    adress = reverse("styrelse:paragraf_underteckna", args=[mote.punkter[1].pk])
    for namn in ("Anna", "Bo"):
        form = {"person": mote.personer[namn].pk, "dag": "2024-03-21"}
        svar = kansli_klient.post(adress, form, follow=True).content.decode()
    assert "§ 2 är omedelbart justerad." in svar
    assert "hela-utfall" not in svar and "Anmäl jäv" not in svar
    assert "Anslå justeringen" in svar


def test_en_underskrift_tas_tillbaka_pa_sidan(mote: Sittande, kansli_klient: Client) -> None:
    tecknar(mote, "Anna")
    rad = Paragrafunderskrift.objects.get()
    adress = reverse("styrelse:paragrafunderskrift_tillbaka", args=[rad.pk])
    svar = kansli_klient.post(adress, follow=True).content.decode()
    assert "Underskriften av Anna Alm är borttagen." in svar and "hela-utfall" in svar


def test_hela_protokollets_bevis_namner_inte_paragrafen(
    mote: Sittande, kansli: Anvandare, kansli_klient: Client
) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    omedelbart.ansla(mote.mote, [rad], DAG, "Tavlan", "Kansliet", kansli)
    avsluta(mote.mote, time(11), kansli)
    justera_hela(mote, date(2024, 3, 28))
    steg.ansla(mote.mote, date(2024, 3, 28), "Tavlan", "Kansliet", kansli)
    bevis = reverse("styrelse:anslagsbevis", args=[mote.mote.pk])
    sida = kansli_klient.get(bevis).content.decode()
    assert "<dd>§§\xa01, 3</dd>" in sida
    assert "<dd>§\xa02, anslaget 2024-03-21</dd>" in sida
    hela = reverse("styrelse:protokoll_detail", args=[mote.mote.pk])
    assert "Omedelbart justerad av Anna Alm" in kansli_klient.get(hela).content.decode()


def test_en_paragraf_utan_eget_anslag_ingar_i_protokollets(
    mote: Sittande, kansli: Anvandare, kansli_klient: Client
) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    avsluta(mote.mote, time(11), kansli)
    justera_hela(mote, date(2024, 3, 28))
    steg.ansla(mote.mote, date(2024, 3, 28), "Tavlan", "Kansliet", kansli)
    with pytest.raises(ValidationError, match="ingår i anslaget för hela protokollet"):
        omedelbart.ansla(mote.mote, [rad], date(2024, 3, 28), "Tavlan", "", kansli)
    bevis = reverse("styrelse:anslagsbevis", args=[mote.mote.pk])
    assert "<dd>§§\xa01–3</dd>" in kansli_klient.get(bevis).content.decode()
    assert not [p for p in protokollsplikter(date(2024, 3, 28)) if "Anslå" in p.titel]


def test_en_justerad_paragraf_rattas_vid_ett_senare_mote(
    mote: Sittande, kansli_klient: Client
) -> None:
    """Also before the whole minutes are approved: its draft can no longer be changed."""
    punkt = mote.punkter[1]
    sida = reverse("styrelse:beslut_update", args=[punkt.pk])
    adress = reverse("styrelse:paragraf_ratta", args=[punkt.pk])
    assert kansli_klient.get(adress).status_code == 404
    tecknar(mote, "Anna", "Bo")
    assert adress in kansli_klient.get(sida).content.decode()
    nasta = Mote.objects.create(organ="fs", datum=date(2999, 5, 2), start=time(9))
    form = {"mote": nasta.pk, "text": "att paragrafen rättas så att 100 är 1 000"}
    svar = kansli_klient.post(adress, form, follow=True).content.decode()
    assert "Rättelsen står på mötets dagordning." in svar
    (ny,) = nasta.punkter.all()
    assert (ny.rattar, ny.titel) == (punkt.paragraf, "Rättelse av § 2/2024, Delårsrapport")


@pytest.mark.parametrize(
    ("andring", "mening"),
    [
        ({"innehall": {}}, "Innehållet är ingen justerad paragraf."),
        ({"sha256": "0" * 64}, "Kontrollsumman är inte innehållets."),
        ({"punkt": 0}, "Innehållet är ingen justerad paragraf."),
    ],
)
def test_raden_ar_paragrafens(mote: Sittande, andring: dict[str, Any], mening: str) -> None:
    rad = tecknar(mote, "Anna", "Bo")
    assert rad
    if "punkt" in andring:
        andring = {"punkt": mote.punkter[andring["punkt"]]}
    for falt, varde in andring.items():
        setattr(rad, falt, varde)
    with pytest.raises(ValidationError) as fel:
        rad.clean()
    assert fel.value.messages == [mening]


def test_databasen_vagrar_ett_anslag_om_inget(mote: Sittande) -> None:
    with pytest.raises(ValidationError, match="Ett anslag gäller ett protokoll eller en paragraf"):
        Anslag(anslaget=DAG, tas_ned=TAS_NED).full_clean()
    with pytest.raises(DatabaseError), transaction.atomic():
        Anslag.objects.create(anslaget=DAG, tas_ned=TAS_NED)
    assert not Anslag.objects.exists()

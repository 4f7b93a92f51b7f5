"""What a § that is approved at once carries out: what was signed, when it is signed."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from finsam.models import Anvandare
from styrelse.actions import behandling, omedelbart, verkstallighet
from styrelse.calculations.protokollsskrivning import brister
from styrelse.models import (
    Beslut,
    Franvaro,
    Justering,
    Paragrafunderskrift,
)
from styrelse.selectors.protokollsunderlag import underlaget
from tests.styrelse.exempelsittning import Sittande
from tests.styrelse.test_verkstallighet import Rum, besluta, mote, rum

__all__ = ["mote", "rum"]
pytestmark = pytest.mark.django_db


def test_en_omedelbart_justerad_paragraf_verkar_genast(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    beslut = besluta(mote, kansli)
    with pytest.raises(ValidationError, match="Beslutet verkställs när mötet avslutas"):
        verkstallighet.verkstall(beslut, kansli)
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    with pytest.raises(ValidationError, match="eller paragrafen är omedelbart justerad"):
        verkstallighet.verkstall(beslut, kansli)  # nobody has signed it
    mote.justerar_omedelbart()
    beslut = Beslut.objects.select_related("punkt__mote").get()
    assert verkstallighet.verkstall(beslut, kansli) == "7 har fått 100 kr."
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []  # not once more
    assert len(rum.sett) == 1


@pytest.mark.parametrize("sparat", ["250", ""])
def test_det_som_undertecknas_ar_det_som_beviljas(
    mote: Sittande, rum: Rum, kansli: Anvandare, kansli_klient: Client, sparat: str
) -> None:
    """What was typed, or else what the room proposed when the first of them signed."""
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    beslut = Beslut.objects.select_related("punkt__mote").get()
    adress = reverse("styrelse:beslut_underlag", args=[beslut.pk])
    if sparat:
        verkstallighet.spara_underlag(beslut, {"belopp": sparat}, kansli)
    sida = reverse("styrelse:beslut_update", args=[beslut.punkt_id])
    assert adress in kansli_klient.get(sida).content.decode()
    mote.justerar_omedelbart()
    rum.forslag = 900
    with pytest.raises(ValidationError, match="omedelbart justerad och ändras inte"):
        verkstallighet.spara_underlag(beslut, {"belopp": "900"}, kansli)
    assert adress not in kansli_klient.get(sida).content.decode()
    gjort = verkstallighet.verkstall(Beslut.objects.select_related("punkt__mote").get(), kansli)
    assert gjort == f"7 har fått {sparat or '100'} kr."


def test_underlaget_andras_nar_underskriften_tas_tillbaka(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    beslut = behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    assert beslut
    anna = mote.personer["Anna"]
    Justering.objects.create(mote=mote.mote, person=mote.personer["Bo"], roll="justerare")
    omedelbart.underteckna(mote.punkter[1], anna, mote.mote.datum, kansli)
    with pytest.raises(ValidationError, match="2 är undertecknad"):
        verkstallighet.spara_underlag(beslut, {"belopp": "250"}, kansli)
    omedelbart.ta_tillbaka(Paragrafunderskrift.objects.get(), kansli)
    verkstallighet.spara_underlag(beslut, {"belopp": "250"}, kansli)
    omedelbart.underteckna(mote.punkter[1], anna, mote.mote.datum, kansli)
    # Whatever way the amount changes, the others do not sign another than the first.
    beslut.refresh_from_db()
    beslut.underlag = {"belopp": "900", "dag": None}
    beslut.save()
    with pytest.raises(ValidationError, match="ändrats sedan Anna Alm undertecknade"):
        omedelbart.underteckna(mote.punkter[1], mote.personer["Bo"], mote.mote.datum, kansli)


def test_en_paragraf_undertecknas_inte_forran_rummet_har_vad_det_behover(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    """What is approved at once could not be mended: neither an amount, nor what is refused."""
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    rum.forslag = None
    with pytest.raises(ValidationError, match="Fyll i och spara"):
        mote.justerar_omedelbart()
    rum.vagrar = "Ansökan är beslutad."
    with pytest.raises(ValidationError, match="Ansökan är beslutad"):
        mote.justerar_omedelbart()
    assert not Paragrafunderskrift.objects.exists()
    # Done on the subject's page, it hinders nothing.
    verkstallighet.utfort_for_hand(Beslut.objects.get(), "Beslutat genom § 1.", kansli)
    mote.justerar_omedelbart()
    assert Paragrafunderskrift.objects.count() == 2


def test_uppgifter_som_inte_langre_galler_gor_att_den_justerade_utfors_for_hand(
    mote: Sittande, rum: Rum, kansli: Anvandare, kansli_klient: Client
) -> None:
    """The form takes no more; what it would have done may still be done, so the meeting ends."""
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    mote.justerar_omedelbart()
    rum.minst = 101
    beslut = Beslut.objects.select_related("punkt__mote").get()
    with pytest.raises(ValidationError, match="2 Delårsrapport: Fyll i och spara"):
        verkstallighet.avsluta(mote.mote, time(11), kansli)
    sida = kansli_klient.get(reverse("styrelse:beslut_update", args=[beslut.punkt_id]))
    assert reverse("styrelse:utfort_for_hand", args=[beslut.pk]) in sida.content.decode()
    verkstallighet.utfort_for_hand(beslut, "Beviljat på insatsens sida.", kansli)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []


def test_en_paragraf_justeras_och_verkar_inte_utan_beslutsfor_styrelse(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    """Everybody but one has left before the item: nothing is granted behind the others' backs."""
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    for rad in list(mote.mote.narvaro.all())[1:]:
        Franvaro.objects.create(narvaro=rad, fran=mote.punkter[0])
    with pytest.raises(ValidationError, match="av ledamöterna är närvarande"):
        mote.justerar_omedelbart()
    with pytest.raises(ValidationError, match="paragrafen är omedelbart justerad"):
        verkstallighet.verkstall(Beslut.objects.get(), kansli)
    assert rum.sett == []


def test_en_verkstalld_paragraf_som_ingen_kan_teckna_justeras_med_protokollet(
    mote: Sittande, rum: Rum, kansli: Anvandare, kansli_klient: Client
) -> None:
    """No quorum at the item, and what came of it is locked: the choice can still be taken away."""
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    for rad in list(mote.mote.narvaro.all())[1:]:
        Franvaro.objects.create(narvaro=rad, fran=mote.punkter[0])
    adress = reverse("styrelse:omedelbart_bort", args=[mote.punkter[1].pk])
    sida = reverse("styrelse:beslut_update", args=[mote.punkter[1].pk])
    assert adress not in kansli_klient.get(sida).content.decode()  # the form does it
    avslut = kansli_klient.get(reverse("styrelse:avsluta", args=[mote.mote.pk]))
    assert "§ 2 skulle justeras omedelbart men är inte undertecknad" in avslut.content.decode()
    verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert any("skulle justeras omedelbart" in text for text in brister(underlaget(mote.mote)))
    with pytest.raises(ValidationError, match="av ledamöterna är närvarande"):
        mote.justerar_omedelbart()
    assert adress in kansli_klient.get(sida).content.decode()
    svar = kansli_klient.post(adress, follow=True).content.decode()
    assert "Paragrafen justeras med resten av protokollet." in svar and adress not in svar
    assert not any("omedelbart" in text for text in brister(underlaget(mote.mote)))
    beslut = Beslut.objects.get()
    assert (beslut.verkan, beslut.omedelbart) == ("7 har fått 100 kr.", False)
    assert beslut.history.latest().history_user == kansli


def test_valet_star_kvar_medan_nagon_har_undertecknat(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    ord_ = behandling.Beslutsord("bifall", "att bevilja", omedelbart=True)
    behandling.spara_beslut(mote.punkter[1], None, ord_, kansli)
    mote.justerar_omedelbart()
    with pytest.raises(ValidationError, match="omedelbart justerad och ändras inte"):
        omedelbart.valj_bort(mote.punkter[1], kansli)
    assert Beslut.objects.get().omedelbart

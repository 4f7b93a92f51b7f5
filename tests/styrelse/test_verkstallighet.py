"""Decisions act in another room: prefilled, told in words, all or nothing, and then locked."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import connection

from finsam.formfields import KronorFormField
from finsam.models import Anvandare, Medlem
from finsam.permissions import Ratt
from styrelse import amnen
from styrelse.actions import behandling, sittning, verkstallighet
from styrelse.amnen import Amne, Amnesslag, Arendeutkast, GorsForHand, Motesbeslut
from styrelse.models import (
    Arendebilaga,
    Beslut,
    Motespaket,
    Paketbilaga,
)
from styrelse.selectors.beslutsverkan import ANNANS, FYLL_I, som_skrivet, verkan
from tests.styrelse.exempelsittning import Sittande, ett_arende, sittande

pytestmark = pytest.mark.django_db


class Beloppsform(forms.Form):
    belopp = forms.DecimalField(label="Belopp", min_value=1)
    dag = forms.DateField(label="Samråd", required=False)


class Rum:
    """A room that grants an amount: renames a member so that the database shows it."""

    def __init__(self) -> None:
        self.sett: list[Motesbeslut] = []
        self.hinder = ""
        self.vagrar = ""
        self.forslag: int | None = 100
        self.minst = 1
        self.slag: Amnesslag

    def form(self, nyckel: str, utfall: str, data: Any) -> Beloppsform | None:
        if utfall != "bifall":
            return None
        form = Beloppsform(data, initial={"belopp": self.forslag})
        form.fields["belopp"].validators.append(MinValueValidator(self.minst))
        return form

    def verkan(self, beslut: Motesbeslut) -> str:
        if beslut.utfall == "aterremiss":
            return f"{beslut.nyckel} går tillbaka till beredning."
        if self.vagrar:
            raise ValidationError(self.vagrar)
        if beslut.utfall == "andrat":
            raise GorsForHand("För in ändringen på dess sida.")
        if beslut.utfall != "bifall":
            return ""
        return f"{beslut.nyckel} får {beslut.underlag.get('belopp', '?')} kr."

    def verkstall(self, beslut: Motesbeslut, user: Anvandare) -> str:
        if not self.verkan(beslut):
            return ""
        self.sett.append(beslut)
        Medlem.objects.filter(namn="Staten").get()
        Medlem.objects.create(namn=f"Gjort {beslut.nyckel}", kortnamn="G", typ="kommun")
        if self.hinder:
            raise ValidationError(self.hinder)
        return f"{beslut.nyckel} har fått {beslut.underlag.get('belopp', '?')} kr."


@pytest.fixture
def rum(monkeypatch: pytest.MonkeyPatch) -> Rum:
    ett = Rum()
    ett.slag = Amnesslag(
        kod="prov", namn="Prov", ratt=Ratt.INSATSER_LASA, kandidater=lambda idag: [],
        hitta=lambda nyckel: Amne("prov", nyckel, f"Insats {nyckel}", "/"),
        utkast=lambda nyckel: Arendeutkast("Prov", "att bevilja"),
        verkan=ett.verkan, verkstall=ett.verkstall, verkstall_ratt=Ratt.INSATSER_ANDRA,
        form=ett.form,
    )  # fmt: skip
    monkeypatch.setattr(amnen, "_alla", lambda: iter([ett.slag]))
    return ett


@pytest.fixture
def mote(kansli: Anvandare) -> Sittande:
    ett = sittande()
    arende = ett.punkter[1].arende
    assert arende is not None
    arende.amnesslag, arende.amnesnyckel = "prov", "7"
    arende.save()
    oppet = sittning.oppna(ett.mote, time(9), None, kansli)
    ett.narvarar("Anna", "Bo", "Cia")
    ett.leds()
    return Sittande(oppet, ett.punkter, ett.personer)


def besluta(mote: Sittande, user: Anvandare, utfall: str = "bifall", nr: int = 1) -> Beslut:
    ord_ = behandling.Beslutsord(utfall, "att bevilja")
    rad = behandling.spara_beslut(mote.punkter[nr], None, ord_, user)
    assert rad is not None
    return Beslut.objects.select_related("punkt__mote", "punkt__arende").get(pk=rad.pk)


def test_rummets_forslag_galler_tills_nagon_skriver_annat(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    beslut = besluta(mote, kansli)
    assert verkan(beslut, kansli).ord == "7 får 100 kr."
    verkstallighet.spara_underlag(beslut, {"belopp": "250"}, kansli)
    beslut.refresh_from_db()
    assert beslut.underlag == {"belopp": "250", "dag": None}
    assert verkan(beslut, kansli).ord == "7 får 250 kr."
    with pytest.raises(ValidationError, match="Fyll i och spara"):
        verkstallighet.spara_underlag(beslut, {"belopp": "0"}, kansli)


def test_sparade_belopp_star_som_man_skriver_dem() -> None:
    class Formen(forms.Form):
        hogst = KronorFormField(label="Högst, kr")
        dag = forms.DateField(label="Från")

    sparat = {"hogst": "6850000.00", "dag": "2025-01-01"}
    skrivet = som_skrivet(Formen(), sparat)
    assert skrivet == {"hogst": "6\u00a0850\u00a0000,00", "dag": "2025-01-01"}
    form = Formen(skrivet)
    assert form.is_valid() and str(form.cleaned_data["hogst"]) == "6850000.00"


def test_beslutet_verkar_nar_motet_avslutas_och_ar_sedan_last(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    beslut = besluta(mote, kansli)
    assert rum.sett == []
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == ["7 har fått 100 kr."]
    beslut.refresh_from_db()
    assert beslut.verkstallt and beslut.verkan == "7 har fått 100 kr."
    assert beslut.underlag == {"belopp": "100", "dag": None}
    (sett,) = rum.sett
    assert (sett.nyckel, sett.utfall, sett.paragraf) == ("7", "bifall", "§ 2/2024")
    assert sett.datum == mote.mote.datum
    with pytest.raises(ValidationError, match="Beslutet är verkställt och ändras inte"):
        behandling.spara_beslut(
            mote.punkter[1], None, behandling.Beslutsord("avslag", "att avslå"), kansli
        )
    with pytest.raises(ValidationError, match="Beslutet är verkställt och ändras inte"):
        verkstallighet.verkstall(beslut, kansli)


def test_ett_hinder_stoppar_allt_och_namnger_paragrafen(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    besluta(mote, kansli)
    rum.hinder = "Ange beslutsdatum och beslutsinstans."
    with pytest.raises(ValidationError) as fel:
        verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert fel.value.messages == ["§ 2 Delårsrapport: Ange beslutsdatum och beslutsinstans."]
    mote.mote.refresh_from_db()
    assert mote.mote.status == "pagar"
    assert not Medlem.objects.filter(namn="Gjort 7").exists()
    assert not Beslut.objects.get().verkstallt


def test_utan_uppgifter_ar_det_ett_hinder(mote: Sittande, rum: Rum, kansli: Anvandare) -> None:
    rum.forslag = None
    beslut = besluta(mote, kansli)
    assert verkan(beslut, kansli).hinder == FYLL_I
    with pytest.raises(ValidationError, match="§ 2 Delårsrapport: Fyll i och spara"):
        verkstallighet.avsluta(mote.mote, time(11), kansli)


def test_en_aterremiss_nar_rummet(mote: Sittande, rum: Rum, kansli: Anvandare) -> None:
    beslut = besluta(mote, kansli, "aterremiss")
    assert verkan(beslut, kansli).ord == "7 går tillbaka till beredning."
    verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert [sett.utfall for sett in rum.sett] == ["aterremiss"]


@pytest.mark.parametrize("utfall", ["bordlaggning", "handlingarna"])
def test_det_som_inget_betyder_i_rummet_gor_inget(
    mote: Sittande, rum: Rum, kansli: Anvandare, utfall: str
) -> None:
    besluta(mote, kansli, utfall)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []
    assert rum.sett == [] and not Beslut.objects.get().verkstallt


def test_arbetsutskottets_beslut_gor_inget(mote: Sittande, rum: Rum, kansli: Anvandare) -> None:
    mote.mote.organ = "au"
    mote.mote.save()
    besluta(mote, kansli)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []
    assert rum.sett == []


def test_rummet_far_de_handlingar_som_motet_sag(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    arende = mote.punkter[1].arende
    assert arende is not None
    for nr, kalla in enumerate(("budget 2025", "budget 2025", "osänd 2025"), start=1):
        bilaga = Arendebilaga.objects.create(
            arende=arende, ordning=nr, titel=kalla, slag="rapport", innehall={"nr": nr},
            kalla=kalla, sha256=str(nr) * 64,
        )  # fmt: skip
        if nr == 3:
            continue  # attached, but never sent
        paket = Motespaket.objects.create(
            mote=mote.mote, nummer=nr, innehall={"punkter": []}, fil="p.pdf", storlek=1, sidor=1,
            sha256="0" * 64,
        )  # fmt: skip
        Paketbilaga.objects.create(
            paket=paket, bilaga=bilaga, nummer="2.1", forsta_sida=1, sidor=1, sha256="0" * 64
        )
    besluta(mote, kansli)
    verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert rum.sett[0].bilagor == {"budget 2025": {"nr": 2}}  # what came last holds


def test_ett_okant_amne_stoppar_inget(mote: Sittande, kansli: Anvandare) -> None:
    arende = ett_arende("Annat", amnesslag="finns-inte", amnesnyckel="1")
    punkt = sittning.ny_punkt(mote.mote, arende, "", kansli)
    for en_punkt in (mote.punkter[1], punkt):
        behandling.spara_beslut(en_punkt, None, behandling.Beslutsord("bifall", "att"), kansli)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []


def test_en_andring_hindrar_inte_avslutet_och_noteras_for_hand(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    beslut = besluta(mote, kansli, "andrat")
    mening = "För in ändringen på dess sida."
    assert verkan(beslut, kansli).for_hand == mening
    gjort = verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert gjort == [f"§ 2 Delårsrapport: {mening}"]
    assert not Beslut.objects.get().verkstallt
    verkstallighet.utfort_for_hand(beslut, "Version 2 är fastställd.", kansli)
    beslut.refresh_from_db()
    assert beslut.verkan == f"Utfört för hand av {kansli}: Version 2 är fastställd."
    assert beslut.verkstallt and beslut.history.first().history_user == kansli
    with pytest.raises(ValidationError, match="Beslutet är verkställt"):
        verkstallighet.utfort_for_hand(beslut, "Igen.", kansli)


def test_det_som_rummet_vagrar_kan_utforas_for_hand_sa_att_motet_avslutas(
    mote: Sittande, rum: Rum, kansli: Anvandare, monkeypatch: pytest.MonkeyPatch
) -> None:
    beslut = besluta(mote, kansli)
    with pytest.raises(ValidationError, match="kan verkställas här"):
        verkstallighet.utfort_for_hand(beslut, "Redan gjort.", kansli)
    rum.vagrar = "Ansökan är beslutad."
    with pytest.raises(ValidationError, match="§ 2 Delårsrapport: Ansökan är beslutad"):
        verkstallighet.avsluta(mote.mote, time(11), kansli)
    verkstallighet.utfort_for_hand(beslut, "Beslutat genom § 1.", kansli)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == []


def test_ett_rum_som_inte_kan_fraga_ger_ett_hinder_och_inget_fel(
    mote: Sittande, rum: Rum, kansli: Anvandare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vagrar(nyckel: str, utfall: str, data: Any) -> None:
        raise ValidationError("Rapporten finns inte.")

    monkeypatch.setattr(amnen, "_alla", lambda: iter([replace(rum.slag, form=vagrar)]))
    beslut = besluta(mote, kansli)
    verkstallighet.foresla_underlag(beslut, kansli)
    assert verkan(beslut, kansli).hinder == "Rapporten finns inte."


def test_den_som_inte_far_gora_det_pa_dess_sida_verkstaller_det_inte_heller(
    mote: Sittande, rum: Rum, kansli: Anvandare, forbundschef: Anvandare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    slag = replace(rum.slag, verkstall_ratt=Ratt.RAPPORT_FASTSTALLA)
    monkeypatch.setattr(amnen, "_alla", lambda: iter([slag]))
    beslut = besluta(mote, kansli)
    assert verkan(beslut, kansli).hinder == ANNANS and not verkan(beslut, forbundschef).hinder
    with pytest.raises(ValidationError) as fel:
        verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert fel.value.messages == [f"§ 2 Delårsrapport: {ANNANS}"]
    rum.vagrar = "Redan gjort."
    with pytest.raises(ValidationError, match="Förbundschefen verkställer"):
        verkstallighet.utfort_for_hand(beslut, "Gjort.", kansli)
    rum.vagrar = ""
    assert verkstallighet.avsluta(mote.mote, time(11), forbundschef) == ["7 har fått 100 kr."]


@pytest.mark.parametrize(
    ("datum", "paragraf", "samma"),
    [
        (date(2024, 5, 2), "§ 12/2024", True),
        (date(2024, 5, 2), "§ 12", True),
        (date(2024, 5, 2), "12", True),
        (date(2024, 5, 2), "§ 1", False),
        (date(2024, 5, 2), "§ 12/2023", False),
        (date(2024, 5, 2), "", False),
        (date(2024, 5, 3), "§ 12/2024", False),
        (None, "§ 12/2024", False),
    ],
)
def test_samma_beslut_ar_samma_dag_och_paragraf(
    datum: date | None, paragraf: str, samma: bool
) -> None:
    beslut = Motesbeslut("7", "bifall", date(2024, 5, 2), "§ 12/2024")
    assert beslut.togs(datum, paragraf) is samma


def test_vad_som_tar_tid_forbereds_innan_nagot_ar_last(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    djup: dict[str, int] = {}

    def forbered(beslut: Motesbeslut) -> str:
        djup["forbered"] = len(connection.savepoint_ids)
        return f"ritat {beslut.paragraf}"

    def verkstall(beslut: Motesbeslut, user: Anvandare) -> str:
        djup["verkstall"] = len(connection.savepoint_ids)
        return rum.verkstall(beslut, user)

    ute = len(connection.savepoint_ids)
    rum.slag = replace(rum.slag, forbered=forbered, verkstall=verkstall)
    besluta(mote, kansli)
    verkstallighet.avsluta(mote.mote, time(11), kansli)
    assert rum.sett[0].forberett == "ritat § 2/2024"
    assert djup["forbered"] == ute < djup["verkstall"]


def test_det_som_inte_kan_forberedas_gors_nar_det_verkstalls(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    def forbered(beslut: Motesbeslut) -> str:
        raise ValidationError("Går inte än.")

    rum.slag = replace(rum.slag, forbered=forbered)
    besluta(mote, kansli)
    assert verkstallighet.avsluta(mote.mote, time(11), kansli) == ["7 har fått 100 kr."]
    assert rum.sett[0].forberett is None


def test_inget_forbereds_av_det_som_inte_far_verkstallas(
    mote: Sittande, rum: Rum, kansli: Anvandare
) -> None:
    """A § that waits for the end, a meeting that has been closed, minutes that are approved."""
    forberett: list[str] = []
    rum.slag = replace(rum.slag, forbered=lambda beslut: forberett.append(beslut.nyckel))
    beslut = besluta(mote, kansli)
    with pytest.raises(ValidationError, match="verkställs när mötet avslutas"):
        verkstallighet.verkstall(beslut, kansli)
    for status, gor in (
        ("hallet", lambda: verkstallighet.avsluta(mote.mote, time(11), kansli)),
        ("justerat", lambda: verkstallighet.verkstall(beslut, kansli)),
    ):
        mote.mote.status = status
        mote.mote.save()
        with pytest.raises(ValidationError, match=r"avslutat|justerat"):
            gor()
    assert forberett == []

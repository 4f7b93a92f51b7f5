"""A whole association in the database, read from the demo's folder once per test module."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import resolve
from django.utils import timezone

from ekonomi.actions.rakenskapsar import stang_rakenskapsar
from ekonomi.models import (
    Avgiftsfaktura,
    Budget,
    FinansielltMal,
    Inlasning,
    Konto,
    Prognos,
    Rakenskapsar,
    Scenario,
    Tilldelning,
    Verifikation,
)
from finsam.bilagor import spara_bilaga
from finsam.choices import Roll
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.models import Anvandare, Folkmangd, Medlem
from finsam.periods import Period
from finsam.rapporter.models import FaststalldRapport
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.slag import build
from insatser.models import (
    Ansokningsbilaga,
    Avvikelse,
    ExterntProjekt,
    Insats,
    Insatsbeslut,
    Insatsbudget,
    Rekvisition,
    Rekvisitionsbilaga,
    Slutrapport,
)
from styrelse.models import Ansvarsfrihet, Kansliroll, Person, Revisor, Uppdrag
from tests.insatser.ansokningsexempel import ansokan_om
from tests.rapporter.exempelpaket import skapa_laspaket
from tests.rapporter.paket.skickatexempel import skapa_paket
from tests.styrelse.arendeexempel import skapa_arenden
from tests.styrelse.arvodesexempel import skapa_arvoden
from tests.styrelse.dagordningsexempel import skapa_dagordning
from tests.styrelse.exempelmoten import skapa_moten
from tests.styrelse.exempelprotokoll import skapa_protokoll
from tests.styrelse.exempelsittning import skapa_sittning
from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang
from tests.uppfoljning.exempelkontroll import skapa_internkontroll
from tests.uppfoljning.exempelmal import skapa_aktivitet, skapa_mal
from tests.uppfoljning.exempelrapporter import skapa_rapporter
from uppfoljning.models import (
    Aktivitet,
    Resultatmal,
    Verksamhetsmal,
)

MAPP = Path(settings.BASE_DIR) / "fixtures" / "uppsala"
RAPPORT = {"slag": "arsredovisning", "period": "2024"}


@pytest.fixture(scope="module")
def varld(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """Keys by kind of row; everything is rolled back when the module is done."""
    settings.VAR_DIR = tmp_path_factory.mktemp("var")
    with django_db_blocker.unblock(), transaction.atomic():
        las = las_in(filer_i(MAPP))
        assert las.sparad, [str(fel) for fel in las.alla_fel]
        for roll in Roll:
            Anvandare.objects.create_user(
                f"{roll}@test.example", f"{roll}@test.example", "lösenord", roll=roll
            )
        # A ledamot reads the ledger of closed years only.
        for ar in Rakenskapsar.objects.all():
            stang_rakenskapsar(ar, None)
        yield _nycklar()
        transaction.set_rollback(True)


def _insatslivet() -> dict[str, Any]:
    """The insatsansvarig's own insats, with a row of each kind that belongs to it."""
    insats = Insats.objects.order_by("pk")[0]
    insats.ansvariga.add(Anvandare.objects.get(roll=Roll.INSATSANSVARIG))
    rekvisition = Rekvisition.objects.create(insats=insats, period="2024-K1", lopnr=9)
    fil = SimpleUploadedFile("underlag.txt", b"Underlag")
    bilaga = spara_bilaga(rekvisition, Rekvisitionsbilaga, fil, None)
    avvikelse = Avvikelse.objects.create(
        insats=insats, period="2024", slag="overforing", belopp=1, anmald=date(2024, 12, 1)
    )
    projekt = ExterntProjekt.objects.create(
        namn="Externt", finansiar="ESF", belopp=1, fran=date(2024, 1, 1)
    )
    medel = {"avvikelse": avvikelse.pk, "externtprojekt": projekt.pk}
    Slutrapport.objects.get_or_create(insats=insats)
    ansokan = ansokan_om(insats)
    utkast = ansokan_om(insats, diarienummer="utkast", status="utkast")
    beslut = Insatsbeslut.objects.create(
        insats=insats, utfall="avslag", beslutsdatum=date(2024, 5, 2), instans="delegation"
    )
    ansokningsbilaga = spara_bilaga(ansokan, Ansokningsbilaga, fil, None)
    return {
        **medel,
        "delegationsbeslut": beslut.pk,
        "rekvisition": rekvisition.pk,
        "rekvisitionsbilaga": bilaga.pk,
        "ansokan": ansokan.pk,
        "ansokningsutkast": utkast.pk,
        "ansokningsbilaga": ansokningsbilaga.pk,
    }


def _prognoser() -> dict[str, Any]:
    """A forecast that is laid, and a draft."""
    grund = {"verksamhetsar": 1999, "upprattad": date(1999, 9, 10)}
    lagd = Prognos.objects.create(**grund, status="lagd")
    utkast = Prognos.objects.create(**grund, version=2)
    return {"prognos": lagd.pk, "prognosutkast": utkast.pk}


def _nycklar() -> dict[str, Any]:
    protokoll = skapa_protokoll()
    chef = Anvandare.objects.get(roll=Roll.FORBUNDSCHEF)
    rapport = build("arsredovisning", Period(2024), timezone.localdate())
    faststalld = FaststalldRapport.objects.create(
        **RAPPORT, version=1, innehall=som_data(rapport), pdf=b"%PDF-1.7", sha256="0" * 64,
        faststalld_av=chef, beslutsdatum=date(2025, 3, 20), beslut="§ 8",
    )  # fmt: skip
    bilaga = Scenario.objects.order_by("-pk")[0].bilagor.create(
        titel="Fryst", innehall=faststalld.innehall, pdf=b"%PDF-1.7"
    )
    skapa_mal(1999)
    skapa_aktivitet(date(1999, 3, 14))
    omgang = skapa_omgang(skapa_enkat("Prov"))
    modeller = (Ansvarsfrihet, Medlem, Uppdrag, Person, Kansliroll, Revisor, Insats, Insatsbudget,
                Verifikation, Inlasning, Budget, FinansielltMal, Verksamhetsmal, Resultatmal,
                Aktivitet, Folkmangd, Avgiftsfaktura, Tilldelning, Scenario)  # fmt: skip
    lankade = (
        cell.kalla.adress
        for avsnitt in rapport.avsnitt
        for block in avsnitt.block
        for rad in getattr(block, "rader", ())
        for cell in rad.varden
        if getattr(cell, "kalla", None)
    )
    nycklar: dict[str, Any] = {
        m.__name__.lower(): m._default_manager.order_by("pk")[0].pk for m in modeller
    }
    return {
        **nycklar,
        **_insatslivet(),
        **_prognoser(),
        "preliminartilldelning": Tilldelning.objects.filter(status="preliminar")[0].pk,
        "budgetforslag": Budget.objects.create(verksamhetsar=1999).pk,
        "konto": Konto.objects.first().nummer,  # type: ignore[union-attr]  # just read in
        "underlag": resolve(next(lankade).split("?")[0]).kwargs,
        # The folder's own survey has been asked and can no longer be changed.
        "enkat": omgang.enkat_id,
        "enkatfraga": omgang.enkat.fragor.first().pk,
        "enkatomgang": omgang.pk,
        "anvandare": chef.pk,
        "faststalldrapport": faststalld.pk,
        "scenariobilaga": bilaga.pk,
        **skapa_rapporter(),
        **skapa_internkontroll(),
        **skapa_laspaket(),
        **protokoll,
        **skapa_moten(),
        **skapa_paket(),
        **skapa_arvoden(),
        **skapa_dagordning(),
        **skapa_sittning(),
        **skapa_arenden(),
    }

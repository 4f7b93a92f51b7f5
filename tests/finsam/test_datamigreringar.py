"""What the migrations do with the rows of a database from before them.

Their functions are run, with a migration's own models, on rows of the suite's database: that the
tables themselves come out right, test_migreringar.py sees to.
"""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.db.migrations.loader import MigrationLoader

from finsam.history import historik_om
from finsam.sigill import granska
from insatser.models import Insatsbeslut
from styrelse.amnen import arligt_amne
from styrelse.models import Person, Punkt, Revisor
from tests import rader
from tests.styrelse.dagordningsexempel import fast_punkt, skapa_arende, skapa_mote

pytestmark = pytest.mark.django_db

Kor = Callable[[str, str], None]


@pytest.fixture(scope="module")
def modeller() -> Any:
    """The models as migrations know them: of today, as the suite's tables are."""
    with pytest.MonkeyPatch.context() as lapp:
        lapp.setattr("django.conf.settings.MIGRATION_MODULES", {})
        loader = MigrationLoader(None, ignore_no_migrations=True)
    return loader.project_state().apps


@pytest.fixture
def kor(modeller: Any) -> Kor:
    def _kor(modul: str, funktion: str) -> None:
        getattr(import_module(modul), funktion)(modeller, None)

    return _kor


def andringar(rad: Any) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Each change that the log tells of: its reason, and the fields before and after."""
    return [
        (h.sigill.skal, [(a.falt, a.fore, a.efter) for a in h.andringar])
        for h in historik_om(rad, 9)
        if h.sigill.handelse == "~"
    ]


ANMALD_VID = ("insatser.migrations.0012_anmalda_vid_motet", "peka_ut_motet")


def anmalt_beslut() -> Insatsbeslut:
    (insats,) = rader.insatser(1)
    return Insatsbeslut.objects.create(
        insats=insats,
        utfall="avslag",
        beslutsdatum=date(2024, 5, 2),
        instans="delegation",
        anmalt=date(2024, 6, 13),
    )


def anmalningspunkt(**mote: Any) -> Punkt:
    mote = {"datum": date(2024, 6, 13), "status": "hallet", **mote}
    return fast_punkt(skapa_mote(**mote), "forst", 1, "delegationsbeslut")


def test_ett_anmalt_beslut_far_sitt_mote_och_loggen_sager_det(kor):
    beslut, punkt = anmalt_beslut(), anmalningspunkt()
    kor(*ANMALD_VID)
    beslut.refresh_from_db()
    assert beslut.anmalt_vid == punkt
    [(skal, falt)] = andringar(beslut)
    assert skal == "Mötet där beslutet anmäldes, efter anmälningsdagen"
    assert [(namn, fore) for namn, fore, _ in falt] == [("Anmält vid", "–")]
    assert list(granska()) == []
    kor(*ANMALD_VID)
    assert len(andringar(beslut)) == 1


@pytest.mark.parametrize(
    "moten",
    [
        [],
        [{"status": "kallat"}],
        [{"datum": date(2024, 6, 14)}],
        [{"organ": "au"}],
        [{}, {"start": "10:00"}],  # which of them, nobody knows
    ],
)
def test_ett_beslut_utan_ett_givet_mote_far_inget(kor, moten):
    beslut = anmalt_beslut()
    for mote in moten:
        anmalningspunkt(**mote)
    kor(*ANMALD_VID)
    beslut.refresh_from_db()
    assert beslut.anmalt_vid is None and andringar(beslut) == []


AMNEN = ("styrelse.migrations.0009_dokumenten_som_amnen", "namnge_amnen")


@pytest.mark.parametrize(
    ("fore", "efter"),
    [
        (("delarsrapport", "2021-H1"), ("rapport", "delarsrapport 2021-H1")),
        (("budgetuppfoljning", "2021-A03"), ("rapport", "budgetuppfoljning 2021-A03")),
        (("medlemsavgifter", "2021"), ("tilldelning", "2021")),
        (("budget", "2021"), ("budget", "2021")),
        (("rapport", "motesplan 2022"), ("rapport", "motesplan 2022")),
        (("delarsrapport", "i fjol"), ("delarsrapport", "i fjol")),
        (("", ""), ("", "")),
    ],
)
def test_ett_arende_om_ett_dokument_far_sitt_amne(kor, fore, efter):
    arende = skapa_arende("Plan", amnesslag=fore[0], amnesnyckel=fore[1])
    kor(*AMNEN)
    kor(*AMNEN)
    arende.refresh_from_db()
    assert (arende.amnesslag, arende.amnesnyckel) == efter == arligt_amne(*fore)
    assert len(andringar(arende)) == (fore != efter)
    assert list(granska()) == []


def test_revisorns_handlingar_gar_till_personen_med_namnet(kor):
    knut, annan = (Person.objects.create(namn=namn) for namn in ("Knut Rexed", "Bo Berg"))
    grund = {"utsedd_av": "kommun_region", "fran": date(2019, 4, 1)}
    namnlos = Revisor.objects.create(**grund, byra="Byrån")
    egen = Revisor.objects.create(**grund, namn="Knut Rexed")
    okand = Revisor.objects.create(**grund, namn="Knut")
    vald = Revisor.objects.create(
        **{**grund, "fran": date(2023, 4, 1)}, namn=knut.namn, person=annan
    )
    kor("styrelse.migrations.0010_revisorernas_mottagare", "peka_ut_mottagare")
    for rad, person in ((namnlos, None), (egen, knut), (okand, None), (vald, annan)):
        rad.refresh_from_db()
        assert rad.person == person
    [(skal, falt)] = andringar(egen)
    assert skal == "Handlingarna skickas till personen med revisorns namn"
    assert falt == [("Handlingar skickas till", "–", "Knut Rexed")]
    assert andringar(vald) == [] and list(granska()) == []

"""Attendance and roles at a meeting that goes on, around a § that has been signed."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from finsam.models import Anvandare
from styrelse.actions import behandling, narvaro, omedelbart, sittning
from styrelse.actions.motesroller import valj
from styrelse.models import Franvaro, Justering, Paragrafunderskrift
from styrelse.selectors.sammantrade import tjanstgorande
from tests.styrelse.exempelsittning import DAG, Sittande, sittande

pytestmark = pytest.mark.django_db
JUSTERAD = "§ 2 är omedelbart justerad och ändras inte"
TECKNAD = "§ 2 är undertecknad"


@pytest.fixture
def mote(kansli: Anvandare) -> Sittande:
    """An open meeting led by Anna, that Bo checks, with a § 2 to be approved at once."""
    ett = sittande()
    oppet = sittning.oppna(ett.mote, time(9, 2), None, kansli)
    ett.narvarar("Anna", "Bo")
    for roll, namn in (("ordforande", "Anna"), ("justerare", "Bo")):
        Justering.objects.create(mote=oppet, person=ett.personer[namn], roll=roll)
    beslut = behandling.Beslutsord("bifall", "att anta", "att anta", omedelbart=True)
    behandling.spara_beslut(ett.punkter[1], None, beslut, kansli)
    return Sittande(oppet, ett.punkter, ett.personer)


def tecknar(mote: Sittande, *fornamn: str) -> None:
    for ett in fornamn:
        omedelbart.underteckna(mote.punkter[1], mote.personer[ett], DAG, None)


def vid(mote: Sittande) -> list[list[str]]:
    """Who serves at each item, by first name."""
    namn = {person.pk: ett for ett, person in mote.personer.items()}
    return [[namn[p] for p in t.personer] for t in tjanstgorande(mote.mote).values()]


@pytest.mark.parametrize(("tecknat", "mening"), [(("Anna",), TECKNAD), (("Anna", "Bo"), JUSTERAD)])
def test_den_som_beslutade_tas_inte_bort(
    mote: Sittande, kansli: Anvandare, tecknat: tuple[str, ...], mening: str
) -> None:
    mote.narvarar("Cia", "Dan")
    tecknar(mote, *tecknat)
    with pytest.raises(ValidationError, match=mening):
        narvaro.satt_narvaro(mote.mote, mote.personer["Cia"], "", kansli)
    # Dan, Anna's deputy, served at no §.
    narvaro.satt_narvaro(mote.mote, mote.personer["Dan"], "", kansli)
    assert vid(mote) == [["Anna", "Bo", "Cia"]] * 3


def test_en_justerare_som_inte_tjanstgjorde_star_kvar(mote: Sittande, kansli: Anvandare) -> None:
    mote.narvarar("Eva")
    valj(mote.mote, {"justerare": [mote.personer["Eva"]]}, kansli)
    tecknar(mote, "Anna", "Eva")
    Justering.objects.get(person=mote.personer["Eva"]).delete()
    with pytest.raises(ValidationError, match="Eva Ek har undertecknat § 2 och kan inte tas bort"):
        narvaro.satt_narvaro(mote.mote, mote.personer["Eva"], "", kansli)


def test_den_som_har_undertecknat_valjs_inte_bort(mote: Sittande, kansli: Anvandare) -> None:
    mote.narvarar("Cia")
    cia = mote.personer["Cia"]
    tecknar(mote, "Bo")
    with pytest.raises(ValidationError, match="Bo Berg har undertecknat § 2"):
        valj(mote.mote, {"justerare": [cia]}, kansli)
    omedelbart.ta_tillbaka(Paragrafunderskrift.objects.get(), kansli)
    valj(mote.mote, {"justerare": [cia]}, kansli)
    tecknar(mote, "Anna", "Cia")
    with pytest.raises(ValidationError, match="Cia Ceder har justerat § 2"):
        valj(mote.mote, {"justerare": [mote.personer["Bo"]]}, kansli)
    valj(mote.mote, {"justerare": [cia, mote.personer["Bo"]]}, kansli)


def test_en_annan_leder_efter_den_justerade_paragrafen(mote: Sittande, kansli: Anvandare) -> None:
    mote.narvarar("Cia")
    byte = {"ordforande": [mote.personer["Cia"]]}
    tecknar(mote, "Anna")
    with pytest.raises(ValidationError, match="Anna Alm har undertecknat § 2"):
        valj(mote.mote, byte, kansli)
    tecknar(mote, "Bo")
    valj(mote.mote, byte, kansli)


def test_den_som_kommer_sedan_var_inte_med_vid_paragrafen(
    mote: Sittande, kansli: Anvandare
) -> None:
    """Cia comes when § 2 has been signed; her seat was empty at §§ 1 and 2."""
    tecknar(mote, "Anna", "Bo")
    narvaro.satt_narvaro(mote.mote, mote.personer["Cia"], "plats", kansli)
    borta = Franvaro.objects.get()
    assert (borta.fran, borta.till) == (mote.punkter[0], mote.punkter[2])
    assert borta.history.get().history_user == kansli
    assert vid(mote) == [["Anna", "Bo"], ["Anna", "Bo"], ["Anna", "Bo", "Cia"]]
    # Eva's ledamot is there, so she serves at no §, and was there from the beginning.
    narvaro.satt_narvaro(mote.mote, mote.personer["Eva"], "plats", kansli)
    assert Franvaro.objects.count() == 1


def test_nar_den_sista_paragrafen_ar_undertecknad_kommer_ingen(
    mote: Sittande, kansli: Anvandare
) -> None:
    tecknar(mote, "Anna")
    mote.punkter[2].utgar = True
    mote.punkter[2].save()
    with pytest.raises(ValidationError, match=TECKNAD):
        narvaro.adjungera(mote.mote, "Cia Ceder", "", "plats", kansli)
    assert not mote.mote.narvaro.filter(person=mote.personer["Cia"]).exists()

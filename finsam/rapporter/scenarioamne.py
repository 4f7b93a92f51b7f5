"""A scenario of the decision room as what a matter is about: shown, and frozen with it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from ekonomi.models import Scenario
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas
from finsam.models import Anvandare
from finsam.permissions import Ratt
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.scenario import build_scenario
from finsam.typografi import datum
from styrelse.amnen import Amne, Amnesslag, Arendeutkast, Bilageutkast, Fryst, Motesbeslut
from styrelse.choices import Bilageslag

KOD = "scenario"


def _nyckel(scenario: Scenario) -> str:
    """ "2027 Fler insatser": what the folder calls it, too."""
    return f"{scenario.verksamhetsar} {scenario.namn}"


def _scenario(nyckel: str) -> Scenario | None:
    ar, _, namn = nyckel.partition(" ")
    if not ar.isdecimal():
        return None
    return Scenario.objects.filter(verksamhetsar=int(ar), namn=namn).first()


def _amne(scenario: Scenario) -> Amne:
    return Amne(
        slag=KOD,
        nyckel=_nyckel(scenario),
        namn=f"Scenario {scenario}",
        adress=scenario.get_absolute_url(),
        lage=f"Läget per {datum(scenario.per)}",
    )


def _kandidater(idag: date) -> list[Amne]:
    return [_amne(scenario) for scenario in Scenario.objects.all()]


def _hitta(nyckel: str) -> Amne | None:
    scenario = _scenario(nyckel)
    return _amne(scenario) if scenario else None


def _utkast(nyckel: str) -> Arendeutkast:
    return Arendeutkast(
        rubrik=f"Ekonomisk information {nyckel.partition(' ')[0]}",
        forslag="att lägga informationen till handlingarna",
        till_beslut=False,
        till_information=True,
        bilagor=(Bilageutkast(KOD, nyckel),),
    )


def _bygg(nyckel: str, internt: bool = False) -> Fryst:
    """The scenario's document as it comes out today. Raises ValidationError in Swedish."""
    scenario = _scenario(nyckel)
    if scenario is None:
        raise ValidationError(f"Scenariot ”{nyckel}” finns inte.")
    try:
        rapport = build_scenario(scenario, timezone.localdate())
    except UtrymmeSaknas as skal:
        raise ValidationError(str(skal)) from skal
    return Fryst(som_data(rapport), rapport.titel, _dokument(nyckel), Bilageslag.SCENARIO)


def _dokument(nyckel: str) -> str:
    return f"{KOD} {nyckel}"[:100]


def _ingen_verkan(beslut: Motesbeslut) -> str:
    """A scenario is told of: what is decided from it is decided on its own."""
    return ""


def _inget_gors(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    return ""


SCENARIO = Amnesslag(
    kod=KOD,
    namn="Scenarier",
    ratt=Ratt.UTRYMME_LASA,
    kandidater=_kandidater,
    hitta=_hitta,
    utkast=_utkast,
    verkan=_ingen_verkan,
    verkstall=_inget_gors,
    dokument=_dokument,
    bygg=_bygg,
)

"""Budgets and fees as what a matter is about: a year, whose open version the board decides."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ekonomi.actions.budget import faststall
from ekonomi.actions.tilldelning import faststall_tilldelning
from ekonomi.choices import Budgetstatus
from ekonomi.models import Budget, Tilldelning
from ekonomi.motesunderlag import (
    avgiftsskillnader,
    budgetskillnader,
    noterade_poster,
    noterade_skillnader,
)
from ekonomi.selectors.budget import poster_i, poststand
from finsam.formfields import Datumfalt
from finsam.models import Anvandare
from finsam.permissions import Ratt
from styrelse.amnen import (
    Amne,
    Amnesslag,
    Arendeutkast,
    Bilageutkast,
    GorsForHand,
    Motesbeslut,
)
from styrelse.bilagekrav import krav_som_bilagan
from styrelse.calculations.bilageskillnad import i_ord
from styrelse.choices import Beslutstyp

BUDGET, TILLDELNING = "budget", "tilldelning"
# The report that the office may have attached instead of the paper to decide on.
AVGIFTSRAPPORT = "medlemsavgifter"
INGET_FORSLAG = "Det finns inget budgetförslag för {ar} att besluta om."
INGEN_TILLDELNING = "Det finns ingen preliminär tilldelning för {ar} att besluta om."
ANTAR = (Beslutstyp.BIFALL, Beslutstyp.ANDRAT)
ANDRAD = "Mötet ändrade förslaget: för in ändringen och besluta om det på dess sida."


ANDRADE_POSTER = (
    "Budgetens poster är andra än när beslutet antecknades. {skillnader} Granska budgeten, kryssa "
    "i ”Läs in budgeten på nytt” och spara uppgifterna."
)


def _ar(nyckel: str) -> int | None:
    return int(nyckel) if nyckel.isdecimal() and len(nyckel) == 4 else None


def _senaste(modell: Any, nyckel: str) -> Any:
    """The year's latest version, or None."""
    versioner = modell.objects.filter(verksamhetsar=_ar(nyckel) or 0)
    return versioner.order_by("version").last()


def _oppen(modell: Any, nyckel: str, saknas: str) -> Any:
    """The year's open version. Raises ValidationError in Swedish where there is none."""
    rad = _senaste(modell, nyckel)
    if rad is None or rad.last:
        raise ValidationError(saknas.format(ar=nyckel))
    return rad


def _las(modell: Any, nyckel: str) -> None:
    """Locks the year's versions: what is held against the annex is what is laid down."""
    list(modell.objects.select_for_update().filter(verksamhetsar=_ar(nyckel) or 0))


def _gor(beslut: Motesbeslut) -> bool:
    """Whether the meeting adopted what was proposed. Raises GorsForHand for a changed one."""
    if beslut.utfall == Beslutstyp.ANDRAT:
        raise GorsForHand(ANDRAD)
    return beslut.utfall == Beslutstyp.BIFALL


def _redan(modell: Any, beslut: Motesbeslut) -> Any:
    """The year's version that has the decision already, from its own page; or None."""
    if beslut.utfall not in ANTAR:
        return None
    rader = modell.objects.filter(verksamhetsar=_ar(beslut.nyckel) or 0, beslutad=beslut.datum)
    return next((rad for rad in rader if beslut.togs(rad.beslutad, rad.paragraf)), None)


def _amne(slag: str, namn: str, nyckel: str, rad: Any) -> Amne:
    """A year is a subject before there is anything to decide on, so that it can be planned."""
    if rad is None:
        adress = reverse("ekonomi:budget_list" if slag == BUDGET else "ekonomi:tilldelning_list")
        return Amne(slag, nyckel, namn, adress, "Inget förslag än")
    lage = f"Version {rad.version}, {rad.get_status_display().lower()}"
    return Amne(slag, nyckel, namn, rad.get_absolute_url(), lage)


def _budget(nyckel: str) -> Amne | None:
    if _ar(nyckel) is None:
        return None
    return _amne(BUDGET, f"Budget {nyckel}", nyckel, _senaste(Budget, nyckel))


def _budgetar(idag: date) -> list[Amne]:
    rader = Budget.objects.order_by("-verksamhetsar", "version")
    senaste = {b.verksamhetsar: b for b in rader}
    return [_amne(BUDGET, f"Budget {ar}", str(ar), b) for ar, b in senaste.items() if not b.last]


def _budgetutkast(nyckel: str) -> Arendeutkast:
    return Arendeutkast(
        f"Budget {nyckel}",
        f"att fastställa budgeten för {nyckel} enligt bilaga",
        bilagor=(Bilageutkast(BUDGET, nyckel),),
    )


class SamradForm(forms.Form):
    """The day of the samråd, and the posts that were proposed: their mark, and themselves."""

    samrad = Datumfalt(
        label="Samråd med medlemmarna",
        required=False,
        help_text="Dagen. Krävs för årets första budget (23 §).",
    )
    visat = forms.CharField(required=False, widget=forms.HiddenInput)
    poster = forms.CharField(required=False, widget=forms.HiddenInput)
    nytt = forms.BooleanField(
        label="Läs in budgeten på nytt",
        required=False,
        help_text="Beslutet gäller då budgeten som den står nu, om den är som i bilagan.",
    )

    def __init__(self, nyckel: str, data: Any = None) -> None:
        budget = _senaste(Budget, nyckel)
        nu = {"visat": _stand(budget), "poster": noterade_poster(budget)} if budget else {}
        self.nu = nu
        super().__init__(data, initial={"samrad": budget.samrad, **nu} if budget else {})
        if self["visat"].value() in ("", None, nu.get("visat", "")):
            del self.fields["nytt"]

    def clean(self) -> dict[str, Any]:
        """What is kept is the mark of what was seen; it is renewed only when that is asked for."""
        data = super().clean() or {}
        if data.pop("nytt", False):
            data.update(self.nu)
        return data


def _samradform(nyckel: str, utfall: str, data: Any) -> SamradForm | None:
    return SamradForm(nyckel, data) if utfall == Beslutstyp.BIFALL else None


def _stand(budget: Budget) -> str:
    return poststand(poster_i(budget))


def _samrad(beslut: Motesbeslut) -> date | None:
    dag = beslut.underlag.get("samrad")
    return date.fromisoformat(dag) if isinstance(dag, str) and dag else None


def _budgetverkan(beslut: Motesbeslut) -> str:
    if rad := _redan(Budget, beslut):
        return f"Budgeten för {beslut.nyckel}, version {rad.version}, är redan fastställd."
    if not _gor(beslut):
        return ""
    budget = _oppen(Budget, beslut.nyckel, INGET_FORSLAG)
    tillagg = krav_som_bilagan(
        beslut,
        (f"{BUDGET} {beslut.nyckel}",),
        lambda data: budgetskillnader(data, budget),
        "Budgeten",
    )
    _krav_som_antecknat(beslut, budget)
    beslutade = Budget.objects.beslutade().filter(verksamhetsar=budget.verksamhetsar)
    budget.status = Budgetstatus.REVIDERAD if beslutade.exists() else Budgetstatus.FASTSTALLD
    budget.beslutad, budget.samrad = beslut.datum, _samrad(beslut)
    budget.paragraf = beslut.paragraf or "§"
    budget.full_clean()
    ord_ = "revideras" if budget.status == Budgetstatus.REVIDERAD else "fastställs"
    return f"Budgeten för {beslut.nyckel}, version {budget.version}, {ord_}.{tillagg}"


def _krav_som_antecknat(beslut: Motesbeslut, budget: Budget) -> None:
    """Raises ValidationError where the posts have changed since the decision was noted."""
    underlag = beslut.underlag
    if underlag.get("visat") not in ("", None, _stand(budget)):
        andrat = noterade_skillnader(str(underlag.get("poster") or ""), budget)
        skillnad = i_ord(andrat, "då stod") or "Månader eller kommentarer skiljer."
        raise ValidationError(ANDRADE_POSTER.format(skillnader=skillnad))


def _faststall_budget(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    if _redan(Budget, beslut) or not _gor(beslut):
        return _budgetverkan(beslut)
    _las(Budget, beslut.nyckel)
    _budgetverkan(beslut)
    budget = _oppen(Budget, beslut.nyckel, INGET_FORSLAG)
    visat = str(beslut.underlag.get("visat") or "")
    faststall(budget, beslut.datum, beslut.paragraf, _samrad(beslut), anvandare, visat)
    return f"Budgeten för {beslut.nyckel}, version {budget.version}, är fastställd."


def _tilldelning(nyckel: str) -> Amne | None:
    if _ar(nyckel) is None:
        return None
    rad = _senaste(Tilldelning, nyckel)
    return _amne(TILLDELNING, f"Medlemsavgifter {nyckel}", nyckel, rad)


def _tilldelningar(idag: date) -> list[Amne]:
    rader = Tilldelning.objects.order_by("-verksamhetsar", "version")
    senaste = {t.verksamhetsar: t for t in rader}
    return [
        _amne(TILLDELNING, f"Medlemsavgifter {ar}", str(ar), t)
        for ar, t in senaste.items()
        if not t.last
    ]


def _avgiftsutkast(nyckel: str) -> Arendeutkast:
    return Arendeutkast(
        f"Medlemsavgifter {nyckel}",
        f"att fastställa medlemsavgifterna för {nyckel} enligt bilaga\n"
        "att avgifterna betalas mot faktura från förbundet",
        bilagor=(Bilageutkast(TILLDELNING, nyckel),),
    )


def _avgiftsverkan(beslut: Motesbeslut) -> str:
    if rad := _redan(Tilldelning, beslut):
        namn = f"Medlemsavgifterna för {beslut.nyckel}, version {rad.version}"
        return f"{namn}, är redan fastställda."
    if not _gor(beslut):
        return ""
    rad = _oppen(Tilldelning, beslut.nyckel, INGEN_TILLDELNING)
    tillagg = krav_som_bilagan(
        beslut,
        (f"{TILLDELNING} {beslut.nyckel}", f"{AVGIFTSRAPPORT} {beslut.nyckel}"),
        lambda data: avgiftsskillnader(data, rad),
        "Medlemsavgifterna",
    )
    namn = f"Medlemsavgifterna för {beslut.nyckel}, version {rad.version}"
    return f"{namn}, fastställs.{tillagg}"


def _faststall_avgifter(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    if _redan(Tilldelning, beslut) or not _gor(beslut):
        return _avgiftsverkan(beslut)
    _las(Tilldelning, beslut.nyckel)
    _avgiftsverkan(beslut)
    rad = _oppen(Tilldelning, beslut.nyckel, INGEN_TILLDELNING)
    idag = timezone.localdate()
    faststall_tilldelning(rad, anvandare, beslut.datum, beslut.paragraf, idag)
    return f"Medlemsavgifterna för {beslut.nyckel}, version {rad.version}, är fastställda."


AMNEN = (
    Amnesslag(
        kod=BUDGET,
        namn="Budgetförslag",
        ratt=Ratt.UNDERLAG_LASA,
        kandidater=_budgetar,
        hitta=_budget,
        utkast=_budgetutkast,
        verkan=_budgetverkan,
        verkstall=_faststall_budget,
        verkstall_ratt=Ratt.EKONOMI_ANDRA,
        form=_samradform,
    ),
    Amnesslag(
        kod=TILLDELNING,
        alias=(AVGIFTSRAPPORT,),
        namn="Medlemsavgifter att fastställa",
        ratt=Ratt.UNDERLAG_LASA,
        kandidater=_tilldelningar,
        hitta=_tilldelning,
        utkast=_avgiftsutkast,
        verkan=_avgiftsverkan,
        verkstall=_faststall_avgifter,
        verkstall_ratt=Ratt.EKONOMI_ANDRA,
    ),
)

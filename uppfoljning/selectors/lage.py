"""How far each report has come: insats × period, begun or not. Nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min
from django.utils import timezone

from finsam.models import Anvandare, Forbund
from finsam.periods import Period, delperioder, las_period
from finsam.rytm import rytm
from insatser.models import Insats
from uppfoljning.calculations import forvantade
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport, Rapporthandelse
from uppfoljning.models.kvartalsrapport import LAMNADE


@dataclass(frozen=True)
class Rapportlage:
    """One report as the board shows it; `rapport` is None until somebody begins."""

    insats: Insats
    period: Period
    forfaller: date
    idag: date
    rapport: Kvartalsrapport | None = None

    @property
    def status(self) -> Rapportstatus:
        return Rapportstatus(self.rapport.status) if self.rapport else Rapportstatus.EJ_PABORJAD

    @property
    def lamnad(self) -> bool:
        return self.status in LAMNADE

    @property
    def pagar(self) -> bool:
        """Whether the period has not ended yet."""
        return self.idag <= self.period.slut

    @property
    def dagar_sen(self) -> int:
        """Days after the last day; 0 when it is handed in or not due."""
        return 0 if self.lamnad else max((self.idag - self.forfaller).days, 0)

    @property
    def rattas(self) -> bool:
        """Whether an earlier version is handed in while a correction is being written."""
        return bool(self.rapport and self.rapport.version > 1 and not self.lamnad)

    @property
    def ord(self) -> str:
        return "Rättas" if self.rattas else str(self.status.label)

    @property
    def farg(self) -> str:
        """The class of components/status.html."""
        if self.status == Rapportstatus.GRANSKAD:
            return "ok"
        if self.lamnad or self.rattas:
            return "info"
        if self.dagar_sen:
            return "fel"
        return "varning" if self.status == Rapportstatus.ATER else ""


def rapportperioder(idag: date) -> tuple[Period, ...]:
    """The periods that the association waits for reports of, up to today's; 1-2 queries."""
    forbund = Forbund.objects.first()
    kod = forbund.forsta_rapportperiod if forbund else ""
    forsta = forvantade.forsta_period(las_period(kod) if kod else None, rytm(), idag)
    return forvantade.perioder(forsta, idag)


def rapportlagen(anvandare: Anvandare | None, idag: date) -> list[Rapportlage]:
    """Every report waited for or begun that the user may see, by period and insats; 4 queries.

    Of several versions the newest. None as user is the command, which sees all.
    """
    alla = Insats.objects.all() if anvandare is None else Insats.objects.synliga_for(anvandare)
    insatser = {i.pk: i for i in alla.select_related("insatsagare").order_by("nr")}
    rader = {
        (rad.insats_id, las_period(rad.period)): rad
        for rad in Kvartalsrapport.objects.filter(insats__in=alla).order_by("version")
    }
    tider = [_tid(insats) for insats in insatser.values()]
    nycklar = {*forvantade.vantade(tider, rapportperioder(idag)), *rader}
    ordnade = sorted(nycklar, key=lambda n: (n[1], insatser[n[0]].nr))
    return [_lage(insatser[pk], period, rader.get((pk, period)), idag) for pk, period in ordnade]


def forsta_inlamningar(ar: int) -> dict[tuple[int, str], date]:
    """The day that each report was first handed in, by (insats pk, period); 2 queries.

    By the step that somebody took, which stays when the report is returned or corrected; else, as
    for a report that was read from a file, by the first version's own day.
    """
    forsta = {"rapport__version": 1, "till": Rapportstatus.INLAMNAD}
    steg = (
        Rapporthandelse.objects.filter(rapport__period__startswith=f"{ar}", **forsta)
        .order_by()
        .values_list("rapport__insats_id", "rapport__period")
        .annotate(dag=Min("at"))
    )
    rader = Kvartalsrapport.objects.filter(
        period__startswith=f"{ar}", version=1, inlamnad_at__isnull=False
    )
    egna = rader.values_list("insats_id", "period", "inlamnad_at")
    return {(pk, period): timezone.localtime(dag).date() for pk, period, dag in (*egna, *steg)}


def _tid(insats: Insats) -> forvantade.Insatstid:
    return forvantade.Insatstid(insats.pk, insats.insatstyp, insats.start, insats.slut)


def _lage(insats: Insats, period: Period, rad: Kvartalsrapport | None, idag: date) -> Rapportlage:
    dag = rad.forfaller if rad else forvantade.forfaller(period)
    return Rapportlage(insats, period, dag, idag, rad)


def oppna(lagen: Iterable[Rapportlage]) -> list[Rapportlage]:
    """Those to hand in now: the period has ended or somebody has begun; the oldest day first."""
    kvar = [
        lage
        for lage in lagen
        if not lage.lamnad and (not lage.pagar or lage.status != Rapportstatus.EJ_PABORJAD)
    ]
    return sorted(kvar, key=lambda lage: (lage.forfaller, lage.insats.nr))


def ansvariga(lagen: Iterable[Rapportlage]) -> dict[int, list[Anvandare]]:
    """The open accounts of those responsible, by insats; empty lists for those without; 1 query."""
    ut: dict[int, list[Anvandare]] = {lage.insats.pk: [] for lage in lagen}
    koppling = Insats.ansvariga.through.objects.filter(
        insats__in=ut, anvandare__is_active=True
    ).select_related("anvandare")
    for rad in koppling.order_by("pk"):
        ut[rad.insats_id].append(rad.anvandare)
    return ut


@dataclass(frozen=True)
class Tavlerad:
    """An insats and its reports of a year, one for each period; None where none is waited for."""

    insats: Insats
    rutor: tuple[tuple[Period, Rapportlage | None], ...]


def tavla(lagen: Iterable[Rapportlage], ar: int) -> tuple[tuple[Period, ...], list[Tavlerad]]:
    """The year's periods, and a row per insats: the latest ones first, then by number."""
    perioder = delperioder(Period(ar), rytm())
    per_insats: dict[int, dict[Period, Rapportlage]] = {}
    for lage in lagen:
        if lage.period in perioder:
            per_insats.setdefault(lage.insats.pk, {})[lage.period] = lage
    rader = [
        Tavlerad(next(iter(egna.values())).insats, tuple((p, egna.get(p)) for p in perioder))
        for egna in per_insats.values()
    ]
    return perioder, sorted(rader, key=lambda rad: (-_sen(rad), rad.insats.nr))


def _sen(rad: Tavlerad) -> int:
    return max(lage.dagar_sen for _, lage in rad.rutor if lage)

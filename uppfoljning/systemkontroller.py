"""What the follow-up checks by itself: reports in time, and no claim without one."""

from collections.abc import Iterator

from django.utils import timezone

from finsam.internkontroll import Systemfynd, Systemkontroll
from finsam.periods import Period, delperioder, las_period
from finsam.permissions import Ratt
from finsam.rytm import rytm
from finsam.typografi import datum
from insatser.choices import Rekvisitionsstatus
from insatser.models import Rekvisition
from uppfoljning.calculations.forvantade import Insatstid, vantade
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.lage import forsta_inlamningar, rapportlagen


def kontroller() -> tuple[Systemkontroll, ...]:
    return KONTROLLER


def _sena(period: Period) -> Iterator[Systemfynd]:
    forsta = forsta_inlamningar(period.ar)
    for lage in rapportlagen(None, timezone.localdate()):
        if lage.period.slut not in period:
            continue
        vad = f"{lage.insats}, {lage.period.namn}"
        adress = (lage.rapport or lage.insats).get_absolute_url()
        dag = forsta.get((lage.insats.pk, lage.period.kod))
        if lage.dagar_sen and dag is None:
            text = f"{vad}: rapporten är inte lämnad; den förföll {datum(lage.forfaller)}."
            yield Systemfynd(text, adress)
        elif dag and dag > lage.forfaller:
            text = f"{vad}: lämnades {datum(dag)}, efter {datum(lage.forfaller)}."
            yield Systemfynd(text, adress)


def _utan_rapport(period: Period) -> Iterator[Systemfynd]:
    """A claim of a period needs every report of it that was waited for."""
    attesterade = Rekvisition.objects.filter(
        status=Rekvisitionsstatus.ATTESTERAD, period__startswith=f"{period.ar}"
    )
    lamnade = set(
        Kvartalsrapport.objects.lamnade()
        .filter(period__startswith=f"{period.ar}")
        .values_list("insats_id", "period")
    )
    slag = rytm()
    for rad in attesterade.select_related("insats__insatsagare").order_by(
        "period", "insats__nr", "lopnr"
    ):
        kravets = las_period(rad.period)
        if kravets.slut not in period:
            continue
        insats = rad.insats
        tid = Insatstid(insats.pk, insats.insatstyp, insats.start, insats.slut)
        saknas = [
            del_.namn
            for pk, del_ in vantade([tid], delperioder(kravets, slag))
            if (pk, del_.kod) not in lamnade
        ]
        if saknas:
            text = f"Rekvisition {rad}, nr {rad.lopnr}: rapport saknas för {', '.join(saknas)}."
            yield Systemfynd(text, rad.get_absolute_url())


KONTROLLER = (
    Systemkontroll(
        "sena-rapporter",
        "Kvartalsrapporter lämnas i tid",
        "insatser",
        "Varje insats lämnar sin rapport senast den dag den förfaller.",
        Ratt.UPPFOLJNING_LASA,
        _sena,
    ),
    Systemkontroll(
        "medel-utan-rapport",
        "Inga medel utan rapport",
        "insatser",
        "En rekvisition attesteras när insatsens rapporter för perioden är inlämnade.",
        Ratt.REKVISITION_LASA,
        _utan_rapport,
    ),
)

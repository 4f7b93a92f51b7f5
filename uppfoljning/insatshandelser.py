"""What the follow-up tells of an insats: its reports, step by step, and their participants."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Sum
from django.utils import timezone

from finsam.models import Forbund
from finsam.permissions import Ratt
from insatser.berattelse import Insatshandelse
from insatser.models import Insats
from uppfoljning.calculations.manader import HELA_PERIODEN
from uppfoljning.choices import Matt, Rapportstatus
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Rapporthandelse

ORD = {
    Rapportstatus.INLAMNAD: "lämnas in",
    Rapportstatus.ATER: "går åter för komplettering",
    Rapportstatus.GRANSKAD: "är granskad",
}
FLODEN = {
    Matt.INSKRIVNA: "inskrivna",
    Matt.AVSLUTADE: "avslutade",
    Matt.PAGAENDE_SLUT: "pågående vid slut",
}


def handelser(insats: Insats) -> Iterable[Insatshandelse]:
    """Four queries, however many reports."""
    deltagare = _deltagare(insats)
    steg = Rapporthandelse.objects.filter(rapport__insats=insats).select_related("rapport")
    berattade = set()
    for ett in steg.order_by("at", "pk"):
        rapport = ett.rapport
        rattas = ett.till == Rapportstatus.UTKAST and rapport.version > 1
        if not (rattas or ett.till in ORD):
            continue
        verb = "rättas" if rattas else ORD[Rapportstatus(ett.till)]
        text = ett.ord
        if ett.till == Rapportstatus.INLAMNAD:
            berattade.add(rapport.pk)
            text = text or deltagare.get(rapport.pk, "")
        yield _handelse(rapport, timezone.localdate(ett.at), verb, text)
    # A report that was read from a file has no steps of its own.
    lamnade = Kvartalsrapport.objects.lamnade().filter(insats=insats, inlamnad_at__isnull=False)
    for rapport in lamnade.exclude(pk__in=berattade):
        dag = timezone.localdate(rapport.inlamnad_at)
        yield _handelse(rapport, dag, "lämnas in", deltagare.get(rapport.pk, ""))


def _handelse(rapport: Kvartalsrapport, dag: date, verb: str, text: str) -> Insatshandelse:
    return Insatshandelse(
        dag,
        "Kvartalsrapport",
        f"Rapporten för {rapport.periodnamn} {verb}",
        text,
        rapport.get_absolute_url(),
        Ratt.KVARTALSRAPPORT_LASA,
    )


def _deltagare(insats: Insats) -> dict[int, str]:
    """Per report "12 inskrivna, 9 avslutade, 40 pågående vid slut".

    A report is left out where a count is smaller than what the association shows in the house.
    """
    forbund = Forbund.objects.first()
    minst = forbund.minsta_antal if forbund and not forbund.visa_sma_tal_internt else 0
    rader = (
        Deltagarantal.objects.filter(rapport__insats=insats, matt__in=FLODEN, manad=HELA_PERIODEN)
        .values_list("rapport_id", "matt")
        .annotate(summa=Sum("antal"))
        .order_by()
    )
    per_rapport: dict[int, dict[str, int]] = defaultdict(dict)
    for rapport, matt, summa in rader:
        per_rapport[rapport][matt] = summa
    return {
        rapport: ", ".join(f"{antal[m]} {ord_}" for m, ord_ in FLODEN.items() if m in antal)
        for rapport, antal in per_rapport.items()
        if all(tal == 0 or tal >= minst for tal in antal.values())
    }

"""What the follow-up tells of an insats: reports handed in, reviewed, sent back and corrected."""

from collections.abc import Iterable

from django.utils import timezone

from finsam.permissions import Ratt
from insatser.berattelse import Insatshandelse
from insatser.models import Insats
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Rapporthandelse

ORD = {
    Rapportstatus.INLAMNAD: "lämnas in",
    Rapportstatus.ATER: "går åter för komplettering",
    Rapportstatus.GRANSKAD: "är granskad",
}


def handelser(insats: Insats) -> Iterable[Insatshandelse]:
    """One query, however many reports."""
    steg = Rapporthandelse.objects.filter(rapport__insats=insats).select_related("rapport")
    for ett in steg.order_by("at", "pk"):
        rapport = ett.rapport
        rattas = ett.till == Rapportstatus.UTKAST and rapport.version > 1
        if not (rattas or ett.till in ORD):
            continue
        verb = "rättas" if rattas else ORD[Rapportstatus(ett.till)]
        yield Insatshandelse(
            timezone.localdate(ett.at),
            "Kvartalsrapport",
            f"Rapporten för {rapport.periodnamn} {verb}",
            ett.ord,
            rapport.get_absolute_url(),
            Ratt.KVARTALSRAPPORT_LASA,
        )

"""Which meetings somebody's calendar holds, and whose address a secret is."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, QuerySet

from finsam.choices import Roll
from finsam.models import Anvandare
from finsam.permissions import Ratt, far
from styrelse.calculations.ical import Kalendermote
from styrelse.choices import Motesstatus, Organ, Uppdragsorgan
from styrelse.models import Kalenderadress, Mote, Uppdrag

BAKAT = timedelta(days=365)
LAGEN = {Motesstatus.PLANERAT: "TENTATIVE", Motesstatus.INSTALLT: "CANCELLED"}


def kontrollsumma(hemlighet: str) -> str:
    """What is kept of a secret: it is long and random, so that its SHA-256 says nothing of it."""
    return hashlib.sha256(hemlighet.encode()).hexdigest()


def agare(hemlighet: str) -> Anvandare | None:
    """Whose calendar the secret opens; None when unknown or revoked, or its owner is shut out."""
    adress = (
        Kalenderadress.objects.filter(
            hemlighet=kontrollsumma(hemlighet),
            aterkallad_at__isnull=True,
            anvandare__is_active=True,
        )
        .select_related("anvandare")
        .first()
    )
    return adress.anvandare if adress and far(adress.anvandare, Ratt.KALENDER) else None


def synliga_moten(anvandare: Anvandare, idag: date) -> QuerySet[Mote]:
    """Meetings from a year back: all for the office; a ledamot's own organs, and no dialogues."""
    moten = Mote.objects.filter(datum__gte=idag - BAKAT).select_related("medlem")
    if anvandare.roll != Roll.LEDAMOT:
        return moten
    i_au = Uppdrag.objects.filter(person__anvandare=anvandare, organ=Uppdragsorgan.AU)
    organ = [Organ.FS, Organ.SAMRAD, Organ.NATVERK]
    return moten.filter(organ__in=[*organ, Organ.AU] if i_au.under(idag, idag) else organ)


def kalendermoten(
    anvandare: Anvandare, idag: date, vard: str, lank: Callable[[Mote], str]
) -> list[Kalendermote]:
    """The user's meetings. `vard` makes their names unique in the world; at most 2 queries."""
    moten = list(synliga_moten(anvandare, idag).order_by("datum", "start"))
    andrade = _andringar([m.pk for m in moten])
    return [
        Kalendermote(
            uid=f"mote-{m.pk}@{vard}",
            rubrik=f"{m.get_organ_display()}, {m.medlem}" if m.medlem else m.get_organ_display(),
            datum=m.datum,
            start=m.start,
            slut=m.slut,
            plats=m.plats,
            adress=lank(m),
            lage=LAGEN.get(Motesstatus(m.status), "CONFIRMED"),
            andringar=andrade[m.pk][0],
            andrad=andrade[m.pk][1],
        )
        for m in moten
    ]


def _andringar(nycklar: list[int]) -> dict[int, tuple[int, datetime]]:
    """By meeting, how often it has been written and when it last was. 1 query."""
    rader = Mote.history.filter(id__in=nycklar).values_list("id")  # type: ignore[attr-defined]
    raknade = rader.annotate(antal=Count("history_id"), sist=Max("history_date"))
    return {nyckel: (antal, sist) for nyckel, antal, sist in raknade.order_by()}

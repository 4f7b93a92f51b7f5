"""What an insats's story tells of its claims and deviations."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Sum
from django.utils import timezone

from finsam import typografi
from finsam.money import kronor
from finsam.permissions import Ratt
from insatser.berattelse import Insatshandelse
from insatser.choices import Avvikelsestatus
from insatser.models import Avvikelse, Insats, Rekvisition, Rekvisitionshandelse

RATT = Ratt.REKVISITION_LASA


def rekvisitionshandelser(insats: Insats) -> Iterable[Insatshandelse]:
    """Every step of every claim; a claim read from a folder tells of its dates. 2 queries."""
    rekvisitioner = Rekvisition.objects.filter(insats=insats).annotate(belopp=Sum("poster__belopp"))
    per_pk = {rekvisition.pk: rekvisition for rekvisition in rekvisitioner}
    stegen = Rekvisitionshandelse.objects.filter(rekvisition__insats=insats).select_related("av")
    har_steg = set()
    for steg in stegen:
        har_steg.add(steg.rekvisition_id)
        text = f"{steg.av}: {steg.ord}" if steg.ord else str(steg.av or "")
        yield _rekvisition(per_pk[steg.rekvisition_id], steg.at, steg.till_text, text)
    for rekvisition in per_pk.values():
        if rekvisition.pk not in har_steg:
            yield from _ur_mappen(rekvisition)


def _ur_mappen(rekvisition: Rekvisition) -> Iterable[Insatshandelse]:
    steg = (
        (rekvisition.inlamnad_at, "Inlämnad", rekvisition.inlamnad_namn),
        (rekvisition.attest1_at, "Attesterad av en", rekvisition.attest1_namn),
        (rekvisition.attest2_at, "Attesterad", rekvisition.attest2_namn),
    )
    for stund, vad, vem in steg:
        if stund:
            yield _rekvisition(rekvisition, stund, vad, vem)


def _rekvisition(rekvisition: Rekvisition, stund: datetime, vad: str, text: str) -> Insatshandelse:
    belopp = typografi.med_enhet(kronor(rekvisition.belopp), "kr")  # type: ignore[attr-defined]
    return Insatshandelse(
        dag=timezone.localdate(stund),
        slag="Rekvisition",
        rubrik=f"{rekvisition.period}, {belopp}: {vad.lower()}",
        text=text,
        adress=rekvisition.get_absolute_url(),
        ratt=RATT,
    )


def avvikelsehandelser(insats: Insats) -> Iterable[Insatshandelse]:
    """Each deviation when it was reported, and when it was decided. 1 query."""
    for avvikelse in Avvikelse.objects.filter(insats=insats).select_related("beslutad_av"):
        slag, adress = avvikelse.get_slag_display(), avvikelse.get_absolute_url()
        belopp = f", {typografi.med_enhet(avvikelse.belopp, 'kr')}" if avvikelse.belopp else ""
        yield Insatshandelse(
            avvikelse.anmald, "Avvikelse", f"{slag}{belopp}", avvikelse.beskrivning, adress, RATT
        )
        if avvikelse.status != Avvikelsestatus.OPPEN and avvikelse.beslutsdatum:
            utfall = avvikelse.get_status_display().lower()
            yield Insatshandelse(
                avvikelse.beslutsdatum,
                "Avvikelse",
                f"{slag}{belopp}: {utfall}",
                avvikelse.beslut,
                adress,
                RATT,
            )

"""Sealing the change log: every history row gets a seal that contains the seal before it.

Whoever changes, removes or slips in a row breaks the chain there, and `verifiera_logg` names the
row. One who owns the database could compute the whole chain anew; therefore the seal of each
fastställd document is shown with it, and `verifiera_logg --sigill` asks for one noted elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, models, transaction
from simple_history.models import HistoricalRecords

from finsam.choices import Handelsevag
from finsam.models import Sigill

FORSTA = "0" * 64
# Any fixed number: writers of the log wait for each other on it in PostgreSQL.
LAS = 2003_1210
# Rows written in one statement.
KLUMP = 500
EGNA_FALT = frozenset(
    {"history_id", "history_date", "history_change_reason", "history_type", "history_user_id"}
)


def after_history(
    instance: models.Model, history_instance: Any, using: str | None = None, **kwargs: Any
) -> None:
    """Receiver of simple-history's signal: every tracked model's every change."""
    seal(history_instance, instance)


def seal(rad: Any, objekt: models.Model) -> Sigill:
    """Seal a new history row."""
    with transaction.atomic():
        las_loggen()
        sigill = _sigill(rad, objekt, huvud())
        sigill.save(force_insert=True)
    return sigill


def seal_all(par: Iterable[tuple[Any, models.Model]]) -> list[Sigill]:
    """Seal many new history rows, each with the row it tells of, in their order."""
    with transaction.atomic():
        las_loggen()
        forra, kedja = huvud(), []
        for rad, objekt in par:
            kedja.append(_sigill(rad, objekt, forra))
            forra = kedja[-1].hash
        return Sigill.objects.bulk_create(kedja, batch_size=KLUMP)


def las_loggen() -> None:
    """Lets nobody else write in the log until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LAS])


def _sigill(rad: Any, objekt: models.Model, forra: str) -> Sigill:
    sigill = Sigill(
        tid=rad.history_date,
        tabell=rad.instance_type._meta.label_lower,
        objekt_id=objekt.pk,
        objekt=str(objekt)[:200],
        handelse=rad.history_type,
        anvandare_id=rad.history_user_id,
        vag=_vag(),
        skal=rad.history_change_reason or "",
        historikrad=rad.history_id,
        falt=varden(rad),
        forra=forra,
    )
    sigill.hash = hash_av(sigill)
    return sigill


def huvud() -> str:
    """The latest seal: 64 hexadecimal digits, zeros while the log is empty."""
    return Sigill.objects.order_by("-pk").values_list("hash", flat=True).first() or FORSTA


def hash_av(sigill: Sigill) -> str:
    """The seal that the row's own content and the seal before it give."""
    innehall = [
        sigill.forra,
        sigill.tid.astimezone(UTC).isoformat(timespec="microseconds"),
        sigill.tabell,
        sigill.objekt_id,
        sigill.objekt,
        sigill.handelse,
        sigill.anvandare_id,
        sigill.vag,
        sigill.skal,
        sigill.historikrad,
        sigill.falt,
    ]
    text = json.dumps(innehall, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def varden(rad: Any) -> dict[str, Any]:
    """A history row's values by field, as they also look when read back from the database."""
    falt = {
        f.attname: _som_text(f, getattr(rad, f.attname))
        for f in rad._meta.concrete_fields
        if f.attname not in EGNA_FALT
    }
    # A migration's own models have none to tell of (finsam/datamigrering.py).
    for m2m in getattr(rad, "_history_m2m_fields", ()):
        kolumn = m2m.m2m_reverse_field_name() + "_id"
        falt[m2m.name] = sorted(getattr(rad, m2m.name).values_list(kolumn, flat=True))
    return falt


def granska() -> Iterator[str]:
    """What is broken in the log, in order, each as a Swedish sentence; nothing when it is whole."""
    forra = FORSTA
    for sigill in Sigill.objects.order_by("pk").iterator(chunk_size=500):
        plats = f"Rad {sigill.pk} ({sigill})"
        if sigill.forra != forra:
            yield f"{plats}: kedjan är bruten, en rad före den är borttagen eller inskjuten."
        elif hash_av(sigill) != sigill.hash:
            yield f"{plats}: innehållet är ändrat efter att det sigillerades."
        forra = sigill.hash
    for modell in sparade_modeller():
        yield from _granska_historik(modell)


def sparade_modeller() -> list[Any]:
    """The history models of every tracked model, in the order of the rooms."""
    from django.apps import apps
    from simple_history.utils import get_history_model_for_model

    return [
        get_history_model_for_model(modell)
        for modell in apps.get_models()
        if hasattr(modell._meta, "simple_history_manager_attribute")
    ]


def _granska_historik(modell: Any) -> Iterator[str]:
    namn = modell.instance_type._meta.verbose_name
    egna = Sigill.objects.filter(tabell=modell.instance_type._meta.label_lower)
    sigill = {s.historikrad: s for s in egna.order_by("pk").iterator(chunk_size=500)}
    for rad in modell.objects.order_by("history_id").iterator(chunk_size=500):
        eget = sigill.pop(rad.history_id, None)
        if eget is None:
            yield f"Historiken för {namn}, rad {rad.history_id}, har inget sigill."
        elif any(eget.falt.get(k, v) != v for k, v in varden(rad).items()):
            yield f"Historiken för {namn}, rad {rad.history_id}, är ändrad efter sigilleringen."
    for eget in sigill.values():
        yield f"Historiken för {namn}, rad {eget.historikrad}, är borttagen."


def _vag() -> Handelsevag:
    har_begaran = getattr(HistoricalRecords.context, "request", None) is not None
    return Handelsevag.WEBB if har_begaran else Handelsevag.KOMMANDO


def _som_text(falt: Any, varde: Any) -> Any:
    if isinstance(falt, models.ForeignKey):
        falt = falt.target_field
    varde = falt.to_python(varde)
    if isinstance(varde, Decimal):
        return str(varde.quantize(Decimal(1).scaleb(-falt.decimal_places)))
    if isinstance(varde, datetime):
        return varde.astimezone(UTC).isoformat(timespec="microseconds")
    if varde is None or isinstance(varde, str | int | bool | list | dict):
        return varde
    return str(varde)

"""Reading the log: what happened to a row, field by field, in words."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from finsam import typografi
from finsam.choices import Handelseslag
from finsam.fields import KronorField
from finsam.models import Sigill

# Bookkeeping of the row itself says nothing to a reader.
TYSTA = frozenset({"id", "version", "andrad_at", "andrad_av_id", "dagordningsversion"})


@dataclass(frozen=True)
class Andring:
    """One field: its name, and what stood there before and after ("–" for nothing)."""

    falt: str
    fore: str
    efter: str


@dataclass(frozen=True)
class Handelse:
    """One row of the log as a reader sees it; `adress` is empty where the row has no page."""

    sigill: Sigill
    slag: str
    adress: str
    andringar: tuple[Andring, ...]


def handelser(rader: Iterable[Sigill]) -> dict[int, Handelse]:
    """Each event by its key, in the order given.

    A fixed number of queries per kind of row, however many rows: the version before, the row
    itself, and the names of what its keys point at.
    """
    sigill = list(rader)
    fore = _foregaende(sigill)
    namn = _namn(sigill + list(fore.values()))
    adresser = _adresser(sigill)
    return {
        s.pk: Handelse(s, _slag(s), adresser.get((s.tabell, s.objekt_id), ""), andringar)
        for s in sigill
        for andringar in [tuple(_andringar(s, fore.get(s.pk), namn))]
    }


def historik_om(objekt: models.Model, antal: int) -> list[Handelse]:
    """The latest events of one row, newest first."""
    rader = Sigill.objects.om(objekt).select_related("anvandare").order_by("-pk")[:antal]
    return list(handelser(rader).values())


def sparade_slag() -> list[tuple[str, str]]:
    """The tracked kinds of row as choices: ("finsam.medlem", "Medlem"), in Swedish order."""
    slag = [
        (m._meta.label_lower, typografi.versal(str(m._meta.verbose_name)))
        for m in apps.get_models()
        if hasattr(m._meta, "simple_history_manager_attribute")
    ]
    return sorted(slag, key=lambda par: par[1])


def tysta_slag() -> list[str]:
    """Kinds of row that come many at a time and stand in the log only: `bara_i_loggen` is set."""
    return [m._meta.label_lower for m in apps.get_models() if getattr(m, "bara_i_loggen", False)]


def _foregaende(sigill: list[Sigill]) -> dict[int, Sigill]:
    """The version before each event, by the event's key."""
    tidigare = Sigill.objects.filter(
        tabell=OuterRef("tabell"), objekt_id=OuterRef("objekt_id"), pk__lt=OuterRef("pk")
    ).order_by("-pk")
    par = dict(
        Sigill.objects.filter(pk__in=[s.pk for s in sigill if s.handelse == Handelseslag.ANDRAD])
        .annotate(fore=Subquery(tidigare.values("pk")[:1]))
        .values_list("pk", "fore")
    )
    versioner = Sigill.objects.in_bulk([fore for fore in par.values() if fore])
    return {pk: versioner[fore] for pk, fore in par.items() if fore}


def _modell(sigill: Sigill) -> Any:
    return apps.get_model(sigill.tabell)


def _slag(sigill: Sigill) -> str:
    return typografi.versal(str(_modell(sigill)._meta.verbose_name))


def _adresser(sigill: list[Sigill]) -> dict[tuple[str, int], str]:
    nycklar = defaultdict(set)
    for s in sigill:
        # A user's page is the administrator's alone, and the log has other readers.
        if hasattr(_modell(s), "get_absolute_url") and _modell(s) is not get_user_model():
            nycklar[s.tabell].add(s.objekt_id)
    return {
        (tabell, pk): objekt.get_absolute_url()
        for tabell, pks in nycklar.items()
        for pk, objekt in apps.get_model(tabell)._base_manager.in_bulk(pks).items()
    }


def _falt(modell: Any, namn: str) -> Any:
    """The field behind a name in the log; None for one that the model no longer has."""
    try:
        return modell._meta.get_field(namn.removesuffix("_id"))
    except FieldDoesNotExist:
        return None


def _namn(sigill: list[Sigill]) -> dict[tuple[Any, Any], str]:
    """The words for every row that a foreign key in the events points at."""
    nycklar: dict[Any, set[Any]] = defaultdict(set)
    for s in sigill:
        for namn, varde in s.falt.items():
            falt = _falt(_modell(s), namn)
            if falt is not None and falt.is_relation and varde not in (None, []):
                nycklar[falt.related_model].update(varde if isinstance(varde, list) else [varde])
    return {
        (modell, pk): str(objekt)
        for modell, pks in nycklar.items()
        for pk, objekt in modell._base_manager.in_bulk(pks).items()
    }


def _andringar(
    sigill: Sigill, fore: Sigill | None, namn: dict[tuple[Any, Any], str]
) -> Iterable[Andring]:
    modell, borttagen = _modell(sigill), sigill.handelse == Handelseslag.BORTTAGEN
    gamla = sigill.falt if borttagen else fore.falt if fore else {}
    nya = {} if borttagen else sigill.falt
    for nyckel in sigill.falt:
        if nyckel in TYSTA or gamla.get(nyckel) == nya.get(nyckel):
            continue
        falt = _falt(modell, nyckel)
        rubrik = typografi.versal(str(falt.verbose_name)) if falt is not None else nyckel
        ord_fore, ord_efter = (_i_ord(falt, sida.get(nyckel), namn) for sida in (gamla, nya))
        if ord_fore != ord_efter:
            yield Andring(rubrik, ord_fore, ord_efter)


def _i_ord(falt: Any, varde: Any, namn: dict[tuple[Any, Any], str]) -> str:
    if varde in (None, "", []):
        return typografi.INGET
    if falt is None:
        return str(varde)
    if falt.is_relation:
        nycklar = varde if isinstance(varde, list) else [varde]
        return ", ".join(namn.get((falt.related_model, n), f"nr {n} (borttagen)") for n in nycklar)
    if falt.choices:
        return str(dict(falt.flatchoices).get(varde, varde))
    if isinstance(varde, bool):
        return "Ja" if varde else "Nej"
    if isinstance(falt, KronorField):
        return typografi.kr(Decimal(varde), 2)
    if isinstance(falt, models.DecimalField):
        return varde.replace(".", ",")
    if isinstance(falt, models.DateTimeField):
        stund = datetime.fromisoformat(varde)
        return typografi.tidpunkt(stund, timezone.get_current_timezone())
    return varde if isinstance(varde, str) else json.dumps(varde, ensure_ascii=False)

"""Frozen dataclasses as data that JSON can hold, and back. Pure.

For what is kept for good: what was written is read back equal, or not at all.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
# Marks a field, by its metadata, that has come to a type after somebody signed what it said: the
# signature still holds for what has nothing there.
NYTT = {"nytt": True}


def som_data(varde: Any, utan_nytt: bool = False) -> Any:
    """Dataclasses as dictionaries, tuples as lists, days as text; other values as they are.

    `utan_nytt` leaves out the fields that are marked NYTT while they say nothing.
    """
    if is_dataclass(varde):
        falt = ((f, getattr(varde, f.name)) for f in fields(varde))
        return {
            f.name: som_data(ett, utan_nytt)
            for f, ett in falt
            if not (utan_nytt and f.metadata.get("nytt") and ett == f.default)
        }
    if isinstance(varde, tuple):
        return [som_data(v, utan_nytt) for v in varde]
    return varde.isoformat() if isinstance(varde, date) else varde


def avtryck(data: Any) -> str:
    """SHA-256 of what `som_data` gave, the same for the same data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def las(typ: type[T], data: Mapping[str, Any]) -> T:
    """What `som_data` made of a `typ`, read back. Raises KeyError or TypeError for other data.

    A field that has come to the type since, and has a default, is read as that.
    """
    falt = get_type_hints(typ)
    if okanda := set(data) - set(falt):
        raise KeyError(f"{typ.__name__} har inte {', '.join(sorted(okanda))}")
    nya = {f.name for f in fields(typ) if f.default is not MISSING} - set(data)  # type: ignore[arg-type]
    return typ(**{namn: _varde(falt[namn], data[namn]) for namn in falt if namn not in nya})


def _varde(typ: Any, data: Any) -> Any:
    if get_origin(typ) in (Union, UnionType):
        # Only "X | None" is used.
        return None if data is None else _varde(get_args(typ)[0], data)
    if get_origin(typ) is tuple:
        inre = get_args(typ)
        if inre[-1] is Ellipsis:
            return tuple(_varde(inre[0], ett) for ett in data)
        return tuple(_varde(t, ett) for t, ett in zip(inre, data, strict=True))
    if is_dataclass(typ):
        return las(typ, data)  # type: ignore[arg-type]  # a class, not an instance of one
    if typ is date:
        return date.fromisoformat(data)
    if not isinstance(data, typ):
        raise TypeError(f"{data!r} är inte {typ.__name__}")
    return data

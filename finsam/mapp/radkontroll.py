"""What must hold of a row before it is stored, asked of the database as seldom as can be."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Model, Q

# Rules by name, and the values that each has let through.
Godkanda = set[tuple[Any, ...]]


def kontrollera(obj: Model, godkanda: Godkanda | None = None, unik: bool = True) -> None:
    """Model.full_clean without asking the database whether a foreign key just read exists.

    A rule over the row's own values is a question to the database, too: with `godkanda`, kept from
    row to row, it is asked once for the same values. `unik=False` where the caller knows already
    that no other row has the same key. Raises ValidationError with every fault.
    """
    obj.clean_fields(exclude={f.name for f in obj._meta.fields if f.is_relation})
    steg: list[Callable[[], None]] = [obj.clean]
    if unik:
        steg.append(obj.validate_unique)
    fel: dict[str, list[Any]] = {}
    for ett in steg:
        try:
            ett()
        except ValidationError as undantag:
            fel = undantag.update_error_dict(fel)
    for regel in obj._meta.constraints:
        fel = _fraga(regel, obj, fel, set() if godkanda is None else godkanda, unik)
    if fel:
        raise ValidationError(fel)


def _fraga(
    regel: BaseConstraint, obj: Model, fel: dict[str, list[Any]], godkanda: Godkanda, unik: bool
) -> dict[str, list[Any]]:
    fall = _fall(regel, obj)
    if fall in godkanda or (fall is None and not unik):
        return fel
    try:
        regel.validate(type(obj), obj)
    except ValidationError as undantag:
        falt: tuple[str, ...] = getattr(regel, "fields", ())
        if getattr(undantag, "code", None) == "unique" and len(falt) == 1:
            return {**fel, falt[0]: [*fel.get(falt[0], []), undantag]}
        return undantag.update_error_dict(fel)
    if fall is not None:
        godkanda.add(fall)
    return fel


def _fall(regel: BaseConstraint, obj: Model) -> tuple[Any, ...] | None:
    """The rule and the row's values that it concerns; None where other rows matter."""
    if not isinstance(regel, CheckConstraint):
        return None
    assert isinstance(regel.condition, Q)
    falt = sorted(regel.condition.referenced_base_fields)
    return (regel.name, *(_varde(obj, ett) for ett in falt))


def _varde(obj: Model, falt: str) -> Any:
    return obj.pk if falt == "pk" else getattr(obj, obj._meta.get_field(falt).attname)  # type: ignore[union-attr]

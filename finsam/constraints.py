"""Small constructors for rules that one row can break; each carries its Swedish sentence."""

from django.db.models import CheckConstraint, F, Q
from django.db.models.enums import TextChoices


def datum_i_ordning(namn: str, fran: str, tom: str) -> CheckConstraint:
    """`tom` is empty or not before `fran`."""
    return CheckConstraint(
        name=namn,
        condition=Q(**{f"{tom}__isnull": True}) | Q(**{f"{tom}__gte": F(fran)}),
        violation_error_message="Slutdatum får inte ligga före startdatum.",
    )


def bland_val(namn: str, falt: str, val: type[TextChoices]) -> CheckConstraint:
    """The column holds one of the closed list's values."""
    return CheckConstraint(
        name=namn,
        condition=Q(**{f"{falt}__in": val.values}),
        violation_error_message=f"Välj ett av: {', '.join(str(label) for label in val.labels)}.",
    )

"""Small constructors for rules that one row can break; each carries its Swedish sentence."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q
from django.db.models.enums import TextChoices


class BlandVal(CheckConstraint):
    """A check that a column holds one of a list's values, judged in memory before it is saved.

    Django asks the database to judge each check of each row; a file of thousands of reports with
    sixteen such columns would ask it a hundred thousand times. Migrations see an ordinary check.
    """

    def validate(self, model: Any, instance: Model, exclude: Any = None, using: Any = None) -> None:
        assert isinstance(self.condition, Q)
        uppslag = self.condition.children[0]
        assert isinstance(uppslag, tuple)
        falt, varden = uppslag[0].removesuffix("__in"), uppslag[1]
        if falt not in (exclude or ()) and getattr(instance, falt) not in varden:
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )

    def deconstruct(self) -> Any:
        _, args, kwargs = super().deconstruct()
        return "django.db.models.CheckConstraint", args, kwargs


def datum_i_ordning(namn: str, fran: str, tom: str) -> CheckConstraint:
    """`tom` is empty or not before `fran`."""
    return CheckConstraint(
        name=namn,
        condition=Q(**{f"{tom}__isnull": True}) | Q(**{f"{tom}__gte": F(fran)}),
        violation_error_message="Slutdatum får inte ligga före startdatum.",
    )


def bland_val(namn: str, falt: str, val: type[TextChoices]) -> CheckConstraint:
    """The column holds one of the closed list's values."""
    return BlandVal(
        name=namn,
        condition=Q(**{f"{falt}__in": val.values}),
        violation_error_message=f"Välj ett av: {', '.join(str(label) for label in val.labels)}.",
    )

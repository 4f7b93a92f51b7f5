"""Fields that every room uses."""

from typing import Any

from django.db import models

from finsam.formfields import KronorFormField


class KronorField(models.DecimalField):
    """Kronor with two decimals; costs and debts keep the sign the ledger gives them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_digits": 14, "decimal_places": 2, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": KronorFormField, **kwargs})

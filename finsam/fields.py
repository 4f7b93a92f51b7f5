"""Fields that every room uses."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from finsam.formfields import KronorFormField
from finsam.periods import OgiltigPeriod, las_period


class KronorField(models.DecimalField):
    """Kronor with two decimals; costs and debts keep the sign the ledger gives them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_digits": 14, "decimal_places": 2, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": KronorFormField, **kwargs})


def ar_period(kod: str) -> None:
    """Raises ValidationError with a Swedish message when the text names no period."""
    try:
        las_period(kod)
    except OgiltigPeriod as fel:
        raise ValidationError(str(fel), code="period") from fel


def ar_del_av_ar(kod: str) -> None:
    """Raises ValidationError for what is no period, and for the year so far: it overlaps others."""
    ar_period(kod)
    if las_period(kod).ackumulerad:
        raise ValidationError(
            f"”{kod}” är året hittills. Skriv ett år eller en del av det, till exempel 2021-K3.",
            code="period",
        )


class PeriodField(models.CharField):
    """The code of a period that something is reported for, "2021-K1"; `las_period` reads it."""

    default_validators = [*models.CharField.default_validators, ar_del_av_ar]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 7, **kwargs})


class SigneradAv(models.ForeignKey):
    """Who did it: a user, kept as long as the row; say `null=True`, which type checkers read.

    Empty where a command or a file did it, or nobody has yet.

    Migrations see an ordinary foreign key, so that nothing of ours stands in them.
    """

    def __init__(self, verbose_name: str = "", **kwargs: Any) -> None:
        standard = {
            "to": settings.AUTH_USER_MODEL,
            "on_delete": models.PROTECT,
            "blank": True,
            "related_name": "+",
        }
        super().__init__(verbose_name=verbose_name, **{**standard, **kwargs})

    def deconstruct(self) -> Any:
        namn, _, args, kwargs = super().deconstruct()
        return namn, "django.db.models.ForeignKey", args, kwargs

"""The questionnaire as the one who answers meets it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.tabular.identity import PERSONUPPGIFTER, identitet
from uppfoljning.calculations.enkat import FRITEXT, HOPPADE_OVER, SKALOR
from uppfoljning.models import Enkatfraga

HOGST_TECKEN = 2_000


class Fritextfalt(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 4})

    def validate(self, value: str) -> None:
        super().validate(value)
        if vad := identitet(value):
            raise ValidationError(PERSONUPPGIFTER.format(vad=vad))


class SvarForm(forms.Form):
    """One field per question, none of them required; `svar` is what spara_svar takes."""

    def __init__(self, fragor: Iterable[Enkatfraga], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nr, fraga in enumerate(fragor, start=1):
            self.fields[f"fraga_{fraga.pk}"] = _falt(f"{nr}. {fraga.text}", fraga.skala)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.svar:
            raise ValidationError("Svara på minst en fråga innan du skickar.")
        return self.cleaned_data

    @property
    def svar(self) -> dict[int, int | str]:
        """Step or text by question; what was passed by is left out."""
        return {
            int(namn.removeprefix("fraga_")): varde
            for namn, varde in self.cleaned_data.items()
            if varde
        }


def _falt(etikett: str, skala: str) -> forms.Field:
    if skala == FRITEXT:
        return Fritextfalt(
            label=etikett,
            required=False,
            max_length=HOGST_TECKEN,
            help_text="Skriv inget som pekar ut dig eller någon annan.",
        )
    steg = [*enumerate(SKALOR[skala], start=1), (HOPPADE_OVER, "Inget svar")]
    return forms.TypedChoiceField(
        label=etikett,
        required=False,
        choices=steg,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )

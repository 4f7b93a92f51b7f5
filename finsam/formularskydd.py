"""The guard of free texts: no personal identity number is written into a form."""

from typing import Any

from django import forms

from finsam.tabular.identity import PERSONUPPGIFTER, identitet


class UtanPersonuppgifter(forms.BaseForm):
    """A form whose texts are refused, each at its field, when one holds such a number."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for namn, varde in list(data.items()):
            if isinstance(varde, str) and (vad := identitet(varde)):
                self.add_error(namn, PERSONUPPGIFTER.format(vad=vad))
        return data

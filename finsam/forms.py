"""Forms of the ground floor. The rules stand in the models; a form only parses."""

from typing import Any

from django import forms

from finsam.models import Folkmangd, Forbund, Medlem


class Datumfalt(forms.DateInput):
    """A day as 2024-12-31. Text, since a date field is written in the browser's own language."""

    def __init__(self) -> None:
        attrs = {"inputmode": "numeric", "placeholder": "åååå-mm-dd", "class": "datum"}
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class MedlemForm(forms.ModelForm):
    class Meta:
        model = Medlem
        fields = ("namn", "kortnamn", "typ", "fran", "tom")
        widgets = {"fran": Datumfalt(), "tom": Datumfalt()}


class FolkmangdForm(forms.ModelForm):
    class Meta:
        model = Folkmangd
        fields = ("medlem", "datum", "antal", "kalla")
        widgets = {"datum": Datumfalt(), "antal": forms.TextInput(attrs={"inputmode": "numeric"})}


class ForbundForm(forms.ModelForm):
    class Meta:
        model = Forbund
        fields = (
            "namn",
            "orgnr",
            "sate",
            "rytm",
            "andel_stat",
            "andel_region",
            "andel_kommun",
            "minsta_antal",
            "kvot_lag",
            "kvot_hog",
        )


class Flerfilsfalt(forms.FileField):
    """One or more files; the cleaned value is a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        filer = (data if isinstance(data, list | tuple) else [data]) or [None]
        return [super(Flerfilsfalt, self).clean(fil, initial) for fil in filer]


class Flerfilsval(forms.ClearableFileInput):
    allow_multiple_selected = True


class InlasningForm(forms.Form):
    filer = Flerfilsfalt(
        label="Filer",
        widget=Flerfilsval(attrs={"accept": ".csv,.xlsx,.toml,.se,.si,.sie,.zip"}),
        # An empty file is told of by the reader, with its name.
        allow_empty_file=True,
        help_text="En eller flera filer, eller en zip av hela mappen. Högst 100 MB.",
    )

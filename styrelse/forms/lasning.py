"""What a reader sends: the own note, and the own place."""

from django import forms
from django.core.exceptions import ValidationError

from finsam.typografi import antal
from styrelse.calculations.lasplats import Plats, las_plats

LANGST = 20_000
FOR_LANG = f"Anteckningen får vara högst {antal(LANGST)} tecken."


class AnteckningForm(forms.Form):
    """A note; `bas` is the version that it was written from."""

    text = forms.CharField(
        label="Min anteckning",
        required=False,
        max_length=LANGST,
        error_messages={"max_length": FOR_LANG},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    bas = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


def _nycklar() -> forms.CharField:
    return forms.RegexField(r"^\d{1,18}(,\d{1,18})*$", required=False, max_length=4000)


class PlatsForm(forms.Form):
    """Where the reader is, and the keys of the items and annexes read meanwhile, "12,14"."""

    plats = forms.CharField(max_length=100)
    lasta = _nycklar()
    bilagor = _nycklar()

    def clean_plats(self) -> Plats:
        try:
            return las_plats(self.cleaned_data["plats"])
        except ValueError as fel:
            raise ValidationError("Det är ingen plats i handlingarna.") from fel

    def clean_lasta(self) -> frozenset[int]:
        return self._mangd("lasta")

    def clean_bilagor(self) -> frozenset[int]:
        return self._mangd("bilagor")

    def _mangd(self, falt: str) -> frozenset[int]:
        return frozenset(int(del_) for del_ in self.cleaned_data[falt].split(",") if del_)

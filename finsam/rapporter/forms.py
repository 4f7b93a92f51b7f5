"""The forms of the reports: a text, an exception, a decision."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.models import FaststalldRapport, Textblock, Undantag
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.slag import build


class OppnaForm(forms.Form):
    """A document of any period: which kind, and the period as people write it."""

    slag = forms.ChoiceField(label="Rapport", choices=Rapportslag)
    period = forms.CharField(
        label="Period", max_length=10, help_text="Till exempel 2024, 2021-H1 eller 2021-K3."
    )

    def clean_period(self) -> Period:
        try:
            return las_period(self.cleaned_data["period"])
        except OgiltigPeriod as fel:
            raise forms.ValidationError(str(fel)) from fel

    def clean(self) -> None:
        """There must be something to make the document from."""
        super().clean()
        if self.errors:
            return
        try:
            build(self.cleaned_data["slag"], self.cleaned_data["period"], timezone.localdate())
        except UnderlagSaknas as fel:
            self.add_error("period", str(fel))


class TextForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    """A section's words. `version` is the one the writer started from."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Textblock
        fields = ("innehall",)
        labels = {"innehall": "Text"}
        help_texts = {
            "innehall": "Skriv ## före en underrubrik, - före en punkt i en lista och två * runt "
            "det som ska bli fett. Siffror väljs ur listan."
        }
        widgets = {"innehall": forms.Textarea(attrs={"rows": 18, "spellcheck": "true"})}


class UndantagForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    class Meta:
        model = Undantag
        fields = ("skal",)
        help_texts = {"skal": "Skälet skrivs ut i dokumentet, med ditt namn."}


class FaststallForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    """The board's decision; a correction of an earlier version also says why."""

    class Meta:
        model = FaststalldRapport
        fields = ("beslutsdatum", "beslut", "skal")
        field_classes = {"beslutsdatum": Datumfalt}

    def __init__(self, *args: Any, rattar: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rattar:
            self.fields["skal"].required = True
        else:
            del self.fields["skal"]

    def clean_beslutsdatum(self) -> date:
        dagen: date = self.cleaned_data["beslutsdatum"]
        if dagen > timezone.localdate():
            raise forms.ValidationError("Beslutsdatum kan inte ligga i framtiden.")
        return dagen

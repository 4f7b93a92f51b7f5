"""The forms of the reports: a text, an exception, a decision."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.rapporter.models import FaststalldRapport, Textblock, Undantag


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

"""Forms of the association's goals and activities."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt
from uppfoljning.models import Aktivitet, Resultatmal, Verksamhetsmal
from uppfoljning.selectors.mal import ar_med_mal

HELTAL = forms.TextInput(attrs={"inputmode": "numeric"})
DECIMALTAL = forms.TextInput(attrs={"inputmode": "decimal", "class": "belopp"})


class VerksamhetsmalForm(forms.ModelForm):
    class Meta:
        model = Verksamhetsmal
        fields = ("verksamhetsar", "nr", "text")
        widgets = {
            "verksamhetsar": HELTAL,
            "nr": HELTAL,
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class ResultatmalForm(forms.ModelForm):
    class Meta:
        model = Resultatmal
        fields = (
            "mal",
            "ordning",
            "text",
            "indikator",
            "riktning",
            "malvarde",
            "enhet",
            "uppfoljning",
            "eget_utfall",
            "kommentar",
        )
        widgets = {
            "mal": forms.HiddenInput,
            "ordning": HELTAL,
            "text": forms.Textarea(attrs={"rows": 3}),
            "malvarde": DECIMALTAL,
            "uppfoljning": forms.Textarea(attrs={"rows": 3}),
            "eget_utfall": DECIMALTAL,
            "kommentar": forms.Textarea(attrs={"rows": 4}),
        }
        localized_fields = ("malvarde", "eget_utfall")
        help_texts = {
            "indikator": "Siffran som systemet räknar, eller ”Anges för hand”.",
            "eget_utfall": "Bara när indikatorn anges för hand.",
            "kommentar": "Trycks i årsredovisningen efter utfallet.",
        }


class KopieraMalForm(forms.Form):
    """Last year's goals as a start for another year."""

    fran = forms.TypedChoiceField(label="Kopiera målen från", coerce=int)
    till = forms.IntegerField(label="Till året", min_value=1990, max_value=2200, widget=HELTAL)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fran"].choices = [(ar, str(ar)) for ar in ar_med_mal()]  # type: ignore[attr-defined]


class AktivitetForm(forms.ModelForm):
    class Meta:
        model = Aktivitet
        fields = (
            "datum",
            "titel",
            "form",
            "redovisas_som",
            "kompetenshojande",
            "kvinnor",
            "man",
            "okant",
            "kommentar",
        )
        field_classes = {"datum": Datumfalt}
        widgets = {
            "kvinnor": HELTAL,
            "man": HELTAL,
            "okant": HELTAL,
            "kommentar": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "kvinnor": "Antal deltagare. Tomt när ingen har räknat; 0 när ingen var kvinna.",
        }

"""The final report of an insats, and what its goals came to."""

from typing import Any

from django import forms
from django.forms.models import inlineformset_factory

from finsam.formularskydd import UtanPersonuppgifter
from insatser.choices import Maluppfyllelse
from insatser.models import Insats, Insatsmal, Slutrapport

TEXTER = ("sammanfattning", "resultat", "lardomar", "implementering")


class SlutrapportForm(UtanPersonuppgifter, forms.ModelForm):
    maluppfyllelse = forms.ChoiceField(
        label="Måluppfyllelse som helhet",
        choices=Maluppfyllelse.choices,
        help_text="Styrgruppens samlade bedömning.",
    )

    class Meta:
        model = Slutrapport
        fields = TEXTER
        widgets = {falt: forms.Textarea(attrs={"rows": 5}) for falt in TEXTER}
        help_texts = {"sammanfattning": "Står i uppföljningen och årsredovisningen."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["maluppfyllelse"].initial = self.instance.insats.maluppfyllelse


class UtfallForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        widgets = {"utfall": forms.Textarea(attrs={"rows": 2})}


Utfallformset = inlineformset_factory(
    Insats,
    Insatsmal,
    form=UtfallForm,
    fields=("status", "utfall"),
    extra=0,
    can_delete=False,
)

"""Goals, one fieldset each; two empty ones to fill in."""

from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet, inlineformset_factory

from finsam.formularskydd import UtanPersonuppgifter
from insatser.models import Ansokan, Ansokningsmal, Insats, Insatsmal

FALT = ("maltyp", "text", "indikator", "malvarde")
TOMMA = 2


class MalForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}


class Malformset(BaseInlineFormSet):
    """Goals in the order that they were written."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Ta bort målet"


Ansokningsmalformset = inlineformset_factory(
    Ansokan,
    Ansokningsmal,
    form=MalForm,
    formset=Malformset,
    fields=FALT,
    extra=TOMMA,
    can_delete_extra=False,
)
Insatsmalformset = inlineformset_factory(
    Insats,
    Insatsmal,
    form=MalForm,
    formset=Malformset,
    fields=(*FALT, "status", "utfall"),
    widgets={
        "text": forms.Textarea(attrs={"rows": 2}),
        "utfall": forms.Textarea(attrs={"rows": 2}),
    },
    extra=TOMMA,
    can_delete_extra=False,
)

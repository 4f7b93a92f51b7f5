"""Forms of the insatser."""

from django import forms

from finsam.formfields import Datumfalt
from insatser.models import Insats, Insatsbudget


class InsatsForm(forms.ModelForm):
    class Meta:
        model = Insats
        fields = (
            "nr",
            "namn",
            "kortnamn",
            "insatstyp",
            "forrehabiliterande",
            "insatsagare",
            "parter",
            "start",
            "slut",
            "projektkod",
            "malgrupp",
            "syfte",
            "forvantat_antal",
            "maluppfyllelse",
        )
        widgets = {
            "nr": forms.TextInput(attrs={"inputmode": "numeric"}),
            "forvantat_antal": forms.TextInput(attrs={"inputmode": "numeric"}),
            "parter": forms.CheckboxSelectMultiple,
            "malgrupp": forms.Textarea(attrs={"rows": 3}),
            "syfte": forms.Textarea(attrs={"rows": 3}),
        }
        field_classes = {"start": Datumfalt, "slut": Datumfalt}


class InsatsbudgetForm(forms.ModelForm):
    class Meta:
        model = Insatsbudget
        fields = ("insats", "verksamhetsar", "belopp")
        widgets = {
            "insats": forms.HiddenInput,
            "verksamhetsar": forms.TextInput(attrs={"inputmode": "numeric"}),
        }

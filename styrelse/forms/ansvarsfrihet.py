"""A member's decision on discharge."""

from django import forms

from finsam.formfields import Datumfalt
from styrelse.models import Ansvarsfrihet


class AnsvarsfrihetForm(forms.ModelForm):
    class Meta:
        model = Ansvarsfrihet
        fields = ("verksamhetsar", "medlem", "utfall", "beslutad", "anmarkning")
        field_classes = {"beslutad": Datumfalt}
        widgets = {
            "verksamhetsar": forms.TextInput(attrs={"inputmode": "numeric"}),
            "anmarkning": forms.Textarea(attrs={"rows": 2}),
        }

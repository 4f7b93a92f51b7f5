"""Forms of the deviations and of the projects with others' money."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from finsam.models import Anvandare
from insatser.choices import Avvikelsestatus
from insatser.forms.rekvisition import valj_insats_och_period
from insatser.models import Avvikelse, ExterntProjekt


class AvvikelseForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Avvikelse
        fields = ("insats", "period", "slag", "beskrivning", "atgard", "belopp", "anmald")
        field_classes = {"anmald": Datumfalt}
        widgets = {
            "beskrivning": forms.Textarea(attrs={"rows": 5}),
            "atgard": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {"belopp": "Krävs för överföring av medel till nästa år."}

    def __init__(self, *args: Any, user: Anvandare, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valj_insats_och_period(self, user)


class BeslutForm(UtanPersonuppgifter, forms.Form):
    """The decision on a deviation."""

    status = forms.ChoiceField(
        label="Beslut",
        choices=[
            (Avvikelsestatus.GODKAND.value, "Godkänn"),
            (Avvikelsestatus.AVSLAGEN.value, "Avslå"),
        ],
        widget=forms.RadioSelect,
    )
    beslutsdatum = Datumfalt(label="Beslutsdatum")
    beslut = forms.CharField(label="Beslutet i ord", widget=forms.Textarea(attrs={"rows": 3}))


class ExterntProjektForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = ExterntProjekt
        fields = (
            "namn",
            "finansiar",
            "belopp",
            "ungefarligt",
            "aktorer",
            "fran",
            "tom",
            "insats",
        )
        field_classes = {"fran": Datumfalt, "tom": Datumfalt}
        widgets = {"aktorer": forms.Textarea(attrs={"rows": 3})}

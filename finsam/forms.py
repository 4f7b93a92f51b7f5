"""Forms of the ground floor. The rules stand in the models; a form only parses."""

from django import forms

from finsam.models import Folkmangd, Forbund, Medlem


class Datumfalt(forms.DateInput):
    """A day, written or picked; the browser sends 2024-12-31 whatever it shows."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


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

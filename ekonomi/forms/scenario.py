"""Forms of the scenarios: a name and a note, and two to compare."""

from typing import Any

from django import forms

from ekonomi.models import Scenario
from finsam.formularskydd import UtanPersonuppgifter

OLIKA_AR = "Scenarierna gäller olika år. Välj två för samma år."
SAMMA = "Välj två olika scenarier."


class ScenarioForm(UtanPersonuppgifter, forms.ModelForm):
    """What the play is called; the play itself stands in the address."""

    class Meta:
        model = Scenario
        fields = ("namn", "anteckning")
        widgets = {"anteckning": forms.Textarea(attrs={"rows": 4})}

    def _get_validation_exclusions(self) -> set[str]:
        """The year takes part in the rules though it has no field."""
        exclude: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclude - {"verksamhetsar"}


class JamforForm(forms.Form):
    """Two scenarios of one year."""

    a = forms.ModelChoiceField(
        label="Scenario", queryset=Scenario.objects.all(), empty_label="Välj"
    )
    b = forms.ModelChoiceField(
        label="Jämför med", queryset=Scenario.objects.all(), empty_label="Välj"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        a, b = data.get("a"), data.get("b")
        if a and b and a == b:
            self.add_error("b", SAMMA)
        elif a and b and a.verksamhetsar != b.verksamhetsar:
            self.add_error("b", OLIKA_AR)
        return data

"""Forms of a budget as a whole: a new one, its facts, the board's decision."""

from datetime import date
from typing import Any

from django import forms

from ekonomi.choices import Budgetgrund
from ekonomi.models import Budget
from finsam.formfields import Datumfalt

FLEST_AR = 4


class BudgetForm(forms.Form):
    """Which years a proposal is made for, and what it starts from."""

    verksamhetsar = forms.IntegerField(
        label="År",
        min_value=1990,
        max_value=2199,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    till_och_med = forms.IntegerField(
        label="Till och med år",
        required=False,
        max_value=2199,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="För budget och plan i ett: skriv planens sista år. Varje år blir ett förslag.",
    )
    grund = forms.ChoiceField(
        label="Utgå från", choices=Budgetgrund.choices, widget=forms.RadioSelect
    )
    efter_beviljat = forms.BooleanField(
        label="Ta insatserna efter vad de har beviljats för året",
        required=False,
        help_text="Annars står insatserna kvar med samma belopp som i budgeten man utgår från.",
    )
    upprattad = Datumfalt(label="Upprättad")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        forsta, sista = data.get("verksamhetsar"), data.get("till_och_med")
        if forsta and sista and not forsta <= sista < forsta + FLEST_AR:
            self.add_error(
                "till_och_med", f"Skriv {forsta} till {forsta + FLEST_AR - 1}, eller lämna tomt."
            )
        return data

    def aren(self) -> list[int]:
        """The years asked for, in order; of a form that is valid."""
        forsta = self.cleaned_data["verksamhetsar"]
        return list(range(forsta, (self.cleaned_data["till_och_med"] or forsta) + 1))


class UppgifterForm(forms.ModelForm):
    """What is said of a proposal as a whole."""

    class Meta:
        model = Budget
        fields = ("upprattad", "samrad", "kommentar")
        field_classes = {"upprattad": Datumfalt, "samrad": Datumfalt}
        widgets = {"kommentar": forms.Textarea(attrs={"rows": 4})}


class FaststallForm(forms.Form):
    """The board's decision."""

    samrad = Datumfalt(
        label="Samråd med medlemmarna",
        required=False,
        help_text="Dagen då samrådet var genomfört. Krävs när årets budget fastställs.",
    )
    beslutad = Datumfalt(label="Beslutad")
    paragraf = forms.CharField(
        label="Paragraf",
        max_length=20,
        help_text="I styrelsens protokoll, till exempel § 42.",
        widget=forms.TextInput(attrs={"class": "kort"}),
    )

    def __init__(self, *args: Any, idag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.idag = idag

    def clean_beslutad(self) -> date:
        dag: date = self.cleaned_data["beslutad"]
        if dag > self.idag:
            raise forms.ValidationError("Datumet ligger efter dagens datum.")
        return dag

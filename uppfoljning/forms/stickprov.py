"""Forms of a sample: what to draw, and what each drawn row showed."""

from typing import Any

from django import forms

from finsam.formularskydd import UtanPersonuppgifter
from finsam.internkontroll import populationer
from finsam.permissions import far
from uppfoljning.actions.stickprov import STORSTA_FRO
from uppfoljning.calculations.internkontroll import kontrollperioder
from uppfoljning.choices import Stickprovsutfall
from uppfoljning.models import Kontrollmoment, Stickprov, Stickprovspost

HELTAL = forms.TextInput(attrs={"inputmode": "numeric"})


class StickprovForm(forms.Form):
    population = forms.ChoiceField(label="Dra ur")
    period = forms.ChoiceField(label="Period")
    antal = forms.IntegerField(
        label="Antal poster", min_value=1, max_value=200, initial=10, widget=HELTAL
    )
    fro = forms.IntegerField(
        label="Frö",
        required=False,
        min_value=1,
        max_value=STORSTA_FRO,
        widget=HELTAL,
        help_text="Ett tal som bestämmer dragningen. Tomt: systemet väljer. Samma frö och samma "
        "poster ger alltid samma dragning.",
    )

    def __init__(self, moment: Kontrollmoment, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dragbara = [p for p in populationer().values() if far(user, p.ratt)]
        self.fields["population"].choices = [(p.id, p.rubrik) for p in dragbara]  # type: ignore[attr-defined]
        perioder = kontrollperioder(moment.frekvens, moment.plan.verksamhetsar)
        self.fields["period"].choices = [(p.kod, p.namn) for p in perioder]  # type: ignore[attr-defined]


class PostForm(UtanPersonuppgifter, forms.ModelForm):
    """What a look at one drawn row showed."""

    class Meta:
        model = Stickprovspost
        fields = ("utfall", "anteckning")
        widgets = {
            "utfall": forms.RadioSelect(choices=Stickprovsutfall.choices),
            "anteckning": forms.Textarea(attrs={"rows": 2}),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("utfall") == Stickprovsutfall.FEL and not data.get("anteckning"):
            self.add_error("anteckning", "Skriv vad som är fel.")
        return data


Postformset = forms.inlineformset_factory(
    Stickprov, Stickprovspost, form=PostForm, extra=0, can_delete=False
)

"""Forms of the insatser."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from insatser.models import Insats, Insatsbudget

TEXTER = ("malgrupp", "behovsgrupp", "syfte", "metod", "implementering")


class InsatsForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Insats
        fields = (
            "nr",
            "namn",
            "kortnamn",
            "insatstyp",
            "forrehabiliterande",
            "insatsagare",
            "agartext",
            "parter",
            "start",
            "slut",
            "forlanger",
            "projektkod",
            "uppfoljningsslag",
            "forvantat_antal",
            "ansvariga",
            "malgrupp",
            "behovsgrupp",
            "syfte",
            "metod",
            "implementering",
            "maluppfyllelse",
        )
        widgets = {
            "nr": forms.TextInput(attrs={"inputmode": "numeric"}),
            "forvantat_antal": forms.TextInput(attrs={"inputmode": "numeric"}),
            "parter": forms.CheckboxSelectMultiple,
            "ansvariga": forms.CheckboxSelectMultiple,
            **{falt: forms.Textarea(attrs={"rows": 3}) for falt in TEXTER},
        }
        field_classes = {"start": Datumfalt, "slut": Datumfalt}
        help_texts = {
            "forlanger": "Insatsen som den här fortsätter; de redovisas som två poster.",
            "ansvariga": "Ser och rapporterar bara sina egna insatser.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        andra = Insats.objects.exclude(pk=self.instance.pk).select_related("insatsagare")
        self.fields["forlanger"].queryset = andra  # type: ignore[attr-defined]


class InsatsbudgetForm(forms.ModelForm):
    """The money of a year; which insats it belongs to is said by the address."""

    class Meta:
        model = Insatsbudget
        fields = ("verksamhetsar", "belopp", "kvartal1", "kvartal2", "kvartal3", "kvartal4")
        widgets = {"verksamhetsar": forms.TextInput(attrs={"inputmode": "numeric"})}
        help_texts = {
            "belopp": "Ett tak.",
            "kvartal1": "Insatsens egen plan. Tomma kvartal: jämnt över årets månader.",
        }

    def _get_validation_exclusions(self) -> set[str]:
        """The insats takes part in the rules though it has no field."""
        exclude: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclude - {"insats"}

"""Forms of §§ that are approved at once."""

from collections.abc import Sequence
from typing import Any

from django import forms

from finsam.typografi import datum
from styrelse.forms.protokoll import AnslagForm, UnderskriftForm
from styrelse.models import Omedelbarjustering, Person


class ParagrafunderskriftForm(UnderskriftForm):
    """Who signed the §, and the day."""

    person = forms.ModelChoiceField(Person.objects.all(), widget=forms.HiddenInput)


class ParagrafanslagForm(AnslagForm):
    """The §§ of the notice: at first those that were approved the same day as the first."""

    paragrafer = forms.TypedMultipleChoiceField(
        label="Paragrafer",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Ett anslag gäller paragrafer som har justerats samma dag.",
        error_messages={"required": "Välj minst en paragraf."},
    )
    field_order = ("paragrafer", "anslaget", "plats", "forvaras")

    def __init__(self, *args: Any, vantar: Sequence[Omedelbarjustering], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vantar = vantar
        falt: Any = self.fields["paragrafer"]
        falt.choices = [(rad.pk, _namn(rad)) for rad in vantar]
        forst = min(rad.justerat for rad in vantar)
        self.initial["paragrafer"] = [rad.pk for rad in vantar if rad.justerat == forst]
        self.fields["forvaras"].label = "Paragraferna förvaras"

    def valda(self) -> list[Omedelbarjustering]:
        """The §§ that were chosen, in their order."""
        return [rad for rad in self.vantar if rad.pk in self.cleaned_data["paragrafer"]]


def _namn(rad: Omedelbarjustering) -> str:
    return f"{rad.punkt.paragraf} {rad.punkt.titel}, justerad {datum(rad.justerat)}"

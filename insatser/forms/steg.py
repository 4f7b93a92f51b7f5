"""The words that go with a step of an application or a final report."""

from django import forms
from django.core.exceptions import ValidationError

from finsam.formularskydd import UtanPersonuppgifter


class OrdForm(UtanPersonuppgifter, forms.Form):
    """A few words, which the step itself may ask for."""

    ord = forms.CharField(required=False)

    def ordet(self) -> str:
        """The words, if any. Raises ValidationError with the sentences that refuse them."""
        if not self.is_valid():
            raise ValidationError(list(self.errors["ord"]))
        return str(self.cleaned_data["ord"])

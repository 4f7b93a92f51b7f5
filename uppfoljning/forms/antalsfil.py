"""The form of a file of counts, and the one that confirms what it would do."""

from typing import Any

from django import forms

from finsam.periods import Period, las_period
from finsam.typografi import versal

FOR_STOR = "Filen är för stor; högst 10 MB tas emot."


class AntalsfilForm(forms.Form):
    """A file and the period that it tells of."""

    period = forms.ChoiceField(label="Period")
    fil = forms.FileField(
        label="Fil",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        # An empty file is told of by the reader, with its name.
        allow_empty_file=True,
        help_text="Excel (.xlsx) eller CSV, högst 10 MB.",
    )

    def __init__(self, *args: Any, perioder: list[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt = self.fields["period"]
        assert isinstance(falt, forms.ChoiceField)
        falt.choices = [(period.kod, versal(period.namn)) for period in perioder]

    def clean_period(self) -> Period:
        return las_period(self.cleaned_data["period"])


class BekraftaForm(forms.Form):
    """What was counted, signed, and why what has been handed in is changed."""

    underlag = forms.CharField(widget=forms.HiddenInput)
    skal = forms.CharField(
        label="Skäl till rättelsen",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Inlämnade rapporter rättas med en ny version. Skriv varför.",
    )

    def __init__(self, *args: Any, rattelse: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rattelse:
            self.fields["skal"].required = True
        else:
            del self.fields["skal"]

"""Forms of the agenda: where an item goes, and a fixed item's words."""

from typing import Any

from django import forms

from finsam.formularskydd import UtanPersonuppgifter
from styrelse.choices import Punktplats, Punktslag
from styrelse.models import Mote, Punkt

FASTA = [val for val in Punktslag.choices if val[0] != Punktslag.ARENDE]


class FlyttForm(forms.Form):
    """An item and where it is to go: to the number `till`, or a step from the `nummer` it has.

    `version` is the agenda's as it was seen. `mal` is the number, of a valid form.
    """

    punkt = forms.IntegerField()
    version = forms.IntegerField()
    nummer = forms.IntegerField()
    till = forms.IntegerField(
        error_messages={"required": "Skriv ett nummer.", "invalid": "Skriv ett nummer."}
    )
    steg = forms.ChoiceField(choices=[("upp", "Upp"), ("ned", "Ned")], required=False)

    @property
    def mal(self) -> int:
        val = self.cleaned_data
        steg = {"upp": -1, "ned": 1}.get(val["steg"])
        return int(val["nummer"] + steg if steg else val["till"])


class PunktForm(UtanPersonuppgifter, forms.ModelForm):
    """A fixed item of an agenda."""

    class Meta:
        model = Punkt
        fields = ("rubrik", "slag", "plats", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"text": "Står direkt i föredragningslistan."}

    def __init__(self, *args: Any, mote: Mote | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mote:
            self.instance.mote = mote
        self.fields["rubrik"].required = True
        self.fields["slag"] = forms.ChoiceField(
            label="Slag", choices=FASTA, initial=Punktslag.FORMALIA
        )
        self.fields["plats"] = forms.ChoiceField(
            label="Plats", choices=Punktplats.choices, initial=Punktplats.SIST
        )
        if self.instance.pk:
            del self.fields["slag"], self.fields["plats"]


class OvrigForm(UtanPersonuppgifter, forms.Form):
    """A matter that somebody wants to raise, by its heading only."""

    rubrik = forms.CharField(label="Övrig fråga", max_length=200)

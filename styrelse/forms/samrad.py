"""The form of somebody who took part in a consultation or a dialog."""

from collections.abc import Iterable
from typing import Any

from django import forms

from finsam.formularskydd import UtanPersonuppgifter
from finsam.models import Medlem
from styrelse.choices import Samradsroll

UTAN_MEDLEM = (Samradsroll.FORBUND, Samradsroll.GAST)


class DeltagareForm(UtanPersonuppgifter, forms.Form):
    """A name, and for whom: one of the members invited, the association, or nobody (a guest)."""

    namn = forms.CharField(
        label="Namn", max_length=120, error_messages={"required": "Skriv deltagarens namn."}
    )
    deltar = forms.ChoiceField(
        label="Företräder",
        error_messages={"required": "Välj vem deltagaren företräder, eller gäst."},
    )
    titel = forms.CharField(label="Titel", max_length=120, required=False)

    def __init__(self, *args: Any, inbjudna: Iterable[Medlem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medlemmar = {str(medlem.pk): medlem for medlem in inbjudna}
        falt: Any = self.fields["deltar"]
        falt.choices = [
            ("", "Välj"),
            *((nyckel, medlem.namn) for nyckel, medlem in self.medlemmar.items()),
            *((roll.value, roll.label) for roll in UTAN_MEDLEM),
        ]

    @property
    def medlem(self) -> Medlem | None:
        """The member represented, of a valid form."""
        return self.medlemmar.get(self.cleaned_data["deltar"])

    @property
    def roll(self) -> str:
        """In which capacity, of a valid form (Samradsroll)."""
        return Samradsroll.MEDLEM if self.medlem else self.cleaned_data["deltar"]

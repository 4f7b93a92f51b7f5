"""Forms of what is to be done because of a decision."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.models import Atgard, Punkt
from styrelse.selectors.beslutsregister import senare_punkter


class Paragrafval(forms.ModelChoiceField):
    """A § by its number and day, with its heading."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.paragraf.fullt} {obj.mote.datum}: {obj.titel}"


class AtgardForm(UtanPersonuppgifter, forms.ModelForm):
    """What, who and by when; when it is done the day, and the § of a meeting that ended it."""

    klar_genom = Paragrafval(
        label="Klar genom", queryset=Punkt.objects.none(), required=False, empty_label="Ingen §"
    )

    class Meta:
        model = Atgard
        fields = ("vad", "ansvarig", "senast", "klar", "klar_genom", "anmarkning")
        field_classes = {"senast": Datumfalt, "klar": Datumfalt}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        val: Any = self.fields["klar_genom"]
        val.queryset = senare_punkter(self.instance.beslut)
        if not self.instance.pk:
            for falt in ("klar", "klar_genom", "anmarkning"):
                del self.fields[falt]

"""The form of a meeting's own facts."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt, Klockslagsfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.models import Mote


class MoteForm(UtanPersonuppgifter, forms.ModelForm):
    """A meeting; what its notice said of itself does not change once that is sent."""

    class Meta:
        model = Mote
        fields = (
            *("organ", "medlem", "datum", "start", "slut", "plats", "distans"),
            *("kallelsedatum", "inledning", "anteckningar"),
        )
        field_classes = {
            "datum": Datumfalt,
            "start": Klockslagsfalt,
            "slut": Klockslagsfalt,
            "kallelsedatum": Datumfalt,
        }
        widgets = {
            "inledning": forms.Textarea(attrs={"rows": 4}),
            "anteckningar": forms.Textarea(attrs={"rows": 12}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.utskickat:
            for namn in ("organ", "medlem", "kallelsedatum", "inledning"):
                del self.fields[namn]
        if not self.instance.pk or self.instance.beslutar:
            del self.fields["anteckningar"]

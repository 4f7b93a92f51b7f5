"""Forms of what comes every year and at every meeting."""

from typing import Any

from django import forms

from styrelse.amnen import amnesslagen
from styrelse.choices import Punktslag
from styrelse.models import Arsarende, Dagordningsmall


class ArsarendeForm(forms.ModelForm):
    """A yearly matter; its subject is one that some room knows."""

    amnesslag = forms.ChoiceField(label="Ämne", required=False)

    class Meta:
        model = Arsarende
        fields = (
            *("rubrik", "kod", "organ", "tidigast_manad", "senast_manad", "senast_dag"),
            *("via_au", "till_beslut", "efter_samrad", "forslag", "amnesslag", "nyckel", "grund"),
        )
        widgets = {"forslag": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        val = sorted((slag.namn, kod) for kod, slag in amnesslagen().items())
        kanda = [("", "Inget"), *((kod, namn) for namn, kod in val)]
        # A subject whose room is not here stays what it is.
        eget = self.instance.amnesslag
        if eget and eget not in dict(kanda):
            kanda.append((eget, eget))
        falt = self.fields["amnesslag"]
        assert isinstance(falt, forms.ChoiceField)
        falt.choices = kanda


class DagordningsmallForm(forms.ModelForm):
    class Meta:
        model = Dagordningsmall
        fields = ("organ", "plats", "ordning", "slag", "rubrik", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt = self.fields["slag"]
        assert isinstance(falt, forms.ChoiceField)
        falt.choices = [(slag.value, slag.label) for slag in Punktslag if slag != Punktslag.ARENDE]

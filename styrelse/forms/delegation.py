"""The form of a decision taken for the board."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.models import Delegationsbeslut, Person


class DelegationsbeslutForm(UtanPersonuppgifter, forms.ModelForm):
    """The delegat is somebody at the office or in the board; the number comes by itself."""

    class Meta:
        model = Delegationsbeslut
        fields = ("datum", "rubrik", "beslut", "delegat", "stod", "belopp")
        field_classes = {"datum": Datumfalt}
        widgets = {"beslut": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nagot = Q(kansliroller__isnull=False) | Q(uppdrag__isnull=False)
        vald = Q(pk=self.instance.delegat_id)
        personer = Person.objects.filter(nagot | vald).distinct()
        self.fields["delegat"].queryset = personer  # type: ignore[attr-defined]

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > timezone.localdate():
            raise ValidationError("Datumet ligger efter dagens datum.")
        return dag

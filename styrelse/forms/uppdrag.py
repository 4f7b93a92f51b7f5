"""Forms of the boardroom."""

from typing import Any

from django import forms
from django.db import transaction

from finsam.formfields import Datumfalt
from styrelse.models import Person, Revisor, Uppdrag


class UppdragForm(forms.ModelForm):
    """An office; the person is written by name and found in, or added to, the register."""

    namn = forms.CharField(label="Namn", max_length=120)

    class Meta:
        model = Uppdrag
        fields = ("medlem", "roll", "parti", "fran", "tom")
        field_classes = {"fran": Datumfalt, "tom": Datumfalt}

    field_order = ("namn", "medlem", "roll", "parti", "fran", "tom")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["namn"].initial = self.instance.person.namn

    @transaction.atomic
    def save(self, commit: bool = True) -> Uppdrag:
        namn = " ".join(self.cleaned_data["namn"].split())
        self.instance.person, _ = Person.objects.get_or_create(namn=namn)
        uppdrag: Uppdrag = super().save(commit)
        return uppdrag


class RevisorForm(forms.ModelForm):
    class Meta:
        model = Revisor
        fields = ("namn", "byra", "utsedd_av", "fran", "tom")
        field_classes = {"fran": Datumfalt, "tom": Datumfalt}

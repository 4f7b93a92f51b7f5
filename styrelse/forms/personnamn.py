"""A person written by name: found in the register, or added to it."""

from typing import Any

from django import forms

from styrelse.models import Person


class Personnamn(forms.ModelForm):
    """A form of something that a person has; the name is the row's `person`.

    Who is new is stored with the row, not before it.
    """

    namn = forms.CharField(label="Namn", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["namn"].initial = self.instance.person.namn

    def clean_namn(self) -> str:
        namn = " ".join(self.cleaned_data["namn"].split())
        self.instance.person = Person.objects.filter(namn=namn).first() or Person(namn=namn)
        return namn

    def _get_validation_exclusions(self) -> set[str]:
        """The person is judged like the form's own fields, unless it is new and has no key."""
        uteslutna: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return uteslutna - {"person"} if self.instance.person_id else uteslutna

    def save(self, commit: bool = True) -> Any:
        if self.instance.person.pk is None:
            self.instance.person.save()
            # The key that the person got just now.
            self.instance.person = self.instance.person
        return super().save(commit)

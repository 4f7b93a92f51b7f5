"""A person written by name: found in the register, or added to it."""

from typing import Any

from django import forms

from styrelse.models import Person


class Personval(forms.ModelForm):
    """A form in which the row's `person` is chosen by name.

    Who is new is stored with the row, not before it.
    """

    def valj(self, namn: str) -> str:
        """Makes the row that of the person with the name; returns the name as it is written."""
        skrivet = " ".join(namn.split())
        self.instance.person = Person.objects.filter(namn=skrivet).first() or Person(namn=skrivet)
        return skrivet

    def save(self, commit: bool = True) -> Any:
        person = self.instance.person
        if person is not None and person.pk is None:
            person.save()
            # The key that the person got just now.
            self.instance.person = person
        return super().save(commit)


class Personnamn(Personval):
    """A form of something that a person has; the name is the row's `person`."""

    namn = forms.CharField(label="Namn", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["namn"].initial = self.instance.person.namn

    def clean_namn(self) -> str:
        return self.valj(self.cleaned_data["namn"])

    def _get_validation_exclusions(self) -> set[str]:
        """The person is judged like the form's own fields, unless it is new and has no key."""
        uteslutna: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return uteslutna - {"person"} if self.instance.person_id else uteslutna

"""The words that go with a step of a report."""

from django import forms

from uppfoljning.forms.rapport import inga_personuppgifter


class OrdForm(forms.Form):
    """A few words, which may hold no person's number."""

    ord = forms.CharField(
        label="Kommentar",
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[inga_personuppgifter],
        error_messages={"required": "Skriv några ord om vad det gäller."},
    )

    def __init__(self, *args: object, label: str = "", kravs: bool = True, **kw: object) -> None:
        super().__init__(*args, **kw)  # type: ignore[arg-type]
        self.fields["ord"].required = kravs
        if label:
            self.fields["ord"].label = label

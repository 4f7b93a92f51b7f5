"""Forms of matters: the matter with its writing, and its parts."""

import hashlib
import json
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, inlineformset_factory

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.models import Arende, Delarende

TEXTER = ("forslag", "arendet", "bedomning")
MARKDOWN = (
    "Skriv ## före en underrubrik, - före en punkt i en lista och två * runt det som ska bli fett. "
    "En siffra ur en bilaga skrivs {namn|tkr}."
)
DELFALT = ("rubrik", "foredragande", "text", "forslag")
FLEST_DELAR = 26


class ArendeForm(UtanPersonuppgifter, forms.ModelForm):
    """A matter. `stand` is the mark of what the writer started from."""

    stand = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Arende
        fields = (
            "rubrik",
            "till_beslut",
            "till_information",
            "till_diskussion",
            "foredragande",
            "har_skrivelse",
            "forslag",
            "arendet",
            "bedomning",
            "undertecknare",
            "skrivelsedatum",
        )
        field_classes = {"skrivelsedatum": Datumfalt}
        labels = {
            "till_beslut": "Till beslut",
            "till_information": "Till information",
            "till_diskussion": "Till diskussion",
        }
        help_texts = {"arendet": MARKDOWN}
        widgets = {
            "forslag": forms.Textarea(attrs={"rows": 5}),
            "arendet": forms.Textarea(attrs={"rows": 12, "spellcheck": "true"}),
            "bedomning": forms.Textarea(attrs={"rows": 8, "spellcheck": "true"}),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not any(data.get(f"till_{typ}") for typ in ("beslut", "information", "diskussion")):
            text = "Ange om ärendet är till beslut, information eller diskussion."
            self.add_error("till_beslut", text)
        return data

    def _get_validation_exclusions(self) -> set[str]:
        """The year's matter is one, though the form does not hold which it is."""
        return super()._get_validation_exclusions() - {"arsarende", "verksamhetsar"}  # type: ignore[misc]


class DelarendeForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Delarende
        fields = DELFALT
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "forslag": forms.Textarea(attrs={"rows": 3}),
        }


class Delarendeformset(BaseInlineFormSet):
    """Parts in the order that they were written: A, B, C."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Ta bort delen"

    def clean(self) -> None:
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.beslut.exists():
                raise ValidationError(f"Del {form.instance} är beslutad och tas inte bort.")


DelarendeFormset = inlineformset_factory(
    Arende,
    Delarende,
    form=DelarendeForm,
    formset=Delarendeformset,
    fields=DELFALT,
    extra=2,
    max_num=FLEST_DELAR,
    validate_max=True,
    can_delete_extra=False,
)


def arendestand(arende: Arende) -> str:
    """A mark of what a form shows of the matter and its parts; another when any of it differs."""
    falt = {namn: _enkelt(getattr(arende, namn)) for namn in ArendeForm.Meta.fields}
    delar = [[getattr(del_, namn) for namn in DELFALT] for del_ in arende.delar.all()]
    return hashlib.sha256(json.dumps([falt, delar]).encode()).hexdigest()


def _enkelt(varde: Any) -> Any:
    return varde.isoformat() if isinstance(varde, date) else varde

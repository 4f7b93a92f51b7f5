"""Forms with which the office makes a survey and sends it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from finsam.formfields import Datumfalt
from uppfoljning.models import Enkat, Enkatfraga, Enkatomgang

HOGST_ADRESSER = 1_000
HELTAL = forms.TextInput(attrs={"inputmode": "numeric"})


class EnkatForm(forms.ModelForm):
    class Meta:
        model = Enkat
        fields = ("titel", "ingress")
        widgets = {"ingress": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"ingress": "Läses först av den som svarar: vad svaren ska användas till."}


class EnkatfragaForm(forms.ModelForm):
    class Meta:
        model = Enkatfraga
        fields = ("enkat", "ordning", "text", "skala")
        widgets = {
            "enkat": forms.HiddenInput,
            "ordning": forms.HiddenInput,
            "text": forms.Textarea(attrs={"rows": 3}),
            "skala": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Radio buttons need no button for nothing chosen.
        skala: Any = self.fields["skala"]
        skala.choices = [val for val in skala.choices if val[0]]


class EnkatomgangForm(forms.ModelForm):
    """A round; what has been sent keeps its first day, and what is closed keeps both.

    Were a closed round opened again, the results before and after an answer would tell it.
    """

    class Meta:
        model = Enkatomgang
        fields = ("enkat", "namn", "oppnar", "stanger", "sammanfattning")
        field_classes = {"oppnar": Datumfalt, "stanger": Datumfalt}
        widgets = {
            "enkat": forms.HiddenInput,
            "sammanfattning": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts = {"stanger": "Sista dagen att svara. Resultatet visas dagen efter."}

    def __init__(self, *args: Any, idag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.idag = idag
        if self.instance.skickad:
            self.fields["oppnar"].disabled = True
        if self.instance.stangd(idag):
            self.fields["stanger"].disabled = True
        else:
            del self.fields["sammanfattning"]

    def clean_stanger(self) -> date:
        dag: date = self.cleaned_data["stanger"]
        if dag < self.idag and not self.instance.stangd(self.idag):
            raise ValidationError("Sista dagen kan inte ha passerat.")
        return dag


class Adressfalt(forms.CharField):
    """E-mail addresses, one a line; the cleaned value is a list without doubles."""

    widget = forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"})

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]  # a list, not a text
        text = super().clean(value)
        adresser: dict[str, int] = {}
        fel: list[ValidationError] = []
        for nr, rad in enumerate(text.splitlines(), start=1):
            adress = rad.strip().strip(",;").strip()
            if not adress:
                continue
            try:
                validate_email(adress)
            except ValidationError:
                fel.append(ValidationError(f"Rad {nr}: ”{adress}” är ingen e-postadress."))
                continue
            if (forst := adresser.setdefault(adress.casefold(), nr)) != nr:
                fel.append(ValidationError(f"Rad {nr}: adressen står redan på rad {forst}."))
        if len(adresser) > HOGST_ADRESSER:
            fel.append(ValidationError(f"Högst {HOGST_ADRESSER} adresser åt gången."))
        if fel:
            raise ValidationError(fel)
        return list(adresser)


class BrevForm(forms.Form):
    """A letter to everyone on a pasted list."""

    adresser = Adressfalt(
        label="E-postadresser", help_text="En adress per rad. Adresserna sparas inte."
    )
    amne = forms.CharField(label="Ämne", max_length=150)
    brev = forms.CharField(
        label="Brev",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=5_000,
    )


class PaminnelseForm(BrevForm):
    """A reminder: to no more than were sent a link."""

    def __init__(self, *args: Any, hogst: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hogst = hogst

    def clean_adresser(self) -> list[str]:
        adresser: list[str] = self.cleaned_data["adresser"]
        if len(adresser) > self.hogst:
            raise ValidationError(
                f"{len(adresser)} adresser, men bara {self.hogst} har fått en länk."
            )
        return adresser


class LanklistaForm(forms.Form):
    antal = forms.IntegerField(
        label="Antal länkar",
        min_value=1,
        max_value=HOGST_ADRESSER,
        widget=HELTAL,
        help_text="En länk till var och en som ska svara.",
    )

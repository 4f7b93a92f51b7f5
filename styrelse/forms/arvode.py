"""Forms of allowances."""

from datetime import timedelta
from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet, inlineformset_factory
from django.utils import timezone

from finsam.formfields import Datumfalt
from styrelse.choices import HALLNA, Arvodesslag
from styrelse.models import (
    Arvodesreglemente,
    Arvodessats,
    Ersattningskrav,
    Mote,
    Person,
)

# So many empty rates to fill in at a time.
TOMMA = 4
# What a rate can be set for; the other kinds are paid as claimed.
MED_SATS = (
    Arvodesslag.ARSARVODE,
    Arvodesslag.SAMMANTRADE,
    Arvodesslag.TIMARVODE,
    Arvodesslag.RESA,
)
PA_KRAV = (Arvodesslag.FORLORAD_INKOMST, Arvodesslag.RESA, Arvodesslag.UTLAGG)


class ReglementeForm(forms.ModelForm):
    class Meta:
        model = Arvodesreglemente
        fields = ("galler_fran", "beslut")
        field_classes = {"galler_fran": Datumfalt}


class SatsForm(forms.ModelForm):
    class Meta:
        model = Arvodessats
        fields = ("slag", "organ", "roll", "fran_timmar", "belopp")
        labels = {"belopp": "Belopp, kr", "fran_timmar": "Från timme"}
        help_texts = {"fran_timmar": "Bara för timarvode: 0, eller när en ny sats tar vid."}
        widgets = {"fran_timmar": forms.TextInput(attrs={"inputmode": "decimal"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields
        falt["slag"].choices = [("", "Välj slag"), *((s.value, s.label) for s in MED_SATS)]
        for namn, alla in (("organ", "Alla organ"), ("roll", "Alla roller")):
            falt[namn].choices = [("", alla), *falt[namn].choices[1:]]
        falt["fran_timmar"].required, falt["fran_timmar"].localize = False, True

    def clean_fran_timmar(self) -> Any:
        return self.cleaned_data["fran_timmar"] or 0


class Satsformset(BaseInlineFormSet):
    """The rates of one set."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Ta bort satsen"


SatsFormset = inlineformset_factory(
    Arvodesreglemente,
    Arvodessats,
    form=SatsForm,
    formset=Satsformset,
    extra=TOMMA,
    can_delete_extra=False,
)


class KravForm(forms.ModelForm):
    """A claim for a meeting that has been held."""

    class Meta:
        model = Ersattningskrav
        fields = ("mote", "person", "slag", "antal", "a_pris", "underlag")
        widgets = {"antal": forms.TextInput(attrs={"inputmode": "decimal", "class": "belopp"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields
        falt["mote"].queryset = Mote.objects.filter(status__in=HALLNA).order_by("-datum")
        falt["mote"].empty_label = "Välj möte"
        med_uppdrag = Person.objects.filter(uppdrag__isnull=False).distinct()
        falt["person"].queryset, falt["person"].empty_label = med_uppdrag, "Välj person"
        falt["slag"].choices = [("", "Välj slag"), *((s.value, s.label) for s in PA_KRAV)]
        falt["antal"].localize = True


class KorningForm(forms.Form):
    """The months of a run; last month is proposed."""

    fran = Datumfalt(label="Från och med", help_text="Den första dagen i en månad.")
    tom = Datumfalt(label="Till och med", help_text="Den sista dagen i en månad.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slut = timezone.localdate().replace(day=1) - timedelta(days=1)
        self.initial = {"fran": slut.replace(day=1), "tom": slut, **self.initial}


class ExportForm(forms.Form):
    """What a run is sent to payroll as."""

    innehall = forms.ChoiceField(
        label="Innehåll",
        choices=(("summor", "Summor per person och slag"), ("rader", "Varje rad, med möte")),
    )
    filformat = forms.ChoiceField(label="Format", choices=(("xlsx", "Excel"), ("csv", "CSV")))

"""Forms of the member fees. The rules stand in the models and actions; a form parses and warns."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet, modelformset_factory

from ekonomi.calculations.betalplan import ratfel
from ekonomi.choices import Kontotyp
from ekonomi.models import Avgiftsfaktura, Avgiftskonto, Avgiftsrat, Konto, Tilldelning
from finsam.formfields import Datumfalt
from finsam.models import Forbund, Medlem
from finsam.rimlighet import enhetsmisstanke

FINNS = "Året har redan en tilldelning: ändra den, eller gör en ny version, på årets sida."
ANDELAR = ("andel_stat", "andel_region", "andel_kommun")


def _utan_nollor(tal: Decimal) -> Decimal:
    """The number as a person writes it: 0.5000 is 0.5."""
    return Decimal(f"{tal.normalize():f}")


class TilldelningForm(forms.ModelForm):
    """A preliminary version. An amount that looks to be in tkr is asked about once."""

    stammer = forms.BooleanField(
        label="Beloppet stämmer, det är i kronor", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Tilldelning
        fields = (
            "verksamhetsar",
            "belopp",
            "kalla",
            "folkmangd_datum",
            *ANDELAR,
            "nns_promille",
            "nns_fast",
        )
        field_classes = {"folkmangd_datum": Datumfalt}
        widgets = {
            falt: forms.TextInput(attrs={"inputmode": "decimal"})
            for falt in (*ANDELAR, "nns_promille")
        } | {"verksamhetsar": forms.TextInput(attrs={"inputmode": "numeric"})}
        help_texts = {"kalla": "Till exempel Försäkringskassans beslut med datum."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for falt in (*ANDELAR, "nns_promille"):
            self.fields[falt].localize = self.fields[falt].widget.is_localized = True
            if self.initial.get(falt) is not None:
                self.initial[falt] = _utan_nollor(self.initial[falt])
        if self.instance.pk:
            # Another year is another allocation.
            self.fields["verksamhetsar"].disabled = True
            return
        forbund = Forbund.objects.first() or Forbund()
        for falt in ANDELAR:
            self.fields[falt].initial = _utan_nollor(getattr(forbund, falt))

    def clean_belopp(self) -> Any:
        belopp = self.cleaned_data["belopp"]
        if belopp is not None and belopp != int(belopp):
            raise ValidationError("Tilldelningen ska vara i hela kronor.")
        return belopp

    def clean(self) -> dict[str, Any]:
        svar: dict[str, Any] = super().clean() or self.cleaned_data
        ar, belopp = svar.get("verksamhetsar"), svar.get("belopp")
        if ar and not self.instance.pk and Tilldelning.objects.for_ar(ar):
            self.add_error("verksamhetsar", FINNS)
        fore = Tilldelning.objects.for_ar(ar - 1) if ar else None
        if belopp and fore and not svar.get("stammer"):
            self._misstank(enhetsmisstanke(belopp, fore.belopp, str(fore.verksamhetsar)))
        return svar

    def _misstank(self, misstanke: str) -> None:
        if misstanke:
            self.fields["stammer"].widget = forms.CheckboxInput()
            self.add_error("belopp", misstanke)


class FaststallForm(forms.Form):
    beslutad = Datumfalt(label="Styrelsens beslut, datum")
    paragraf = forms.CharField(
        label="Paragraf", max_length=20, help_text="I styrelsens protokoll, till exempel § 9."
    )


class MarkeraForm(forms.Form):
    """The day on which the chosen invoices were sent or paid."""

    steg = forms.ChoiceField(
        label="Markera de valda som", choices=(("fakturerad", "Fakturerade"), ("betald", "Betalda"))
    )
    dag = Datumfalt(label="Dag")


class AvgiftsfakturaForm(forms.ModelForm):
    """The days of an invoice. One that has come may be corrected, never taken back."""

    class Meta:
        model = Avgiftsfaktura
        fields = ("forfaller", "fakturerad", "betald")
        field_classes = dict.fromkeys(("forfaller", "fakturerad", "betald"), Datumfalt)


class Ratformset(BaseModelFormSet):
    """All instalments at once: those of a part are together its whole fee."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Ta bort raten"

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        borttagna = self.deleted_forms
        rader = (
            form.cleaned_data
            for form in self.forms
            if form.cleaned_data.get("part") and form not in borttagna
        )
        if fel := ratfel((rad["part"], rad["andel"]) for rad in rader):
            raise ValidationError(fel)


Avgiftsratformset = modelformset_factory(
    Avgiftsrat,
    formset=Ratformset,
    fields=("part", "manad", "dag", "andel"),
    widgets={
        falt: forms.TextInput(attrs={"inputmode": "decimal"}) for falt in ("manad", "dag", "andel")
    },
    localized_fields=("andel",),
    extra=2,
    can_delete=True,
    can_delete_extra=False,
)


class AvgiftskontonForm(forms.Form):
    """One income account per member; empty where it has none."""

    def __init__(self, *args: Any, medlemmar: Iterable[Medlem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medlemmar = list(medlemmar)
        har = dict(Avgiftskonto.objects.values_list("medlem_id", "konto_id"))
        konton = list(Konto.objects.filter(kontotyp=Kontotyp.INTAKT).order_by("nummer"))
        val = [("", "–"), *((konto.pk, str(konto)) for konto in konton)]
        for medlem in self.medlemmar:
            # One query for all the members' choices.
            self.fields[f"medlem-{medlem.pk}"] = forms.TypedChoiceField(
                label=medlem.namn,
                choices=val,
                coerce=int,
                empty_value=None,
                required=False,
                initial=har.get(medlem.pk),
            )

    @property
    def konton(self) -> dict[Medlem, int | None]:
        """The chosen account's key by member."""
        return {medlem: self.cleaned_data[f"medlem-{medlem.pk}"] for medlem in self.medlemmar}

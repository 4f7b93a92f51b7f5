"""Forms of the ground floor. The rules stand in the models; a form only parses."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.choices import Roll
from finsam.folkmangdslas import hinder
from finsam.formfields import Datumfalt, Heltalsfalt
from finsam.models import Anvandare, Folkmangd, Forbund, Medlem, Tillganglighetsbrist


class MedlemForm(forms.ModelForm):
    class Meta:
        model = Medlem
        fields = ("namn", "kortnamn", "typ", "fran", "tom")
        field_classes = {"fran": Datumfalt, "tom": Datumfalt}


def _olast(dag: date | None) -> None:
    """Raises ValidationError for a day whose populations a decision rests on."""
    if dag and (skal := hinder(dag)):
        raise ValidationError({"datum": skal})


class FolkmangdForm(forms.ModelForm):
    class Meta:
        model = Folkmangd
        fields = ("medlem", "datum", "antal", "kalla")
        field_classes = {"datum": Datumfalt}
        widgets = {"antal": forms.TextInput(attrs={"inputmode": "numeric"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medlem"].queryset = Medlem.objects.kommuner()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        # The day as it stood, and the day that it is moved to.
        for dag in {self.initial.get("datum"), self.cleaned_data.get("datum")}:
            _olast(dag)
        return super().clean()


class FolkmangdDagForm(forms.Form):
    """A number per municipality; empty where it is not known yet."""

    datum = Datumfalt(label="Dag", help_text="Avgifterna fördelas normalt efter den 1 november.")
    kalla = forms.CharField(label="Källa", max_length=200, help_text="Till exempel SCB.")

    def __init__(self, *args: Any, kommuner: Iterable[Medlem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kommuner = list(kommuner)
        har = self._registrerade(self.initial.get("datum"))
        for kommun in self.kommuner:
            self.fields[f"kommun-{kommun.pk}"] = Heltalsfalt(
                label=kommun.namn, min_value=1, required=False, initial=har.get(kommun.pk)
            )

    def _registrerade(self, dag: date | str | None) -> dict[int, int]:
        """What is there already for the day, with its source as the form's."""
        if not dag:
            return {}
        rader = list(Folkmangd.objects.filter(datum=dag))
        if rader:
            self.initial["kalla"] = rader[0].kalla
        return {rad.medlem_id: rad.antal for rad in rader}

    def clean(self) -> dict[str, Any] | None:
        _olast(self.cleaned_data.get("datum"))
        return super().clean()

    @property
    def antal(self) -> dict[Medlem, int | None]:
        return {kommun: self.cleaned_data[f"kommun-{kommun.pk}"] for kommun in self.kommuner}


class ForbundForm(forms.ModelForm):
    class Meta:
        model = Forbund
        fields = (
            "namn",
            "orgnr",
            "sate",
            "rytm",
            "forsta_rapportperiod",
            "andel_stat",
            "andel_region",
            "andel_kommun",
            "minsta_antal",
            "mal_nara",
            "visa_sma_tal_internt",
            "rekvisition_kraver_rapport",
            "kvot_lag",
            "kvot_hog",
            "bilagenumrering",
            "kallelsedagar",
            "distans_fran",
            "distansbeslut",
        )
        field_classes = {"distans_fran": Datumfalt}


class Flerfilsfalt(forms.FileField):
    """One or more files; the cleaned value is a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        filer = (data if isinstance(data, list | tuple) else [data]) or [None]
        return [super(Flerfilsfalt, self).clean(fil, initial) for fil in filer]


class Flerfilsval(forms.ClearableFileInput):
    allow_multiple_selected = True


class InlasningForm(forms.Form):
    filer = Flerfilsfalt(
        label="Filer",
        widget=Flerfilsval(attrs={"accept": ".csv,.xlsx,.toml,.se,.si,.sie,.zip"}),
        # An empty file is told of by the reader, with its name.
        allow_empty_file=True,
        help_text="En eller flera filer, eller en zip av hela mappen. Högst 100 MB.",
    )


class AnvandareForm(forms.ModelForm):
    """A user's name, address, role and access."""

    class Meta:
        model = Anvandare
        fields: tuple[str, ...] = ("first_name", "last_name", "email", "roll", "is_active")
        labels = {
            "first_name": "Förnamn",
            "last_name": "Efternamn",
            "email": "E-postadress",
            "is_active": "Har tillträde",
        }
        help_texts = {"is_active": "Ta bort krysset när någon slutar. Det personen gjort är kvar."}

    def __init__(self, *args: Any, ar_jag: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for namn in ("first_name", "last_name"):
            self.fields[namn].required = True
        if ar_jag:  # One who shuts oneself out cannot let oneself in again.
            for namn in ("roll", "is_active"):
                self.fields[namn].disabled = True
                self.fields[namn].help_text = "Du kan inte ändra detta för dig själv."

    def clean_email(self) -> str:
        adress = self.cleaned_data["email"].lower()
        andra = Anvandare.objects.filter(email__iexact=adress).exclude(pk=self.instance.pk)
        if andra.exists():
            raise forms.ValidationError("Det finns redan en användare med den e-postadressen.")
        return adress

    def save(self, commit: bool = True) -> Anvandare:
        self.instance.username = self.instance.email
        # Django's own admin holds reference data for the administrator alone.
        self.instance.is_staff = self.instance.roll == Roll.ADMINISTRATOR
        if not self.instance.pk:
            self.instance.set_unusable_password()
        return super().save(commit)


class NyAnvandareForm(AnvandareForm):
    class Meta(AnvandareForm.Meta):
        fields: tuple[str, ...] = ("first_name", "last_name", "email", "roll")


class TillganglighetsbristForm(forms.ModelForm):
    class Meta:
        model = Tillganglighetsbrist
        fields = ("beskrivning", "epost")
        widgets = {"beskrivning": forms.Textarea(attrs={"rows": 5})}

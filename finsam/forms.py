"""Forms of the ground floor. The rules stand in the models; a form only parses."""

from typing import Any

from django import forms

from finsam.choices import Roll
from finsam.formfields import Datumfalt
from finsam.models import Anvandare, Folkmangd, Forbund, Medlem, Tillganglighetsbrist


class MedlemForm(forms.ModelForm):
    class Meta:
        model = Medlem
        fields = ("namn", "kortnamn", "typ", "fran", "tom")
        field_classes = {"fran": Datumfalt, "tom": Datumfalt}


class FolkmangdForm(forms.ModelForm):
    class Meta:
        model = Folkmangd
        fields = ("medlem", "datum", "antal", "kalla")
        field_classes = {"datum": Datumfalt}
        widgets = {"antal": forms.TextInput(attrs={"inputmode": "numeric"})}


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
        )


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

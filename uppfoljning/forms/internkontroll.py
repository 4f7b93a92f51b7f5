"""Forms of the internal control: the plan, its moments, and what was done."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from finsam.internkontroll import systemkontroller
from finsam.typografi import datum
from uppfoljning.calculations.internkontroll import Moment
from uppfoljning.choices import Kontrollresultat
from uppfoljning.models import Internkontrollplan, Kontrollmoment, Kontrollutforande

HELTAL = forms.TextInput(attrs={"inputmode": "numeric"})
SANNOLIKHET = ((1, "1 Osannolik"), (2, "2 Möjlig"), (3, "3 Sannolik"), (4, "4 Mycket sannolik"))
KONSEKVENS = ((1, "1 Försumbar"), (2, "2 Lindrig"), (3, "3 Kännbar"), (4, "4 Allvarlig"))


def _rutor(rader: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rader})


class PlanForm(forms.Form):
    """A new year's plan, empty or with another year's moments."""

    ar = forms.IntegerField(label="År", min_value=1990, max_value=2200, widget=HELTAL)
    fran = forms.TypedChoiceField(
        label="Kopiera momenten från",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Tomt: börja utan moment. Det som gjordes det året följer inte med.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aren = Internkontrollplan.objects.values_list("verksamhetsar", flat=True)
        self.fields["fran"].choices = [("", "Ingen"), *((ar, str(ar)) for ar in aren)]  # type: ignore[attr-defined]


class BeslutaPlanForm(forms.Form):
    """The board's decision on a plan."""

    beslutad = Datumfalt(label="Beslutad")
    paragraf = forms.CharField(
        label="Paragraf", max_length=20, help_text="I styrelsens protokoll, till exempel § 61."
    )

    def clean_beslutad(self) -> date:
        return _inte_efter_idag(self.cleaned_data["beslutad"])


def _inte_efter_idag(dag: date) -> date:
    if dag > timezone.localdate():
        raise ValidationError("Datumet ligger efter dagens datum.")
    return dag


class KontrollmomentForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Kontrollmoment
        fields = (
            "nr",
            "omrade",
            "risk",
            "sannolikhet",
            "konsekvens",
            "sannolikhet_efter",
            "konsekvens_efter",
            "kontroll",
            "metod",
            "frekvens",
            "ansvarig",
            "systemkontroll",
        )
        widgets = {
            "nr": HELTAL,
            "risk": _rutor(2),
            "sannolikhet": forms.Select(choices=SANNOLIKHET),
            "konsekvens": forms.Select(choices=KONSEKVENS),
            "sannolikhet_efter": forms.Select(choices=(("", "Inte bedömd"), *SANNOLIKHET)),
            "konsekvens_efter": forms.Select(choices=(("", "Inte bedömd"), *KONSEKVENS)),
            "kontroll": _rutor(3),
        }
        help_texts = {
            "risk": "Vad som kan gå fel.",
            "kontroll": "Vad som kontrolleras.",
            "metod": "Hur, till exempel stickprov eller genomgång.",
            "ansvarig": "Funktion hellre än namn.",
        }

    systemkontroll = forms.ChoiceField(
        label="Görs av systemet",
        required=False,
        help_text="Fynden visas i planen och räknas när utfallet registreras.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        val = [(id_, kontroll.rubrik) for id_, kontroll in systemkontroller().items()]
        self.fields["systemkontroll"].choices = [("", "Nej, av oss"), *val]  # type: ignore[attr-defined]

    def _get_validation_exclusions(self) -> set[str]:
        """The plan is not asked for, but its numbers are unique."""
        return super()._get_validation_exclusions() - {"plan"}  # type: ignore[misc,no-any-return]


class KontrollutforandeForm(UtanPersonuppgifter, forms.ModelForm):
    """What a control showed, and what is to be done about a deviation."""

    class Meta:
        model = Kontrollutforande
        fields = (
            "utford",
            "resultat",
            "iakttagelse",
            "atgard",
            "atgard_ansvarig",
            "atgard_senast",
            "atgardad",
        )
        field_classes = dict.fromkeys(("utford", "atgard_senast", "atgardad"), Datumfalt)
        widgets = {
            "resultat": forms.RadioSelect,
            "iakttagelse": _rutor(4),
            "atgard": _rutor(3),
        }
        help_texts = {
            "iakttagelse": "Vad som granskades och vad det visade.",
            "atgard": "Krävs vid en avvikelse, liksom dagen då den ska vara klar.",
            "atgardad": "Dagen då åtgärden var klar.",
        }

    def __init__(self, *args: Any, moment: Moment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.moment = moment
        self.fields["resultat"].choices = Kontrollresultat.choices  # type: ignore[attr-defined]

    def _get_validation_exclusions(self) -> set[str]:
        """None: the rules weigh what is asked for against what is not."""
        return set()

    def clean_utford(self) -> date:
        return _inte_efter_idag(self.cleaned_data["utford"])

    def clean_atgardad(self) -> date | None:
        dag: date | None = self.cleaned_data["atgardad"]
        return dag and _inte_efter_idag(dag)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        utan = data.get("resultat") == Kontrollresultat.UTAN_AVVIKELSE
        egna = (s for s in self.moment.stickprov if s.period.kod == self.instance.period)
        if utan and (fel := sum(stickprov.fel for stickprov in egna)):
            self.add_error("resultat", f"Stickprovet har {fel} fel: välj en avvikelse.")
        klar, utford = data.get("atgardad"), data.get("utford")
        if klar and utford and klar < utford:
            text = f"Åtgärden kan inte vara klar före kontrollen, {datum(utford)}."
            self.add_error("atgardad", text)
        return data

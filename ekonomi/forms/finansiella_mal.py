"""Forms of the financial goals. The rules stand in the model; a form only parses."""

from decimal import Decimal
from typing import Any

from django import forms

from ekonomi.choices import Malmatt
from ekonomi.models import FinansielltMal
from ekonomi.models.finansiellt_mal import RATT_SIDA
from ekonomi.selectors.finansiella_mal import ar_med_finansiella_mal, valbara_rader
from finsam import typografi
from finsam.formfields import MELLANSLAG, las_belopp

HELTAL = forms.TextInput(attrs={"inputmode": "numeric"})
INGEN_RAD = [("", "Ingen rad")]


class FinansielltMalForm(forms.ModelForm):
    """A goal; its limit is written in kronor, or in per cent where the measure is a share."""

    rad = forms.ChoiceField(label="Rad i uppställningen", required=False)
    namnare = forms.ChoiceField(
        label="Rad att dela med", required=False, help_text="Bara när måttet är en andel."
    )
    malvarde = forms.CharField(
        label="Målvärde",
        required=False,
        help_text="I kronor, till exempel 500 000, eller i procent, till exempel 90 %. "
        "Lämna tomt när måttet är resultatet mot budget eller trappans tak.",
        widget=forms.TextInput(attrs={"class": "belopp"}),
    )

    class Meta:
        model = FinansielltMal
        fields = (
            *("verksamhetsar", "ordning", "text", "matt"),
            *("rad", "namnare", "jamforelse", "malvarde"),
        )
        widgets = {
            "verksamhetsar": HELTAL,
            "ordning": HELTAL,
            "text": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ar = self.initial.get("verksamhetsar") or self.instance.verksamhetsar
        grupper = valbara_rader(ar) if ar else ()
        self.enheter = {rad.id: rad.enhet for grupp in grupper for rad in grupp.rader}
        val = [(grupp.rubrik, [(rad.id, rad.etikett) for rad in grupp.rader]) for grupp in grupper]
        for namn in ("rad", "namnare"):
            # A row that the layout no longer has stays a choice until another is chosen.
            egen = getattr(self.instance, namn)
            kvar = [(egen, egen)] if egen and egen not in self.enheter else []
            self.fields[namn].choices = [*INGEN_RAD, *kvar, *val]  # type: ignore[attr-defined]
        if self.instance.malvarde is not None:
            enhet = self._enhet(self.instance.matt, self.instance.rad)
            self.initial["malvarde"] = _skrivet(self.instance.malvarde, enhet)

    def clean(self) -> dict[str, Any]:
        rent: dict[str, Any] = super().clean() or self.cleaned_data
        matt = rent.get("matt")
        if matt in RATT_SIDA:
            # Such a measure has one right side, whatever stood chosen.
            rent["jamforelse"] = RATT_SIDA[matt]
        try:
            rent["malvarde"] = _last(
                rent.get("malvarde", ""), self._enhet(matt, rent.get("rad", ""))
            )
        except ValueError as fel:
            self.add_error("malvarde", str(fel))
        return rent

    def _enhet(self, matt: str | None, rad: str) -> str:
        if matt in (Malmatt.ANDEL, Malmatt.RAD_BUDGET):
            return "procent"
        return self.enheter.get(rad, "kr")


def _last(text: str, enhet: str) -> Decimal | None:
    """The limit in base unit. Raises ValueError in Swedish."""
    rent = text.strip(MELLANSLAG)
    if not rent:
        return None
    procent = rent.endswith("%")
    if procent and enhet != "procent":
        raise ValueError("Måttet är inte en andel. Skriv målvärdet utan procenttecken.")
    tal = las_belopp(rent.removesuffix("%").strip(MELLANSLAG))
    return tal / 100 if enhet == "procent" else tal


def _skrivet(tal: Decimal, enhet: str) -> str:
    """The limit as it is typed: "90 %", "500 000"."""
    if enhet == "procent":
        return typografi.procent(tal, max(0, -int((tal * 100).normalize().as_tuple().exponent)))
    return typografi.antal(tal, 0 if tal == tal.to_integral_value() else 2)


class KopieraFinansiellaMalForm(forms.Form):
    """Last year's goals as a start for another year."""

    fran = forms.TypedChoiceField(label="Kopiera målen från", coerce=int)
    till = forms.IntegerField(label="Till året", min_value=1990, max_value=2200, widget=HELTAL)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aren = [(ar, str(ar)) for ar in ar_med_finansiella_mal()]
        self.fields["fran"].choices = aren  # type: ignore[attr-defined]

"""Forms of the boardroom's people and offices."""

from typing import Any

from django import forms

from finsam.choices import Roll
from finsam.formfields import Datumfalt
from finsam.models import Anvandare
from styrelse.actions.uppdrag import Eftertradare
from styrelse.forms.personnamn import Personnamn, Personval
from styrelse.models import Kansliroll, Person, Revisor, Uppdrag

TID = {"fran": Datumfalt, "tom": Datumfalt}


class UppdragForm(Personnamn):
    """An office in the board or one of its committees."""

    arvoderas = forms.TypedChoiceField(
        label="Arvoderas",
        required=False,
        choices=(("", "Efter medlemmen"), ("ja", "Ja"), ("nej", "Nej")),
        coerce=lambda varde: varde == "ja",
        empty_value=None,
        help_text="Efter medlemmen: statens tjänstepersoner sitter i tjänsten, utan arvode.",
    )

    class Meta:
        model = Uppdrag
        fields = (
            "organ",
            "medlem",
            "roll",
            "parti",
            "ordning",
            "fran",
            "tom",
            "arvoderas",
        )
        field_classes = TID
        widgets = {"ordning": forms.TextInput(attrs={"inputmode": "numeric"})}

    field_order = ("namn", "organ", "medlem", "roll", "parti", "ordning", "fran", "tom")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ord_ = {True: "ja", False: "nej", None: ""}
        self.initial["arvoderas"] = ord_[self.instance.arvoderas]
        self.fields["ordning"].required = False

    def clean_ordning(self) -> int:
        return self.cleaned_data["ordning"] or 1


class EftertradareForm(forms.Form):
    """Who takes over a seat, and when; the seat itself stays."""

    sista = Datumfalt(label="Sista dag för den som slutar")
    namn = forms.CharField(label="Efterträdarens namn", max_length=120)
    parti = forms.CharField(
        label="Parti", max_length=10, required=False, help_text="Tomt för statens tjänstepersoner."
    )
    forsta = Datumfalt(label="Efterträdarens första dag")
    tom = Datumfalt(label="Till och med", required=False)

    def eftertradare(self) -> Eftertradare:
        """What was typed, when it is valid."""
        data = self.cleaned_data
        namn = " ".join(data["namn"].split())
        return Eftertradare(namn, data["parti"], data["forsta"], data["tom"])


class PersonForm(forms.ModelForm):
    """A person's name, address and login. Who is taken by another person cannot be chosen."""

    class Meta:
        model = Person
        fields = ("namn", "epost", "anvandare")
        error_messages = {
            "namn": {"unique": "Det finns redan en person med det namnet."},
            "anvandare": {"unique": "Användaren hör redan till en annan person."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        falt: Any = self.fields["anvandare"]
        falt.queryset = Anvandare.objects.exclude(roll=Roll.ADMINISTRATOR)
        falt.empty_label = "Ingen"


class KanslirollForm(Personnamn):
    class Meta:
        model = Kansliroll
        fields = ("befattning", "fran", "tom")
        field_classes = TID

    field_order = ("namn", "befattning", "fran", "tom")


class RevisorForm(Personval):
    """An auditor, and whom of the register the papers go to."""

    mottagare = forms.CharField(
        label="Handlingar skickas till",
        max_length=120,
        required=False,
        help_text="Namnet på den som ska ha handlingarna, oftast revisorn. "
        "Tomt: ingen får dem härifrån.",
    )

    class Meta:
        model = Revisor
        fields = ("namn", "byra", "utsedd_av", "fran", "tom")
        field_classes = TID

    field_order = ("namn", "byra", "mottagare", "utsedd_av", "fran", "tom")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("mottagare", str(self.instance.person or ""))

    def clean_mottagare(self) -> str:
        if namn := self.cleaned_data["mottagare"].strip():
            return self.valj(namn)
        self.instance.person = None
        return ""

"""The decision on an application, and what it will do before it is taken."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from finsam import typografi
from finsam.formfields import Datumfalt
from finsam.formularskydd import UtanPersonuppgifter
from insatser.actions.beslut import ny_insats
from insatser.calculations.ansokan import Fordelning, fordela, summera
from insatser.choices import Ansokningsslag, Beslutsutfall
from insatser.models import Ansokan, Insatsbeslut
from insatser.selectors.ansokningar import sokta_belopp
from styrelse.selectors.delegation import motets_punkt

UTAN_BESLUT = "Ange beslutsdatum och beslutsinstans."
STAENDE_VILLKOR = (
    "Medlen betalas ut under förutsättning att förbundet får medel av sina medlemmar för "
    "perioden.\n"
    "Insatsen följer ansökan, lagen (2003:1210) om finansiell samordning av "
    "rehabiliteringsinsatser och förbundets styrdokument."
)


class AnmalanForm(forms.ModelForm):
    """The meeting at which the board was told of a decision taken for it."""

    class Meta:
        model = Insatsbeslut
        fields = ("anmalt",)
        field_classes = {"anmalt": Datumfalt}
        help_texts = {"anmalt": "Dagen för styrelsens möte."}

    def _get_validation_exclusions(self) -> set[str]:
        """None: the day is weighed against the decision's own, which the form does not hold."""
        return set()

    def clean_anmalt(self) -> date | None:
        dag: date | None = self.cleaned_data["anmalt"]
        if dag and dag > timezone.localdate():
            raise ValidationError("Datumet ligger efter dagens datum.")
        return dag

    def clean(self) -> dict[str, Any]:
        """The meeting is the board's of that day, where one is kept here and only one."""
        data = super().clean() or {}
        dag = data.get("anmalt")
        self.instance.anmalt_vid = motets_punkt(dag) if dag else None
        return data


class BeslutForm(UtanPersonuppgifter, forms.ModelForm):
    class Meta:
        model = Insatsbeslut
        fields = (
            "utfall",
            "beslutsdatum",
            "instans",
            "paragraf",
            "belopp",
            "fran",
            "tom",
            "villkor",
            "motivering",
        )
        widgets = {
            "villkor": forms.Textarea(attrs={"rows": 5}),
            "motivering": forms.Textarea(attrs={"rows": 3}),
        }
        field_classes = {"beslutsdatum": Datumfalt, "fran": Datumfalt, "tom": Datumfalt}
        help_texts = {
            "paragraf": "Krävs när styrelsen beslutar, till exempel § 12.",
            "belopp": "Ett tak för hela perioden. Behövs bara vid bifall, liksom perioden.",
        }

    def __init__(self, ansokan: Ansokan, idag: date, data: Any = None) -> None:
        self.ansokan, self.idag = ansokan, idag
        self.sokt = summera(sokta_belopp(ansokan))
        forslag = {
            "belopp": self.sokt.sof or None,
            "fran": ansokan.start,
            "tom": ansokan.slut,
            "villkor": STAENDE_VILLKOR,
        }
        super().__init__(data, instance=Insatsbeslut(ansokan=ansokan), initial=forslag)
        for namn in {"beslutsdatum", "instans"} & set(self.fields):
            self.fields[namn].error_messages["required"] = UTAN_BESLUT

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        dag = data.get("beslutsdatum")
        if dag and dag > self.idag:
            self.add_error("beslutsdatum", "Datumet ligger efter dagens datum.")
        if dag and self.ansokan.inkom and dag < self.ansokan.inkom:
            inkom = typografi.datum(self.ansokan.inkom)
            text = f"Beslutet kan inte fattas innan ansökan kom in, {inkom}."
            self.add_error("beslutsdatum", text)
        return data

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors and self.bifall:
            self._kontrollera_insatsen()

    def _kontrollera_insatsen(self) -> None:
        beslut, insats = self.instance, self.ansokan.insats
        if self.ansokan.slag != Ansokningsslag.TILLAGG:
            try:
                ny_insats(self.ansokan, beslut).full_clean()
            except ValidationError as fel:
                for text in dict.fromkeys(fel.messages):
                    self.add_error(None, text)
        elif insats and not insats.start <= beslut.fran <= beslut.tom <= insats.slut:
            self.add_error(
                "fran",
                f"Insatsen är beviljad {insats.start}–{insats.slut}; tillägget ska ligga i den.",
            )

    @property
    def bifall(self) -> bool:
        return bool(self.instance.utfall == Beslutsutfall.BIFALL)

    def per_ar(self) -> dict[int, Decimal]:
        """What the decision grants each year, in kr; nothing when nothing is granted."""
        fordelning = self.fordelning()
        return dict(fordelning.per_ar) if fordelning else {}

    def fordelning(self) -> Fordelning | None:
        """The grant over the years, of a valid form; None when nothing is granted."""
        if not self.bifall:
            return None
        b = self.instance
        return fordela(b.belopp, b.fran, b.tom, self.sokt.sof_per_ar)

    def avtryck(self) -> str:
        """Of what the form says: what was shown is what is decided, or it is shown again."""
        return hashlib.sha256(json.dumps(self.cleaned_data, default=str).encode()).hexdigest()


class MotesbeslutForm(BeslutForm):
    """What a bifall of a meeting says besides its outcome, day and paragraph."""

    class Meta(BeslutForm.Meta):
        fields = ("belopp", "fran", "tom", "villkor", "motivering")  # type: ignore[assignment]

    def __init__(self, ansokan: Ansokan, idag: date, data: Any = None) -> None:
        super().__init__(ansokan, idag, data)
        self.instance.utfall = Beslutsutfall.BIFALL

    def _get_validation_exclusions(self) -> set[str]:
        """What is granted is judged as of a bifall, though the form does not hold the outcome."""
        return super()._get_validation_exclusions() - {"utfall"}  # type: ignore[misc]

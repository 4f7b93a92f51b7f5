"""The form of a year's meetings: a row each, as many as one likes."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam import typografi
from finsam.formfields import Datumfalt, Klockslagsfalt
from styrelse.calculations.motesplan import Planmote
from styrelse.choices import Organ

PLANERAS = (Organ.AU, Organ.FS, Organ.SAMRAD, Organ.NATVERK)
VECKODAGSORD = re.compile(r"^\s*(?P<ord>[^\W\d_]+)\.?\s+(?P<dag>.+)$")
REDAN = "Det finns redan ett sådant möte den dagen och tiden."


class Dagfalt(Datumfalt):
    """A day, with its weekday before it if one likes: "torsdag 2022-01-20"."""

    def to_python(self, value: Any) -> Any:
        traff = VECKODAGSORD.match(value) if isinstance(value, str) else None
        return super().to_python(traff["dag"].strip() if traff else value)


class PlanradForm(forms.Form):
    organ = forms.ChoiceField(
        label="Organ", choices=[("", "Välj"), *((o.value, o.label) for o in PLANERAS)]
    )
    datum = Dagfalt(label="Dag")
    start = Klockslagsfalt(label="Börjar")
    slut = Klockslagsfalt(label="Slutar", required=False)
    plats = forms.CharField(label="Egen plats", max_length=120, required=False)

    @property
    def skriven_veckodag(self) -> str:
        """The weekday that stands before the day; empty for none."""
        traff = VECKODAGSORD.match(str(self["datum"].value() or ""))
        return traff["ord"] if traff else ""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        start, slut = data.get("start"), data.get("slut")
        if start and slut and slut <= start:
            self.add_error("slut", "Mötet måste sluta efter att det har börjat.")
        return data


class Planrader(forms.BaseFormSet):  # type: ignore[type-arg]  # no generic when it runs
    """The rows; `ar` is the plan's year, `finns` the (organ, day, start) that are taken.

    `plats` is where those meet that have no place of their own.
    """

    def __init__(
        self, *args: Any, ar: int, finns: set[tuple[Any, ...]], plats: str = "", **kwargs: Any
    ) -> None:
        self.ar, self.finns, self.plats = ar, finns, plats
        super().__init__(*args, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Ta bort raden"

    @property
    def ifyllda(self) -> list[PlanradForm]:
        """The rows that say something right and are not to be taken away."""
        return [
            form
            for form in self.forms
            if form.has_changed() and form.is_valid() and not form.cleaned_data.get("DELETE")
        ]

    @property
    def moten(self) -> tuple[Planmote, ...]:
        """The meetings of a valid form."""
        return tuple(
            Planmote(m["organ"], m["datum"], m["start"], m["slut"], m["plats"] or self.plats)
            for m in (form.cleaned_data for form in self.ifyllda)
        )

    def clean(self) -> None:
        sedda = set(self.finns)
        for form in self.ifyllda:
            nyckel = tuple(form.cleaned_data[falt] for falt in ("organ", "datum", "start"))
            if form.cleaned_data["datum"].year != self.ar:
                form.add_error("datum", f"Dagen ligger inte i {self.ar}.")
            elif nyckel in sedda:
                form.add_error("datum", REDAN)
            sedda.add(nyckel)
        if not self.finns and not self.ifyllda and not any(self.errors):
            raise ValidationError("Skriv in minst ett möte.")


PlanradFormSet: Any = forms.formset_factory(
    PlanradForm, formset=Planrader, extra=0, can_delete=True, max_num=60, absolute_max=60
)


def rad_av(mote: Planmote, plats: str) -> dict[str, Any]:
    """A row filled in with the meeting, its weekday in words before the day.

    Its place only where it is another than `plats`, which is said once for all.
    """
    return {
        "organ": mote.organ,
        "datum": f"{typografi.veckodag(mote.datum)} {typografi.datum(mote.datum)}",
        "start": mote.start,
        "slut": mote.slut,
        "plats": "" if mote.plats == plats else mote.plats,
    }

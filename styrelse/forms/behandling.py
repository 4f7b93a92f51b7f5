"""The form of one item during the meeting: what was decided on it and its parts, and the minutes.

What is stored has a print (`sett`): who has seen an older one does not write over a newer.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django import forms

from finsam.formularskydd import UtanPersonuppgifter
from styrelse.actions.behandling import Beslutsord
from styrelse.calculations.beslutsform import foljer_med, varning
from styrelse.calculations.handlingar import Punktrad
from styrelse.choices import Beslutstyp
from styrelse.models import Beslut, Delarende
from styrelse.selectors.forslag import delforslagen, forslaget
from styrelse.selectors.sammantrade import Punktbild

KROCK = "Någon annan har ändrat punkten sedan du öppnade den. Läs in sidan igen."
UTAN_UTFALL = "Välj utfall, så sparas beslutet."


@dataclass(frozen=True)
class Beslutsdel:
    """What one decision is on: the item as a whole (`delarende` None) or a part of it."""

    delarende: Delarende | None
    beslut: Beslut | None
    forslag: tuple[str, ...]

    @property
    def prefix(self) -> str:
        return f"del{self.delarende.pk}" if self.delarende else "hela"

    @property
    def last(self) -> bool:
        return bool(self.beslut and self.beslut.verkstallt)


def beslutsdelar(bild: Punktbild, rad: Punktrad | None) -> tuple[Beslutsdel, ...]:
    """What the item has decisions on: its parts with a proposal, and itself where it has one.

    `rad` is what the meeting had before it.
    """
    har = {beslut.delarende_id: beslut for beslut in bild.beslut}
    forslag, delarnas = forslaget(rad), delforslagen(rad, bild.delar)
    delar = [d for d in bild.delar if delarnas[d.pk] or d.pk in har]
    egna = [Beslutsdel(d, har.get(d.pk), delarnas[d.pk]) for d in delar]
    hela = Beslutsdel(None, har.get(None), forslag)
    return (hela, *egna) if forslag or None in har or not egna else tuple(egna)


class BeslutsdelForm(UtanPersonuppgifter, forms.Form):
    """One decision; without an outcome there is none."""

    utfall = forms.ChoiceField(
        label="Utfall",
        choices=[*Beslutstyp.choices, ("", "Inget beslut")],
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="Beslutet",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="En att-sats per rad.",
    )
    motivering = forms.CharField(
        label="Motivering", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    omedelbart = forms.BooleanField(label="Paragrafen justeras omedelbart", required=False)

    def __init__(self, data: Any = None, *, delen: Beslutsdel) -> None:
        self.delen = delen
        beslut = delen.beslut
        start = {
            "utfall": beslut.utfall if beslut else "",
            "text": beslut.text if beslut else "\n".join(delen.forslag),
            "motivering": beslut.motivering if beslut else "",
            "omedelbart": bool(beslut and beslut.omedelbart),
        }
        super().__init__(data, prefix=delen.prefix, initial=start)
        if delen.last:
            for falt in self.fields.values():
                falt.disabled = True

    def ord(self) -> Beslutsord:
        """The decision as it stands in the form; words nobody has written follow the outcome."""
        data = self.cleaned_data
        utfall, fore = data["utfall"], self.initial["utfall"] or Beslutstyp.BIFALL
        text = foljer_med(data["text"], fore, utfall, self.delen.forslag) if utfall else ""
        forslag = "\n".join(self.delen.forslag)
        return Beslutsord(utfall, text, forslag, data["motivering"], data["omedelbart"])

    @property
    def varning(self) -> str:
        """What is to be said of a bifall that does not say what was proposed."""
        beslut = self.delen.beslut
        return varning(beslut.utfall, beslut.text, self.delen.forslag) if beslut else ""


class BehandlingForm(UtanPersonuppgifter, forms.Form):
    """The words of the minutes, with a form of its own for each decision in `delar`."""

    protokollstext = forms.CharField(
        label="Anteckningar till protokollet",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sett = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, bild: Punktbild, rad: Punktrad | None, **kwargs: Any
    ) -> None:
        self.bild = bild
        start = {"protokollstext": bild.punkt.protokollstext, "sett": avtryck(bild)}
        super().__init__(data, initial=start, **kwargs)
        self.delar = [BeslutsdelForm(data, delen=delen) for delen in beslutsdelar(bild, rad)]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(delen.is_valid() for delen in self.delar)])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("sett") != avtryck(self.bild):
            raise forms.ValidationError(KROCK, code="krock")
        return data


def avtryck(bild: Punktbild) -> str:
    """A print of what is stored of the item and its decisions."""
    beslut = [(b.pk, b.utfall, b.text, b.motivering, b.omedelbart) for b in bild.beslut]
    rad = json.dumps([bild.punkt.protokollstext, beslut])
    # Too short to be taken for the number of a person.
    return hashlib.sha256(rad.encode()).hexdigest()[:9]

"""Forms of annexes: a file, or a document from here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.forms import Flerfilsfalt, Flerfilsval
from styrelse import amnen
from styrelse.actions.arende import dokument_som_bilaga, fil_som_bilaga
from styrelse.amnen import Fryst
from styrelse.models import Arendebilaga

I_SKRIVELSEN = "Hör till tjänsteskrivelsen"
HJALP_I_SKRIVELSEN = "Bilagan får då skrivelsens eget nummer."


class FilForm(forms.Form):
    """PDFs to attach; `bilagor` are those that may be, not stored yet."""

    filer = Flerfilsfalt(
        label="PDF-filer",
        widget=Flerfilsval(attrs={"accept": ".pdf"}),
        help_text="Högst 50 MB och 1 000 sidor per fil. Andra filer sparas först som PDF.",
        allow_empty_file=True,  # An empty file is told of by the judge of files, with its name.
    )
    titel = forms.CharField(
        label="Titel", max_length=200, required=False, help_text="Tomt: filens namn."
    )
    i_skrivelsen = forms.BooleanField(
        label=I_SKRIVELSEN, required=False, help_text=HJALP_I_SKRIVELSEN
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.bilagor: list[Arendebilaga] = []
        filer = [fil for fil in data.get("filer", []) if fil]
        if len(filer) > 1 and data.get("titel"):
            self.add_error("titel", "Titeln gäller en fil. Bifoga filerna en i taget.")
        for fil in filer:
            try:
                ny = fil_som_bilaga(fil, data.get("titel", ""), data.get("i_skrivelsen", False))
                self.bilagor.append(ny)
            except ValidationError as fel:
                self.add_error("filer", fel)
        return data


class DokumentForm(forms.Form):
    """A document that is made here, frozen as it is when it is attached."""

    dokument = forms.ChoiceField(label="Dokument")
    titel = forms.CharField(
        label="Titel", max_length=200, required=False, help_text="Tomt: dokumentets namn."
    )
    internt = forms.BooleanField(
        label="Intern version med små antal",
        required=False,
        help_text="Annars döljs små antal personer, som när dokumentet publiceras.",
    )
    i_skrivelsen = forms.BooleanField(
        label=I_SKRIVELSEN, required=False, help_text=HJALP_I_SKRIVELSEN
    )

    def __init__(self, val: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_dokument_%s", **kwargs})
        self.fields["dokument"].choices = [("", "Välj dokument"), *val]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.bilagor: list[Arendebilaga] = []
        if not data.get("dokument"):
            return data
        kod, _, nyckel = data["dokument"].partition(" ")
        try:
            fryst = amnen.frys(kod, nyckel, data["internt"])
        except ValidationError as fel:
            self.add_error("dokument", fel)
            return data
        self.bilagor = [self._bilaga(fryst, data)]
        return data

    def _bilaga(self, fryst: Fryst, data: dict[str, Any]) -> Arendebilaga:
        titel = data["titel"] or fryst.titel
        return dokument_som_bilaga(fryst.data, titel, fryst.kalla, fryst.slag, data["i_skrivelsen"])

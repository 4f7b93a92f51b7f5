"""The form that sends a pack: to whom besides the organ, and what is confirmed in words."""

from typing import Any

from django import forms

from finsam.rapporter.paket.selectors import KANSLI, REVISOR

UTAN_FORSLAG = "Skicka fast ärenden till beslut saknar tryckt förslag"

KRYSSA = {"required": "Kryssa i rutan om handlingarna ska skickas ändå."}

# The groups that can be chosen besides the organ's own, by the field that chooses them.
GRUPPFALT = {"revisorer": REVISOR, "kansli": KANSLI}


class UtskickForm(forms.Form):
    """`nyckel` and `utskick` say which pack was looked at, and so which one is sent."""

    nyckel = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    utskick = forms.IntegerField(widget=forms.HiddenInput)
    revisorer = forms.BooleanField(label="Skicka också till revisorerna", required=False)
    kansli = forms.BooleanField(label="Skicka också till kansliet", required=False)
    sen = forms.BooleanField(label="Skicka fast kallelsen är sen", error_messages=KRYSSA)
    utan_forslag = forms.BooleanField(label=UTAN_FORSLAG, error_messages=KRYSSA)

    def __init__(
        self, *args: Any, ar_sen: bool = False, saknar_forslag: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        # Asked only where there is something to confirm.
        if not ar_sen:
            del self.fields["sen"]
        if not saknar_forslag:
            del self.fields["utan_forslag"]

    @property
    def grupper(self) -> set[str]:
        """The groups that were chosen besides the organ's own."""
        return {grupp for falt, grupp in GRUPPFALT.items() if self.cleaned_data.get(falt)}

"""The form of a meeting's own facts."""

from typing import Any

from django import forms

from finsam.formfields import Datumfalt, Klockslagsfalt
from finsam.formularskydd import UtanPersonuppgifter
from styrelse.choices import Motesstatus
from styrelse.models import Mote

NAR_OCH_VAR = ("datum", "start", "slut", "plats")
FALT = ("organ", "medlem", *NAR_OCH_VAR, "distans", "kallelsedatum", "inledning", "anteckningar")
FAST_DAG = "Kallelsen är skickad: dag och starttid ligger fast. Ställ in mötet och kalla på nytt."


def andringsbara(mote: Mote) -> frozenset[str]:
    """Which of the meeting's facts may be changed now.

    All until the notice is sent. Then its day and start stand; its end and place until it opens,
    and whether it is held at a distance until it is over. Notes are for meetings without minutes.
    """
    if not mote.pk:
        return frozenset(FALT) - {"anteckningar"}
    utan = {"anteckningar"} if mote.beslutar else set()
    if not mote.utskickat:
        return frozenset(FALT) - utan
    skickat = {
        Motesstatus.KALLAT: {"slut", "plats", "distans"},
        Motesstatus.PAGAR: {"distans"},
    }
    return frozenset(skickat.get(Motesstatus(mote.status), set()) | {"anteckningar"}) - utan


class MoteForm(UtanPersonuppgifter, forms.ModelForm):
    """A meeting; what may not change any more of when and where it is held is shown and locked."""

    class Meta:
        model = Mote
        fields = FALT
        field_classes = {
            "datum": Datumfalt,
            "start": Klockslagsfalt,
            "slut": Klockslagsfalt,
            "kallelsedatum": Datumfalt,
        }
        widgets = {
            "inledning": forms.Textarea(attrs={"rows": 4}),
            "anteckningar": forms.Textarea(attrs={"rows": 12}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        far_andras = andringsbara(self.instance)
        for namn in set(FALT) - far_andras:
            # Kept where the model's rules compare it with what may change.
            if namn in NAR_OCH_VAR:
                self.fields[namn].disabled = True
            else:
                del self.fields[namn]
        if "datum" not in far_andras:
            self.fields["start"].help_text = FAST_DAG

    def _get_validation_exclusions(self) -> set[str]:
        """One meeting then, unless it was called off: its status is asked for though not shown."""
        uteslutna: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return uteslutna - {"status"}

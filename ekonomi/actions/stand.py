"""A guard against writing over each other: what is written was what the page showed."""

from django.core.exceptions import ValidationError

ANDRAD = "{vad} har ändrats sedan sidan öppnades. Granska igen innan du går vidare."


class AndradUnderTiden(ValidationError):
    """Somebody else has saved since the page was opened."""


def krav_oforandrad(vad: str, visat: str, nu: str) -> None:
    """Raises AndradUnderTiden when the mark of the page is another than that of what is stored.

    To be asked when the rows are locked: before that, `nu` may grow old. `visat` is empty where
    no page has been shown. `vad` begins the sentence: "Budgeten".
    """
    if visat and visat != nu:
        raise AndradUnderTiden(ANDRAD.format(vad=vad))

"""What a decision is carried out on is what the meeting had in its annex, or it is refused."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from styrelse.amnen import Motesbeslut
from styrelse.calculations.bilageskillnad import Skillnad, i_ord

INTE_SOM_BILAGAN = (
    "{vad} är inte som i bilagan. {skillnader} Ändra tillbaka till det som styrelsen hade. Om "
    "mötet beslutade det som står i dag: anteckna ”Bifall med ändring” och besluta på {sida}."
)
INGEN_BILAGA = " Styrelsen hade ingen bilaga härifrån att jämföra med."


def krav_som_bilagan(
    beslut: Motesbeslut,
    kallor: Sequence[str],
    jamfor: Callable[[Mapping[str, Any]], Sequence[Skillnad]],
    vad: str,
) -> str:
    """A sentence, led by a space, where the meeting had no annex of those origins; else empty.

    `jamfor` gives what differs from the frozen document, `vad` is the subject in definite form:
    "Budgeten". Raises ValidationError with what stood and what stands where they differ.
    """
    sedda = [beslut.bilagor[kalla] for kalla in kallor if kalla in beslut.bilagor]
    if not sedda:
        return INGEN_BILAGA
    if andrat := jamfor(sedda[0]):
        sida = f"{vad[0].lower()}{vad[1:]}s sida"
        raise ValidationError(INTE_SOM_BILAGAN.format(vad=vad, skillnader=i_ord(andrat), sida=sida))
    return ""

"""What no cell and no line of any file may hold."""

from finsam.tabular.identity import PERSONUPPGIFTER, identitet
from finsam.tabular.location import Filfel, Plats

FORLORAT_TECKEN = "\ufffd"
# "ä" written as UTF-8 and read as Windows-1252 somewhere on the way.
DUBBELKODAT = ("Ã¤", "Ã¥", "Ã¶", "Ã„", "Ã…", "Ã–", "Ã©")


def granska(plats: Plats, text: str) -> None:
    """Raises Filfel for personal identity numbers and for text whose å, ä and ö are lost."""
    if vad := identitet(text):
        raise Filfel(plats, PERSONUPPGIFTER.format(vad=vad))
    if FORLORAT_TECKEN in text or any(par in text for par in DUBBELKODAT):
        raise Filfel(
            plats,
            f"Texten ”{text[:60]}” har förlorat sina å, ä och ö. Spara filen på nytt som UTF-8.",
        )

"""What is said at a field: that another has changed it, or that it may not be stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from insatser.choices import Malstatus
from uppfoljning.calculations.utkast import Annans, Utfall
from uppfoljning.choices import Svar
from uppfoljning.selectors.varden import Skrivunderlag

LANGST = 300


@dataclass(frozen=True)
class Faltnot:
    """A note at a field; with an empty `text` the field's old note goes away.

    `varde` is the other writer's value where there is one to take.
    """

    falt: str
    text: str = ""
    varde: str = ""
    visat: str = ""
    krock: bool = False
    fel: bool = False


def noter(
    underlag: Skrivunderlag, utfall: Utfall, felen: Mapping[str, str], post: QueryDict
) -> list[Faltnot]:
    """A note per field that something is to be said of; an empty one for each that was saved."""
    andras = {annan.falt: _andrades(annan) for annan in utfall.andras}
    fel = {falt: Faltnot(falt, text, fel=True) for falt, text in felen.items()}
    olosta = set(post.getlist("olost")) - set(post.getlist("behall"))
    klara = {falt for falt in post if falt in underlag.falt} | set(post.getlist("behall"))
    tomma = {falt: Faltnot(falt) for falt in klara - olosta}
    return [*(tomma | andras | fel).values()]


def _andrades(annan: Annans) -> Faltnot:
    # An answer and a goal may have the same value and other words: "Delvis", "Delvis uppnått".
    ord_ = dict(Malstatus.choices if annan.falt.startswith("mal__") else Svar.choices)
    visat = str(ord_.get(annan.varde, annan.varde))[:LANGST] or "tomt"
    text = f"{annan.spar['namn']} ändrade detta till ”{visat}” {annan.spar['tid']}."
    return Faltnot(annan.falt, text, annan.varde, visat, annan.krock)

"""The quarterly report as a form: questions, goals and texts, each with the last report's answer.

The counts are a form of their own (forms/antal.py); the page shows both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.tabular.identity import PERSONUPPGIFTER, identitet
from finsam.typografi import versal
from insatser.choices import Malstatus
from uppfoljning.choices import Svar
from uppfoljning.fragor import FORUTSATTNINGAR, GRUPPER, KVALITET, MAL, Fraga
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.varden import Skrivunderlag, malfalt

# The comment that stands below each group of questions.
KOMMENTAR = {
    MAL.id: "i_fas_kommentar",
    FORUTSATTNINGAR.id: "kommentar_forutsattningar",
    KVALITET.id: "kommentar_kvalitet",
}
FRITEXT = ("handelser", "analys")
FORKLARA = (Svar.DELVIS, Svar.NEJ)


def inga_personuppgifter(text: str) -> None:
    """Raises ValidationError where the text holds the number of a person."""
    if vad := identitet(text):
        raise ValidationError(PERSONUPPGIFTER.format(vad=vad), code="personuppgifter")


def svarsval(fraga: Fraga) -> list[tuple[str, str]]:
    """The answers to choose from, "ej besvarad" last."""
    return [(str(svar), str(svar.label)) for svar in (*fraga.alternativ, Svar.EJ_BESVARAD)]


@dataclass(frozen=True)
class Post:
    """A field of the page: the control, and what the last report said in words."""

    falt: forms.BoundField
    forra: str = ""
    forifylld: bool = False


@dataclass(frozen=True)
class Malpost:
    """A goal: its words, and a post for how it stands and one for the outcome."""

    mal: Any
    status: Post
    utfall: Post


@dataclass(frozen=True)
class Sektion:
    """What stands together on the page."""

    id: str
    rubrik: str
    fragor: tuple[Post, ...] = ()
    mal: tuple[Malpost, ...] = ()
    texter: tuple[Post, ...] = ()


class RapportForm(forms.Form):
    """Bound to `data` to be handed in; without it, the page to write on with `varden` in it."""

    def __init__(
        self, underlag: Skrivunderlag, varden: Mapping[str, str], *, bunden: bool = False
    ) -> None:
        super().__init__(data=varden if bunden else None, initial=None if bunden else dict(varden))
        self.underlag = underlag
        self.varden = varden
        for fraga in underlag.fragor:
            self.fields[fraga.falt] = forms.ChoiceField(
                label=fraga.text, choices=svarsval(fraga), widget=forms.RadioSelect
            )
        for falt in (*KOMMENTAR.values(), *FRITEXT):
            self.fields[falt] = _textfalt(_rubrik(falt))
        for mal in underlag.mal:
            self.fields[malfalt(mal.pk, "status")] = forms.ChoiceField(
                label=f"Läget för målet: {mal.text}", choices=_malval(), widget=forms.RadioSelect
            )
            self.fields[malfalt(mal.pk, "utfall")] = _textfalt(f"Utfall: {mal.text}", rader=1)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("i_fas") in FORKLARA and not data.get("i_fas_kommentar", "").strip():
            ord_ = str(Svar(data["i_fas"]).label).lower()
            self.add_error("i_fas_kommentar", f"Förklara varför svaret om fas är ”{ord_}”.")
        return data

    def sektioner(self) -> tuple[Sektion, ...]:
        """Sections in order: the three groups of questions, with the goals in the first; texts."""
        fragade = {fraga.falt for fraga in self.underlag.fragor}
        grupper = (
            Sektion(
                grupp.id,
                grupp.rubrik,
                tuple(self._post(f.falt) for f in grupp.fragor if f.falt in fragade),
                self._malen() if grupp is MAL else (),
                (self._post(KOMMENTAR[grupp.id]),),
            )
            for grupp in GRUPPER
        )
        texter = tuple(self._post(falt) for falt in FRITEXT)
        return (*grupper, Sektion("texter", "Händelser och analys", texter=texter))

    def _malen(self) -> tuple[Malpost, ...]:
        return tuple(
            Malpost(
                mal,
                self._post(malfalt(mal.pk, "status")),
                self._post(malfalt(mal.pk, "utfall")),
            )
            for mal in self.underlag.mal
        )

    def _post(self, falt: str) -> Post:
        forra = self.underlag.forra.get(falt, "")
        val = dict(getattr(self.fields[falt], "choices", ()))
        egen = self.varden.get(falt) == forra
        return Post(
            self[falt], str(val.get(forra, forra)), egen and falt in self.underlag.forifyllda
        )


def _malval() -> Iterable[tuple[str, str]]:
    ovriga = [(str(v), str(v.label)) for v in Malstatus if v != Malstatus.EJ_BEDOMT]
    return [*ovriga, (str(Malstatus.EJ_BEDOMT), str(Malstatus.EJ_BEDOMT.label))]


def _rubrik(falt: str) -> str:
    return versal(str(Kvartalsrapport._meta.get_field(falt).verbose_name))  # type: ignore[union-attr]


def _textfalt(rubrik: str, rader: int = 3) -> forms.CharField:
    return forms.CharField(
        label=rubrik,
        required=False,
        widget=forms.Textarea(attrs={"rows": rader}),
        validators=[inga_personuppgifter],
    )

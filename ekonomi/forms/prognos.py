"""A new forecast, and the grid of its posts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.forms.budgetfalt import Postval, Rutfalt, Standform, radnamn
from ekonomi.models import Prognos
from ekonomi.selectors.arsplaner import budget_for
from ekonomi.selectors.budgetuppfoljning import bokforda_manader
from ekonomi.selectors.prognos import Grupp, Postrad, Prognosbild, Summor, summera
from finsam.formfields import Datumfalt
from finsam.periods import Period
from finsam.typografi import MANADER, versal

INGET_UTFALL = "0"


class NyPrognosForm(forms.ModelForm):
    """Which year, and through which month its outcome is known."""

    manad = forms.ChoiceField(
        label="Utfall till och med",
        choices=[
            (INGET_UTFALL, "Inget utfall"),
            *((str(nr), versal(manad)) for nr, manad in enumerate(MANADER, 1)),
        ],
        help_text="Prognosen utgår från utfallet till och med månaden och budgeten för resten.",
    )

    class Meta:
        model = Prognos
        fields = ("verksamhetsar", "upprattad", "kommentar")
        field_classes = {"upprattad": Datumfalt}
        widgets = {"kommentar": forms.Textarea(attrs={"rows": 4})}

    field_order = ("verksamhetsar", "manad", "upprattad", "kommentar")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bokforda = bokforda_manader()
        idag = timezone.localdate()
        ar = max(self.bokforda, default=idag.year)
        self.fields["verksamhetsar"].initial = ar
        self.fields["manad"].initial = str(self.bokforda.get(ar, 0))
        self.fields["upprattad"].initial = idag

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ar, manad = data.get("verksamhetsar"), data.get("manad")
        if not ar or manad is None:
            return data
        bokford = self.bokforda.get(ar, 0)
        if int(manad) > bokford:
            nar = f"når till och med {MANADER[bokford - 1]}" if bokford else "är inte inläst"
            self.add_error("manad", f"Bokföringen för {ar} {nar}.")
        elif manad == INGET_UTFALL and budget_for(Period(ar)) is None:
            self.add_error("verksamhetsar", f"{ar} har varken beslutad budget eller valt utfall.")
        return data


@dataclass(frozen=True)
class Rutrad:
    """A row of the grid: what is stored or typed, and its two fields."""

    ett: Postrad
    belopp: forms.BoundField
    kommentar: forms.BoundField
    saknar_kommentar: bool


class PrognosForm(Standform):
    """An amount and a comment per post, and a line for a post that is not there."""

    vad = "Prognosen"
    bild: Prognosbild

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ett in self.bild.rader:
            kod, namn = ett.post.nyckel.kod, radnamn(ett.post)
            self.fields[f"belopp-{kod}"] = Rutfalt(f"Prognos, {namn}", initial=ett.rad.prognos)
            self.fields[f"belopp-{kod}"].required = True
            self.fields[f"kommentar-{kod}"] = forms.CharField(
                label=f"Kommentar, {namn}",
                required=False,
                initial=ett.rad.kommentar,
                widget=forms.TextInput(attrs={"aria-label": f"Kommentar, {namn}"}),
            )
        self.fields.update(Postval().falt(0))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        konto, belopp = data.get("ny-konto-0"), data.get("ny-belopp-0")
        if konto and belopp is None:
            self.add_error("ny-belopp-0", "Ange ett belopp.")
        elif belopp is not None and not konto:
            self.add_error("ny-konto-0", "Välj konto.")
        elif (nyckel := self._ny_nyckel(data)) and nyckel in {
            ett.post.nyckel for ett in self.bild.rader
        }:
            self.add_error("ny-konto-0", "Posten för konto, block och insats finns redan.")
        return data

    @staticmethod
    def _ny_nyckel(data: dict[str, Any]) -> Postnyckel | None:
        if not data.get("ny-konto-0"):
            return None
        insats = data.get("ny-insats-0")
        return Postnyckel(
            data["ny-konto-0"], data.get("ny-block-0") or None, int(insats) if insats else None
        )

    def poster(self) -> dict[int, tuple[Decimal, str]]:
        """Amount and comment by the post's key, of a form that is valid."""
        data = self.cleaned_data
        return {
            ett.pk: (data[f"belopp-{kod}"], data[f"kommentar-{kod}"])
            for ett in self.bild.rader
            for kod in (ett.post.nyckel.kod,)
        }

    def ny_post(self) -> tuple[Postnyckel, Decimal, str] | None:
        """The post to add, of a form that is valid."""
        nyckel = self._ny_nyckel(self.cleaned_data)
        if nyckel is None:
            return None
        return nyckel, self.cleaned_data["ny-belopp-0"], self.cleaned_data["ny-kommentar-0"]

    def nya_falt(self) -> list[forms.BoundField]:
        return [
            self[f"ny-{falt}-0"] for falt in ("konto", "block", "insats", "belopp", "kommentar")
        ]

    def grupper(self) -> Iterator[tuple[Grupp, list[Rutrad]]]:
        """The blocks with what is typed, stored or not."""
        for grupp in self.bild.grupper:
            rader = tuple(self._skriven(ett) for ett in grupp.rader)
            yield replace(grupp, rader=rader), [self._rad(ett) for ett in rader]

    def summor(self) -> Summor:
        """The year's result with what is typed."""
        return summera(self._skriven(ett) for ett in self.bild.rader)

    def _skriven(self, ett: Postrad) -> Postrad:
        kod = ett.post.nyckel.kod
        data = self.cleaned_data if self.is_bound else {}
        belopp = data.get(f"belopp-{kod}", ett.rad.prognos)
        kommentar = data.get(f"kommentar-{kod}", ett.rad.kommentar)
        return replace(ett, rad=replace(ett.rad, prognos=belopp, kommentar=kommentar))

    def _rad(self, ett: Postrad) -> Rutrad:
        kod = ett.post.nyckel.kod
        return Rutrad(
            ett,
            self[f"belopp-{kod}"],
            self[f"kommentar-{kod}"],
            ett.rad.saknar_kommentar(self.bild.granser),
        )

"""The grid of a budget by month: twelve amounts per post, or none where it is even."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from ekonomi.actions.budget import Postinnehall
from ekonomi.calculations.budgetmanader import jamna_manader
from ekonomi.calculations.budgetposter import Grupp, Post, Postnyckel, Summor, med_belopp
from ekonomi.forms.budgetfalt import Rutfalt, Rutform, radnamn
from finsam.money import summa
from finsam.typografi import MANADER, versal

HALVFYLLD = "Fyll i alla tolv månaderna, med 0 där inget budgeteras, eller ingen."
MANADSNAMN = [versal(manad[:3]) for manad in MANADER]


@dataclass(frozen=True)
class Manadsrad:
    """A post with its twelve fields, and what they sum to as far as they can be read."""

    post: Post
    falt: list[forms.BoundField]
    summa: Decimal


class Manadsform(Rutform):
    """The months of each post that is there; the year's amount is their sum."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poster = [post for post in self.bild.poster if post.belopp is not None]
        for post in self.poster:
            for nr, namn in enumerate(MANADSNAMN):
                varde = post.manader[nr] if post.manader else None
                etikett = f"{namn}, {radnamn(post)}"
                self.fields[_falt(post, nr)] = Rutfalt(etikett, initial=varde)
        self._fyll_jamnt()

    def _fyll_jamnt(self) -> None:
        """The row whose button was pressed gets an even budget to go on from; nothing is stored."""
        kod = self.data.get("jamnt", "")
        post = next((post for post in self.poster if post.nyckel.kod == kod), None)
        if post is None:
            return
        jamna = {_falt(post, nr): belopp for nr, belopp in enumerate(self._jamna(post))}
        skrivna = {falt: self.fields[falt].prepare_value(ett) for falt, ett in jamna.items()}
        self.data = {**dict(self.data.items()), **skrivna}

    def _jamna(self, post: Post) -> Sequence[Decimal]:
        ar = self.bild.budget.verksamhetsar
        return jamna_manader(post.belopp or Decimal(0), ar, self.bild.spann(post))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for post in self.poster:
            namn = [_falt(post, nr) for nr in range(12)]
            if any(falt in self.errors for falt in namn):
                continue
            tomma = [falt for falt in namn if data.get(falt) is None]
            if 0 < len(tomma) < 12:
                self.add_error(tomma[0], HALVFYLLD)
        return data

    def innehall(self) -> dict[Postnyckel, Postinnehall | None]:
        """What each post is to hold, of a form that is valid; without months it is even."""
        ut: dict[Postnyckel, Postinnehall | None] = {}
        for post in self.poster:
            manader = self._skrivna(post)
            belopp = summa(manader) if manader else post.belopp
            ut[post.nyckel] = Postinnehall(
                belopp or Decimal(0), post.kommentar, tuple(manader) or None
            )
        return ut

    def _skrivna(self, post: Post) -> list[Decimal]:
        """The readable months; those stored where nothing has been sent."""
        if not self.is_bound:
            return list(post.manader or ())
        self.is_valid()
        varden = (self.cleaned_data.get(_falt(post, nr)) for nr in range(12))
        return [belopp for belopp in varden if belopp is not None]

    def _arets(self, post: Post) -> Decimal:
        manader = self._skrivna(post)
        return summa(manader) if manader else post.belopp or Decimal(0)

    def grupper(self) -> list[tuple[Grupp, list[Manadsrad]]]:
        """The blocks with their rows, as the page shows them."""
        return [
            (grupp, [self._rad(post) for post in grupp.poster])
            for grupp in self.bild.grupper(self.poster)
        ]

    def _rad(self, post: Post) -> Manadsrad:
        return Manadsrad(post, [self[_falt(post, nr)] for nr in range(12)], self._arets(post))

    def summor(self) -> tuple[tuple[Grupp, ...], Summor]:
        """Each block's sums and the year's result, with what is typed."""
        arets = {post.nyckel: self._arets(post) for post in self.poster}
        poster = med_belopp(self.bild.poster, arets)
        return self.bild.grupper(poster), self.bild.summor(poster)


def _falt(post: Post, nr: int) -> str:
    return f"m{nr + 1}-{post.nyckel.kod}"

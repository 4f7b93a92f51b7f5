"""The grid of a budget: an amount, a comment and a spread per post, and lines for new posts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms

from ekonomi.actions.budget import Postinnehall
from ekonomi.calculations.budgetmanader import jamna_manader
from ekonomi.calculations.budgetposter import Del, Grupp, Post, Postnyckel, Summor, med_belopp
from ekonomi.forms.budgetfalt import Postval, Rutfalt, Rutform, radnamn
from finsam import typografi

JAMNT, PER_MANAD = "jamnt", "manad"
NYA_RADER, FLEST_NYA = 3, 50


@dataclass(frozen=True)
class Rutrad:
    """A post with its fields as the template shows them.

    `sparat`: somebody else has stored another amount than the one that is typed here.
    """

    post: Post
    belopp: forms.BoundField
    kommentar: forms.BoundField
    fordelning: forms.BoundField
    sparat: bool = False


class Postform(Rutform):
    """The year's amounts. An empty amount is no post: there it is removed, or never made."""

    antal_nya = forms.IntegerField(
        required=False, min_value=0, max_value=FLEST_NYA, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poster = [*self.bild.poster, *self._forsvunna()]
        for post in self.poster:
            self._lagg_till_falt(post)
        self.antal = self._antal_nya()
        self.fields["antal_nya"].initial = self.antal
        val = Postval() if self.antal else None
        for nr in range(self.antal):
            self.fields.update(val.falt(nr) if val else {})

    def _forsvunna(self) -> Iterator[Post]:
        """Posts that stood on the page when it was opened and have been removed since."""
        kanda = {post.nyckel for post in self.bild.poster}
        for namn in self.data:
            nyckel = Postnyckel.fran_kod(namn.removeprefix("belopp-"))
            if namn.startswith("belopp-") and nyckel and nyckel not in kanda:
                yield self.bild.ny_post(nyckel)

    def _antal_nya(self) -> int:
        skickat = self.data.get("antal_nya", "")
        antal = int(skickat) if skickat.isdecimal() else NYA_RADER
        return min(antal + (5 if "fler" in self.data else 0), FLEST_NYA)

    def _lagg_till_falt(self, post: Post) -> None:
        kod, namn = post.nyckel.kod, radnamn(post)
        self.fields[f"belopp-{kod}"] = Rutfalt(f"Belopp, {namn}", initial=post.belopp)
        self.fields[f"kommentar-{kod}"] = forms.CharField(
            label=f"Kommentar, {namn}",
            required=False,
            max_length=200,
            initial=post.kommentar,
            widget=forms.TextInput(attrs={"aria-label": f"Kommentar, {namn}"}),
        )
        self.fields[f"fordelning-{kod}"] = forms.ChoiceField(
            label=f"Fördelning, {namn}",
            required=False,
            choices=[(JAMNT, "Jämnt"), (PER_MANAD, "Per månad")],
            initial=PER_MANAD if post.manader else JAMNT,
            widget=forms.Select(attrs={"aria-label": f"Fördelning, {namn}"}),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for post in self.poster:
            self._granska(post, data)
        for nr in range(self.antal):
            self._granska_ny(nr, data)
        return data

    def _granska(self, post: Post, data: dict[str, Any]) -> None:
        kod = post.nyckel.kod
        belopp, falt = data.get(f"belopp-{kod}"), f"belopp-{kod}"
        if falt in self.errors:
            return
        if belopp is None and post.belopp is None and data.get(f"kommentar-{kod}"):
            self.add_error(falt, "Ange beloppet som kommentaren gäller.")
        manadsvis = post.manader and data.get(f"fordelning-{kod}") == PER_MANAD
        if manadsvis and belopp is not None and belopp != post.belopp:
            self.add_error(
                falt,
                f"Månaderna summerar till {typografi.med_enhet(post.belopp, 'kr')}. Ändra dem, "
                "eller välj jämn fördelning.",
            )

    def _granska_ny(self, nr: int, data: dict[str, Any]) -> None:
        belopp, konto = data.get(f"ny-belopp-{nr}"), data.get(f"ny-konto-{nr}")
        if f"ny-belopp-{nr}" in self.errors or f"ny-konto-{nr}" in self.errors:
            return
        if belopp is not None and not konto:
            self.add_error(f"ny-konto-{nr}", "Välj konto.")
        elif konto and belopp is None:
            self.add_error(f"ny-belopp-{nr}", "Ange ett belopp.")
        elif konto:
            nyckel = self._ny_nyckel(nr, data)
            andra = [self._ny_nyckel(annan, data) for annan in range(nr)]
            if nyckel in andra or any(
                post.nyckel == nyckel and post.belopp is not None for post in self.poster
            ):
                self.add_error(f"ny-konto-{nr}", "Posten för konto, block och insats finns redan.")

    @staticmethod
    def _ny_nyckel(nr: int, data: dict[str, Any]) -> Postnyckel | None:
        konto = data.get(f"ny-konto-{nr}")
        insats = data.get(f"ny-insats-{nr}")
        block = data.get(f"ny-block-{nr}") or None
        return Postnyckel(konto, block, int(insats) if insats else None) if konto else None

    def innehall(self) -> dict[Postnyckel, Postinnehall | None]:
        """What each post is to hold, of a form that is valid; None removes it."""
        ut: dict[Postnyckel, Postinnehall | None] = {}
        for post in self.poster:
            ut[post.nyckel] = self._post(post)
        for nr in range(self.antal):
            nyckel = self._ny_nyckel(nr, self.cleaned_data)
            if nyckel:
                belopp = self.cleaned_data[f"ny-belopp-{nr}"]
                ut[nyckel] = Postinnehall(belopp, self.cleaned_data[f"ny-kommentar-{nr}"])
        return ut

    def _post(self, post: Post) -> Postinnehall | None:
        kod, data = post.nyckel.kod, self.cleaned_data
        belopp: Decimal | None = data[f"belopp-{kod}"]
        if belopp is None:
            return None
        manader = None
        if data[f"fordelning-{kod}"] == PER_MANAD:
            ar = self.bild.budget.verksamhetsar
            manader = post.manader or jamna_manader(belopp, ar, self.bild.spann(post))
        return Postinnehall(belopp, data[f"kommentar-{kod}"], manader)

    def skrivna(self) -> list[Post]:
        """The posts with the readable amounts that are typed, stored or not."""
        if not self.is_bound:
            return self.poster
        self.is_valid()
        belopp = {
            post.nyckel: self.cleaned_data[f"belopp-{post.nyckel.kod}"]
            for post in self.poster
            if f"belopp-{post.nyckel.kod}" in self.cleaned_data
        }
        nya = [
            replace(self.bild.ny_post(nyckel), belopp=self.cleaned_data.get(f"ny-belopp-{nr}"))
            for nr in range(self.antal)
            if (nyckel := self._ny_nyckel(nr, self.cleaned_data))
        ]
        return [*med_belopp(self.poster, belopp), *nya]

    def grupper(self) -> list[tuple[Grupp, list[tuple[Del, list[Rutrad]]]]]:
        """The blocks with their kinds and rows, as the page shows them."""
        return [
            (grupp, [(del_, [self._rad(post) for post in del_.poster]) for del_ in grupp.delar])
            for grupp in self.bild.grupper(self.poster)
        ]

    def _rad(self, post: Post) -> Rutrad:
        kod = post.nyckel.kod
        skrivet = self.cleaned_data.get(f"belopp-{kod}") if self.is_bound else None
        return Rutrad(
            post,
            self[f"belopp-{kod}"],
            self[f"kommentar-{kod}"],
            self[f"fordelning-{kod}"],
            sparat=self.krock and skrivet != post.belopp,
        )

    def nya(self) -> list[list[forms.BoundField]]:
        """The lines for new posts: account, block, insats, amount, comment."""
        return [
            [
                self[f"ny-{falt}-{nr}"]
                for falt in ("konto", "block", "insats", "belopp", "kommentar")
            ]
            for nr in range(self.antal)
        ]

    def summor(self) -> tuple[tuple[Grupp, ...], Summor]:
        """Each block's sums and the year's result, with what is typed."""
        poster = self.skrivna()
        return self.bild.grupper(poster), self.bild.summor(poster)

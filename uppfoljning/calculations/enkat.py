"""What a survey says: share who answered, distribution of each question, share who agree (F44).

Works on counters, never on one person's answers. What too few have answered is not there at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam.fordelning import storsta_rest
from finsam.money import andel, avrunda

FRITEXT = "fritext"
# From the lowest step, which is 1, to the highest; by the choices' values.
SKALOR: Mapping[str, tuple[str, ...]] = {
    "instammer": (
        "Instämmer inte alls",
        "Instämmer i liten grad",
        "Instämmer delvis",
        "Instämmer i hög grad",
        "Instämmer helt",
    ),
    "ja_nej": ("Nej, inte alls", "Nej, knappast", "Ja, till viss del", "Ja, helt"),
    # One who has written something is counted on the one step of the free text.
    FRITEXT: ("Har skrivit",),
}
HOPPADE_OVER = 0
# "Instämmer" is the two highest steps of a scale (F44).
OVERSTA = 2
# Those who answer are promised that fewer than these are never shown, whatever is set.
MINST_SVAR = 5


def minsta_svar(minsta_antal: int) -> int:
    """How many must have answered before anything is shown; the association may ask for more."""
    return max(MINST_SVAR, minsta_antal)


@dataclass(frozen=True)
class Frageunderlag:
    """A question as it was asked; `skala` is the choice's value."""

    pk: int
    nr: int
    text: str
    skala: str


@dataclass(frozen=True)
class Omgangsunderlag:
    """A closed round: counters by question and step, and texts by question in random order."""

    pk: int
    namn: str
    stangde: date
    utskick: int
    rakningar: Mapping[int, Mapping[int, int]]
    texter: Mapping[int, tuple[str, ...]]
    sammanfattning: str = ""

    @property
    def svar(self) -> int:
        """How many answered: the counters of every question add up to it."""
        return max((sum(steg.values()) for steg in self.rakningar.values()), default=0)


@dataclass(frozen=True)
class Stegutfall:
    """One step of the scale: how many chose it, and their whole per cent of those who answered."""

    text: str
    antal: int
    procent: int


@dataclass(frozen=True)
class Frageutfall:
    """A question's distribution, from the lowest step; the per cents add to 100.

    `instammer` is the share on the two highest steps in whole per cent (F44).
    """

    besvarade: int
    hoppade_over: int
    steg: tuple[Stegutfall, ...]
    instammer: int


@dataclass(frozen=True)
class Omgangsresultat:
    """A round as it may be shown; `fragor` and `texter` are empty where too few answered.

    A question that too few answered is missing from `fragor`; `stallda` are all that were asked.
    """

    pk: int
    namn: str
    stangde: date
    svar: int
    utskick: int
    visas: bool
    stallda: frozenset[int]
    fragor: Mapping[int, Frageutfall]
    texter: Mapping[int, tuple[str, ...]]
    sammanfattning: str

    @property
    def svarsfrekvens(self) -> Decimal | None:
        return svarsfrekvens(self.svar, self.utskick)

    def instammer(self, fraga: int) -> int | None:
        """The question's per cent who agree; None where it is not shown."""
        utfall = self.fragor.get(fraga)
        return utfall.instammer if utfall else None


def svarsfrekvens(svar: int, utskick: int) -> Decimal | None:
    """Answers as a share of those asked (F44), unrounded; None when nobody was asked."""
    return andel(svar, utskick)


def frageutfall(skala: str, antal: Mapping[int, int], minst: int) -> Frageutfall | None:
    """The distribution of a question on a scale; None where fewer than `minst` answered it."""
    etiketter = SKALOR[skala]
    per_steg = [antal.get(steg, 0) for steg in range(1, len(etiketter) + 1)]
    besvarade = sum(per_steg)
    if besvarade < max(minst, 1):
        return None
    procent = storsta_rest(100, per_steg)
    return Frageutfall(
        besvarade=besvarade,
        hoppade_over=antal.get(HOPPADE_OVER, 0),
        steg=tuple(map(Stegutfall, etiketter, per_steg, procent)),
        instammer=int(avrunda(Decimal(100 * sum(per_steg[-OVERSTA:])) / besvarade)),
    )


def omgangsresultat(
    omgang: Omgangsunderlag, fragor: tuple[Frageunderlag, ...], minst: int
) -> Omgangsresultat:
    """What may be shown of a closed round: nothing of its answers when fewer than `minst`."""
    visas = omgang.svar >= minst
    utfall = {
        fraga.pk: funnet
        for fraga in fragor
        if visas
        and fraga.skala != FRITEXT
        and (funnet := frageutfall(fraga.skala, omgang.rakningar.get(fraga.pk, {}), minst))
    }
    return Omgangsresultat(
        pk=omgang.pk,
        namn=omgang.namn,
        stangde=omgang.stangde,
        svar=omgang.svar,
        utskick=omgang.utskick,
        visas=visas,
        stallda=frozenset(omgang.rakningar),
        fragor=utfall,
        texter=omgang.texter if visas else {},
        sammanfattning=omgang.sammanfattning,
    )

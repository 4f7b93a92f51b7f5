"""What a forecast is made from and judged by: budget and outcome, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from ekonomi.calculations.budgetposter import Post, Postnyckel, gruppera
from ekonomi.calculations.prognos import Prognosrad, foresla
from ekonomi.models import Prognos, Prognospost
from ekonomi.selectors.budget import (
    Namn,
    arets_mall,
    blocknamn,
    nyckel_for,
    poststand,
    postutfall,
)
from ekonomi.selectors.forbrukning import kvotgranser
from ekonomi.selectors.uppstallning import underlag
from ekonomi.uppstallning import Uppstallningsmall
from ekonomi.uppstallning.saldon import budgeterat
from finsam.money import NOLL, kronor, summa
from finsam.periods import ACKUMULERAD, Period
from insatser.calculations.forbrukningsrad import Kvotgranser


@dataclass(frozen=True)
class Prognosgrund:
    """The year's budget, what it has left after the last month, and the outcome to date."""

    budget: Mapping[Postnyckel, Decimal]
    utfall: Mapping[Postnyckel, Decimal]
    aterstar: Mapping[Postnyckel, Decimal]
    namn: Namn
    mall: Uppstallningsmall | None

    @property
    def forslag(self) -> dict[Postnyckel, Decimal]:
        return foresla(self.utfall, self.aterstar)


@dataclass(frozen=True)
class Postrad:
    """A stored post with its words, and with what it is judged by."""

    pk: int
    post: Post
    rad: Prognosrad[Postnyckel]


@dataclass(frozen=True)
class Summor:
    """Sums of some rows, kr."""

    utfall: Decimal
    budget: Decimal
    forslag: Decimal
    prognos: Decimal

    @property
    def diff(self) -> Decimal:
        return self.prognos - self.budget


@dataclass(frozen=True)
class Grupp:
    """The rows of a block (a line or a heading of the driftredovisning)."""

    namn: str
    rader: tuple[Postrad, ...]

    @property
    def summor(self) -> Summor:
        return summera(self.rader)


@dataclass(frozen=True)
class Prognosbild:
    """A forecast's posts by block, beside outcome, budget and suggestion."""

    prognos: Prognos
    grupper: tuple[Grupp, ...]
    granser: Kvotgranser
    # The mark of the stored posts.
    stand: str = ""

    @property
    def rader(self) -> tuple[Postrad, ...]:
        return tuple(rad for grupp in self.grupper for rad in grupp.rader)

    @property
    def summor(self) -> Summor:
        """Everything together: the year's result."""
        return summera(self.rader)

    @property
    def utan_kommentar(self) -> tuple[Postrad, ...]:
        """The rows that leave the budget by more than the limits without a word, largest first."""
        utan = (ett for ett in self.rader if ett.rad.saknar_kommentar(self.granser))
        return tuple(sorted(utan, key=lambda ett: -abs(ett.rad.diff)))


def summera(rader: Iterable[Postrad]) -> Summor:
    alla = [ett.rad for ett in rader]
    return Summor(
        utfall=summa(rad.utfall for rad in alla),
        budget=summa(rad.budget for rad in alla),
        forslag=summa(rad.forslag for rad in alla),
        prognos=summa(rad.prognos for rad in alla),
    )


def prognosgrund(verksamhetsar: int, manad: int) -> Prognosgrund:
    """What a forecast that builds on the outcome through `manad` (0: none) starts from.

    The budget is the latest decided one. 13 queries.
    """
    period = Period(verksamhetsar, ACKUMULERAD, manad or 12)
    grund, mall = underlag(period, {verksamhetsar}), arets_mall(verksamhetsar)
    namn = Namn(
        {konto.nummer: konto.namn for konto in grund.konton},
        blocknamn(),
        {insats.nr: insats for insats in grund.insatser},
    )
    budget: dict[Postnyckel, Decimal] = {}
    aterstar: dict[Postnyckel, Decimal] = {}
    for rad in grund.budget.get(verksamhetsar, ()):
        nyckel = Postnyckel(rad.konto, rad.block, rad.insats)
        hittills = budgeterat(rad, namn.insatser.get(rad.insats or 0), period) if manad else NOLL
        budget[nyckel], aterstar[nyckel] = rad.belopp, rad.belopp - hittills
    utfall = postutfall(grund, verksamhetsar, mall, budget, manad)
    return Prognosgrund(budget, utfall, aterstar, namn, mall)


def prognosbild(prognos: Prognos) -> Prognosbild:
    """Everything that a forecast's pages show; 15 queries."""
    grund = prognosgrund(
        prognos.verksamhetsar, prognos.utfall_tom.month if prognos.utfall_tom else 0
    )
    forslag = grund.forslag
    poster = list(prognosposter(prognos))
    rader = {nyckel_for(post): _postrad(prognos, post, grund, forslag) for post in poster}
    grupper = gruppera(grund.mall, (ett.post for ett in rader.values()))
    return Prognosbild(
        prognos,
        tuple(Grupp(g.namn, tuple(rader[post.nyckel] for post in g.poster)) for g in grupper),
        kvotgranser(),
        poststand(poster),
    )


def prognosposter(prognos: Prognos) -> QuerySet[Prognospost]:
    """The forecast's posts with account, block and insats along; 1 query."""
    return prognos.poster.select_related("konto", "kostnadsblock", "insats")


def tidigare_kommentarer(verksamhetsar: int) -> dict[Postnyckel, str]:
    """What the year's latest version says of its lines: still true until somebody changes it."""
    senaste = Prognos.objects.filter(verksamhetsar=verksamhetsar).order_by("-version").first()
    if senaste is None:
        return {}
    poster = senaste.poster.exclude(kommentar="")
    poster = poster.select_related("konto", "kostnadsblock", "insats")
    return {nyckel_for(post): post.kommentar for post in poster}


def _postrad(
    prognos: Prognos, post: Prognospost, grund: Prognosgrund, forslag: Mapping[Postnyckel, Decimal]
) -> Postrad:
    nyckel = nyckel_for(post)
    return Postrad(
        pk=post.pk,
        post=grund.namn.post(nyckel, None, prognos.verksamhetsar),
        rad=Prognosrad(
            nyckel=nyckel,
            utfall=grund.utfall.get(nyckel, NOLL),
            budget=grund.budget.get(nyckel, NOLL),
            forslag=forslag.get(nyckel, NOLL),
            prognos=kronor(post.belopp),
            kommentar=post.kommentar,
        ),
    )

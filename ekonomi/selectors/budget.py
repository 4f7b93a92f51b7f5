"""A version of a budget beside last year's budget and outcome, and what insatser may use."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from ekonomi.calculations.budgetdiff import Postvarde
from ekonomi.calculations.budgetposter import Grupp, Post, Postnyckel, Summor, gruppera, summera
from ekonomi.calculations.stand import stand
from ekonomi.models import Budget, Budgetpost, Objekt, Prognospost, Rakenskapsar
from ekonomi.models.arspost import Arspost
from ekonomi.models.budget import MANADER
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from ekonomi.selectors.bokslut import fullstandiga_ar
from ekonomi.selectors.uppstallning import UppstallningSaknas, underlag, uppstallningsmall
from ekonomi.uppstallning import Underlag, UppstallningFel, Uppstallningsmall
from ekonomi.uppstallning.saldon import projektkod
from finsam.money import NOLL, kronor
from finsam.periods import Period
from insatser.calculations.forbrukning import Insatsunderlag


@dataclass(frozen=True)
class Budgetbild:
    """A version's posts by block, with what they are compared with.

    `jamford`: the version of the year before that is compared with, None when there is none;
    `utfallsar`: the latest year before it with a complete ledger. Both among what the
    reader may see. `stand` is the mark of the stored posts.
    """

    budget: Budget
    mall: Uppstallningsmall | None
    poster: tuple[Post, ...]
    jamford: Budget | None
    utfallsar: int | None
    namn: "Namn"
    stand: str = ""

    def ny_post(self, nyckel: Postnyckel) -> Post:
        """A post that the budget does not have, in words."""
        return self.namn.post(nyckel, None, self.budget.verksamhetsar)

    def grupper(self, poster: Iterable[Post] | None = None) -> tuple[Grupp, ...]:
        """The posts by block; `poster` instead of the stored ones."""
        return gruppera(self.mall, self.poster if poster is None else poster)

    def summor(self, poster: Iterable[Post] | None = None) -> Summor:
        """Everything together: the year's result."""
        return summera(self.poster if poster is None else poster)

    def spann(self, post: Post) -> tuple[date, date] | None:
        """The days over which an even budget of the post is shared; None for the whole year."""
        insats = self.namn.insatser.get(post.nyckel.insats or 0)
        return (insats.start, insats.slut) if insats else None


def gallande_budget(verksamhetsar: int, budgetar: QuerySet[Budget] | None = None) -> Budget | None:
    """The year's latest decided version, else its latest proposal; 1 query.

    `budgetar`: the versions that the reader may see; None for all.
    """
    alla = Budget.objects.all() if budgetar is None else budgetar
    versioner = alla.filter(verksamhetsar=verksamhetsar)
    return _senaste_beslutade_eller_sista(versioner.order_by("version"))


def foregangare(budget: Budget, budgetar: QuerySet[Budget] | None = None) -> Budget | None:
    """The version that this one revises: the latest decided before it, else the one before it.

    `budgetar`: the versions that the reader may see; None for all.
    """
    alla = Budget.objects.all() if budgetar is None else budgetar
    tidigare = alla.filter(verksamhetsar=budget.verksamhetsar, version__lt=budget.version)
    return _senaste_beslutade_eller_sista(tidigare.order_by("version"))


def ersattare(budget: Budget) -> Budget | None:
    """The latest decided version of the year after this decided one, which holds instead of it."""
    if not budget.last:
        return None
    senare = Budget.objects.beslutade().filter(
        verksamhetsar=budget.verksamhetsar, version__gt=budget.version
    )
    return senare.order_by("version").last()


def _senaste_beslutade_eller_sista(versioner: Iterable[Budget]) -> Budget | None:
    versioner = list(versioner)
    valda = [version for version in versioner if version.last] or versioner
    return valda[-1] if valda else None


def postvarden(budget: Budget) -> dict[Postnyckel, Postvarde]:
    """The version's posts by what they are about; 1 query."""
    return {nyckel_for(post): _varde(post) for post in poster_i(budget)}


def budgetbild(
    budget: Budget,
    aren: QuerySet[Rakenskapsar] | None = None,
    budgetar: QuerySet[Budget] | None = None,
) -> Budgetbild:
    """Everything that a version's pages show; a constant number of queries.

    `aren` and `budgetar`: the years whose ledger, and the versions, that the reader may see;
    None for all.
    """
    ar = budget.verksamhetsar
    jamford, utfallsar = gallande_budget(ar - 1, budgetar), _utfallsar(ar, aren)
    grund = underlag(Period(utfallsar or ar), {utfallsar} if utfallsar else set())
    insatser = {insats.nr: insats for insats in grund.insatser}
    mall = arets_mall(ar)
    sparade = list(poster_i(budget))
    egna = {nyckel_for(post): post for post in sparade}
    fg_budget = postvarden(jamford) if jamford else {}
    fg_utfall = postutfall(grund, utfallsar, mall, {*egna, *fg_budget})
    beviljat = _beviljat(ar, insatser.values(), [*egna, *fg_budget, *fg_utfall])
    namn = Namn({k.nummer: k.namn for k in grund.konton}, blocknamn(), insatser)
    nycklar = dict.fromkeys([*egna, *fg_budget, *fg_utfall, *beviljat])
    poster = tuple(
        replace(
            namn.post(nyckel, egna.get(nyckel), ar),
            fg_budget=fg_budget[nyckel].belopp if nyckel in fg_budget else None,
            fg_utfall=fg_utfall.get(nyckel),
            beviljat=beviljat.get(nyckel),
        )
        for nyckel in nycklar
    )
    return Budgetbild(budget, mall, poster, jamford, utfallsar, namn, poststand(sparade))


@dataclass(frozen=True)
class Namn:
    """What accounts, blocks and insatser are called, by number, code and number."""

    konton: Mapping[str, str]
    block: Mapping[str, str]
    insatser: Mapping[int, Insatsunderlag]

    def post(self, nyckel: Postnyckel, post: Budgetpost | None, ar: int) -> Post:
        """The post in words, without its comparisons; `post` None: it is not in the budget."""
        insats = self.insatser.get(nyckel.insats or 0)
        konto = f"{nyckel.konto} {self.konton.get(nyckel.konto, '')}".rstrip()
        grund = Post(nyckel, konto, self.block.get(nyckel.block or "", ""))
        if insats:
            grund = replace(
                grund,
                etikett=f"{insats.kortnamn}, {insats.agartext or insats.agare.kortnamn}",
                projekt=projektkod(insats),
                insatstyp=insats.insatstyp,
                ordning=insats.ordning,
                avslutad=insats.slut < date(ar, 1, 1),
            )
        if post is None:
            return grund
        varde = _varde(post)
        return replace(grund, belopp=varde.belopp, manader=varde.manader, kommentar=post.kommentar)


def poster_i(budget: Budget) -> QuerySet[Budgetpost]:
    """The version's posts with account, block and insats along; 1 query."""
    return budget.poster.select_related("konto", "kostnadsblock", "insats").order_by(
        "konto__nummer", "pk"
    )


def poststand(poster: Iterable[Budgetpost | Prognospost]) -> str:
    """The mark of a version's posts as they are stored; of rows fetched with `poster_i`."""
    return stand(
        (
            nyckel_for(post).kod,
            kronor(post.belopp),
            post.kommentar,
            *(getattr(post, manad, None) for manad in MANADER),
        )
        for post in poster
    )


def nyckel_for(post: Arspost) -> Postnyckel:
    """What the post is about, read from rows that were fetched along with it."""
    return Postnyckel(
        post.konto.nummer,
        post.kostnadsblock.kod if post.kostnadsblock else None,
        post.insats.nr if post.insats else None,
    )


def _varde(post: Budgetpost) -> Postvarde:
    manader = tuple(getattr(post, manad) for manad in MANADER)
    # All twelve or none are there: a rule of the table says so.
    planerade = None if manader[0] is None else tuple(kronor(belopp) for belopp in manader)
    return Postvarde(kronor(post.belopp), planerade)


def arets_mall(ar: int) -> Uppstallningsmall | None:
    """The year's layout, None where there is none that can be used; 1 query."""
    try:
        return uppstallningsmall(ar)
    except (UppstallningSaknas, UppstallningFel):
        return None


def _utfallsar(ar: int, aren: QuerySet[Rakenskapsar] | None) -> int | None:
    """The latest of the years before it whose ledger is complete; part of a year is no measure."""
    hela = fullstandiga_ar(timezone.localdate())
    alla = Rakenskapsar.objects.all() if aren is None else aren
    tidigare = alla.filter(verksamhetsar__in=hela, verksamhetsar__lt=ar).order_by("-verksamhetsar")
    return tidigare.values_list("verksamhetsar", flat=True).first()


def blocknamn() -> dict[str, str]:
    """Every cost block's name by its code."""
    return {
        kod: namn or kod
        for kod, namn in Objekt.objects.filter(
            dimension__nummer=DIMENSION_KOSTNADSBLOCK
        ).values_list("kod", "namn")
    }


def postutfall(
    grund: Underlag,
    ar: int | None,
    mall: Uppstallningsmall | None,
    kanda: Collection[Postnyckel],
    sista_manad: int = 12,
) -> dict[Postnyckel, Decimal]:
    """The year's income and costs by post, through the month, with the sign of print."""
    resultatkonton = {k.nummer for k in grund.konton if k.resultatkonto}
    utan_rad = mall.utan_rad if mall else ()
    per_projekt = {insats.projektkod: insats.nr for insats in grund.insatser if insats.projektkod}
    utfall: dict[Postnyckel, Decimal] = defaultdict(lambda: NOLL)
    for saldo in grund.saldon.get(ar or 0, ()):
        flyttat = any(int(saldo.konto) in intervall for intervall in utan_rad)
        i_tid = 0 < saldo.manad <= sista_manad
        if i_tid and saldo.konto in resultatkonton and not flyttat:
            insats = per_projekt.get(saldo.projekt or "")
            nyckel = Postnyckel(saldo.konto, saldo.block, insats)
            if insats and nyckel not in kanda:
                # An insats is one post, whatever block its bookings have.
                nyckel = Postnyckel(saldo.konto, None, insats)
            utfall[nyckel] -= saldo.belopp
    return {nyckel: kronor(belopp) for nyckel, belopp in utfall.items() if belopp}


def _beviljat(
    ar: int, insatser: Iterable[Insatsunderlag], poster: Collection[Postnyckel]
) -> dict[Postnyckel, Decimal]:
    """What each insats may use in the year, as a cost, on the account where it stands.

    One that stands nowhere yet goes where others of the same kind of owner do.
    """
    per_insats: dict[int, Postnyckel] = {}
    for nyckel in poster:
        if nyckel.insats:
            per_insats.setdefault(nyckel.insats, nyckel)
    agartyp = {insats.nr: insats.agare.typ for insats in insatser}
    vanliga: dict[str, Counter[str]] = defaultdict(Counter)
    for nr, nyckel in per_insats.items():
        vanliga[agartyp.get(nr, "")][nyckel.konto] += 1
    ut = {}
    for insats in insatser:
        vanlig = vanliga[insats.agare.typ].most_common(1)
        foreslagen = Postnyckel(vanlig[0][0], None, insats.nr) if vanlig else None
        plats = per_insats.get(insats.nr, foreslagen)
        if plats and insats.budget.get(ar):
            ut[plats] = -insats.budget[ar]
    return ut

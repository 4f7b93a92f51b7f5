"""A budget's way: proposed, filled in, decided, revised. Each step one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from ekonomi.actions.stand import krav_oforandrad
from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.choices import Budgetstatus
from ekonomi.models import Budget, Budgetpost, Konto, Objekt
from ekonomi.models.budget import MANADER
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from ekonomi.selectors.budget import nyckel_for, poster_i, poststand
from finsam.models import Anvandare
from finsam.signering import signera
from insatser.models import Insats

VAD = "Budgeten"
SENARE_ATT_REVIDERA = "Version {version} är beslutad senare: revidera den i stället."
SENARE_BESLUTAD = "Version {version} är redan beslutad: gör en ny version av den i stället."


@dataclass(frozen=True)
class Postinnehall:
    """What a post is to hold: kr of the year, why, and its twelve months or none."""

    belopp: Decimal
    kommentar: str = ""
    manader: tuple[Decimal, ...] | None = None


def andringshinder(budget: Budget) -> str:
    """Why the budget may not be changed, in a sentence; empty where it may."""
    if not budget.last:
        return ""
    return f"Budgeten är {budget.get_status_display().lower()} och ändras inte: revidera den."


@transaction.atomic
def spara_poster(
    budget: Budget,
    nya: Mapping[Postnyckel, Postinnehall | None],
    user: Anvandare,
    visat: str = "",
) -> int:
    """Each post named becomes what is said of it, None removes it; returns how many changed.

    Other posts are left. `visat` is the mark of the posts that the user was shown. Raises
    ValidationError, with Swedish sentences, and changes nothing: AndradUnderTiden when somebody
    else has saved since.
    """
    budget = las_oppen(budget)
    sparade = list(poster_i(budget))
    krav_oforandrad(VAD, visat, poststand(sparade))
    befintliga = {nyckel_for(post): post for post in sparade}
    register = Register()
    andrade = 0
    for nyckel, innehall in nya.items():
        post = befintliga.get(nyckel)
        if innehall is None:
            if post:
                _ta_bort_post(post, user)
                andrade += 1
            continue
        post = post or Budgetpost(budget=budget, **register.falt(nyckel))
        andrade += _fyll(post, innehall, user)
    return andrade


@transaction.atomic
def faststall(
    budget: Budget,
    beslutad: date,
    paragraf: str,
    samrad: date | None,
    user: Anvandare,
    visat: str = "",
) -> None:
    """The board's decision: a year's first is fastställd, later ones are reviderade.

    `visat` is the mark of the posts that the user was shown. Raises ValidationError when the
    rules refuse it (23 §), for a budget without posts, and when they are others than was shown.
    """
    budget = las_oppen(budget)
    krav_oforandrad(VAD, visat, poststand(poster_i(budget)))
    beslutade = Budget.objects.beslutade().filter(verksamhetsar=budget.verksamhetsar)
    senare = beslutade.filter(version__gt=budget.version).first()
    if senare:
        raise ValidationError(SENARE_BESLUTAD.format(version=senare.version))
    if not budget.poster.exists():
        raise ValidationError("Budgeten har inga poster att besluta om.")
    budget.status = Budgetstatus.REVIDERAD if beslutade.exists() else Budgetstatus.FASTSTALLD
    budget.beslutad, budget.paragraf, budget.samrad = beslutad, paragraf, samrad
    _spara(budget, user)


@transaction.atomic
def revidera(budget: Budget, user: Anvandare, idag: date) -> Budget:
    """A new proposal with the posts of the year's latest decided version. Raises ValidationError.

    An older one is refused: what has been decided after it would fall away without a word.
    """
    if not budget.last:
        raise ValidationError("Budgeten är ett förslag: ändra det i stället för att revidera.")
    senare = Budget.objects.filter(verksamhetsar=budget.verksamhetsar, version__gt=budget.version)
    senaste = senare.beslutade().order_by("version").last()
    if senaste:
        raise ValidationError(SENARE_ATT_REVIDERA.format(version=senaste.version))
    oppet = senare.forslag().first()
    if oppet:
        raise ValidationError(f"Version {oppet.version} är redan ett förslag till revidering.")
    ny = ny_version(budget.verksamhetsar, idag, user)
    kopiera_poster(budget, ny, user)
    return ny


@transaction.atomic
def ta_bort(budget: Budget, user: Anvandare) -> None:
    """Removes a proposal with its posts. Raises ValidationError for a decided one."""
    budget = las_oppen(budget)
    for post in budget.poster.all():
        _ta_bort_post(post, user)
    signera(budget, user)
    budget.delete()


def las_oppen(budget: Budget) -> Budget:
    """The version as it is now, locked until the transaction ends. Raises ValidationError."""
    rad: Budget | None = Budget.objects.select_for_update().filter(pk=budget.pk).first()
    if rad is None:
        raise ValidationError("Förslaget är borttaget.")
    if hinder := andringshinder(rad):
        raise ValidationError(hinder)
    return rad


def ny_version(verksamhetsar: int, upprattad: date, user: Anvandare) -> Budget:
    """An empty proposal, numbered after the year's latest; inside a transaction."""
    tidigare = Budget.objects.select_for_update().filter(verksamhetsar=verksamhetsar)
    senaste = max((version.version for version in tidigare), default=0)
    budget = Budget(verksamhetsar=verksamhetsar, version=senaste + 1, upprattad=upprattad)
    _spara(budget, user)
    return budget


def kopiera_poster(
    fran: Budget, till: Budget, user: Anvandare, utan_insatser: bool = False
) -> None:
    """The posts of one version, months and comments included, into another that is empty."""
    for post in poster_i(fran):
        if not (utan_insatser and post.insats_id):
            post.pk, post.budget = None, till
            post._state.adding = True
            _spara_post(post, user)


class Register:
    """Accounts, blocks and insatser by what they are called; three queries, asked for once."""

    def __init__(self) -> None:
        self.konton = {konto.nummer: konto for konto in Konto.objects.all()}
        block = Objekt.objects.filter(dimension__nummer=DIMENSION_KOSTNADSBLOCK)
        self.block = {objekt.kod: objekt for objekt in block}
        self.insatser = {insats.nr: insats for insats in Insats.objects.all()}

    def falt(self, nyckel: Postnyckel) -> dict[str, Konto | Objekt | Insats | None]:
        """The fields of a post of that key. Raises ValidationError for what does not exist."""
        konto = self.konton.get(nyckel.konto)
        block = self.block.get(nyckel.block or "")
        insats = self.insatser.get(nyckel.insats or 0)
        if konto is None:
            raise ValidationError(f"Kontot {nyckel.konto} finns inte i kontoplanen.")
        if nyckel.block and block is None:
            raise ValidationError(f"Kostnadsblocket ”{nyckel.block}” finns inte.")
        if nyckel.insats and insats is None:
            raise ValidationError(f"Insatsen {nyckel.insats} finns inte.")
        return {"konto": konto, "kostnadsblock": block, "insats": insats}


def _fyll(post: Budgetpost, innehall: Postinnehall, user: Anvandare) -> bool:
    """Stores the post when something in it is new; whether it was."""
    onskat = {
        "belopp": innehall.belopp,
        "kommentar": innehall.kommentar,
        **dict(zip(MANADER, innehall.manader or (None,) * 12, strict=True)),
    }
    if post.pk and all(getattr(post, falt) == varde for falt, varde in onskat.items()):
        return False
    for falt, varde in onskat.items():
        setattr(post, falt, varde)
    _spara_post(post, user)
    return True


def _spara(budget: Budget, user: Anvandare) -> None:
    budget.full_clean()
    signera(budget, user)
    budget.save()


def _spara_post(post: Budgetpost, user: Anvandare) -> None:
    post.full_clean()
    signera(post, user)
    post.save()


def _ta_bort_post(post: Budgetpost, user: Anvandare) -> None:
    signera(post, user)
    post.delete()

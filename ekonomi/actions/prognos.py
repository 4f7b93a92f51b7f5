"""A forecast's life: made of budget and outcome, changed by hand, laid."""

import calendar
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from ekonomi.actions.budget import Register
from ekonomi.actions.stand import krav_oforandrad
from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.choices import Prognosstatus
from ekonomi.models import Prognos, Prognospost
from ekonomi.selectors.budget import poststand
from ekonomi.selectors.prognos import prognosgrund, prognosposter, tidigare_kommentarer
from finsam.models import Anvandare
from finsam.signering import signera

VAD = "Prognosen"
BORTTAGEN = "Utkastet är borttaget."
LAST = "Prognosen är lagd och ändras inte. Gör en ny version i stället."


@transaction.atomic
def skapa_prognos(
    verksamhetsar: int, manad: int, upprattad: date, kommentar: str, user: Anvandare | None
) -> Prognos:
    """A draft: the outcome through `manad` (0: none) and the budget of the months that remain.

    Comments of the year's latest version follow along. Raises ValidationError in Swedish.
    """
    arets = Prognos.objects.filter(verksamhetsar=verksamhetsar)
    kommentarer = tidigare_kommentarer(verksamhetsar)
    prognos: Any = Prognos(
        verksamhetsar=verksamhetsar,
        version=(arets.aggregate(senaste=Max("version"))["senaste"] or 0) + 1,
        upprattad=upprattad,
        utfall_tom=_sista_dag(verksamhetsar, manad),
        kommentar=kommentar,
    )
    _spara(prognos, user)
    register = Register()
    for nyckel, belopp in prognosgrund(verksamhetsar, manad).forslag.items():
        kommentar_ = kommentarer.get(nyckel, "")
        falt = register.falt(nyckel)
        _spara(Prognospost(prognos=prognos, **falt, belopp=belopp, kommentar=kommentar_), user)
    return prognos  # type: ignore[no-any-return]


@transaction.atomic
def spara_rutan(
    prognos: Prognos,
    poster: Mapping[int, tuple[Decimal, str]],
    ny: tuple[Postnyckel, Decimal, str] | None,
    user: Anvandare | None,
    visat: str = "",
) -> int:
    """Amounts and comments by the post's key, and a post to add; how many were changed.

    `visat` is the mark of the posts that the user was shown. Raises ValidationError in Swedish
    when the forecast is laid or gone: AndradUnderTiden when somebody else has saved since.
    """
    _krav_oppen(prognos)
    sparade = list(prognosposter(prognos))
    krav_oforandrad(VAD, visat, poststand(sparade))
    andrade = 0
    for post in sparade:
        nytt = poster.get(post.pk, (post.belopp, post.kommentar))
        if nytt != (post.belopp, post.kommentar):
            post.belopp, post.kommentar = nytt
            _spara(post, user)
            andrade += 1
    if ny:
        nyckel, belopp, kommentar = ny
        falt = Register().falt(nyckel)
        _spara(Prognospost(prognos=prognos, **falt, belopp=belopp, kommentar=kommentar), user)
    return andrade + (ny is not None)


@transaction.atomic
def lagg_prognos(prognos: Prognos, user: Anvandare | None, visat: str = "") -> None:
    """Laid: what the association says from this day, kept as it is.

    `visat` is the mark of the posts that the user was shown. Raises ValidationError in Swedish
    when it already is laid, holds nothing, or something else than was shown.
    """
    last = _krav_oppen(prognos)
    krav_oforandrad(VAD, visat, poststand(prognosposter(last)))
    if not last.poster.exists():
        raise ValidationError("Prognosen har inga poster.")
    last.status, last.faststalld_av = Prognosstatus.LAGD, user
    _spara(last, user)


def _krav_oppen(prognos: Prognos) -> Prognos:
    """The forecast, locked to the end of the transaction."""
    last: Prognos | None = Prognos.objects.select_for_update().filter(pk=prognos.pk).first()
    if last is None:
        raise ValidationError(BORTTAGEN)
    if last.last:
        raise ValidationError(LAST)
    return last


def _sista_dag(ar: int, manad: int) -> date | None:
    return date(ar, manad, calendar.monthrange(ar, manad)[1]) if manad else None


def _spara(rad: Any, user: Anvandare | None) -> None:
    rad.full_clean()
    signera(rad, user)
    rad.save()

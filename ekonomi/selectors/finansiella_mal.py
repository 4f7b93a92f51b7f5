"""The only reads of the financial goals for calculations."""

from django.db.models import Max

from ekonomi.models import FinansielltMal, Saldo, Tilldelning
from ekonomi.selectors.uppstallning import UppstallningSaknas, uppstallningsmall
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.malmatt import Malunderlag, Malunderlagen, Valgrupp, valgrupper
from finsam.models import Forbund
from finsam.periods import Period


def malunderlagen(ar: int) -> Malunderlagen:
    """A year's goals in order, its allocation and the association's tolerance; 3 queries."""
    tilldelning = Tilldelning.objects.for_ar(ar)
    forbund = Forbund.objects.first() or Forbund()
    return Malunderlagen(
        mal=tuple(_underlag(mal) for mal in malen(ar)),
        tilldelning=tilldelning.belopp if tilldelning else None,
        nara=forbund.mal_nara,
    )


def malen(ar: int) -> list[FinansielltMal]:
    """A year's goals in order; 1 query."""
    return list(FinansielltMal.objects.filter(verksamhetsar=ar).order_by("ordning", "pk"))


def ar_med_finansiella_mal() -> list[int]:
    """The years that have goals, newest first."""
    aren = FinansielltMal.objects.order_by("-verksamhetsar")
    return list(aren.values_list("verksamhetsar", flat=True).distinct())


def valbara_rader(ar: int) -> tuple[Valgrupp, ...]:
    """The rows that a goal of the year can be measured by; none without a layout. 1 query."""
    try:
        return valgrupper(uppstallningsmall(ar))
    except (UppstallningSaknas, UppstallningFel):
        return ()


def hittills(ar: int) -> Period:
    """As much of the year as its ledger tells of: to the end of its last month with bookings.

    The whole year when it is full, and when it has no bookings at all. 1 query.
    """
    bokfort = Saldo.objects.filter(rakenskapsar__verksamhetsar=ar, manad__gte=1).exclude(belopp=0)
    sista = bokfort.aggregate(manad=Max("manad"))["manad"]
    return Period(ar) if sista in (None, 12) else Period(ar, "A", sista)


def _underlag(mal: FinansielltMal) -> Malunderlag:
    return Malunderlag(
        pk=mal.pk,
        text=mal.text,
        matt=mal.matt,
        jamforelse=mal.jamforelse,
        rad=mal.rad,
        namnare=mal.namnare,
        malvarde=mal.malvarde,
    )

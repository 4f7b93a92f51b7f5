"""A document held against the others of its year. They are built for it: not for every draft."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ekonomi.models import Budget, Prognos
from ekonomi.selectors.arsplaner import budget_for, prognos_for
from ekonomi.selectors.beslutsutrymme import lagesdag
from ekonomi.selectors.uppstallning import UppstallningSaknas, uppstallningsmall
from ekonomi.uppstallning import UppstallningFel
from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.models import Undantag
from finsam.rapporter.samma_tal import Last, samma_tal
from finsam.rapporter.selectors import UnderlagSaknas, ekonomiperiod, perioder
from finsam.rapporter.slag import build
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.typografi import datum

# The kinds that tell figures of the whole year's budget or forecast.
JAMFORDA = (
    Rapportslag.ARSREDOVISNING,
    Rapportslag.DELARSRAPPORT,
    Rapportslag.TERTIALRAPPORT,
    Rapportslag.BUDGETUPPFOLJNING,
    Rapportslag.MEDLEMSAVGIFTER,
    Rapportslag.BESLUTSUTRYMME,
)


def arets_dokument(ar: int, idag: date, byggda: Iterable[Rapport] = ()) -> tuple[Last, ...]:
    """The year's documents that may be compared; those in `byggda` are not built again.

    One that cannot be made is left out: its own page says why.
    """
    finns = {(r.slag, r.period): r for r in byggda if r.slag in JAMFORDA and r.period.ar == ar}
    for slag in JAMFORDA:
        for period in perioder(slag):
            if period.ar == ar and (slag, period) not in finns:
                finns.update(_byggd(slag, period, idag))
    return tuple(_last(rapport, idag) for rapport in finns.values())


def med_samma_tal(rapport: Rapport, idag: date, aret: tuple[Last, ...] | None = None) -> Rapport:
    """The document with a rule for each figure that others of its year also tell.

    `aret` are the year's documents where they are built already.
    """
    if rapport.slag not in JAMFORDA:
        return rapport
    try:
        mall = uppstallningsmall(rapport.period.ar)
    except (UppstallningSaknas, UppstallningFel):
        return rapport
    if aret is None:
        aret = arets_dokument(rapport.period.ar, idag, (rapport,))
    andra = [
        a for a in aret if (a.rapport.slag, a.rapport.period) != (rapport.slag, rapport.period)
    ]
    skal = _undantag(rapport)
    utfall = tuple(
        replace(u, undantag=skal.get(u.id, ""))
        for u in samma_tal(_last(rapport, idag), andra, mall)
    )
    return med_undantag(replace(rapport, kontroller=(*rapport.kontroller, *utfall)))


def _undantag(rapport: Rapport) -> dict[str, str]:
    rader = Undantag.objects.filter(slag=rapport.slag, period=rapport.period.kod)
    return {u.kontroll: f"{u.skal} ({u.beviljat_av})" for u in rader.select_related("beviljat_av")}


def _byggd(
    slag: Rapportslag, period: Period, idag: date
) -> Iterator[tuple[tuple[str, Period], Rapport]]:
    try:
        rapport = build(slag, period, idag)
    except UnderlagSaknas:
        return
    yield (slag, period), rapport


def _last(rapport: Rapport, idag: date) -> Last:
    """Which versions it reads: the decision space as they stood on the day it is seen from."""
    period, per = ekonomiperiod(rapport.period), None
    if rapport.slag == Rapportslag.BESLUTSUTRYMME:
        per = lagesdag(period.ar, idag)
    return Last(rapport, _ord(budget_for(period, per)), _ord(prognos_for(period, per)))


def _ord(version: Budget | Prognos | None) -> str:
    """The version and its day in words, which also tell it from every other of the year."""
    if version is None:
        return ""
    dag = version.upprattad if isinstance(version, Prognos) else version.beslutad
    slag = "prognosen" if isinstance(version, Prognos) else "budgeten"
    return f"{slag} av {datum(dag)} (version {version.version})"

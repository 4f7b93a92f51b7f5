"""Weekdays and periods that a matter's or a meeting's words name wrongly, in sentences."""

from collections.abc import Iterable, Sequence

from styrelse import amnen
from styrelse.calculations.tid_i_text import dokument_i_rubriken, fel_period, fel_veckodagar
from styrelse.choices import Punktslag
from styrelse.models import Arende, Arendebilaga, Mote
from styrelse.selectors.handlingar import gallande_bilagor


def arendets_varningar(arende: Arende) -> tuple[str, ...]:
    """Of the matter's own words and its title. Two queries."""
    return _arendets(arende, gallande_bilagor([arende]).get(arende.pk, []))


def motets_varningar(mote: Mote) -> tuple[str, ...]:
    """Of all that goes out to the meeting, each with the item that it stands in. Three queries.

    A day without a year in the meeting's own words is of the meeting's year.
    """
    svar = list(_veckodagar((mote.inledning, mote.plats, mote.anteckningar), mote.datum.year))
    rader = mote.punkter.filter(utgar=False).select_related("arende")
    punkter = list(rader.prefetch_related("arende__delar"))
    bilagor = gallande_bilagor([p.arende for p in punkter if p.arende])
    for punkt in punkter:
        fel = list(_veckodagar((punkt.rubrik, punkt.text), mote.datum.year))
        if punkt.arende and punkt.slag == Punktslag.ARENDE:
            fel += _arendets(punkt.arende, bilagor.get(punkt.arende.pk, []))
        svar += [f"{punkt.titel}: {text}" for text in fel]
    return tuple(dict.fromkeys(svar))


def _arendets(arende: Arende, bilagor: Sequence[Arendebilaga]) -> tuple[str, ...]:
    texter = [arende.rubrik, arende.forslag, arende.arendet, arende.bedomning]
    for del_ in arende.delar.all():
        texter += [del_.rubrik, del_.text, del_.forslag]
    return tuple(dict.fromkeys([*_perioder(arende, bilagor), *_veckodagar(texter, None)]))


def _perioder(arende: Arende, bilagor: Iterable[Arendebilaga]) -> list[str]:
    """The subject's own period, and those of the documents that the title names by their kind."""
    egna = [f"{arende.amnesslag} {arende.amnesnyckel}"] if arende.amnesslag else []
    if dokument := amnen.dokument(arende.amnesslag, arende.amnesnyckel):
        egna.append(dokument)
    namnda = dokument_i_rubriken(arende.rubrik, [bilaga.kalla for bilaga in bilagor])
    perioder = [ett.rpartition(" ")[2] for ett in (*egna, *namnda)]
    return [fel for period in perioder if (fel := fel_period(arende.rubrik, period))]


def _veckodagar(texter: Iterable[str], ar: int | None) -> Iterable[str]:
    return (fel for text in texter for fel in fel_veckodagar(text, ar))

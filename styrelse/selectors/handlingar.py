"""A meeting's papers from the rows as they are now; what has been sent lies in its packs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from finsam.models import Forbund
from finsam.platshallare import OkandFigur
from finsam.typografi import klockslag
from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad
from styrelse.calculations.numrering import Numrerad
from styrelse.calculations.siffror import Siffra, bilagornas_siffror, utskriven
from styrelse.choices import Organ, Punktslag
from styrelse.models import Arende, Arendebilaga, Mote, Motespaket, Paketbilaga, Punkt
from styrelse.selectors.arendetext import Utskrivare
from styrelse.selectors.beredning import Auforslagen, au_forslag
from styrelse.selectors.dagordning import i_ordning, numrerade
from styrelse.selectors.delegation import punktens_text
from styrelse.selectors.foregaende import foregaende


@dataclass
class Underlag:
    """What the items are written from; `fel` gathers the figures that no annex has."""

    bilagor: dict[int, list[Arendebilaga]]
    au_forslag: Auforslagen
    numrerade: dict[int, Numrerad]
    fel: list[str] = field(default_factory=list)


def handlingar(mote: Mote, utskick: int = 1) -> Handlingar:
    """The notice and papers of the meeting (`utskick` 1), or what a later one adds to them.

    `organ` is an Organ's value. An addition holds the items that no earlier pack has, and of
    those that they have only the annexes that have come since. The same number of queries for
    every agenda. Raises ValidationError in Swedish, naming each matter whose words ask for a
    figure that none of its annexes has.
    """
    punkter = _punkter(mote)
    arenden = [p.arende for p in punkter if p.arende]
    styrelsen = mote.organ == Organ.FS
    underlag = Underlag(
        bilagor=gallande_bilagor(arenden),
        au_forslag=au_forslag([a.pk for a in arenden], mote.datum) if styrelsen else {},
        numrerade={n.punkt: n for n in numrerade(mote, punkter)},
    )
    rader = tuple(_punktrad(p, underlag) for p in punkter)
    _krav_inga_siffror("Inledningen i kallelsen", mote.inledning, underlag.fel)
    for punkt in punkter:
        _krav_inga_siffror(f"Punkten ”{punkt.titel}”", punkt.text, underlag.fel)
    if underlag.fel:
        raise ValidationError(underlag.fel, code="siffror")
    forbund = Forbund.objects.first()
    return Handlingar(
        mote=mote.pk,
        utskick=utskick,
        forbund=forbund.namn if forbund else "",
        organ=mote.organ,
        datum=mote.datum,
        start=klockslag(mote.start),
        slut=klockslag(mote.slut),
        plats=mote.plats,
        distans=mote.distans,
        kallelsedatum=mote.kallelsedatum or timezone.localdate(),
        inledning=mote.inledning,
        punkter=rader if utskick == 1 else _tillagg(mote, utskick, rader),
    )


def gallande_bilagor(arenden: Iterable[Arende]) -> dict[int, list[Arendebilaga]]:
    """The annexes that hold now, by matter and in order; each with its document's `figurer`.

    One query, without the documents themselves.
    """
    rader = (
        Arendebilaga.objects.filter(arende__in=[a.pk for a in arenden], ersatt_av__isnull=True)
        .defer("innehall")
        .annotate(figurer=F("innehall__figures"))
        .order_by("arende", "-i_skrivelsen", "ordning", "pk")
    )
    svar: dict[int, list[Arendebilaga]] = defaultdict(list)
    for bilaga in rader:
        svar[bilaga.arende_id].append(bilaga)
    return svar


def siffror(bilagor: Iterable[Arendebilaga]) -> dict[str, Siffra]:
    """The figures that the words of a matter may name; of annexes from `gallande_bilagor`."""
    return bilagornas_siffror((b.kalla, b.figurer) for b in bilagor)  # type: ignore[attr-defined]


def _punkter(mote: Mote) -> list[Punkt]:
    rader = mote.punkter.select_related("arende")
    return i_ordning(rader.prefetch_related("arende__delar"))


def _krav_inga_siffror(vad: str, text: str, fel: list[str]) -> None:
    """Words that belong to no matter have no annex to fetch a figure from."""
    try:
        utskriven(text, {})
    except OkandFigur as skal:
        fel.append(f"{vad}: {skal}")


def _punktrad(punkt: Punkt, underlag: Underlag) -> Punktrad:
    numrerad = underlag.numrerade[punkt.pk]
    rad = Punktrad(
        punkt=punkt.pk,
        nummer=str(numrerad.nummer),
        rubrik=punkt.titel,
        slag=punkt.slag,
        text=_stycken(punkt.text, _fast_text(punkt)),
        tillagd=punkt.tillagd,
    )
    return _med_arende(rad, punkt.arende, numrerad, underlag) if punkt.arende else rad


def _med_arende(rad: Punktrad, arende: Arende, numrerad: Numrerad, underlag: Underlag) -> Punktrad:
    bilagor = underlag.bilagor.get(arende.pk, [])
    skrivare = Utskrivare(arende, siffror(bilagor), underlag.fel)
    au = underlag.au_forslag.get((arende.pk, None))
    # Without a writing of its own the matter's words stand in the agenda.
    i_dagordningen = "" if arende.har_skrivelse else skrivare.skriv(arende.arendet)
    return replace(
        rad,
        typer=arende.typer,
        foredragande=arende.foredragande,
        text=_stycken(rad.text, i_dagordningen),
        forslag=skrivare.forslag(),
        au_forslag=au.satser if au else (),
        au_andrat=bool(au and au.andrat),
        delar=tuple(
            skrivare.del_(d, rad.nummer, underlag.au_forslag.get((arende.pk, d.pk)))
            for d in arende.delar.all()
        ),
        skrivelse=skrivare.skrivelse(numrerad.skrivelse),
        bilagor=tuple(_bilagerad(b, numrerad) for b in bilagor),
    )


def _bilagerad(bilaga: Arendebilaga, numrerad: Numrerad) -> Bilagerad:
    return Bilagerad(
        bilaga=bilaga.pk,
        nummer=numrerad.bilagor[bilaga.pk],
        titel=bilaga.titel,
        slag=bilaga.slag,
        sha256=bilaga.sha256,
        i_skrivelsen=bilaga.i_skrivelsen,
        sidor=bilaga.sidor or 0,
    )


def _tillagg(mote: Mote, utskick: int, rader: tuple[Punktrad, ...]) -> tuple[Punktrad, ...]:
    """What no earlier pack of the meeting holds: whole items, or only the annexes of old ones."""
    tidigare = Motespaket.objects.filter(mote=mote, nummer__lt=utskick)
    innehall = tidigare.values_list("innehall__punkter", flat=True)
    skickade = {rad["punkt"] for punkter in innehall for rad in punkter or ()}
    utskickade = Paketbilaga.objects.filter(paket__in=tidigare)
    bilagor = set(utskickade.values_list("bilaga", flat=True))
    svar = []
    for rad in rader:
        nya = tuple(b for b in rad.bilagor if b.bilaga not in bilagor)
        if rad.punkt not in skickade:
            svar.append(replace(rad, bilagor=nya))
        elif nya:
            # Its words were sent with the item, and are not sent again in other words.
            tomt = {"text": "", "forslag": (), "au_forslag": (), "delar": (), "skrivelse": None}
            svar.append(replace(rad, bilagor=nya, **tomt))  # type: ignore[arg-type]
    return tuple(svar)


def _fast_text(punkt: Punkt) -> str:
    """What a fixed item says by itself, in Markdown: what is told of, where the minutes are."""
    if punkt.slag == Punktslag.DELEGATIONSBESLUT:
        return punktens_text(punkt)
    if punkt.slag == Punktslag.FOREGAENDE_PROTOKOLL:
        return foregaende(punkt.mote, punkt).text
    return ""


def _stycken(*delar: str) -> str:
    return "\n\n".join(del_.strip() for del_ in delar if del_.strip())

"""A matter is over with the meeting that decided it, and open again when that is put right."""

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.choices import OPPNA, Beslutstyp, Motesstatus, Organ
from styrelse.models import Arende, Mote, Punkt


def arenden_som_avslutas(mote: Mote) -> list[Arende]:
    """Matters that are over with the meeting: decided, or heard where nothing was to be decided.

    One that was put off, sent back or struck comes back, and so does one that stands on the
    agenda of a meeting to come. The committee only prepares what the board is to decide.
    """
    return [arende for arende in _over(mote) if arende.avslutat is None]


def folj_beslutet(punkt: Punkt, mote: Mote, user: Anvandare | None) -> None:
    """Ends the item's matter, or opens it, when a decision of a held meeting has been put right."""
    arende = punkt.arende
    if arende is None or mote.status != Motesstatus.HALLET:
        return
    over = arende.pk in {ett.pk for ett in _over(mote)}
    if over == (arende.avslutat is not None) or arende.avslutat not in (None, mote.datum):
        return
    arende.avslutat = mote.datum if over else None
    signera(arende, user).save()


def _over(mote: Mote) -> list[Arende]:
    punkter = mote.punkter.filter(arende__isnull=False, utgar=False)
    kommer = set(
        Punkt.objects.exclude(mote=mote)
        .filter(arende__punkter__mote=mote, mote__status__in=OPPNA, utgar=False)
        .values_list("arende", flat=True)
    )
    return [
        punkt.arende
        for punkt in punkter.select_related("arende").prefetch_related("beslut")
        if punkt.arende is not None
        and punkt.arende_id not in kommer
        and _ar_over(punkt, mote, punkt.arende)
    ]


def _ar_over(punkt: Punkt, mote: Mote, arende: Arende) -> bool:
    if not arende.till_beslut:
        return all(Beslutstyp(b.utfall).avgor for b in punkt.beslut.all())
    beslut = list(punkt.beslut.all())
    avgjort = bool(beslut) and all(Beslutstyp(b.utfall).avgor for b in beslut)
    return avgjort and mote.organ == Organ.FS

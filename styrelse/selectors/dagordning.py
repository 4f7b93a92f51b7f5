"""Reading a meeting's agenda: its items in order, and the numbers that they and annexes have."""

from collections import defaultdict
from collections.abc import Iterable

from finsam.choices import Bilagenumrering
from finsam.models import Forbund
from styrelse.calculations.numrering import Numrerad, Onumrerad, numrera
from styrelse.choices import Punktplats, Punktslag
from styrelse.models import Arendebilaga, Mote, Paketbilaga, Punkt


def plats_i_ordningen(punkt: Punkt) -> tuple[int, int, int]:
    """Where an item stands: opening items, matters, closing items, late additions, the closing."""
    if punkt.slag == Punktslag.AVSLUTANDE:
        grupp = 4
    elif punkt.tillagd:
        grupp = 3
    else:
        grupp = {Punktplats.FORST.value: 0, Punktplats.SIST.value: 2}.get(punkt.plats, 1)
    return grupp, punkt.ordning, punkt.pk


def i_ordning(punkter: Iterable[Punkt]) -> list[Punkt]:
    """Items of one meeting in the order of its agenda."""
    return sorted(punkter, key=plats_i_ordningen)


def punkter_i_ordning(mote: Mote) -> list[Punkt]:
    """The agenda's items in order, each with its matter at hand. One query."""
    return i_ordning(mote.punkter.select_related("arende"))


def numrerade(mote: Mote, punkter: Iterable[Punkt] | None = None) -> tuple[Numrerad, ...]:
    """Each item of the agenda, in order, with its number and those of its annexes.

    By the association's habit (Forbund.bilagenumrering). Annexes are those that hold now and
    those that have been sent to this meeting, by key; what has been sent keeps its number.
    `punkter`: the items in order, where they are at hand. At most four queries.
    """
    rader = list(punkter) if punkter is not None else punkter_i_ordning(mote)
    skickade = dict(Paketbilaga.objects.filter(paket__mote=mote).values_list("bilaga", "nummer"))
    bilagor: dict[int, list[Arendebilaga]] = defaultdict(list)
    alla = Arendebilaga.objects.filter(arende__in=[p.arende_id for p in rader if p.arende_id])
    alla = alla.order_by("arende", "-i_skrivelsen", "ordning", "pk")
    for bilaga in alla.only("arende", "ordning", "i_skrivelsen", "ersatt_av"):
        if bilaga.ersatt_av_id is None or bilaga.pk in skickade:
            bilagor[bilaga.arende_id].append(bilaga)
    forbund = Forbund.objects.first()
    vana = Bilagenumrering(forbund.bilagenumrering) if forbund else Bilagenumrering.PUNKT
    return numrera(
        [_onumrerad(p, bilagor.get(p.arende_id or 0, []), skickade) for p in rader], vana
    )


def _onumrerad(punkt: Punkt, bilagor: list[Arendebilaga], skickade: dict[int, str]) -> Onumrerad:
    return Onumrerad(
        punkt=punkt.pk,
        fast=punkt.nummer,
        skrivelse=bool(punkt.arende and punkt.arende.har_skrivelse),
        bilagor=tuple(b.pk for b in bilagor),
        i_skrivelsen=frozenset(b.pk for b in bilagor if b.i_skrivelsen),
        fasta={b.pk: skickade[b.pk] for b in bilagor if b.pk in skickade},
    )

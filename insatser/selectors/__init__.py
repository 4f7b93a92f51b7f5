"""The only reads of insatser for calculations: a fixed number of queries."""

from collections import defaultdict
from decimal import Decimal

from finsam.money import kronor
from insatser.calculations.forbrukning import Agare, Insatsunderlag
from insatser.models import Insats, Insatsbudget


def insatsunderlag() -> tuple[Insatsunderlag, ...]:
    """Every insats with owner and granted kr per year, by number; 2 queries."""
    budget: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for insats_id, ar, belopp in Insatsbudget.objects.values_list(
        "insats_id", "verksamhetsar", "belopp"
    ):
        budget[insats_id][ar] = kronor(belopp)
    return tuple(
        Insatsunderlag(
            nr=insats.nr,
            namn=insats.namn,
            kortnamn=insats.kortnamn,
            insatstyp=insats.insatstyp,
            agare=Agare(
                insats.insatsagare.namn, insats.insatsagare.kortnamn, insats.insatsagare.typ
            ),
            start=insats.start,
            slut=insats.slut,
            projektkod=insats.projektkod,
            agartext=insats.agartext,
            budget=dict(budget[insats.pk]),
        )
        for insats in Insats.objects.select_related("insatsagare").order_by("nr")
    )

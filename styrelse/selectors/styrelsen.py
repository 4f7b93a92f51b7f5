"""The only reads for the page of the board on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from finsam.models import Medlem
from styrelse.calculations.besattning import (
    Byte,
    Medlemsplats,
    Medlemsrad,
    Sate,
    besattning,
    byten,
    dubbla_platser,
    i_turordning,
    presidium,
)
from styrelse.choices import Uppdragsorgan
from styrelse.models import Kansliroll, Revisor, Uppdrag

UTSKOTT = (Uppdragsorgan.AU, Uppdragsorgan.VALBEREDNING)


@dataclass(frozen=True)
class Styrelsebild:
    """The board, its committees (by name), the office and the auditors as they are on the day."""

    dag: date
    rader: tuple[Medlemsrad, ...]
    presidium: tuple[Sate, ...]
    utskott: tuple[tuple[str, tuple[Sate, ...]], ...]
    dubbla: tuple[str, ...]
    byten: tuple[Byte, ...]
    kansliet: tuple[Kansliroll, ...]
    revisorer: tuple[Revisor, ...]


def sate(uppdrag: Uppdrag) -> Sate:
    """The office as the calculations know it; its person is to be read along."""
    return Sate(
        uppdrag=uppdrag.pk,
        person=uppdrag.person_id,
        namn=uppdrag.person.namn,
        parti=uppdrag.parti,
        medlem=uppdrag.medlem_id,
        roll=uppdrag.roll,
        ordning=uppdrag.ordning,
        fran=uppdrag.fran,
        tom=uppdrag.tom,
    )


def styrelsebild(dag: date) -> Styrelsebild:
    """The board on the day, and its changes in the day's year; 4 queries."""
    aret = date(dag.year, 1, 1), date(dag.year, 12, 31)
    medlemmar = {m: Medlemsplats(m.pk, m.namn, m.typ) for m in Medlem.objects.under(*aret)}
    pa_dagen = [plats for m, plats in medlemmar.items() if _galler(m, dag)]
    # Who left on the last day of the year before shows in the first change of this one.
    fore = date(dag.year - 1, 12, 31)
    i_aret = Q(fran__lte=aret[1]) & (Q(tom__isnull=True) | Q(tom__gte=fore))
    saten: dict[str, list[Sate]] = {organ: [] for organ in Uppdragsorgan.values}
    for uppdrag in Uppdrag.objects.filter(i_aret).select_related("person"):
        saten[uppdrag.organ].append(sate(uppdrag))
    rader = besattning(pa_dagen, saten[Uppdragsorgan.STYRELSEN], dag)
    return Styrelsebild(
        dag=dag,
        rader=rader,
        presidium=presidium(rader),
        utskott=tuple((str(organ.label), _sitter(saten[organ], dag)) for organ in UTSKOTT),
        dubbla=dubbla_platser(rader),
        byten=byten(medlemmar.values(), saten[Uppdragsorgan.STYRELSEN], dag.year),
        kansliet=tuple(Kansliroll.objects.under(dag, dag).select_related("person")),
        revisorer=tuple(Revisor.objects.under(dag, dag)),
    )


def _galler(medlem: Medlem, dag: date) -> bool:
    return medlem.fran <= dag and (medlem.tom is None or medlem.tom >= dag)


def _sitter(saten: list[Sate], dag: date) -> tuple[Sate, ...]:
    return tuple(i_turordning(s for s in saten if s.under(dag, dag)))

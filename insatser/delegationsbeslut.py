"""Decisions on insatser taken on delegation, as the board is told of them."""

from datetime import date

from finsam.models import Anvandare
from finsam.signering import signera
from insatser.choices import Beslutsinstans
from insatser.models import Insatsbeslut
from styrelse.delegering import Anmalningsslag, Delegerat


def vantar(senast: date) -> list[Delegerat]:
    return [_delegerat(b) for b in _rader(anmalt=None, beslutsdatum__lte=senast)]


def anmalda(dag: date) -> list[Delegerat]:
    return [_delegerat(b) for b in _rader(anmalt=dag)]


def anmal(dag: date, anvandare: Anvandare | None) -> None:
    rader = Insatsbeslut.objects.select_for_update().filter(
        instans=Beslutsinstans.DELEGATION, anmalt=None, beslutsdatum__lte=dag
    )
    for beslut in rader:
        beslut.anmalt = dag
        signera(beslut, anvandare).save()


def _rader(**urval: object) -> list[Insatsbeslut]:
    rader = Insatsbeslut.objects.filter(instans=Beslutsinstans.DELEGATION, **urval)
    return list(rader.select_related("insats", "ansokan").order_by("beslutsdatum", "pk"))


def _delegerat(beslut: Insatsbeslut) -> Delegerat:
    utfall = beslut.get_utfall_display()
    return Delegerat(
        namn=beslut.paragraf,
        datum=beslut.beslutsdatum,
        rubrik=f"{utfall} om {beslut.insats or beslut.ansokan}",
        beslut=beslut.motivering,
        adress=beslut.get_absolute_url(),
    )


DELEGATIONSSLAG = Anmalningsslag(vantar, anmalda, anmal)

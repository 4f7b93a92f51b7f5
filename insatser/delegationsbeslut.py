"""Decisions on insatser taken on delegation, as the board is told of them."""

from datetime import date

from finsam.models import Anvandare
from finsam.signering import signera
from insatser.choices import Beslutsinstans
from insatser.models import Insatsbeslut
from styrelse.delegering import Anmalningsslag, Delegerat
from styrelse.models import Punkt


def vantar(senast: date) -> list[Delegerat]:
    return [_delegerat(b) for b in _rader(anmalt=None, beslutsdatum__lte=senast)]


def anmalda(punkt: Punkt) -> list[Delegerat]:
    return [_delegerat(b) for b in _rader(anmalt_vid=punkt)]


def anmal(punkt: Punkt, anvandare: Anvandare | None) -> None:
    dag = punkt.mote.datum
    rader = Insatsbeslut.objects.select_for_update().filter(
        instans=Beslutsinstans.DELEGATION, anmalt=None, beslutsdatum__lte=dag
    )
    for beslut in rader:
        beslut.anmalt, beslut.anmalt_vid = dag, punkt
        signera(beslut, anvandare).save()


def _rader(**urval: object) -> list[Insatsbeslut]:
    rader = Insatsbeslut.objects.filter(instans=Beslutsinstans.DELEGATION, **urval)
    return list(rader.select_related("insats", "ansokan").order_by("beslutsdatum", "pk"))


def _delegerat(beslut: Insatsbeslut) -> Delegerat:
    utfall = beslut.get_utfall_display()
    return Delegerat(
        namn=beslut.paragraf or _utan_nummer(beslut),
        datum=beslut.beslutsdatum,
        rubrik=f"{utfall} om {beslut.insats or beslut.ansokan}",
        beslut=beslut.motivering,
        adress=beslut.get_absolute_url(),
    )


def _utan_nummer(beslut: Insatsbeslut) -> str:
    """What a decision without a number goes by: its application's, else the insats's."""
    if beslut.ansokan:
        return f"Insatsbeslut {beslut.ansokan.diarienummer}"
    return f"Insatsbeslut, insats {beslut.insats.nr}" if beslut.insats else "Insatsbeslut"


DELEGATIONSSLAG = Anmalningsslag(vantar, anmalda, anmal)

"""What minutes and decisions ask for by a day: approval, notice, and what is to be done."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Plikt, tillstand
from finsam.permissions import Ratt
from styrelse.calculations.anslagstid import (
    SENT_ANSLAGET,
    SENT_JUSTERAT,
    senast_anslaget,
    senast_justerat,
)
from styrelse.choices import Motesstatus
from styrelse.models import Anslag, Atgard, Mote, Omedelbarjustering, Paragraf, Protokoll, Punkt
from styrelse.selectors.anslag import paragrafanslag
from styrelse.selectors.beslutsregister import oppna_atgarder

TIDEN_SLUT = "Tiden för överklagande är slut."


def protokollsplikter(idag: date) -> list[Plikt]:
    """Minutes to approve and post, notices to take down, and what is to be done by this year."""
    return [*_att_justera(idag), *_att_ansla(idag), *_att_ta_ned(idag), *_atgarder(idag)]


def _att_justera(idag: date) -> list[Plikt]:
    """Of meetings held here: one that is only known to have been held has its minutes elsewhere."""
    med_paragrafer = Paragraf.objects.values("punkt__mote")
    hallna = Mote.objects.filter(status=Motesstatus.HALLET, pk__in=med_paragrafer)
    return [
        _plikt(
            senast_justerat(mote.datum),
            idag,
            f"Justera protokollet, {mote}",
            reverse("styrelse:protokoll_detail", args=[mote.pk]),
            SENT_JUSTERAT,
        )
        for mote in hallna.order_by("datum")
    ]


def _att_ansla(idag: date) -> list[Plikt]:
    return [*_hela_att_ansla(idag), *_paragrafer_att_ansla(idag)]


def _hela_att_ansla(idag: date) -> list[Plikt]:
    utan = Protokoll.objects.filter(anslag__isnull=True, mote__status=Motesstatus.JUSTERAT)
    return [
        _plikt(
            senast_anslaget(rad.justerat),
            idag,
            f"Anslå justeringen, {rad.mote}",
            reverse("styrelse:protokoll_detail", args=[rad.mote_id]),
            SENT_ANSLAGET,
            reverse("styrelse:anslag", args=[rad.mote_id]),
        )
        for rad in utan.select_related("mote").order_by("justerat")
    ]


def _paragrafer_att_ansla(idag: date) -> list[Plikt]:
    """§§ that were approved at once have a notice each or together, before the minutes have."""
    rader = Omedelbarjustering.objects.filter(anslag__isnull=True).defer("innehall")
    rader = rader.exclude(punkt__mote__status=Motesstatus.ANSLAGET)
    return [
        _plikt(
            senast_anslaget(rad.justerat),
            idag,
            f"Anslå omedelbart justerad {rad.punkt.paragraf}, {rad.punkt.mote}",
            reverse("styrelse:protokollsutdrag", args=[rad.punkt_id]),
            SENT_ANSLAGET,
            reverse("styrelse:paragrafanslag_create", args=[rad.punkt.mote_id]),
        )
        for rad in rader.select_related("punkt__mote", "punkt__paragraf").order_by("justerat", "pk")
    ]


def _att_ta_ned(idag: date) -> list[Plikt]:
    """Notices that are up, and come down this year."""
    uppe = {"tas_ned__gte": idag, "tas_ned__year": idag.year}
    hela = Anslag.objects.filter(protokoll__isnull=False, **uppe)
    paragrafernas = [
        _plikt(
            ett.forsta.tas_ned,
            idag,
            f"Ta ned anslaget om {ett.spann}, {ett.mote}",
            reverse("styrelse:paragrafanslag", args=[ett.forsta.pk]),
            TIDEN_SLUT,
        )
        for ett in paragrafanslag(**uppe)
    ]
    return paragrafernas + [
        _plikt(
            rad.tas_ned,
            idag,
            f"Ta ned anslaget, {rad.protokoll.mote}",
            reverse("styrelse:anslagsbevis", args=[rad.protokoll.mote_id]),
            TIDEN_SLUT,
        )
        for rad in hela.select_related("protokoll__mote").order_by("tas_ned")
        if rad.protokoll
    ]


def _atgarder(idag: date) -> list[Plikt]:
    lista = reverse("styrelse:atgard_list")
    rader: list[Atgard] = list(oppna_atgarder(idag).filter(senast__lte=date(idag.year, 12, 31)))
    return [
        Plikt(
            rad.senast,
            f"Åtgärd: {rad.vad}",
            tillstand(rad.senast, idag, klar=False),
            Ratt.MOTE_BEREDA,
            lista,
            f"{rad.ansvarig}, enligt {_enligt(rad.beslut.punkt)}.",
        )
        for rad in rader
        if rad.senast
    ]


def _enligt(punkt: Punkt) -> str:
    """The § by its full name; the item's title where the meeting's §§ are not kept here."""
    paragraf = getattr(punkt, "paragraf", None)
    return paragraf.fullt if paragraf else punkt.titel


def _plikt(dag: date, idag: date, titel: str, adress: str, grund: str, gor: str = "") -> Plikt:
    """`gor` is the page of those who may do it; the others read at `adress`."""
    lage = tillstand(dag, idag, klar=False)
    egna = ((Ratt.MOTE_ANDRA, gor),) if gor else ()
    return Plikt(dag, titel, lage, Ratt.MOTE_BEREDA, adress, grund, adresser=egna)

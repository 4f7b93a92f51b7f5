"""What the ledger checks by itself: vouchers, what is paid to the insatser, and the fees."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from django.db.models import F, Q, Sum
from django.urls import reverse

from ekonomi.calculations.nummerserie import luckor
from ekonomi.calculations.rekvisitionsavstamning import Utfall
from ekonomi.choices import Avgiftsstatus, Radslag
from ekonomi.models import Kontering, Tilldelning, Verifikation
from ekonomi.selectors.forbrukning import forbrukningar
from ekonomi.selectors.rekvisitionsavstamning import avstamda
from finsam.internkontroll import Systemfynd, Systemkontroll
from finsam.money import NOLL, kronor
from finsam.periods import ACKUMULERAD, Period
from finsam.permissions import Ratt
from finsam.typografi import HARDBLANK, datum, kr
from insatser.models import Insats
from insatser.selectors.medel import godkanda_tak

Funktion = Callable[[Period], Iterator[Systemfynd]]


def kontroller() -> tuple[Systemkontroll, ...]:
    return KONTROLLER


def _kontroll(id_: str, rubrik: str, regel: str, funktion: Funktion) -> Systemkontroll:
    return Systemkontroll(id_, rubrik, "ekonomi", regel, Ratt.EKONOMI_LASA, funktion)


def _obalans(period: Period) -> Iterator[Systemfynd]:
    """The vouchers of the period's days whose booked rows do not add up to nothing."""
    rader = (
        Kontering.objects.filter(
            slag=Radslag.TRANS, verifikation__datum__range=(period.start, period.slut)
        )
        .order_by()
        .values_list("verifikation_id")
        .annotate(summa=Sum("belopp"))
    )
    obalans = {pk: belopp for pk, ojamn in rader if (belopp := kronor(ojamn)) != NOLL}
    for pk, ver in sorted(Verifikation.objects.in_bulk(list(obalans)).items()):
        skillnad = f"{kr(obalans[pk], 2)}{HARDBLANK}kr"
        yield Systemfynd(
            f"Verifikation {ver}, {datum(ver.datum)}: debet och kredit skiljer {skillnad}.",
            ver.get_absolute_url(),
        )


def _utanfor_aret(period: Period) -> Iterator[Systemfynd]:
    """The year's vouchers of a day outside it, whichever part of the year is looked at."""
    utanfor = Q(datum__lt=F("rakenskapsar__start")) | Q(datum__gt=F("rakenskapsar__slut"))
    rader = Verifikation.objects.filter(utanfor, rakenskapsar__verksamhetsar=period.ar)
    for ver in rader.order_by("serie", "ordning", "pk"):
        yield Systemfynd(
            f"Verifikation {ver} är daterad {datum(ver.datum)}, utanför {period.ar}.",
            ver.get_absolute_url(),
        )


def _luckor(period: Period) -> Iterator[Systemfynd]:
    """Numbers that are missing in the year's series, in the period of the number before."""
    dagar: dict[str, dict[int, date]] = defaultdict(dict)
    rader = Verifikation.objects.filter(rakenskapsar__verksamhetsar=period.ar, ordning__gt=0)
    for serie, ordning, dag in rader.order_by("-datum").values_list("serie", "ordning", "datum"):
        dagar[serie][ordning] = dag
    lista = f"{reverse('ekonomi:verifikation_list')}?ar={period.ar}"
    for serie, egna in sorted(dagar.items()):
        for forsta, sista in luckor(egna):
            # The gap stands with the number before it, whatever the days of those after.
            if egna[forsta - 1] not in period:
                continue
            vilka = f"{serie}{forsta}" if forsta == sista else f"{serie}{forsta}–{serie}{sista}"
            yield Systemfynd(f"Verifikation {vilka} saknas i nummerföljden.", lista)


def _utan_rekvisition(period: Period) -> Iterator[Systemfynd]:
    """Bookings without a claim of the same amount, from when the insats began to claim."""
    rader = avstamda(period.ar)
    fran: dict[int, date] = {}
    for rad in rader:
        if rad.krav:
            fran[rad.insats] = min(rad.krav.dag, fran.get(rad.insats, rad.krav.dag))
    namn = dict(Insats.objects.values_list("nr", "kortnamn"))
    for rad in rader:
        bokning = rad.bokning
        if bokning is None or rad.utfall == Utfall.LIKA or bokning.dag not in period:
            continue
        if bokning.dag >= fran.get(rad.insats, date.max):
            belopp = f"{kr(bokning.belopp, 2)}{HARDBLANK}kr"
            yield Systemfynd(
                f"{namn[rad.insats]}, verifikation {bokning.namn}: {belopp}. {rad.utfall.text}.",
                reverse("ekonomi:verifikation_detail", args=[bokning.nyckel]),
            )


def _utover_beviljat(period: Period) -> Iterator[Systemfynd]:
    """What is booked to the period's end against what is granted and let through for its year."""
    tak = godkanda_tak(period.ar)
    insatser = {insats.nr: insats for insats in Insats.objects.all()}
    hittills = Period(period.ar, ACKUMULERAD, period.sista_manad)
    for rad in forbrukningar(hittills):
        insats = insatser[rad.insats.nr]
        if rad.utfall is not None and (mer := rad.utfall - tak.get(insats.pk, NOLL)) > NOLL:
            over = f"{kr(mer)}{HARDBLANK}kr"
            yield Systemfynd(
                f"{rad.insats.kortnamn}: bokfört {over} mer än det beviljade {period.ar}.",
                insats.get_absolute_url(),
            )


def _avgifter(period: Period) -> Iterator[Systemfynd]:
    utan_dag = Q(beslutad__isnull=True) | Q(paragraf="")
    faststallda = Tilldelning.objects.filter(
        utan_dag, verksamhetsar=period.ar, status=Avgiftsstatus.FASTSTALLD
    )
    for rad in faststallda.order_by("version"):
        saknas = " och ".join(
            ord_ for ord_, har in (("dag", rad.beslutad), ("paragraf", rad.paragraf)) if not har
        )
        yield Systemfynd(
            f"Medlemsavgifterna {rad.verksamhetsar} är fastställda utan {saknas} för beslutet.",
            rad.get_absolute_url(),
        )


KONTROLLER = (
    _kontroll(
        "verifikationer-balanserar",
        "Verifikationer balanserar",
        "På varje verifikation är debet lika med kredit.",
        _obalans,
    ),
    _kontroll(
        "verifikationers-dag",
        "Verifikationer är daterade inom året",
        "Varje verifikation är daterad inom sitt räkenskapsår.",
        _utanfor_aret,
    ),
    _kontroll(
        "verifikationsnummer",
        "Verifikationsnummer i obruten följd",
        "I varje serie följer numren på varandra.",
        _luckor,
    ),
    _kontroll(
        "betalt-utan-rekvisition",
        "Inget betalas utan rekvisition",
        "Det som är bokfört på en insats som rekvirerar svarar mot attesterade rekvisitioner.",
        _utan_rekvisition,
    ),
    _kontroll(
        "betalt-utover-beviljat",
        "Inget betalas utöver det beviljade",
        "Det som är bokfört på en insats ryms i det som är beviljat för året, eller i ett "
        "överskridande som är godkänt med skäl.",
        _utover_beviljat,
    ),
    _kontroll(
        "avgifter-beslutade",
        "Beslut om medlemsavgifter har dag och paragraf",
        "Fastställda medlemsavgifter har dag och paragraf för styrelsens beslut.",
        _avgifter,
    ),
)

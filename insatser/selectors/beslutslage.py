"""What was granted, and what was asked for and not decided, as it stood on a day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q

from finsam.alfabet import svensk_ordning
from finsam.money import NOLL, kronor, summa
from insatser.calculations.ansokan import fordela
from insatser.calculations.forbrukning import AGARORDNING, Agare
from insatser.choices import Ansokningsstatus, Beslutsutfall, Finansiering
from insatser.models import Ansokan, Ansokningspost, Insatsbeslut

AVGORANDE = (Beslutsutfall.BIFALL, Beslutsutfall.AVSLAG)


@dataclass(frozen=True)
class Beslutsbelopp:
    """What a decision gives an insats, by its number, for one year; kr."""

    insats: int
    ar: int
    belopp: Decimal
    dag: date


def beviljat_efter(per: date) -> tuple[Beslutsbelopp, ...]:
    """What decisions taken after the day give, by year; 3 queries.

    A decision without amounts by year is shared as when it was taken: as its application asks,
    else by active months (F12). One that takes money back has amounts below 0.
    """
    ger = Q(utfall=Beslutsutfall.BIFALL) | Q(aren__isnull=False)
    beslut = (
        Insatsbeslut.objects.filter(ger, beslutsdatum__gt=per, insats__isnull=False)
        .distinct()
        .select_related("insats")
        .prefetch_related("aren")
        .order_by("beslutsdatum", "pk")
    )
    utan = [b.ansokan_id for b in beslut if b.ansokan_id and not b.aren.all()]
    sokt = _sokt_per_ar(Q(ansokan__in=utan))
    return tuple(
        Beslutsbelopp(b.insats.nr, ar, belopp, b.beslutsdatum)
        for b in beslut
        if b.insats
        for ar, belopp in _aren(b, sokt.get(b.ansokan_id or 0, {})).items()
    )


def _aren(beslut: Insatsbeslut, sokt: Mapping[int, Decimal]) -> Mapping[int, Decimal]:
    aren = {rad.verksamhetsar: kronor(rad.belopp) for rad in beslut.aren.all()}
    if aren:
        return aren
    assert beslut.belopp is not None and beslut.fran and beslut.tom
    return fordela(kronor(beslut.belopp), beslut.fran, beslut.tom, sokt).per_ar


def beviljat_da(nu: Decimal, efter: Decimal) -> Decimal:
    """What was granted on the day: what is now, less what later decisions gave; never below 0.

    Money that a later decision gave may since have been entered as less, or not at all.
    """
    return max(nu - efter, NOLL)


@dataclass(frozen=True)
class Obeslutad:
    """An application that had come in and was not decided; `per_ar` is the association's money."""

    pk: int
    diarienummer: str
    namn: str
    agare: str
    start: date
    slut: date
    per_ar: Mapping[int, Decimal]
    adress: str


def obeslutade(per: date) -> tuple[Obeslutad, ...]:
    """Applications that waited for a decision on the day and ask for the association's money.

    By owner as lists of insatser have them, then by number; 2 queries.
    """
    avgjorda = Insatsbeslut.objects.filter(ansokan=OuterRef("pk"), utfall__in=AVGORANDE)
    ansokningar = (
        Ansokan.objects.filter(inkom__lte=per)
        .annotate(da=Exists(avgjorda.filter(beslutsdatum__lte=per)), nagonsin=Exists(avgjorda))
        .filter(da=False)
        # Decided, nobody has said when: it does not wait any more.
        .exclude(status=Ansokningsstatus.BESLUTAD, nagonsin=False)
        .exclude(status=Ansokningsstatus.UTKAST)
        .select_related("insatsagare")
    )
    valda = sorted(ansokningar, key=_ordning)
    sokt = _sokt_per_ar(Q(ansokan__in=[ansokan.pk for ansokan in valda]))
    return tuple(
        Obeslutad(
            pk=a.pk,
            diarienummer=a.diarienummer,
            namn=a.kortnamn,
            agare=_agare(a).i_tabell,
            start=a.start,
            slut=a.slut,
            per_ar=sokt[a.pk],
            adress=a.get_absolute_url(),
        )
        for a in valda
        if a.pk in sokt
    )


def _agare(ansokan: Ansokan) -> Agare:
    medlem = ansokan.insatsagare
    return Agare(medlem.namn, medlem.kortnamn, medlem.typ)


def _ordning(ansokan: Ansokan) -> tuple[int, str, str]:
    agare = _agare(ansokan)
    return (AGARORDNING.get(agare.typ, 2), svensk_ordning(agare.kortnamn), ansokan.diarienummer)


def _sokt_per_ar(urval: Q) -> dict[int, dict[int, Decimal]]:
    """Application → year → what it asks the association for, kr; 1 query."""
    delar: dict[int, dict[int, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    poster = Ansokningspost.objects.filter(urval, finansiering=Finansiering.SOF, belopp__gt=0)
    for pk, ar, belopp in poster.values_list("ansokan_id", "verksamhetsar", "belopp"):
        delar[pk][ar].append(kronor(belopp))
    return {pk: {ar: summa(aren[ar]) for ar in sorted(aren)} for pk, aren in sorted(delar.items())}

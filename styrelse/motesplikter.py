"""What the meetings ask for: notice, next year's plan, and the yearly matters."""

from datetime import date, timedelta

from django.urls import reverse

from finsam.arshjul import Plikt, tillstand
from finsam.permissions import Ratt
from finsam.typografi import datum
from styrelse.calculations.arsmall import fyll_i
from styrelse.choices import Motesstatus
from styrelse.selectors.arshjul import (
    Arsrad,
    Motesrad,
    arets_arliga,
    arets_moten,
    har_moten,
    kallelsedagar,
)

# A notice further off than this is no duty yet: the year's plan shows the day.
FRAMFORHALLNING = timedelta(days=60)


def motesplikter(idag: date) -> list[Plikt]:
    """The calendar year's, in no order."""
    dagar = kallelsedagar()
    moten = arets_moten(idag.year)
    egna = (_motets(mote, dagar, idag) for mote in moten)
    return [
        *(plikt for plikt in egna if plikt),
        *_planen(moten, idag),
        *(_arlig(rad, idag) for rad in arets_arliga(idag.year)),
    ]


def _motets(mote: Motesrad, dagar: int, idag: date) -> Plikt | None:
    """The meeting's notice, then the meeting; None for a notice far off and a meeting held."""
    if mote.status == Motesstatus.PLANERAT:
        return _kallelse(mote, dagar, idag)
    if mote.status in (Motesstatus.KALLAT, Motesstatus.PAGAR):
        return _sammantrade(mote, idag)
    return None


def _kallelse(mote: Motesrad, dagar: int, idag: date) -> Plikt | None:
    dag = mote.datum - timedelta(days=dagar)
    if dag > idag + FRAMFORHALLNING:
        return None
    return Plikt(
        dag,
        f"Kallelse till {mote.namn} {datum(mote.datum)}",
        tillstand(dag, idag, klar=False),
        Ratt.MOTE_BEREDA,
        reverse("styrelse:mote_detail", args=[mote.pk]),
        f"Skickas {dagar} dagar före mötet.",
        adresser=((Ratt.KALLELSE_SKICKA, reverse("rapporter:mote_paket", args=[mote.pk])),),
    )


def _sammantrade(mote: Motesrad, idag: date) -> Plikt:
    return Plikt(
        mote.datum,
        f"{mote.namn} sammanträder",
        tillstand(mote.datum, idag, klar=False),
        Ratt.MOTE_LASA,
        reverse("styrelse:mote_detail", args=[mote.pk]),
        "Kallelsen är skickad och handlingarna kan läsas.",
    )


def _planen(moten: list[Motesrad], idag: date) -> list[Plikt]:
    """Next year's days, in time to be decided with the year's last meeting."""
    dag, ar = moten[-1].datum if moten else date(idag.year, 11, 30), idag.year + 1
    lista = f"{reverse('styrelse:mote_list')}?ar={ar}"
    gor = f"{reverse('styrelse:motesplan_create')}?ar={ar}"
    finns = har_moten(ar)
    return [
        Plikt(
            dag,
            f"Möten {ar} planerade",
            tillstand(dag, idag, klar=finns),
            Ratt.MOTE_BEREDA,
            lista,
            "Så att ledamöterna vet dagarna före årsskiftet.",
            adresser=() if finns else ((Ratt.MOTE_ANDRA, gor),),
        )
    ]


def _arlig(rad: Arsrad, idag: date) -> Plikt:
    """A yearly matter by its last day: its matter for those who prepare, its meeting for others."""
    placering, ar = rad.placering, idag.year
    dag = placering.arende.senast(ar)
    lista = f"{reverse('styrelse:mote_list')}?ar={ar}"
    mote = placering.mote
    adresser = []
    if rad.arende:
        adresser.append((Ratt.MOTE_BEREDA, rad.arende.get_absolute_url()))
    elif not mote:
        adresser.append((Ratt.MOTE_ANDRA, f"{reverse('styrelse:motesplan_create')}?ar={ar}"))
    tas_upp = f"Tas upp {datum(mote.datum)}." if mote else ""
    brist = "" if rad.klart else placering.brist
    return Plikt(
        dag,
        fyll_i(rad.mall.rubrik, ar),
        tillstand(dag, idag, klar=rad.klart),
        Ratt.MOTE_LASA,
        reverse("styrelse:mote_detail", args=[mote.nyckel]) if mote else lista,
        " ".join(filter(None, (tas_upp, brist, rad.mall.grund))),
        adresser=tuple(adresser),
        amne=fyll_i(placering.arende.amne, ar),
    )

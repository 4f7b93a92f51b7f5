"""What the reports say on the start page: which are due, and the newest of them."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from finsam.arshjul import Lage, Plikt, tillstand
from finsam.permissions import Ratt
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.selectors import Listrad, rapportlista, rapportperioder

# A report of at least half and at most two thirds of the year is to be with the board and the
# auditors within two months (RKR R17, KL 11:16).
DELARSMANADER = range(6, 9)
TVA_MANADER = 2


def plikter(idag: date) -> list[Plikt]:
    """Last year's annual report by 31 March, and this year's reports of a part of the year."""
    rader = rapportlista()
    return [_arsredovisning(rader, idag), *_delarsrapporter(rader, idag)]


def _arsredovisning(rader: list[Listrad], idag: date) -> Plikt:
    """The annual report of last year is ready by 31 March."""
    dag, fjol = date(idag.year, 3, 31), str(idag.year - 1)
    return _plikt(
        rader,
        (Rapportslag.ARSREDOVISNING, fjol),
        f"Årsredovisning {fjol}",
        (dag, idag),
        "Upprättad och beslutad av styrelsen senast 31 mars.",
    )


def _delarsrapporter(rader: list[Listrad], idag: date) -> Iterator[Plikt]:
    """Those that the association has chosen to make, of as much of the year as the rule asks."""
    for slag in (Rapportslag.DELARSRAPPORT, Rapportslag.TERTIALRAPPORT):
        for period in rapportperioder(slag, [idag.year]):
            if period.sista_manad not in DELARSMANADER:
                continue
            yield _plikt(
                rader,
                (slag, period.kod),
                f"{slag.label} {period.namn}",
                (_manader_efter(period.slut), idag),
                "Till styrelsen och revisorerna inom två månader efter perioden.",
            )


def _manader_efter(dag: date) -> date:
    """The last day of the second month after a period's last month."""
    manad = dag.month + TVA_MANADER
    return date(dag.year, manad + 1, 1) - timedelta(days=1)


def _plikt(
    rader: list[Listrad],
    dokument: tuple[str, str],
    titel: str,
    dagar: tuple[date, date],
    grund: str,
) -> Plikt:
    """The duty to have the document decided by the first of the days, as it stands on the second.

    Who may see drafts is sent to the document, others to the version that the board decided:
    until then there is nothing for them to read.
    """
    rad = next((r for r in rader if (r.slag, r.period) == dokument), None)
    beslutad = rad.faststalld if rad else None
    lista = reverse("rapporter:rapport_list")
    utkast = reverse("rapporter:rapport_detail", args=dokument) if rad else lista
    return Plikt(
        dagar[0],
        titel,
        tillstand(*dagar, klar=beslutad is not None, underlag=rad is not None),
        Ratt.RAPPORT_LASA,
        beslutad.get_absolute_url() if beslutad else "",
        grund,
        adresser=() if beslutad else ((Ratt.RAPPORT_UTKAST, utkast),),
        amne=" ".join(dokument),
    )


def lage(idag: date) -> list[Lage]:
    """The newest report, as a draft for those who may see one, and the newest decided one."""
    rader = rapportlista()
    utkast = next((rad for rad in rader if not rad.faststalld), None)
    beslutad = next((rad for rad in rader if rad.faststalld), None)
    return [
        *([_utkast(utkast)] if utkast else []),
        *([_beslutad(beslutad)] if beslutad else []),
    ]


def _utkast(rad: Listrad) -> Lage:
    adress = reverse("rapporter:rapport_detail", args=[rad.slag, rad.period])
    return Lage(f"{rad.namn} {rad.period}", "Utkast", Ratt.RAPPORT_UTKAST, adress)


def _beslutad(rad: Listrad) -> Lage:
    assert rad.faststalld is not None
    titel, text = f"{rad.namn} {rad.period}", f"Fastställd, {rad.faststalld.beslutat}"
    return Lage(titel, text, Ratt.RAPPORT_LASA, rad.faststalld.get_absolute_url())

"""What the reports say on the start page: last year's annual report, decided or not."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt, tillstand
from finsam.permissions import Ratt
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.selectors import Listrad, rapportlista


def plikter(idag: date) -> list[Plikt]:
    """The annual report of last year is ready by 31 March."""
    dag, fjol = date(idag.year, 3, 31), str(idag.year - 1)
    rader = [rad for rad in rapportlista() if rad.slag == Rapportslag.ARSREDOVISNING]
    arets = next((rad for rad in rader if rad.period == fjol), None)
    klar = arets is not None and arets.faststalld is not None
    return [
        Plikt(
            dag,
            f"Årsredovisning {fjol}",
            tillstand(dag, idag, klar=klar, underlag=arets is not None),
            Ratt.RAPPORT_LASA,
            reverse("rapporter:rapport_list"),
            "Upprättad och beslutad av styrelsen senast 31 mars.",
        )
    ]


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

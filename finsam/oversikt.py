"""What the ground floor says on the start page: populations for the next year's fees."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt, tillstand
from finsam.models import Anvandare, Folkmangd, Medlem
from finsam.permissions import Ratt


def plikter(idag: date) -> list[Plikt]:
    """Populations on 1 November divide the municipalities' part of the next year's fee."""
    matdag, dag = date(idag.year, 11, 1), date(idag.year, 12, 31)
    kommuner = Medlem.objects.kommuner().under(matdag, matdag)
    saknas = kommuner.exclude(pk__in=Folkmangd.objects.filter(datum=matdag).values("medlem"))
    return [
        Plikt(
            dag,
            f"Folkmängd 1 november {idag.year}",
            tillstand(dag, idag, klar=kommuner.exists() and not saknas.exists()),
            Ratt.FORBUND_LASA,
            reverse("finsam:folkmangd_list"),
            "Fördelar kommunernas del av nästa års medlemsavgift.",
        )
    ]


def lage(idag: date) -> list[Lage]:
    antal = Medlem.objects.under(idag, idag).count()
    oppna = Anvandare.objects.filter(is_active=True).count()
    return [
        Lage("Medlemmar", f"{antal} i dag", Ratt.FORBUND_LASA, reverse("finsam:medlem_list")),
        Lage(
            "Användare", f"{oppna} har tillträde", Ratt.ANVANDARE, reverse("finsam:anvandare_list")
        ),
    ]

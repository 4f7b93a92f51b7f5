"""A file of vouchers only (4I) is added to the year that is stored."""

from collections.abc import Iterable, Iterator

from django.db.models import Count, Max, Min

from ekonomi.actions import laddning
from ekonomi.models import Rakenskapsar, Sieuppgift, Verifikation
from ekonomi.selectors import sie
from ekonomi.selectors.balanser import kontobalanser
from ekonomi.sie.balanser import BALANSTYPER
from ekonomi.sie.fynd import fel, varning
from ekonomi.sie.granska import Granskning
from ekonomi.sie.poster import Arspost, Dimensionspost, Kontopost, Objektpost, Saldopost, Uppgift

# What the stored file said of the year before the addition, and no longer holds.
INAKTUELLA = frozenset({"UB", "RES", "OUB", "PSALDO"})
TAS_MED = (Kontopost, Dimensionspost, Objektpost)


def lagg_till(
    ar: Rakenskapsar, forsta_id: int | None, uppgifter: list[Uppgift], granskning: Granskning
) -> None:
    """Make the balances follow the added vouchers; a number that the year already has is a fault.

    The new vouchers are those with a key from `forsta_id` on.
    """
    if forsta_id is not None:
        _dubbletter(ar, forsta_id, granskning)
    lagrade = list(sie.uppgifter(ar))
    if not lagrade:
        granskning.lagg(
            varning(
                "Filen innehåller bara verifikationer (4I); ingående balanser saknas och räknas"
                " som noll."
            )
        )
    laddning.rakna_rorelse(ar)
    Sieuppgift.objects.filter(rakenskapsar=ar).delete()
    laddning.skriv_uppgifter(ar, _sammanfogade(ar, lagrade, uppgifter))


def _dubbletter(ar: Rakenskapsar, forsta_id: int, granskning: Granskning) -> None:
    upprepade = (
        Verifikation.objects.filter(rakenskapsar=ar)
        .exclude(nummer="")
        .values("serie", "nummer")
        .annotate(antal=Count("pk"), forsta=Min("pk"), sista=Max("pk"))
        .filter(forsta__lt=forsta_id, sista__gte=forsta_id)
        .order_by("serie", "nummer")
    )
    for ett in upprepade:
        granskning.lagg(
            fel(
                f"Verifikation {ett['serie']}{ett['nummer']} finns redan i {ar}.",
                ratt="En fil med bara verifikationer (4I) läggs till; numren ska vara nya.",
            )
        )


def _sammanfogade(
    ar: Rakenskapsar, lagrade: list[Uppgift], nya: Iterable[Uppgift]
) -> Iterator[Uppgift]:
    """The records of the year as a whole file (4E) would have them."""
    bas = lagrade or list(nya)
    if not any(isinstance(ett, Arspost) and ett.arsnr == 0 for ett in bas):
        yield Arspost(0, ar.start, ar.slut)
    for post in bas:
        inaktuell = isinstance(post, Saldopost) and post.arsnr == 0 and post.etikett in INAKTUELLA
        if not inaktuell:
            yield post
    if lagrade:
        yield from (ett for ett in nya if isinstance(ett, TAS_MED) and ett not in lagrade)
    typer = sie.kontotyper()
    for konto in kontobalanser(ar):
        etikett = "UB" if typer[konto.nummer] in BALANSTYPER else "RES"
        yield Saldopost(etikett, 0, konto.nummer, int(konto.utgaende * 100))

"""What a ledger file is checked against, and a stored year as the posts of a file."""

from collections.abc import Iterator

from ekonomi.models import Kontering, Konto, Rakenskapsar, Sieuppgift
from ekonomi.models import Verifikation as Verifikationsrad
from ekonomi.selectors.balanser import kontobalanser
from ekonomi.sie.balanser import BALANSTYPER, ForegaendeAr, Saldon, overgang_fran_lagrat
from ekonomi.sie.falt import falten
from ekonomi.sie.fynd import Fynd, varning
from ekonomi.sie.poster import Saldopost, Transrad, Uppgift, Verifikation
from ekonomi.sie.skriv import skriv
from ekonomi.sie.uppgifter import UPPGIFTER


def kontotyper() -> dict[str, str]:
    """The plan of accounts: number → type (T, S, I or K)."""
    return dict(Konto.objects.values_list("nummer", "kontotyp"))


def utgaende_balanser(verksamhetsar: int) -> ForegaendeAr | None:
    """The closing balances of a stored year in öre; None where the year is not stored."""
    ar = Rakenskapsar.objects.filter(verksamhetsar=verksamhetsar).first()
    if ar is None:
        return None
    typer = kontotyper()
    balanser = {ett.nummer: int(ett.utgaende * 100) for ett in kontobalanser(ar)}
    return ForegaendeAr(
        verksamhetsar,
        {konto: ore for konto, ore in balanser.items() if typer[konto] in BALANSTYPER},
        sum(ore for konto, ore in balanser.items() if typer[konto] not in BALANSTYPER),
    )


def uppgifter(ar: Rakenskapsar) -> Iterator[Uppgift]:
    """The records of the year's file outside its vouchers, in the file's order."""
    rader = Sieuppgift.objects.filter(rakenskapsar=ar).order_by("ordning")
    for post in rader.values_list("post", flat=True).iterator():
        falt = falten(post)
        yield UPPGIFTER[falt[0]](falt, 0)


def verifikationer(ar: Rakenskapsar) -> Iterator[Verifikation]:
    """The year's vouchers with their rows, in the order in which they were read."""
    rader = (
        Kontering.objects.filter(verifikation__rakenskapsar=ar)
        .order_by("verifikation", "radnr")
        .values_list(
            *("verifikation", "slag", "konto__nummer", "objektlista", "belopp", "datum", "text"),
            *("kvantitet", "signatur"),
        )
        .iterator()
    )
    nasta = next(rader, None)
    for ver in Verifikationsrad.objects.filter(rakenskapsar=ar).order_by("pk").iterator():
        post = Verifikation(
            ver.serie, ver.nummer, ver.datum, ver.text, ver.registrerad, ver.signatur
        )
        while nasta and nasta[0] == ver.pk:
            _, slag, konto, lista, belopp, *rest = nasta
            post.rader.append(Transrad(slag, konto, lista, int(belopp * 100), *rest))
            nasta = next(rader, None)
        yield post


def nasta_ars_overgang(ar: Rakenskapsar) -> Iterator[Fynd]:
    """A remark per account where the year after, already stored, no longer opens as this closes."""
    nasta = Rakenskapsar.objects.filter(verksamhetsar=ar.verksamhetsar + 1).first()
    if nasta is None:
        return
    saldon = Saldon()
    for post in uppgifter(nasta):
        if isinstance(post, Saldopost) and post.etikett == "IB":
            saldon.ta(post)
    foregaende = utgaende_balanser(ar.verksamhetsar)
    for ett in overgang_fran_lagrat(saldon, foregaende, kontotyper()):
        yield varning(f"Läs in {nasta} på nytt. {ett.text}", varde=ett.varde, ratt=ett.ratt)


def sie_for_ar(ar: Rakenskapsar) -> Iterator[bytes]:
    """The year as a SIE 4E file, piece by piece; the same rows give the same bytes."""
    return skriv(uppgifter(ar), verifikationer(ar))

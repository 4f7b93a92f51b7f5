"""One reader per label outside the vouchers: the fields of a record → its post."""

from collections.abc import Callable

from ekonomi.sie import poster
from ekonomi.sie.falt import FaltFel, dag, objektlista, ore
from ekonomi.sie.poster import Uppgift

Lasning = Callable[[list[str], int], Uppgift]


def lagg_upp(falt: list[str], antal: int) -> list[str]:
    """The fields after the label, filled with "" up to `antal`."""
    return falt[1:] + [""] * (antal + 1 - len(falt))


def heltal(text: str, vad: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise FaltFel(f"{vad} ”{text}” är inget tal.", "Skriv ett heltal.") from None


def kravda(falt: list[str], antal: int) -> None:
    """Raise FaltFel when the record is shorter than its label demands."""
    if len(falt) <= antal:
        raise FaltFel(
            f"{falt[0]} har {len(falt) - 1} uppgifter, {antal} krävs.",
            "Filen kan vara avhuggen; exportera den på nytt.",
        )


def huvud(falt: list[str], rad: int) -> Uppgift:
    return poster.Huvudpost(falt[0][1:], tuple(falt[1:]), rad)


def rakenskapsar(falt: list[str], rad: int) -> Uppgift:
    kravda(falt, 3)
    return poster.Arspost(heltal(falt[1], "Årsnumret"), dag(falt[2]), dag(falt[3]), rad)


def konto(falt: list[str], rad: int) -> Uppgift:
    kravda(falt, 2)
    return poster.Kontopost(falt[0][1:], falt[1], falt[2], rad)


def dimension(falt: list[str], rad: int) -> Uppgift:
    kravda(falt, 3 if falt[0] == "#UNDERDIM" else 2)
    over = heltal(falt[3], "Dimensionen") if falt[0] == "#UNDERDIM" else None
    return poster.Dimensionspost(heltal(falt[1], "Dimensionen"), falt[2], over, rad)


def objekt(falt: list[str], rad: int) -> Uppgift:
    kravda(falt, 3)
    return poster.Objektpost(heltal(falt[1], "Dimensionen"), falt[2], falt[3], rad)


def saldo(falt: list[str], rad: int) -> Uppgift:
    """#IB #UB #RES årsnr konto belopp [kv]"""
    kravda(falt, 3)
    arsnr, nummer, belopp, kvantitet = lagg_upp(falt, 4)[:4]
    return poster.Saldopost(
        falt[0][1:], heltal(arsnr, "Årsnumret"), nummer, ore(belopp), kvantitet=kvantitet, rad=rad
    )


def objektsaldo(falt: list[str], rad: int) -> Uppgift:
    """#OIB #OUB årsnr konto {dim obj} belopp [kv]"""
    kravda(falt, 4)
    arsnr, nummer, lista, belopp, kvantitet = lagg_upp(falt, 5)[:5]
    return poster.Saldopost(
        falt[0][1:],
        heltal(arsnr, "Årsnumret"),
        nummer,
        ore(belopp),
        objektlista(lista),
        kvantitet=kvantitet,
        rad=rad,
    )


def periodsaldo(falt: list[str], rad: int) -> Uppgift:
    """#PSALDO #PBUDGET årsnr period konto {dim obj} belopp [kv]"""
    kravda(falt, 5)
    arsnr, period, nummer, lista, belopp, kvantitet = lagg_upp(falt, 6)[:6]
    dag(period + "01")
    return poster.Saldopost(
        falt[0][1:],
        heltal(arsnr, "Årsnumret"),
        nummer,
        ore(belopp),
        objektlista(lista),
        period,
        kvantitet,
        rad,
    )


LASNINGAR: dict[frozenset[str], Lasning] = {
    poster.HUVUDETIKETTER: huvud,
    frozenset({"RAR"}): rakenskapsar,
    poster.KONTOETIKETTER: konto,
    frozenset({"DIM", "UNDERDIM"}): dimension,
    frozenset({"OBJEKT"}): objekt,
    poster.SALDOETIKETTER: saldo,
    poster.OBJEKTSALDOETIKETTER: objektsaldo,
    poster.PERIODETIKETTER: periodsaldo,
}
UPPGIFTER: dict[str, Lasning] = {
    f"#{etikett}": lasning for etiketter, lasning in LASNINGAR.items() for etikett in etiketter
}
